/** The island "control": who is reported to hold a place over the days, a row a holder. */
import * as Plot from "@observablehq/plot";

import { type Colours, coloursOf, holderColours, onThemeChange } from "../page/colours.ts";
import { dataOf } from "../page/data.ts";
import { make } from "../page/dom.ts";
import type { Handle } from "../page/parts.ts";
import { day, days } from "../page/words.ts";
import type { ControlSpells, Spell } from "../records.ts";
import { type Band, bands, holders } from "./bands.ts";
import { addDays, daysBetween, toTime } from "./days.ts";
import { drawn, nameRoom, redrawn } from "./plot.ts";

const ROW = 30;
/** The most of the width that names may take. */
const NAMES = 0.4;
/** Days of an axis on which hours would be marked; nobody tells of hours. */
const FEW = 14;
const WORDS = { held: "holds it", claimed: "is only claimed to hold it", contested: "is contested in it" } as const;

function words({ spell }: Band): string {
  const open = spell.ended === null ? "; no end is told" : "";
  return `${spell.holder} ${WORDS[spell.status]}, ${days(spell.first, spell.last)}${open}`;
}

function patternId(colour: string): string {
  return `band-${colour.replace(/\W/g, "")}`;
}

/** Hatching for what is claimed: the drawing carries its own patterns. */
function patterns(chart: Element, colours: Iterable<string>): void {
  const space = "http://www.w3.org/2000/svg";
  const defs = document.createElementNS(space, "defs");
  for (const colour of new Set(colours)) {
    const pattern = document.createElementNS(space, "pattern");
    const set = { id: patternId(colour), width: "6", height: "6", patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
    for (const [name, value] of Object.entries(set)) pattern.setAttribute(name, value);
    const line = document.createElementNS(space, "rect");
    for (const [name, value] of Object.entries({ width: "2.4", height: "6", fill: colour })) line.setAttribute(name, value);
    pattern.append(line);
    defs.append(pattern);
  }
  chart.prepend(defs);
}

function marks(all: readonly Band[], colourOf: ReadonlyMap<string, string>, colours: Colours): Plot.Markish[] {
  const colour = (band: Band): string => colourOf.get(band.holder) ?? colours.dim;
  const fill = (band: Band): string => (band.spell.status === "held" ? colour(band) : `url(#${patternId(colour(band))})`);
  const contested = all.flatMap((band) => band.spell.contested.map((on) => ({ ...band, on })));
  return [
    Plot.ruleY(all.filter((band) => band.open > band.to), {
      x1: (band: Band) => toTime(band.to), x2: (band: Band) => toTime(band.open), y: "holder", stroke: colour, strokeOpacity: 0.5, strokeWidth: 3,
    }),
    Plot.barX(all, {
      x1: (band: Band) => toTime(band.from), x2: (band: Band) => toTime(band.to), y: "holder", fill, stroke: colour,
      title: words, href: (band: Band) => band.spell.url ?? undefined,
    }),
    Plot.tickX(contested, {
      x: (one: { on: string }) => toTime(one.on), y: "holder", stroke: colours.ink, strokeWidth: 2, inset: 3,
      title: (one: { on: string }) => `contested on ${day(one.on)}`,
    }),
  ];
}

function chart(data: ControlSpells, colours: Colours, width: number): Element {
  const names = holders(data.spells);
  const colourOf = holderColours(data.spells.map((spell: Spell) => spell.holder));
  const { marginLeft, fit } = nameRoom(names, width, NAMES);
  const options = { width, height: names.length * ROW + 34, marginLeft, marginRight: 12, marginTop: 4 };
  const [first, end] = [data.from ?? "", addDays(data.to ?? data.from ?? "", 1)];
  const svg = drawn({
    ...options,
    x: { type: "utc", domain: [toTime(first), toTime(end)], label: null, grid: true, ...(daysBetween(first, end) < FEW ? { ticks: "day" } : {}) },
    y: { type: "band", domain: names, label: null, tickSize: 0, tickFormat: fit, padding: 0.25 },
    marks: marks(bands(data), colourOf, colours),
  }, "Who holds the place by day");
  patterns(svg, [...colourOf.values(), colours.dim]);
  return svg;
}

/** The page tells the rest: full, hatched and thin bands. */
const KEY = "Upright stroke: contested that day.";

export async function mountControl(element: HTMLElement): Promise<Handle> {
  const data = await dataOf<ControlSpells>(element);
  if (data.from === null || bands(data).length === 0) return {};
  const box = make("div", { class: "control-chart" });
  const strokes = data.spells.some((spell) => spell.contested.length > 0);
  element.replaceChildren(box, ...(strokes ? [make("p", { class: "chart-key" }, KEY)] : []));
  onThemeChange(redrawn(box, (width) => chart(data, coloursOf(element), width)));
  return {};
}
