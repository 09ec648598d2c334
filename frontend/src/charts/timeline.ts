/** The island "timeline": incidents by day, and the slider that sets which days the page shows. */
import * as Plot from "@observablehq/plot";

import { show, withParameters } from "../page/address.ts";
import { type Colours, coloursOf, onThemeChange } from "../page/colours.ts";
import { dataOf } from "../page/data.ts";
import { type DayRange as Range, showDays } from "../page/days.ts";
import { make } from "../page/dom.ts";
import type { Handle } from "../page/parts.ts";
import { count, day } from "../page/words.ts";
import type { Day } from "../records.ts";
import { addDays, type Bin, bins, incidents, toTime } from "./days.ts";
import { drawn, redrawn } from "./plot.ts";
import { slider } from "./slider.ts";

const HEIGHT = 110;
/** Pixels of a bar at least. */
const BAR = 5;
/** Keys move a handle day by day: the page follows when they rest. */
const REST_MS = 350;

function within(bin: Bin, range: Range): boolean {
  return bin.to > range.from && bin.from <= range.to;
}

/** The dead of a day are told; those of several are not added up here, since a part and its whole may fall on two of them. */
function barTitle({ from, to, incidents, low }: Bin): string {
  const many = count(incidents, "incident");
  return to === addDays(from, 1) ? `${day(from)}: ${many}, at least ${String(low)} killed` : `${day(from)} to ${day(addDays(to, -1))}: ${many}`;
}

function histogram(all: readonly Bin[], range: Range, colours: Colours, width: number): Element {
  const marks = [
    Plot.rectY(all, {
      x1: (bin: Bin) => toTime(bin.from), x2: (bin: Bin) => toTime(bin.to), y: "incidents", inset: 0.5,
      fill: (bin: Bin) => (within(bin, range) ? colours.accent : colours.line),
      title: barTitle,
    }),
    Plot.ruleY([0], { stroke: colours.dim }),
  ];
  const options = { width, height: HEIGHT, marginLeft: 30, marginRight: 10, marginTop: 8, marginBottom: 36 };
  const y = { label: null, ticks: 3, tickFormat: (many: number) => (Number.isInteger(many) ? String(many) : "") };
  return drawn({ ...options, x: { type: "utc", label: null }, y, marks }, "Incidents by day");
}

function words(days: readonly Day[], range: Range): string {
  return `${day(range.from)} to ${day(range.to)}: ${count(incidents(days, range.from, range.to), "incident")} known to the day`;
}

function ends(element: HTMLElement, days: readonly Day[]): { first: string; last: string } {
  const sorted = days.map(({ day }) => day).sort();
  const first = element.dataset["first"] ?? sorted[0] ?? "";
  return { first, last: element.dataset["last"] ?? sorted.at(-1) ?? first };
}

/** The days that the page shows; a day beyond the record's is its first or last. */
function asked(element: HTMLElement, first: string, last: string): Range {
  const from = element.dataset["from"] || first;
  const to = element.dataset["to"] || last;
  return { from: from < first || from > last ? first : from, to: to > last || to < first ? last : to };
}

/** Shows `range` by the page's address; an end of the record is left out, so that new days are shown when they come. */
function goTo(range: Range, first: string, last: string, live: boolean): void {
  const changes = { from: range.from === first ? null : range.from, to: range.to === last ? null : range.to };
  void show(withParameters(location.href, changes), live);
}

function resting<T>(act: (value: T) => void): (value: T) => void {
  let timer = 0;
  return (value) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => { act(value); }, REST_MS);
  };
}

/** Files cannot be asked for other days: there the slider chooses among what the map holds. */
function choose(element: HTMLElement, range: Range, first: string, last: string): void {
  if (element.dataset["src"] === undefined) showDays(range);
  else goTo(range, first, last, element.hasAttribute("data-live"));
}

/** Draws the slider over `days`; what is returned sets its handles to the days that the element names. */
function mountDays(element: HTMLElement, days: readonly Day[]): () => void {
  const { first, last } = ends(element, days);
  let range = asked(element, first, last);
  const chart = make("div", { class: "timeline-chart" });
  const said = make("output", { class: "timeline-said" }, words(days, range));
  const go = resting((chosen: Range) => { choose(element, chosen, first, last); });
  const control = slider(first, last, (moved) => { range = moved; paint(); said.textContent = words(days, range); }, go);
  element.replaceChildren(chart, control.root, said);
  control.set(range);
  const draw = (width: number): Element => histogram(bins(days, first, last, Math.floor(width / BAR)), range, coloursOf(element), width);
  const paint = redrawn(chart, draw);
  onThemeChange(paint);
  return () => {
    range = asked(element, first, last);
    control.set(range);
    paint();
    said.textContent = words(days, range);
  };
}

export async function mountTimeline(element: HTMLElement): Promise<Handle> {
  let days = await dataOf<Day[]>(element);
  let set = days.length > 0 ? mountDays(element, days) : null;
  const update = async (): Promise<void> => {
    const fresh = await dataOf<Day[]>(element);
    if (JSON.stringify(fresh) === JSON.stringify(days)) {
      set?.();
      return;
    }
    days = fresh;
    set = days.length > 0 ? mountDays(element, days) : null;
  };
  return { update };
}
