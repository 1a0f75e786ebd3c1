// Charts of a page: each drawn from the JSON of its own table. Without script the tables say everything.
import { BarChart, HeatmapChart, LineChart, MapChart, SankeyChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GeoComponent, GridComponent, LegendScrollComponent, MarkLineComponent, TooltipComponent, VisualMapContinuousComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { LabelLayout } from "echarts/features";
import { CanvasRenderer } from "echarts/renderers";
import { areasOf, hasAreas } from "./areas.ts";
import { type Frame, heightOf, optionOf } from "./options.ts";
import { PAPER as INK, palette } from "./palette.ts";
import type { Spec } from "./spec.ts";

echarts.use([
  LineChart, BarChart, SankeyChart, HeatmapChart, ScatterChart, MapChart, GeoComponent, GridComponent, LegendScrollComponent, MarkLineComponent,
  TooltipComponent, VisualMapContinuousComponent, AriaComponent, LabelLayout, CanvasRenderer,
]);

const PAPER = 700; // pixels across: wider, and its words would be too small on A4
let printing = false;
const redraws: (() => void)[] = [];

/** Draw every chart of the page, and again when its room, the colours or the paper change. */
export function start(): void {
  for (const figure of document.querySelectorAll<HTMLElement>("figure[data-chart]")) mount(figure);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  // A browser that prints without asking anybody tells of the medium only.
  matchMedia("print").addEventListener("change", ({ matches }) => onPaper(matches));
  addEventListener("beforeprint", () => onPaper(true));
  addEventListener("afterprint", () => onPaper(false));
}

function onPaper(now: boolean): void {
  printing = now;
  again();
}

function again(): void {
  for (const redraw of redraws) redraw();
}

function mount(figure: HTMLElement): void {
  const place = figure.querySelector<HTMLElement>(".chart");
  const held = figure.querySelector("script[type='application/json']")?.textContent;
  if (!place || !held) return;
  const spec: Spec = JSON.parse(held);
  if (hasAreas(spec)) echarts.registerMap(spec.name, areasOf(spec));
  place.hidden = false;
  const chart = echarts.init(place, null, { renderer: "canvas" });
  let width = 0;
  const redraw = () => {
    width = place.clientWidth || width; // laid out for paper, the place itself is not there
    const drawn = printing ? Math.min(width, PAPER) : width;
    const height = heightOf(spec, drawn);
    if (height) place.style.height = `${height}px`;
    chart.resize({ width: drawn });
    chart.setOption(optionOf(spec, frameOf(place, drawn)), { notMerge: true });
    if (!printing) return; // the copy stays: some print after they said they had
    figure.querySelector(".on-paper")?.remove();
    place.after(copyOf(chart));
  };
  redraw();
  redraws.push(redraw);
  new ResizeObserver(() => { if (place.clientWidth && place.clientWidth !== width) redraw(); }).observe(place);
  offer(figure, chart, spec);
}

/** For paper: one picture, whole at once, where the screen has several drawn in turn. */
function copyOf(chart: echarts.ECharts): HTMLImageElement {
  const copy = new Image();
  copy.src = chart.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: INK.ground });
  copy.alt = ""; // the table below it says the same
  copy.className = "on-paper";
  return copy;
}

function frameOf(place: HTMLElement, width: number): Frame {
  return {
    palette: palette(printing), width, height: place.clientHeight || width / 2,
    language: "vi", // as the tables are printed, in either language of the screen
    still: printing || matchMedia("(prefers-reduced-motion: reduce)").matches,
  };
}

/** The picture as a file, on its own white or dark ground. */
function offer(figure: HTMLElement, chart: echarts.ECharts, spec: Spec): void {
  const button = figure.querySelector<HTMLButtonElement>("button[data-picture]");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = chart.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: palette(false).ground });
    link.download = `${spec.name}.png`;
    link.click();
  });
}

// Whoever looks into a page (a test, a curious reader) finds the library where its own manual says.
Object.assign(globalThis, { echarts: { getInstanceByDom: echarts.getInstanceByDom } });
