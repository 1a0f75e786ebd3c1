import { expect, test } from "vitest";
import {
  type Answers,
  classByIncome,
  classByPoints,
  deprivations,
  explainDeprivations,
  householdClass,
  lowIncomeWorkers,
  outcome,
  type Standard,
} from "../../src/standards/index.ts";
import { standards } from "./vectors.ts";

function on(place: string): Standard {
  const found = standards().get(place);
  if (found === undefined) {
    throw new Error(`no standard is exported for ${place}`);
  }
  return found;
}

const law = on("vn-2022.1 2026-11-24 ");
const worker: Answers = { birth: 19900101, employment_status: "own_work", insured: true, uses_internet: true };
const child: Answers = { birth: 20160520, attends: "none", insured: false, malnutrition: "none" };
const home: Answers = {
  area: "rural", wall: "non_durable", pillar: "non_durable", roof: "durable", dwelling_area: 6000,
  water_source: "piped", toilet_kind: "none", television: true, income_per_person: 1_400_000, income_score_typed: 120,
};

test("a household is poor both ways, with the deprivations in the order of the certificate", () => {
  const found = outcome(law, home, [worker, child]);
  expect([classByPoints(found), classByIncome(found), householdClass(found)]).toEqual(["poor", "poor", "poor"]);
  const deprived = deprivations(law, found).filter((each) => each.deprived).map((each) => each.indicator);
  expect(deprived).toEqual(["health_insurance", "child_schooling", "housing_quality", "toilet"]);
  expect(deprivations(law, found).map((each) => each.indicator)).toEqual(law.indicators);
});

test("three certain deprivations are enough, whatever is not answered", () => {
  const found = outcome(law, { ...home, dwelling_area: null, water_source: undefined }, [worker, child]);
  expect(householdClass(found)).toBe("poor");
  expect(deprivations(law, found).find((each) => each.indicator === "water")?.deprived).toBeNull();
});

test("a class that hangs on a missing answer is not given", () => {
  const found = outcome(law, { ...home, toilet_kind: null, wall: null }, [worker, child]);
  expect([classByPoints(found), classByIncome(found)]).toEqual([null, null]);
});

test("low-income workers are persons of a household that is not poor and within the line", () => {
  const members = [worker, child, { ...worker, employment_status: null }, { ...worker, employment_status: "seeking" }];
  const low = outcome(law, { ...home, recognised_class: "not_poor" }, members);
  expect(lowIncomeWorkers(low, members)).toEqual([true, null, null, false]);
  const poor = outcome(law, { ...home, recognised_class: "poor" }, members);
  expect(lowIncomeWorkers(poor, members)).toEqual([false, false, false, false]);
});

test("before the rule of low-income workers there is no saying who is one", () => {
  const before = on("vn-2022.1 2025-02-23 ");
  expect(lowIncomeWorkers(outcome(before, home, [worker]), [worker])).toEqual([null]);
});

test("deprivations are told in sentences of the law's data, with their text", () => {
  const found = outcome(law, { ...home, water_source: null }, [worker, child]);
  const told = new Map(explainDeprivations(law, found).map((each) => [each.indicator, each]));
  expect(told.get("toilet")).toMatchObject({ deprived: true, sentence: law.concepts["toilet"]?.holds?.vi });
  expect(told.get("telecom")).toMatchObject({ deprived: false, sentence: law.concepts["telecom"]?.fails?.vi });
  expect(told.get("water")).toMatchObject({ deprived: null, sentence: law.concepts["water"]?.title.vi });
  expect(told.get("toilet")?.citation).toContain("07/2021/NĐ-CP");
  expect(explainDeprivations(law, found, "en")[9]?.sentence).toBe(law.concepts["toilet"]?.holds?.en);
});

test("an indicator nobody has seen says which text would give it", () => {
  const old = on("vn-2016.1 2021-12-31 ");
  const told = explainDeprivations(old, outcome(old, home, [worker]));
  expect(told.map((each) => each.deprived)).toContain(null);
  expect(told.filter((each) => each.deprived === null).every((each) => each.absent)).toBe(true);
});

test("where the list of indicators is absent there are no deprivations to tell", () => {
  const later = on("vn-2027.1 2027-01-01 ");
  expect(deprivations(later, outcome(later, home, [worker]))).toEqual([]);
});
