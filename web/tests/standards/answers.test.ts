import { expect, test } from "vitest";
import { BadAnswer, type Node, outcome, RuleError, readStandard, StandardError } from "../../src/standards/index.ts";
import { evaluate } from "../../src/standards/evaluate.ts";
import { standards } from "./vectors.ts";

const standard = standards().get("vn-2022.1 2026-11-24 ");
if (standard === undefined) {
  throw new Error("the standard of 24/11/2026 is not exported");
}
const law = standard;
const text = JSON.stringify(law);

function refused(household: Record<string, unknown>, members: Record<string, unknown>[] = []): BadAnswer | null {
  try {
    outcome(law, household as never, members as never);
  } catch (error) {
    if (error instanceof BadAnswer) {
      return error;
    }
    throw error;
  }
  return null;
}

test.each([
  ["half a đồng", { income_12_months: 1.5 }],
  ["more than can be held exactly", { income_12_months: 2 ** 53 }],
  ["no number", { income_12_months: Number.NaN }],
  ["endless", { income_12_months: Number.POSITIVE_INFINITY }],
  ["a number in quotes", { income_12_months: "1500000" }],
  ["true for a number", { dwelling_area: true }],
  ["a word for yes", { farming: "yes" }],
  ["one for yes", { farming: 1 }],
  ["an option that is none", { area: "constructor" }],
  ["an option in a list", { area: ["rural"] }],
])("%s is refused and named", (_, household) => {
  const error = refused(household);
  expect([error?.question, error?.member]).toEqual([Object.keys(household)[0], null]);
  expect(error?.value).toBe(Object.values(household)[0]);
});

test("a bad answer of a member is refused with the member's place", () => {
  const error = refused({}, [{ birth: 20200101 }, { birth: 2020.5 }]);
  expect([error?.question, error?.member, error?.value]).toEqual(["birth", 1, 2020.5]);
});

test("null, undefined and a missing key are no answer, and answers to other questions are nobody's business", () => {
  const left = [{ farming: null }, { farming: undefined }, {}, { scooter: 1.5 }].map((each) => outcome(law, each, []));
  expect(new Set(left.map((each) => JSON.stringify(each))).size).toBe(1);
});

test("a number that grows beyond what can be held exactly is refused, never rounded", () => {
  const income: Node = { node: "field", name: "income_12_months" };
  const product: Node = { node: "multiply", terms: [income, income] };
  expect(evaluate(product, law, { income_12_months: 90_000_000 }, [])).toBe(8_100_000_000_000_000);
  expect(() => evaluate(product, law, { income_12_months: 99_000_000 }, [])).toThrow(RuleError);
});

test("nought times a debt is nought", () => {
  const terms: Node[] = [{ node: "constant", value: -2 }, { node: "constant", value: 0 }];
  expect(Object.is(evaluate({ node: "multiply", terms }, law, {}, []), 0)).toBe(true);
});

test.each<[string, Node]>([
  ["a word is no number", { node: "add", terms: [{ node: "constant", value: "1" }] }],
  ["a number is no truth", { node: "not", term: { node: "constant", value: 1 } }],
  ["a truth is no option", { node: "one_of", term: { node: "constant", value: true }, options: ["true"] }],
])("a rule that does not fit is refused: %s", (_, rule) => {
  expect(() => evaluate(rule, law, {}, [])).toThrow(RuleError);
});

test.each([
  ["a later format", text.replace('"format":1', '"format":2')],
  ["a node of a later kind", text.replace('"node":"first_known"', '"node":"best_known"')],
  ["half a file", text.slice(0, 999)],
  ["another file", "[]"],
  ["nothing", "null"],
])("%s is no standard to judge by", (_, changed) => {
  expect(changed).not.toBe(text);
  expect(() => readStandard(changed)).toThrow(StandardError);
});
