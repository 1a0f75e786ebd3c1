// What a household is before a standard: the value of every rule, and the few of them a screen asks for.

import type { Answers } from "./answers.ts";
import { World, valueOf } from "./evaluate.ts";
import type { Value } from "./nodes.ts";
import type { Standard } from "./standard.ts";

export interface Outcome {
  /** Value of every rule about the household. */
  readonly rules: Readonly<Record<string, Value>>;
  /** Of every rule about a person, the value for each member in the order of the list. */
  readonly persons: Readonly<Record<string, readonly Value[]>>;
}

export interface Deprivation {
  /** Name of the indicator. */
  readonly indicator: string;
  /** Whether the household is deprived of it; null is unknown. */
  readonly deprived: boolean | null;
}

/** Every rule of the standard for a household, each computed once. Throws BadAnswer. */
export function outcome(standard: Standard, household: Answers, members: readonly Answers[]): Outcome {
  const world = new World(standard, household, members);
  const rules: Record<string, Value> = {};
  const persons: Record<string, readonly Value[]> = {};
  for (const [name, tree] of Object.entries(standard.rules)) {
    if (isAboutPersons(standard, name)) {
      persons[name] = members.map((member) => valueOf(tree, world, member));
    } else {
      rules[name] = world.rule(name);
    }
  }
  return { rules, persons };
}

/** Whether a rule is asked of each member instead of the household. */
export function isAboutPersons(standard: Standard, name: string): boolean {
  return standard.concepts[name]?.unit === "person_rule";
}

/** The deprivation indicators in the order of the certificate; none where the list is absent. */
export function deprivations(standard: Standard, found: Outcome): Deprivation[] {
  return (standard.indicators ?? []).map((indicator) => {
    const value = found.rules[indicator] ?? null;
    return { indicator, deprived: typeof value === "boolean" ? value : null };
  });
}

/** "poor", "near_poor" or "not_poor" by the points B1 and B2; null is unknown. */
export function classByPoints(found: Outcome): string | null {
  return word(found.rules["class_by_points"]);
}

/** The class by income and number of deprivations; null is unknown. */
export function classByIncome(found: Outcome): string | null {
  return word(found.rules["class_by_income"]);
}

/** The class of the household, whichever way gives it: recognised, by points, by income; null is unknown. */
export function householdClass(found: Outcome): string | null {
  return word(found.rules["household_class"]);
}

/** For each member whether they are a low-income worker; null is unknown, also where no such rule is in force. */
export function lowIncomeWorkers(found: Outcome, members: readonly Answers[]): (boolean | null)[] {
  const values = found.persons["low_income_worker"] ?? [];
  return members.map((_, at) => (typeof values[at] === "boolean" ? values[at] : null));
}

function word(value: Value | undefined): string | null {
  return typeof value === "string" ? value : null;
}
