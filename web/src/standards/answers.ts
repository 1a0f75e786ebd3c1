// Answers as a phone holds them, and the guard before every judgement: a bad answer is refused, never judged.

import type { Value } from "./nodes.ts";
import type { Question, Standard } from "./standard.ts";

/** Answers by the names of the questions; null, undefined and a missing name all mean: not answered. */
export type Answers = Readonly<Record<string, Value | undefined>>;

/** An answer of the wrong kind: a number that is not whole or too large to be exact, a word that is no option. */
export class BadAnswer extends Error {
  override readonly name = "BadAnswer";
  readonly question: string;
  readonly value: unknown;
  /** Place of the member in the list, from 0; null for an answer about the household. */
  readonly member: number | null;

  constructor(question: string, value: unknown, member: number | null) {
    super(`${question}${member === null ? "" : ` of member ${member + 1}`}: ${String(value)} is no answer`);
    this.question = question;
    this.value = value;
    this.member = member;
  }
}

/** The answer to `name`; null when there is none. */
export function answer(answers: Answers, name: string): Value {
  return (Object.hasOwn(answers, name) ? answers[name] : null) ?? null;
}

/** Throws BadAnswer for the first answer to a question of the standard that is of the wrong kind. */
export function refuseBadAnswers(standard: Standard, household: Answers, members: readonly Answers[]): void {
  for (const question of standard.questions) {
    if (question.scope === "member") {
      members.forEach((member, at) => refuseBadAnswer(question, answer(member, question.name), at));
    } else {
      refuseBadAnswer(question, answer(household, question.name), null);
    }
  }
}

function refuseBadAnswer(question: Question, value: unknown, member: number | null): void {
  if (value !== null && !fits(question, value)) {
    throw new BadAnswer(question.name, value, member);
  }
}

function fits(question: Question, value: unknown): boolean {
  switch (question.kind) {
    case "yes_no":
      return typeof value === "boolean";
    case "option":
      return (question.options ?? []).some((option) => option.code === value);
    default:
      return Number.isSafeInteger(value);
  }
}
