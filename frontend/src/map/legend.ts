/** The legend: every sign of the map with its meaning, and what the map does not claim. */
import { type Colours, FAMILIES, FAMILY_NAMES } from "../page/colours.ts";
import { drawing, make } from "../page/dom.ts";
import { day } from "../page/words.ts";
import { radius } from "./sizes.ts";

type Shapes = [string, Record<string, string>][];

function row(width: number, height: number, shapes: Shapes, words: string): HTMLLIElement {
  return make("li", {}, drawing(width, height, ...shapes), make("span", {}, words));
}

function dot(colour: string, extra: Record<string, string> = {}): [string, Record<string, string>] {
  return ["circle", { cx: "9", cy: "9", r: "6", fill: colour, ...extra }];
}

function families(colours: Colours): HTMLElement {
  return make("ul", {}, ...FAMILIES.map((family) => row(18, 18, [dot(colours[family])], FAMILY_NAMES[family])));
}

function hatched(colour: string): Shapes {
  const lines: Shapes = [4, 10, 16, 22].map((x) => ["line", { x1: String(x), y1: "2", x2: String(x - 14), y2: "16", stroke: colour, "stroke-width": "1.4" }]);
  return [...lines, ["rect", { x: "1", y: "2", width: "16", height: "14", fill: "none", stroke: colour, "stroke-dasharray": "3 2" }]];
}

function forms(colours: Colours): HTMLElement {
  const { ink, dim, card } = colours;
  const ring = { r: "7.5", "fill-opacity": "0.2", stroke: dim };
  return make("ul", {},
    row(18, 18, [dot(dim)], "known to a town"),
    row(18, 18, [dot(dim), dot(card, { r: "2" })], "known to a site"),
    row(18, 18, hatched(dim), "known only to a province or country: the area, not a spot in it"),
    row(18, 18, [dot(dim, ring), dot(dim, { r: "4" })], "dot: least killed; ring: most reported"),
    row(18, 18, [dot(dim, { "fill-opacity": "0.25", stroke: dim, r: "4" })], "no toll told"),
    row(18, 18, [dot(dim, { stroke: ink, "stroke-width": "2" })], "contested"),
    row(18, 18, [dot(card, { stroke: dim, "stroke-width": "2.5", r: "7" })], "number: incidents together; size by their least toll, edge by their most frequent type"));
}

function sizes(colours: Colours): HTMLElement {
  const shown = [1, 10, 100];
  const shapes: Shapes = [];
  let x = 2;
  for (const killed of shown) {
    const r = radius(killed);
    shapes.push(["circle", { cx: String(x + r), cy: "24", r: String(r), fill: "none", stroke: colours.dim }]);
    x += r * 2 + 8;
  }
  return make("p", { class: "legend-sizes" }, drawing(x, 48, ...shapes), make("span", {}, `${shown.join(", ")} killed`));
}

function holder(colour: string, name: string): HTMLElement {
  return row(18, 18, [["rect", { x: "3", y: "3", width: "12", height: "12", fill: colour }]], name);
}

const MOST_HOLDERS = 7;

/** Squares and their holders, where the map shows control. */
export function holdersLegend(colours: Colours, holders: ReadonlyMap<string, string>, on: string | undefined): HTMLElement[] {
  if (holders.size === 0) return [];
  const named = [...holders].slice(0, MOST_HOLDERS).map(([name, colour]) => holder(colour, name));
  const { dim } = colours;
  const empty: Shapes = [["rect", { x: "4", y: "4", width: "10", height: "10", fill: "none", stroke: dim, "stroke-width": "2" }]];
  const half: Shapes = [...empty, ["path", { d: "M4 4h10L4 14z", fill: dim }]];
  const title = on === undefined ? "Who holds a place" : `Who holds a place on ${day(on)}`;
  const signs = make("ul", {}, ...named, row(18, 18, empty, "only claimed"), row(18, 18, half, "contested"));
  return [make("div", {}, make("h3", {}, title), signs)];
}

/** The legend without the holders, which change with the day. */
export function legend(colours: Colours): HTMLElement[] {
  return [make("div", {}, make("h3", {}, "Incidents"), families(colours), sizes(colours)), make("div", {}, make("h3", {}, "How they are drawn"), forms(colours))];
}

export const NOTE =
  "Control is not recognition: a square says who is reported to hold a place, not who may. " +
  "Borders are Natural Earth’s, provinces by the country of their GeoNames code; no line here judges a claim to land.";
