import { describe, expect, it } from "vitest";
import { areasOf } from "../../src/charts/areas.ts";
import { type Frame, heightOf, optionOf } from "../../src/charts/options.ts";
import { LIGHT, PAPER } from "../../src/charts/palette.ts";
import type { Spec } from "../../src/charts/spec.ts";

const FRAME: Frame = { palette: LIGHT, width: 800, height: 300, language: "vi", still: true };

function spec(values: Partial<Spec>): Spec {
  return { kind: "lines", name: "thu", title: "Thử", unit: "%", columns: ["Năm", "Nghèo"], rows: [], decimals: 2, tones: [], breaks: [], most: 0, ...values };
}

const option = (of: Spec, frame = FRAME) => optionOf(of, frame) as any;

describe("a line", () => {
  const years = spec({
    rows: [["2021", 3.5], ["2022", 6.25], ["2023", null]],
    breaks: [{ after: "2021", words: "chuẩn 2022-2025" }],
  });

  it("is cut where the standard changes, at a place of its own", () => {
    const made = option(years);
    expect(made.xAxis.data).toEqual(["2021", "", "2022", "2023"]);
    expect(made.series[0].data).toEqual([3.5, null, 6.25, null]);
    expect(made.series[0].connectNulls).toBe(false);
    expect(made.series[0].markLine.data).toEqual([{ xAxis: 1, name: "chuẩn 2022-2025" }]);
  });

  it("prints its values as Vietnamese reads them, and does not move for who asked for stillness", () => {
    const made = option(years);
    expect(made.series[0].label.formatter({ value: 6.25 })).toBe("6,25");
    expect(made.animation).toBe(false);
    expect(option(years, { ...FRAME, still: false }).animation).toBe(true);
  });
});

it("keeps the two ends of a flow apart when the class is the same", () => {
  const made = option(spec({ kind: "flows", columns: ["Từ", "Đến", "Hộ"], rows: [["Nghèo", "Nghèo", 4], ["Nghèo", "Khác", 2]] }));
  expect(made.series[0].links).toEqual([
    { source: "0:Nghèo", target: "1:Nghèo", value: 4 }, { source: "0:Nghèo", target: "1:Khác", value: 2 },
  ]);
  expect(made.series[0].data.map((each: { name: string }) => each.name)).toEqual(["0:Nghèo", "1:Nghèo", "1:Khác"]);
  const [left, right] = made.series[0].data;
  expect(left.itemStyle.color).toBe(right.itemStyle.color);
});

it("draws no more rows than asked, and needs room for those it draws", () => {
  const bars = spec({ kind: "bars", rows: [["a", 1], ["b", 2], ["c", 3]], most: 2 });
  expect(option(bars).series[0].data).toEqual([1, 2]);
  expect(heightOf(bars, 800)).toBeLessThan(heightOf({ ...bars, most: 0 }, 800));
});

it("places points by longitude and latitude, and leaves out those without one or without a share", () => {
  const made = option(spec({ kind: "points", columns: ["Thôn", "Vĩ độ", "Kinh độ", "Hộ", "%"],
    rows: [["A", 19.9, 105.8, 100, 2], ["B", null, null, 50, 9], ["D", 19.95, 105.85, 0, null], ["C", 20.0, 105.9, 400, 4]] }));
  expect(made.series[0].data.map((each: { value: number[] }) => each.value)).toEqual([[105.8, 19.9, 100, 2], [105.9, 20.0, 400, 4]]);
  const { xAxis: x, yAxis: y } = made;
  const metres = (x.max - x.min) * Math.cos((19.95 * Math.PI) / 180) / (y.max - y.min);
  expect(metres).toBeCloseTo(FRAME.width / FRAME.height, 5);
});

it("tells bars apart by pattern on paper", () => {
  expect(option(spec({ kind: "bars" })).aria.decal.show).toBe(false);
  expect(option(spec({ kind: "bars" }), { ...FRAME, palette: PAPER }).aria.decal.show).toBe(true);
});

it("draws a row with a boundary as an area, known by its number, and one without as a point", () => {
  const ring = [[105.7, 19.8], [105.9, 19.8], [105.9, 20], [105.7, 19.8]] as const;
  const of = spec({ kind: "points", columns: ["Thôn", "Vĩ độ", "Kinh độ", "Hộ", "%", "Trên bản đồ"], areas: [[[ring]], null, null],
    rows: [["A", 19.9, 105.8, 100, 2, "vùng"], ["A", 20, 105.9, 400, 4, "điểm"], ["B", null, null, 5, 1, "–"]] });
  const [within, placed] = option(of).series;
  expect(within.data).toEqual([{ name: "0", value: 2 }]);
  expect(placed.data).toEqual([{ name: "1", value: [105.9, 20, 4] }]);
  expect(option(of).geo.label.formatter({ name: "0" })).toBe("A");
  expect(option(of).geo.boundingCoords).toEqual([[105.7, 20], [105.9, 19.8]]);
  expect((areasOf(of) as any).features.map((each: any) => each.properties.name)).toEqual(["0"]);
});
