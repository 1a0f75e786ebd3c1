// Judges households for another program: a request a line of JSON, an answer a line. tests/generative/browser.py asks.

import type { Answers } from "../../src/standards/answers.ts";
import { kinds } from "../../src/standards/evaluate.ts";
import { type Outcome, outcome } from "../../src/standards/outcome.ts";
import { readStandard } from "../../src/standards/standard.ts";

interface Request {
  /** An exported standard. */
  standard: unknown;
  /** Answers about each household and its members. */
  households: [Answers, Answers[]][];
}

type Reply = { outcomes: Outcome[] } | { refused: string };

/** The kinds of node that this engine evaluates. */
export const known: readonly string[] = [...kinds];

/** The answer to one line. */
export function reply(line: string): string {
  return JSON.stringify(answer(JSON.parse(line) as Request));
}

function answer(request: Request): Reply {
  try {
    const standard = readStandard(JSON.stringify(request.standard));
    return { outcomes: request.households.map(([answers, members]) => outcome(standard, answers, members)) };
  } catch (error) {
    return { refused: String(error) };
  }
}
