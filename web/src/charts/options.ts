// From a table to what ECharts draws: pure functions, one for each kind of chart. No figure is computed here.
import type { EChartsCoreOption } from "echarts/core";
import { areas, hasAreas } from "./areas.ts";
import type { Palette } from "./palette.ts";
import { drawn, number, type Spec, text, type Tone } from "./spec.ts";

export interface Frame {
  readonly palette: Palette;
  readonly width: number;
  readonly height: number;
  readonly language: string;
  readonly still: boolean; // no movement
}

const NARROW = 480;
const SYMBOLS = ["circle", "rect", "triangle", "diamond"];
const DASHES = ["solid", "dashed", "dotted"];
const USUAL: readonly Tone[] = ["poor", "near", "other"];
const ROW = 30;

export function optionOf(spec: Spec, frame: Frame): EChartsCoreOption {
  const kinds = { lines, bars, flows, heat, points };
  return { ...common(spec, frame), ...kinds[spec.kind](spec, frame) };
}

/** Height in pixels that the rows need; 0: as the style sheet says. */
export function heightOf(spec: Spec, width: number): number {
  const rows = drawn(spec).length;
  if (spec.kind === "bars") return 90 + rows * ROW;
  if (spec.kind === "heat") return (width < NARROW ? 190 : 170) + rows * ROW;
  return 0;
}

export function printed(value: unknown, spec: Spec, language: string): string {
  if (typeof value !== "number") return "–";
  const form = { minimumFractionDigits: spec.decimals, maximumFractionDigits: spec.decimals };
  return new Intl.NumberFormat(language, form).format(value);
}

function common(spec: Spec, { palette, still, language }: Frame): EChartsCoreOption {
  return {
    animation: !still,
    backgroundColor: "transparent",
    textStyle: { color: palette.ink, fontFamily: "system-ui, sans-serif", fontSize: 13 },
    aria: { enabled: palette.patterns, label: { enabled: false }, decal: { show: palette.patterns } },
    // Text drawn into the picture: a box of HTML would need inline styles, which the site forbids.
    tooltip: {
      renderMode: "richText", confine: true, trigger: "item",
      valueFormatter: (value: unknown) => `${printed(value, spec, language)} ${spec.unit}`.trim(),
    },
  };
}

function tone(spec: Spec, at: number, palette: Palette): string {
  return palette.tones[spec.tones[at] ?? USUAL[at % USUAL.length] ?? "plain"];
}

function axis(palette: Palette): object {
  return {
    axisLine: { lineStyle: { color: palette.muted } }, axisLabel: { color: palette.ink },
    splitLine: { lineStyle: { color: palette.line } }, nameTextStyle: { color: palette.muted },
  };
}

function legend(palette: Palette): object {
  return { bottom: 0, type: "scroll", textStyle: { color: palette.ink }, pageTextStyle: { color: palette.ink } };
}

function values({ palette, language }: Frame, spec: Spec): object {
  return {
    type: "value", ...axis(palette), minInterval: spec.decimals ? 0 : 1, splitNumber: 4,
    axisLabel: { color: palette.ink, hideOverlap: true,
      formatter: (value: number) => new Intl.NumberFormat(language, { notation: value < 1e6 ? "standard" : "compact" }).format(value) },
  };
}

/** Years along the axis. A break of the standard is an empty place: no line leads from one standard to another. */
function lines(spec: Spec, frame: Frame): EChartsCoreOption {
  const places: (number | string)[] = [];
  drawn(spec).forEach((row, at) => {
    places.push(at);
    const found = spec.breaks.find((each) => each.after === text(row[0]));
    if (found) places.push(found.words);
  });
  const row = (place: number | string) => (typeof place === "number" ? drawn(spec)[place] : undefined);
  const marks = places.flatMap((place, at) => (typeof place === "string" ? [{ xAxis: at, name: place }] : []));
  const { palette, language } = frame;
  // Where lines cross, a label would stand at the wrong one of them: the table has every figure.
  const crossing = drawn(spec).some(([, one, other]) => (number(other) ?? 0) > (number(one) ?? 0));
  const label = { show: !crossing, color: palette.ink, formatter: (each: { value: unknown }) => printed(each.value, spec, language) };
  return {
    grid: { left: 8, right: 24, top: 36, bottom: 40, containLabel: true },
    legend: legend(palette),
    xAxis: { type: "category", ...axis(palette), data: places.map((place) => text(row(place)?.[0])),
      axisLabel: { color: palette.ink, interval: 0, hideOverlap: true } },
    yAxis: { ...values(frame, spec), name: spec.unit, nameLocation: "end" },
    series: spec.columns.slice(1).map((name, at) => ({
      name, type: "line", connectNulls: false, symbol: SYMBOLS[at % SYMBOLS.length], symbolSize: 9,
      data: places.map((place) => number(row(place)?.[at + 1])),
      itemStyle: { color: tone(spec, at, palette) },
      lineStyle: { width: 2.5, type: DASHES[at % DASHES.length], color: tone(spec, at, palette) },
      label: { ...label, position: at ? "bottom" : "top" }, labelLayout: { hideOverlap: true },
      ...(at || !marks.length ? {} : { markLine: {
        symbol: "none", silent: true, animation: false, data: marks,
        lineStyle: { color: palette.muted, type: "dashed" },
        label: { color: palette.muted, formatter: "{b}", position: "end", fontSize: 12 },
      } }),
    })),
  };
}

function bars(spec: Spec, frame: Frame): EChartsCoreOption {
  const { palette, width } = frame;
  const rows = drawn(spec);
  return {
    grid: { left: 8, right: 24, top: 8, bottom: 40, containLabel: true },
    legend: legend(palette),
    xAxis: { ...values(frame, spec), splitNumber: width < NARROW ? 2 : 4 },
    yAxis: { type: "category", inverse: true, ...axis(palette), data: rows.map((row) => text(row[0])),
      axisLabel: { color: palette.ink, width: width < NARROW ? 110 : 240, overflow: "truncate", interval: 0 } },
    series: spec.columns.slice(1).map((name, at) => ({
      name, type: "bar", stack: "all", barMaxWidth: 20, data: rows.map((row) => number(row[at + 1])),
      itemStyle: { color: tone(spec, at, palette) },
    })),
  };
}

/** Rows: from, to, how many. The same class stands on both sides, so a side is part of a node's name. */
function flows(spec: Spec, { palette, width }: Frame): EChartsCoreOption {
  const sides = [0, 1].map((side) => [...new Set(drawn(spec).map((row) => text(row[side])))]);
  const order = [...new Set(sides.flat())];
  const nodes = sides.flatMap((names, side) => names.map((name) => ({
    name: `${side}:${name}`, depth: side,
    itemStyle: { color: tone(spec, order.indexOf(name), palette) },
    label: { position: side ? "left" : "right" },
  })));
  return {
    series: [{
      type: "sankey", left: 8, right: 8, top: 12, bottom: 12, draggable: false, nodeGap: 14, layoutIterations: 0,
      emphasis: { focus: "adjacency" }, data: nodes,
      label: { color: palette.ink, fontSize: width < NARROW ? 11 : 13, textBorderColor: palette.ground, textBorderWidth: 2,
        formatter: ({ name }: { name: string }) => name.slice(2) },
      lineStyle: { color: "source", opacity: 0.45, curveness: 0.5 },
      links: drawn(spec).map((row) => ({ source: `0:${text(row[0])}`, target: `1:${text(row[1])}`, value: number(row[2]) ?? 0 })),
    }],
  };
}

function heat(spec: Spec, frame: Frame): EChartsCoreOption {
  const { palette, width, language } = frame;
  const rows = drawn(spec);
  const across = spec.columns.slice(1);
  const data = rows.flatMap((row, y) => across.map((_, x) => [x, y, number(row[x + 1]) ?? "-"]));
  const most = Math.max(1, ...data.map(([, , value]) => (typeof value === "number" ? value : 0)));
  return {
    grid: { left: 8, right: 16, top: 8, bottom: 44, containLabel: true },
    visualMap: { min: 0, max: most, calculable: false, orient: "horizontal", left: "center", bottom: 0, itemHeight: 120,
      inRange: { color: [...palette.scale] }, textStyle: { color: palette.ink } },
    xAxis: { type: "category", ...axis(palette), data: across,
      axisLabel: { color: palette.ink, rotate: 60, interval: 0, width: 100, overflow: "truncate", fontSize: 11 } },
    yAxis: { type: "category", inverse: true, ...axis(palette), data: rows.map((row) => text(row[0])),
      axisLabel: { color: palette.ink, width: width < NARROW ? 84 : 180, overflow: "truncate", interval: 0 } },
    series: [{
      name: spec.title, type: "heatmap", data, progressive: 0, // whole at once, also for paper
      label: { show: width >= NARROW, formatter: ({ value }: { value: readonly unknown[] }) => printed(value[2], spec, language) },
      itemStyle: { borderColor: palette.line, borderWidth: 1 },
    }],
  };
}

/** Rows: name, latitude, longitude, households, share. A degree of longitude is as long as it is there. */
function points(spec: Spec, frame: Frame): EChartsCoreOption {
  if (hasAreas(spec)) return areas(spec, frame);
  const { palette, language } = frame;
  const placed = drawn(spec).flatMap((row) => {
    const [lat, lon, homes, share] = row.slice(1, 5).map(number);
    // A place of which no share is known would look like one without poverty.
    return typeof lat === "number" && typeof lon === "number" && typeof share === "number"
      ? [{ name: text(row[0]), value: [lon, lat, homes ?? 0, share] as const }] : [];
  });
  const most = Math.max(1, ...placed.map(({ value }) => value[2]));
  const [x, y] = extent(placed.map(({ value }) => value), frame);
  return {
    grid: { left: 12, right: 12, top: 12, bottom: 48 },
    visualMap: { min: 0, max: Math.max(1, ...placed.map(({ value }) => value[3])), dimension: 3, calculable: false,
      orient: "horizontal", left: "center", bottom: 0, itemHeight: 120, precision: 1,
      inRange: { color: [palette.tones.other, palette.tones.poor] }, text: [spec.unit, ""], textStyle: { color: palette.ink } },
    xAxis: { type: "value", show: false, ...x }, yAxis: { type: "value", show: false, ...y },
    tooltip: { renderMode: "richText", confine: true,
      formatter: ({ name, value }: { name: string; value: readonly number[] }) => `${name}: ${printed(value[3], spec, language)} ${spec.unit}` },
    series: [{
      name: spec.title, type: "scatter", data: placed.map(({ name, value }) => ({ name, value: [...value] })),
      symbolSize: (value: readonly number[]) => 8 + 22 * Math.sqrt((value[2] ?? 0) / most),
      itemStyle: { borderColor: palette.ink, borderWidth: 1 },
      label: { show: placed.length <= 40, formatter: "{b}", position: "top", color: palette.ink, fontSize: 11 },
      labelLayout: { hideOverlap: true },
    }],
  };
}

function extent(places: readonly (readonly number[])[], { width, height }: Frame): [object, object] {
  if (!places.length) return [{}, {}];
  const [xs, ys] = [0, 1].map((at) => places.map((each) => each[at] ?? 0)) as [number[], number[]];
  const middle = (of: number[]) => (Math.min(...of) + Math.max(...of)) / 2;
  const shrink = Math.cos((middle(ys) * Math.PI) / 180);
  const high = Math.max(Math.max(...ys) - Math.min(...ys), ((Math.max(...xs) - Math.min(...xs)) * shrink * height) / width, 0.01) * 1.2;
  const wide = ((high * width) / height) / shrink;
  const around = (at: number, size: number) => ({ min: at - size / 2, max: at + size / 2 });
  return [around(middle(xs), wide), around(middle(ys), high)];
}
