// What a page says of one chart, beside the table that the chart is drawn from: the same rows, nothing more.

export type Cell = string | number | null;
export type Tone = "poor" | "near" | "other" | "good" | "warning" | "plain" | "soft";
export type Kind = "lines" | "bars" | "flows" | "heat" | "points";

/** Rings of (longitude, latitude), the first the outer one. */
export type Polygons = readonly (readonly (readonly (readonly [number, number])[])[])[];

export interface Break {
  /** The first column of the row after which figures are not comparable any more. */
  readonly after: string;
  readonly words: string;
}

export interface Spec {
  readonly kind: Kind;
  readonly name: string; // of files
  readonly title: string;
  readonly unit: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly decimals: number;
  readonly tones: readonly Tone[];
  readonly breaks: readonly Break[];
  readonly areas?: readonly (Polygons | null)[]; // of a map: the boundary of each row, null: a point
  readonly most: number; // rows drawn; the table has them all; 0: every row
}

/** The rows that are drawn. */
export function drawn(spec: Spec): readonly (readonly Cell[])[] {
  return spec.most ? spec.rows.slice(0, spec.most) : spec.rows;
}

export function text(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? "" : String(cell);
}

export function number(cell: Cell | undefined): number | null {
  return typeof cell === "number" ? cell : null;
}
