import { expect, test } from "vitest";
import { kinds } from "../../src/standards/evaluate.ts";
import { type Node, parts } from "../../src/standards/nodes.ts";
import { outcome } from "../../src/standards/outcome.ts";
import { type Group, householdGroups, treeGroups } from "./vectors.ts";

function agree(group: Group): void {
  for (const [at, { answers, members, values, persons }] of group.households.entries()) {
    const found = outcome(group.standard, answers, members);
    const place = `${group.title}, household ${at}`;
    expect(Object.keys(found.rules).sort(), place).toEqual([...group.rules].sort());
    expect(group.rules.map((name) => found.rules[name]), place).toEqual(values);
    expect(group.persons.map((name) => found.persons[name]), place).toEqual(persons);
  }
}

function walk(node: Node): Node[] {
  return [node, ...parts(node).flatMap(walk)];
}

test("every rule of every released standard comes out as in the reference engine", () => {
  const groups = householdGroups();
  groups.forEach(agree);
  expect(new Set(groups.map((group) => group.standard.key))).toEqual(new Set(["vn-2016.1", "vn-2022.1", "vn-2027.1"]));
});

test("random rules of every kind of node come out as in the reference engine", () => {
  const groups = treeGroups();
  groups.forEach(agree);
  const nodes = groups.flatMap((group) => Object.values(group.standard.rules).flatMap(walk));
  expect(new Set(nodes.map((node) => node.node))).toEqual(kinds);
  expect(kinds.size).toBe(21);
});

test("no part of a tree is forgotten", () => {
  for (const group of treeGroups()) {
    for (const rule of Object.values(group.standard.rules)) {
      expect(walk(rule)).toHaveLength(JSON.stringify(rule).split('"node":').length - 1);
    }
  }
});
