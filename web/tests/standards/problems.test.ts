import { expect, test } from "vitest";
import { ImpossibleAnswer, judge, outcome, problemOf, problemsOf } from "../../src/standards/index.ts";
import { answerGroups } from "./vectors.ts";

const groups = answerGroups();

test("answers that cannot stand are told word for word as Python tells them", () => {
  for (const { standard, households } of groups) {
    for (const { answers, members, problems } of households) {
      const found = problemsOf(standard, answers, members).map(({ title, ...told }) => {
        expect(title).toBe(standard.answering.findings[told.code]?.title);
        return told;
      });
      expect(found).toEqual(problems);
    }
  }
  const codes = groups.flatMap((group) => group.households.flatMap((each) => each.problems.map(({ code }) => code)));
  expect(new Set(codes).size).toBe(4);
});

test("a verdict is refused with the first of them, and given where there is none", () => {
  const { standard, households } = groups[0]!;
  const { answers, members, problems } = households.find((each) => each.problems.length > 1)!;
  expect(() => judge(standard, answers, members)).toThrow(ImpossibleAnswer);
  try {
    judge(standard, answers, members);
  } catch (error) {
    expect((error as ImpossibleAnswer).problem).toMatchObject(problems[0]!);
  }
  expect(judge(standard, { area: "rural" }, [])).toEqual(outcome(standard, { area: "rural" }, []));
});

test("one answer is looked at as it is typed, and no answer is none that is wrong", () => {
  const { standard } = groups[0]!;
  const scored = standard.questions.find((each) => each.name === "deprivation_score_typed")!;
  expect([null, undefined, scored.most!].map((each) => problemOf(standard, scored, each))).toEqual([null, null, null]);
  expect(problemOf(standard, scored, 35)?.code).toBe("LAW-ANSWER-LIMIT");
  expect(problemOf(standard, scored, Number.NaN)?.code).toBe("LAW-ANSWER-KIND");
});
