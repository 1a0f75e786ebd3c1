// Colours of charts: readable in light, in dark and, with patterns, in black and white. Tones differ in lightness too,
// so that nobody needs to tell red from green.
import type { Tone } from "./spec.ts";

export interface Palette {
  readonly ground: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly tones: Readonly<Record<Tone, string>>;
  readonly scale: readonly [string, string];
  readonly patterns: boolean;
}

export const LIGHT: Palette = {
  ground: "#ffffff", ink: "#1d242b", muted: "#525d68", line: "#dcd9d0",
  tones: { poor: "#083f47", near: "#d98324", other: "#aab2b9", good: "#2f7d4c", warning: "#b3402f", plain: "#2a4a7c", soft: "#8a6fa8" },
  scale: ["#eef5f5", "#083f47"], patterns: false,
};

export const DARK: Palette = {
  ground: "#1c2227", ink: "#e7eaed", muted: "#a9b4be", line: "#343d45",
  tones: { poor: "#86cdd6", near: "#d98324", other: "#5d6871", good: "#93d6a9", warning: "#ff8f80", plain: "#a9c6f5", soft: "#c9b3e6" },
  scale: ["#22343a", "#86cdd6"], patterns: false,
};

export const PAPER: Palette = { ...LIGHT, ink: "#000000", muted: "#000000", patterns: true };

/** The palette of the moment: paper while printing, else what the device prefers. */
export function palette(printing: boolean): Palette {
  if (printing) return PAPER;
  return matchMedia("(prefers-color-scheme: dark)").matches ? DARK : LIGHT;
}
