// Whether answers can stand before a household is judged by them: kinds, options, limits of the form, births that can
// be. It says what `giamngheo.standards.answering` says, in the same words, which come with the exported standard.

import { type Answers, answer } from "./answers.ts";
import { type Outcome, outcome } from "./outcome.ts";
import type { Question, Standard, Text } from "./standard.ts";

/** An answer that cannot stand. */
export interface Problem {
  readonly question: string;
  /** Place of the member in the list, from 0; null for an answer about the household. */
  readonly member: number | null;
  /** LAW-ANSWER-KIND, -OPTION, -LIMIT or -BIRTH. */
  readonly code: string;
  readonly title: Text;
  readonly message: Text;
  readonly fixes: readonly Text[];
}

/** No verdict stands on such an answer. */
export class ImpossibleAnswer extends Error {
  override readonly name = "ImpossibleAnswer";
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.message.vi}`);
    this.problem = problem;
  }
}

/** Every rule for a household whose answers can all stand. Throws ImpossibleAnswer for the first that cannot. */
export function judge(standard: Standard, household: Answers, members: readonly Answers[]): Outcome {
  for (const problem of problems(standard, household, members)) {
    throw new ImpossibleAnswer(problem);
  }
  return outcome(standard, household, members);
}

/** Every answer that cannot stand, the household's first, in the order of the questions; none where all can. */
export function problemsOf(standard: Standard, household: Answers, members: readonly Answers[]): Problem[] {
  return [...problems(standard, household, members)];
}

/** What is wrong with one answer, as it is typed; null where it can stand, or is none. */
export function problemOf(
  standard: Standard,
  question: Question,
  value: unknown,
  member: number | null = null,
): Problem | null {
  return value === null || value === undefined || stands(standard, question, value)
    ? null
    : problem(standard, question, value, member);
}

function* problems(standard: Standard, household: Answers, members: readonly Answers[]): Generator<Problem> {
  const people: [Answers, number | null][] = [[household, null], ...members.map((each, at) => [each, at] as [Answers, number])];
  for (const [answers, at] of people) {
    for (const question of standard.questions) {
      if ((question.scope === "member") === (at !== null)) {
        const found = problemOf(standard, question, answer(answers, question.name), at);
        if (found !== null) {
          yield found;
        }
      }
    }
  }
}

function stands(standard: Standard, question: Question, value: unknown): boolean {
  if (question.kind === "yes_no") {
    return typeof value === "boolean";
  }
  if (question.kind === "option") {
    return (question.options ?? []).some((option) => option.code === value);
  }
  if (!isWhole(value)) {
    return false;
  }
  const { day, answering } = standard;
  if (question.kind === "birth") {
    const earliest = day - answering.oldest * 10000 - (day % 10000);
    return earliest <= value && value <= day && isBirth(value);
  }
  return value >= 0 && value <= answering.most && within(question, value);
}

function isWhole(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value);
}

/** Whether the form can hold the number. */
function within({ least = 0, most, step }: Question, value: number): boolean {
  return value >= least && (most === undefined || value <= most) && (step === undefined || (value - least) % step === 0);
}

/** YYYYMMDD of a day there is, or YYYY0000. */
function isBirth(value: number): boolean {
  const [year, month, day] = [Math.floor(value / 10000), Math.floor(value / 100) % 100, value % 100];
  if (month === 0 && day === 0) {
    return true;
  }
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}

type Language = "vi" | "en";

function problem(standard: Standard, question: Question, value: unknown, member: number | null): Problem {
  const [code, wanted] = wrong(standard, question, value);
  const sentences = standard.answering.findings[code];
  if (sentences === undefined) {
    throw new Error(`${code}: the exported standard has no words for it`);
  }
  const filled = (text: Text): Text => both((language) =>
    fill(text[language], {
      value: shown(value, standard.answering.shown),
      where: where(standard, question, member, language),
      wanted: wanted[language],
      day: saidDay(standard.day),
      years: String(standard.answering.oldest),
    }),
  );
  const { title, message, fixes } = sentences;
  return { question: question.name, member, code, title, message: filled(message), fixes: fixes.map(filled) };
}

/** The code of the problem, and what would stand. */
function wrong(standard: Standard, question: Question, value: unknown): [string, Text] {
  const { kinds, limits, most } = standard.answering;
  if (question.kind === "option") {
    const labels = (question.options ?? []).map((option) => option.label);
    return ["LAW-ANSWER-OPTION", both((language) => labels.map((label) => label[language]).join(", "))];
  }
  const bounds = Object.hasOwn(limits, question.name) ? limits[question.name] : undefined;
  const wanted = (Object.hasOwn(kinds, question.kind) ? kinds[question.kind] : kinds["number"]) ?? question.label;
  if (question.kind === "birth" && isWhole(value)) {
    return ["LAW-ANSWER-BIRTH", wanted];
  }
  if (isWhole(value) && bounds !== undefined && value >= 0 && value <= most) {
    return ["LAW-ANSWER-LIMIT", bounds];
  }
  return ["LAW-ANSWER-KIND", wanted];
}

function where(standard: Standard, question: Question, member: number | null, language: Language): string {
  const label = question.label[language];
  if (member === null) {
    return label;
  }
  const slots = { number: String(member + 1), label: lowered(label) };
  const who = fill(standard.answering.person[language], slots);
  return who.charAt(0).toUpperCase() + who.slice(1);
}

/** With a small first letter, to stand inside a sentence; words written in capitals (BHYT, Phiếu A) stay. */
function lowered(text: string): string {
  const first = text.trim().split(/\s+/)[0] ?? "";
  const capitals = first.length > 1 && first === first.toUpperCase() && first !== first.toLowerCase();
  const proper = capitals || text.startsWith("Phiếu ") || text.startsWith("Form ");
  return proper ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** The answer as it came in: a text itself, anything else as JSON writes it. */
function shown(value: unknown, letters: number): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return [...text].slice(0, letters).join("");
}

/** 20261124 -> "24/11/2026". */
function saidDay(day: number): string {
  const text = String(day).padStart(8, "0");
  return `${text.slice(6)}/${text.slice(4, 6)}/${text.slice(0, 4)}`;
}

function fill(text: string, slots: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => (Object.hasOwn(slots, name) ? (slots[name] ?? slot) : slot));
}

function both(say: (language: Language) => string): Text {
  return { vi: say("vi"), en: say("en") };
}
