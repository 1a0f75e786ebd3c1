// Vectors, of the shape that tests/vectors/README.md tells. `make web-test` makes the larger ones and the standards.

import { existsSync, readFileSync } from "node:fs";
import type { Answers } from "../../src/standards/answers.ts";
import type { Node, Value } from "../../src/standards/nodes.ts";
import type { Problem } from "../../src/standards/problems.ts";
import { readStandard, type Standard } from "../../src/standards/standard.ts";

export interface Judged {
  answers: Answers;
  members: Answers[];
  values: Value[];
  persons: Value[][];
}

export interface Told {
  answers: Answers;
  members: Answers[];
  problems: Omit<Problem, "title">[];
}

export interface Group {
  title: string;
  standard: Standard;
  rules: string[];
  persons: string[];
  households: Judged[];
}

type Written = Omit<Group, "title" | "standard">;

const ROOT = new URL("../../../", import.meta.url);
const KEPT = new URL("tests/vectors/", ROOT);
const FRESH = new URL(".install/vectors/", ROOT);

function read<T>(folder: URL, name: string): T {
  const file = new URL(`${name}.json`, folder);
  if (!existsSync(file)) {
    throw new Error(`${file.pathname} is not there: run \`make web-test\`, which makes it`);
  }
  return JSON.parse(readFileSync(file, "utf8")) as T;
}

/** The exported standards by "key day province", each read as a phone reads it. */
export function standards(): Map<string, Standard> {
  const found = Object.entries(read<Record<string, unknown>>(FRESH, "standards"));
  return new Map(found.map(([place, standard]) => [place, readStandard(JSON.stringify(standard))]));
}

/** Households before released standards: the kept ones, then the fresh ones. */
export function householdGroups(): Group[] {
  const known = standards();
  return [KEPT, FRESH].flatMap((folder) =>
    read<{ groups: (Written & { key: string; day: string; province: string })[] }>(folder, "households").groups.map(
      ({ key, day, province, ...group }) => {
        const title = `${key} ${day} ${province}`;
        const standard = known.get(title);
        if (standard === undefined) {
          throw new Error(`no standard is exported for ${title}`);
        }
        return { title, standard, ...group };
      },
    ),
  );
}

/** Answers to the questions of released standards, with every problem of each household: kept ones, then fresh. */
export function answerGroups(): { standard: Standard; households: Told[] }[] {
  const known = standards();
  return [KEPT, FRESH].flatMap((folder) =>
    read<{ groups: { key: string; day: string; households: Told[] }[] }>(folder, "answers").groups.map((group) => {
      const standard = known.get(`${group.key} ${group.day} `);
      if (standard === undefined) {
        throw new Error(`no standard is exported for ${group.key} ${group.day}`);
      }
      return { standard, households: group.households };
    }),
  );
}

/** Households before made-up standards of random rules: the kept ones, then the fresh ones. */
export function treeGroups(): Group[] {
  return [KEPT, FRESH].flatMap((folder) => {
    const { base, groups } = read<{
      base: Standard;
      groups: (Written & { day: number; trees: Record<string, Node> })[];
    }>(folder, "trees");
    return groups.map(({ day, trees, ...group }, at) => {
      const concepts = { ...base.concepts };
      for (const name of Object.keys(trees)) {
        const unit = group.persons.includes(name) ? "person_rule" : "rule";
        concepts[name] = { title: { vi: name, en: name }, unit, citation: { document: "1/2000/MADE-UP" } };
      }
      const standard = readStandard(JSON.stringify({ ...base, day, rules: trees, concepts }));
      return { title: `trees ${at} of ${folder.pathname}`, standard, ...group };
    });
  });
}
