/** The boxes that the map fills: canvas, note, legend and lists. */
import { make } from "../page/dom.ts";
import { NOTE } from "./legend.ts";

export interface Frame {
  root: HTMLElement;
  canvas: HTMLElement;
  legend: HTMLElement;
  holders: HTMLElement;
  wide: HTMLElement;
  view: HTMLElement;
}

export function frame(): Frame {
  const canvas = make("div", { class: "map-canvas" });
  const legend = make("div", { class: "signs" });
  const holders = make("div", { class: "signs" });
  const signs = make("details", { class: "map-legend" }, make("summary", {}, "Legend"), legend, holders);
  signs.open = matchMedia("(min-width: 40rem)").matches; // on a phone it would push the lists off the page
  const wide = make("section", { class: "map-wide", "aria-label": "Incidents known only to a wider area" });
  const view = make("section", { class: "map-view", "aria-label": "Incidents in view" });
  const side = make("div", { class: "map-side" }, wide, view);
  const shown = make("div", { class: "map-shown" }, canvas, make("p", { class: "map-note" }, NOTE), signs);
  return { root: make("div", { class: "map-frame" }, shown, side), canvas, legend, holders, wide, view };
}
