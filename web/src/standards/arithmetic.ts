// Whole numbers, days as numbers, and Kleene's logic: the small operations of which evaluation is made.

import type { Operator, Value } from "./nodes.ts";

/** A rule asks for what it cannot have: a kind that does not fit, or a number too large to be exact. */
export class RuleError extends Error {
  override readonly name = "RuleError";
}

/** The number itself, never rounded: throws RuleError where a browser could not hold it exactly. */
export function exact(value: number): number {
  if (!Number.isSafeInteger(value)) {
    throw new RuleError(`${value} is not a whole number that can be held exactly`);
  }
  return value + 0; // minus zero is zero
}

/** The value as a number; null stays null. */
export function asNumber(value: Value): number | null {
  if (value === null || typeof value === "number") {
    return value;
  }
  throw new RuleError(`a number is needed, not ${String(value)}`);
}

/** The value as true, false or unknown. */
export function asTruth(value: Value): boolean | null {
  if (value === null || typeof value === "boolean") {
    return value;
  }
  throw new RuleError(`true or false is needed, not ${String(value)}`);
}

/** The value as the code of an option; null stays null. */
export function asWord(value: Value): string | null {
  if (value === null || typeof value === "string") {
    return value;
  }
  throw new RuleError(`an option is needed, not ${String(value)}`);
}

/** Whether somebody born on `birth` (YYYYMMDD or YYYY0000) has completed `years` on `day` (YYYYMMDD). */
export function completed(birth: number, years: number, day: number): boolean | null {
  const latest = exact(day - years * 10000);
  const year = Math.floor(latest / 10000);
  const yearOnly = birth === Math.floor(birth / 10000) * 10000;
  if (yearOnly && birth === year * 10000 && latest - year * 10000 !== 1231) {
    return null;
  }
  return birth <= latest;
}

export function compare(op: Operator, left: number, right: number): boolean {
  switch (op) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    case "==":
      return left === right;
    case "!=":
      return left !== right;
  }
}

/** True when all are, false when one is, else unknown; true for none. */
export function allOf(values: Iterable<boolean | null>): boolean | null {
  let result: boolean | null = true;
  for (const value of values) {
    if (value === false) {
      return false;
    }
    result = value === null ? null : result;
  }
  return result;
}

/** True when one is, false when all are, else unknown; false for none. */
export function anyOf(values: Iterable<boolean | null>): boolean | null {
  let result: boolean | null = false;
  for (const value of values) {
    if (value === true) {
      return true;
    }
    result = value === null ? null : result;
  }
  return result;
}

/** True when `count` are true, false when true and unknown together are fewer, else unknown. */
export function atLeast(count: number, values: readonly (boolean | null)[]): boolean | null {
  const sure = values.filter((value) => value === true).length;
  const open = values.filter((value) => value === null).length;
  return sure >= count ? true : sure + open >= count ? null : false;
}

/** How many are true; unknown when one is unknown. */
export function countOf(values: readonly (boolean | null)[]): number | null {
  return values.includes(null) ? null : values.filter((value) => value === true).length;
}

/** The numbers joined by `step`, from `start`; unknown when one is unknown. */
export function fold(
  values: readonly (number | null)[],
  start: number,
  step: (before: number, value: number) => number,
): number | null {
  let result = start;
  for (const value of values) {
    if (value === null) {
      return null;
    }
    result = exact(step(result, value));
  }
  return result;
}
