// The evaluator: one household before one standard, node by node, with the meaning of the reference engine.

import { type Answers, answer, refuseBadAnswers } from "./answers.ts";
import { allOf, anyOf, asNumber, asTruth, asWord, atLeast, compare, completed, countOf, fold } from "./arithmetic.ts";
import type { Kind, Node, Of, Value } from "./nodes.ts";
import type { Standard } from "./standard.ts";

/** One household before the law. Its answers are checked once and each rule is computed once. */
export class World {
  readonly standard: Standard;
  readonly household: Answers;
  readonly members: readonly Answers[];
  private readonly known = new Map<string, Value>();

  /** Throws BadAnswer. */
  constructor(standard: Standard, household: Answers, members: readonly Answers[]) {
    refuseBadAnswers(standard, household, members);
    this.standard = standard;
    this.household = household;
    this.members = members;
  }

  /** Value of a rule of the standard; unknown where the standard has no such rule (it is absent). */
  rule(name: string): Value {
    const found = this.known.get(name);
    if (found !== undefined) {
      return found;
    }
    const tree = Object.hasOwn(this.standard.rules, name) ? this.standard.rules[name] : undefined;
    const value = tree === undefined ? null : valueOf(tree, this, null);
    this.known.set(name, value);
    return value;
  }
}

/** Value of `rule` for the household; null is unknown. Throws BadAnswer, and RuleError for a malformed rule. */
export function evaluate(rule: Node, standard: Standard, household: Answers, members: readonly Answers[]): Value {
  return valueOf(rule, new World(standard, household, members), null);
}

/** Value of `node` for the household, or for `member` of it. */
export function valueOf(node: Node, world: World, member: Answers | null): Value {
  const translate = TRANSLATE[node.node] as (node: Node, world: World, member: Answers | null) => Value;
  return translate(node, world, member);
}

type Translate = { readonly [K in Kind]: (node: Of<K>, world: World, member: Answers | null) => Value };

const TRANSLATE: Translate = {
  constant: (node) => node.value,
  parameter: (node, world) => parameter(node.name, world),
  absent: () => null,
  field: (node, world) => answer(world.household, node.name),
  member_field: (node, _, member) => (member === null ? null : answer(member, node.name)),
  ref: (node, world) => world.rule(node.name),
  compare: (node, world, member) => {
    const [left, right] = [number(node.left, world, member), number(node.right, world, member)];
    return left === null || right === null ? null : compare(node.op, left, right);
  },
  one_of: (node, world, member) => {
    const value = asWord(valueOf(node.term, world, member));
    return value === null ? null : node.options.includes(value);
  },
  age_at_least: (node, world, member) => {
    const [birth, years] = [number(node.term, world, member), number(node.years, world, member)];
    return birth === null || years === null ? null : completed(birth, years, world.standard.day);
  },
  not: (node, world, member) => {
    const value = truth(node.term, world, member);
    return value === null ? null : !value;
  },
  and: (node, world, member) => allOf(node.terms.map((term) => truth(term, world, member))),
  or: (node, world, member) => anyOf(node.terms.map((term) => truth(term, world, member))),
  at_least: (node, world, member) => {
    const count = number(node.count, world, member);
    const terms = node.terms.map((term) => truth(term, world, member));
    return count === null ? null : atLeast(count, terms);
  },
  count_true: (node, world, member) => countOf(node.terms.map((term) => truth(term, world, member))),
  any: (node, world) => anyOf(eachMember(node.where, world)),
  all: (node, world) => allOf(eachMember(node.where, world)),
  count: (node, world) => countOf(eachMember(node.where, world)),
  add: (node, world, member) => fold(numbers(node.terms, world, member), 0, (sum, term) => sum + term),
  multiply: (node, world, member) => fold(numbers(node.terms, world, member), 1, (product, term) => product * term),
  case: (node, world, member) => firstThatHolds(node, world, member),
  first_known: (node, world, member) => {
    for (const term of node.terms) {
      const value = valueOf(term, world, member);
      if (value !== null) {
        return value;
      }
    }
    return null;
  },
};

/** Names of the nodes that can be evaluated here. */
export const kinds: ReadonlySet<string> = new Set(Object.keys(TRANSLATE));

function truth(node: Node, world: World, member: Answers | null): boolean | null {
  return asTruth(valueOf(node, world, member));
}

function number(node: Node, world: World, member: Answers | null): number | null {
  return asNumber(valueOf(node, world, member));
}

function numbers(terms: readonly Node[], world: World, member: Answers | null): (number | null)[] {
  return terms.map((term) => number(term, world, member));
}

function eachMember(where: Node, world: World): (boolean | null)[] {
  return world.members.map((member) => truth(where, world, member));
}

function parameter(name: string, world: World): number | null {
  const { parameters } = world.standard;
  const value = Object.hasOwn(parameters, name) ? parameters[name] : null;
  if (value === null || value === undefined || typeof value === "number") {
    return value ?? null;
  }
  const area = answer(world.household, "area");
  return typeof area === "string" && Object.hasOwn(value, area) ? (value[area] ?? null) : null;
}

function firstThatHolds(node: Of<"case">, world: World, member: Answers | null): Value {
  for (const branch of node.branches) {
    const holds = truth(branch.when, world, member);
    if (holds !== false) {
      return holds === null ? null : valueOf(branch.then, world, member);
    }
  }
  return valueOf(node.otherwise, world, member);
}
