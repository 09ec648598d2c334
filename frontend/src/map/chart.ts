/** The MapLibre map itself: made, coloured, filled. */
import { type GeoJSONSource, Map as Chart, NavigationControl, ScaleControl } from "maplibre-gl";

import { type Colours, coloursOf, FAMILIES, reducedMotion } from "../page/colours.ts";
import { hatch, RATIO, square, type Status } from "./hatch.ts";
import { iconOf } from "./control.ts";
import type { Box } from "./points.ts";
import { style } from "./style.ts";

/** As close as the map goes by itself, and as a reader can. */
const CLOSEST = 9;
const FURTHEST = 14;
const PADDING = 48;
const WHOLE_WORLD: Box = [-130, -50, 150, 65];
const STATUSES: readonly Status[] = ["held", "claimed", "contested"];

export function chartIn(container: HTMLElement, template: string | undefined): Chart {
  const chart = new Chart({
    container,
    style: style(coloursOf(container), template),
    attributionControl: false,
    renderWorldCopies: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxZoom: FURTHEST,
    fadeDuration: 0,
    cooperativeGestures: matchMedia("(pointer: coarse)").matches,
  });
  chart.touchZoomRotate.disableRotation();
  chart.keyboard.disableRotation();
  chart.addControl(new NavigationControl({ showCompass: false }));
  chart.addControl(new ScaleControl());
  chart.getCanvas().setAttribute("aria-label", "Map of incidents: arrow keys move it, plus and minus zoom; the lists beside it hold the same");
  return chart;
}

/** Puts an image in, in the place of one of the same name. */
function put(chart: Chart, name: string, image: ImageData): void {
  if (chart.hasImage(name)) chart.removeImage(name);
  chart.addImage(name, image, { pixelRatio: RATIO });
}

export function drawHatchings(chart: Chart, colours: Colours): void {
  for (const family of FAMILIES) put(chart, `hatch-${family}`, hatch(colours[family]));
}

export function drawSquares(chart: Chart, holders: ReadonlyMap<string, string>, colours: Colours): void {
  for (const [holder, colour] of holders) {
    for (const status of STATUSES) put(chart, iconOf(holder, status), square(colour, colours.card, status));
  }
}

export function fill(chart: Chart, source: string, data: GeoJSON.GeoJSON): void {
  chart.getSource<GeoJSONSource>(source)?.setData(data);
}

/** Brings a box into view, at once where motion is unwelcome. */
export function fit(chart: Chart, box: Box | null, animate: boolean): void {
  chart.fitBounds(box ?? WHOLE_WORLD, { padding: PADDING, maxZoom: CLOSEST, animate: animate && !reducedMotion() });
}

