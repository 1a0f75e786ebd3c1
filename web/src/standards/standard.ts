// A standard of the law on one day in one place, as `giamngheo.standards.export` writes it (the shape is told there).

import { kinds } from "./evaluate.ts";
import { type Node, parts } from "./nodes.ts";

export interface Text {
  readonly vi: string;
  readonly en: string;
}

export interface Option {
  readonly code: string;
  readonly label: Text;
}

export interface Question {
  readonly name: string;
  readonly label: Text;
  readonly kind: "yes_no" | "option" | "number" | "points" | "dong" | "area" | "birth";
  /** Left out for the household. */
  readonly scope?: "household" | "member";
  readonly options?: readonly Option[];
  readonly help?: Text;
  /** Left out when true. */
  readonly verified?: boolean;
  /** The numbers that a form can hold. */
  readonly least?: number;
  readonly most?: number;
  readonly step?: number;
}

/** By what an answer is refused, and in which words; `{where}`, `{value}`, `{wanted}` and such are slots. */
export interface Answering {
  /** Years; nobody is older. */
  readonly oldest: number;
  readonly most: number;
  /** Letters of a wrong answer that a sentence repeats. */
  readonly shown: number;
  readonly person: Text;
  /** What is wanted of a kind of question that is no choice. */
  readonly kinds: Readonly<Record<string, Text>>;
  readonly limits: Readonly<Record<string, Text>>;
  readonly findings: Readonly<Record<string, { title: Text; message: Text; fixes: readonly Text[] }>>;
}

export interface Concept {
  readonly title: Text;
  readonly unit: string;
  readonly citation: { readonly document: string; readonly article?: string };
  /** Left out when true. */
  readonly verified?: boolean;
  /** Which text would give what nobody has seen. */
  readonly absent?: Text;
  readonly note?: Text;
  readonly dimension?: string;
  readonly order?: number;
  readonly holds?: Text;
  readonly fails?: Text;
}

export interface Document {
  readonly symbol: string;
  readonly kind: Text;
  readonly issuer: Text;
  readonly issued?: string;
  readonly effective?: string;
  readonly verified?: boolean;
}

export interface Standard {
  readonly format: number;
  readonly key: string;
  readonly title: Text;
  /** The day judged, YYYYMMDD. */
  readonly day: number;
  readonly province?: string;
  readonly assumed?: readonly string[];
  readonly questions: readonly Question[];
  readonly parameters: Readonly<Record<string, number | Readonly<Record<string, number>> | null>>;
  readonly rules: Readonly<Record<string, Node>>;
  readonly indicators?: readonly string[];
  readonly concepts: Readonly<Record<string, Concept>>;
  readonly documents: readonly Document[];
  readonly answering: Answering;
}

/** The format this code reads: FORMAT of `giamngheo.standards.export`. */
export const FORMAT = 1;

/** The export is none, or of a later format: the phone must be brought up to date instead of judging wrongly. */
export class StandardError extends Error {
  override readonly name = "StandardError";
}

/** The standard of an exported JSON; throws StandardError for another format and for nodes that are not known here. */
export function readStandard(text: string): Standard {
  const standard = parsed(text);
  if (standard.format !== FORMAT) {
    throw new StandardError(`format ${String(standard.format)}, where ${FORMAT} is read`);
  }
  for (const [name, rule] of Object.entries(standard.rules)) {
    refuseUnknownNodes(name, rule);
  }
  return standard;
}

function parsed(text: string): Standard {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    throw new StandardError("not JSON");
  }
  if (typeof found !== "object" || found === null || !("rules" in found) || !("answering" in found)) {
    throw new StandardError("not a standard");
  }
  return found as Standard;
}

function refuseUnknownNodes(name: string, node: Node): void {
  if (!kinds.has(node.node)) {
    throw new StandardError(`${name}: no node is called ${String(node.node)}`);
  }
  for (const part of parts(node)) {
    refuseUnknownNodes(name, part);
  }
}
