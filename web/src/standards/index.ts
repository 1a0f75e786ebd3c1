// The law on a phone without network: read an exported standard, judge a household, name the results.

export { type Answers, BadAnswer } from "./answers.ts";
export { RuleError } from "./arithmetic.ts";
export { evaluate } from "./evaluate.ts";
export { type Explained, explainDeprivations, type Language } from "./explain.ts";
export type { Node, Value } from "./nodes.ts";
export {
  classByIncome,
  classByPoints,
  type Deprivation,
  deprivations,
  householdClass,
  lowIncomeWorkers,
  type Outcome,
  outcome,
} from "./outcome.ts";
export { ImpossibleAnswer, judge, type Problem, problemOf, problemsOf } from "./problems.ts";
export { type Concept, type Question, readStandard, type Standard, StandardError, type Text } from "./standard.ts";
