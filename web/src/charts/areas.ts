// A map with boundaries: rows that have one are areas, the others points. Rows: name, latitude, longitude, households,
// share, in words what is drawn. Two places may bear one name, so a row's number is what ECharts knows it by.
import type { EChartsCoreOption, registerMap } from "echarts/core";
import { type Frame, printed } from "./options.ts";
import { drawn, number, type Spec, text } from "./spec.ts";

export function hasAreas(spec: Spec): boolean {
  return (spec.areas ?? []).some((each) => each !== null);
}

/** What `registerMap` takes. */
export function areasOf(spec: Spec): Parameters<typeof registerMap>[1] {
  const features = (spec.areas ?? []).flatMap((polygons, at) => (polygons
    ? [{ type: "Feature", properties: { name: String(at) }, geometry: { type: "MultiPolygon", coordinates: polygons } }] : []));
  return { type: "FeatureCollection", features } as unknown as Parameters<typeof registerMap>[1];
}

export function areas(spec: Spec, frame: Frame): EChartsCoreOption {
  const { palette, language } = frame;
  const rows = drawn(spec);
  const share = (at: number) => number(rows[at]?.[4]);
  const named = (name: string) => text(rows[Number(name)]?.[0]);
  const within = rows.flatMap((_, at) => (spec.areas?.[at] ? [{ name: String(at), value: share(at) ?? NaN }] : []));
  const placed = rows.flatMap((row, at) => {
    const [lat, lon] = [number(row[1]), number(row[2])];
    return !spec.areas?.[at] && lat !== null && lon !== null && share(at) !== null
      ? [{ name: String(at), value: [lon, lat, share(at)] }] : [];
  });
  const most = Math.max(1, ...rows.map((_, at) => share(at) ?? 0));
  const label = { formatter: ({ name }: { name: string }) => named(name), color: palette.ink, fontSize: 11,
    textBorderColor: palette.ground, textBorderWidth: 2 };
  return {
    // Areas that share the map with points are drawn by it: their labels and borders are the map's.
    geo: { map: spec.name, roam: false, emphasis: { disabled: true }, selectedMode: false,
      ...room([...corners(spec), ...placed.map(({ value }) => value as number[])], frame),
      label: { show: within.length <= 40, ...label },
      itemStyle: { areaColor: palette.ground, borderColor: palette.ink, borderWidth: 1 } },
    visualMap: { min: 0, max: most, calculable: false, orient: "horizontal", left: "center", bottom: 0, itemHeight: 120,
      precision: 1, inRange: { color: [...palette.scale] }, text: [spec.unit, ""], textStyle: { color: palette.ink } },
    tooltip: { renderMode: "richText", confine: true,
      formatter: ({ name }: { name: string }) => `${named(name)}: ${printed(share(Number(name)), spec, language)} ${spec.unit}` },
    series: [
      { name: spec.title, type: "map", geoIndex: 0, data: within },
      { name: spec.title, type: "scatter", coordinateSystem: "geo", data: placed, symbolSize: 12,
        itemStyle: { borderColor: palette.ink, borderWidth: 1 },
        label: { show: placed.length <= 40, position: "top", ...label }, labelLayout: { hideOverlap: true } },
    ],
  };
}

function corners(spec: Spec): number[][] {
  return (spec.areas ?? []).flatMap((polygons) => (polygons ?? []).flatMap((rings) => rings.flatMap((ring) => ring.map(([x, y]) => [x, y]))));
}

/** Everything within the picture, as wide to its height as it lies on the ground. */
function room(places: readonly (readonly number[])[], { width, height }: Frame): object {
  const [xs, ys] = [0, 1].map((at) => places.map((each) => each[at] ?? 0)) as [number[], number[]];
  const [west, east] = [xs.reduce((a, b) => Math.min(a, b)), xs.reduce((a, b) => Math.max(a, b))];
  const [south, north] = [ys.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.max(a, b))];
  const shrink = Math.cos(((south + north) * Math.PI) / 360);
  const [wide, high] = [Math.max((east - west) * shrink, 1e-4), Math.max(north - south, 1e-4)];
  const scale = Math.min((width - 48) / wide, (height - 90) / high);
  return { boundingCoords: [[west, north], [east, south]], aspectScale: shrink, layoutCenter: ["50%", (height - 48) / 2],
    layoutSize: scale * Math.max(wide, high) };
}
