import { expect, test } from "vitest";
import { completed } from "../../src/standards/arithmetic.ts";

// The worked examples and boundary days of "Numbers and days" in docs/algorithms/standards.md.
test.each<[number, number, number, boolean | null]>([
  [20201125, 6, 20261124, false],
  [20201124, 6, 20261124, true],
  [20200000, 6, 20261124, null],
  [20190000, 6, 20261124, true],
  [20210000, 6, 20261124, false],
  [20240229, 1, 20250228, false],
  [20240229, 1, 20250301, true],
  [20240229, 4, 20280229, true],
  [20200000, 6, 20261231, true],
  [20200000, 6, 20261230, null],
  [20200000, 6, 20260101, null],
  [20261124, 0, 20261124, true],
  [20200000, 3000, 20261124, false], // a day before the year 0
])("born %i, %i years on %i: %s", (birth, years, day, expected) => {
  expect(completed(birth, years, day)).toBe(expected);
});
