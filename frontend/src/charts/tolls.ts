/** The island "tolls": what each speaker says, as a dot or a range, and the policy's figure across them. */
import * as Plot from "@observablehq/plot";

import { type Colours, coloursOf, onThemeChange } from "../page/colours.ts";
import { dataOf } from "../page/data.ts";
import { make } from "../page/dom.ts";
import type { Handle } from "../page/parts.ts";
import { day, interval } from "../page/words.ts";
import type { Policy, Tolls } from "../records.ts";
import { axisEnd, rows, span, type Span } from "./figures.ts";
import { drawn, nameRoom, redrawn } from "./plot.ts";

const ROW = 30;
const LEAST = 2;
/** The most of the width that names may take. */
const NAMES = 0.45;
const WIDEST_NAMES = 237;

function words({ figure }: Span): string {
  const said = `${figure.speaker}: ${figure.approximate ? "about " : ""}${interval(figure.low, figure.high)}`;
  const notes = [
    figure.published === null ? null : `published ${day(figure.published)}`,
    figure.partisan ? "a party to the fight about the other side" : null,
    figure.superseded ? "superseded by a later figure" : null,
  ];
  return [said, ...notes.filter((note) => note !== null)].join("; ");
}

function policyMarks(policy: Policy | null, end: number, colours: Colours): Plot.Markish[] {
  if (policy === null) return [];
  const { low, high, best } = policy;
  const band = low === null && high === null ? [] : [Plot.rectX([policy], { x1: low ?? 0, x2: high ?? end, fill: colours.accent, fillOpacity: 0.1 })];
  return [...band, ...(best === null ? [] : [Plot.ruleX([best], { stroke: colours.accent, strokeWidth: 1.5, strokeDasharray: "4 3" })])];
}

function figureMarks(spans: readonly Span[], colours: Colours): Plot.Markish[] {
  const stroke = (one: Span): string => (one.figure.superseded ? colours.dim : colours.ink);
  const common = { y: "speaker", stroke, strokeOpacity: (one: Span) => (one.figure.superseded ? 0.6 : 1), title: words, href: (one: Span) => one.figure.url ?? undefined };
  const ends = spans.filter((one) => one.x1 !== one.x2);
  const link = { ...common, x1: "x1", x2: "x2", y1: "speaker", y2: "speaker", strokeWidth: 2.5 };
  const dots = spans.flatMap((one) => [one.figure.low, one.figure.high === one.figure.low ? null : one.figure.high].flatMap((x) => (x === null ? [] : [{ ...one, x }])));
  return [
    Plot.link(ends.filter((one) => one.open === null), link),
    Plot.arrow(ends.filter((one) => one.open === "high"), { ...link, headLength: 7 }),
    Plot.arrow(ends.filter((one) => one.open === "low"), { ...link, x1: "x2", x2: "x1", headLength: 7 }),
    Plot.dot(dots, {
      ...common, x: "x", r: 5, strokeWidth: 2, symbol: (one: Span) => (one.figure.partisan ? "diamond2" : "circle"),
      fill: (one: Span) => (one.figure.superseded || one.figure.approximate ? colours.card : colours.ink),
    }),
  ];
}

function chart(tolls: Tolls, colours: Colours, width: number): Element {
  const { policy, figures } = tolls;
  const end = axisEnd([...figures.flatMap((figure) => [figure.low, figure.high]), policy?.low ?? null, policy?.high ?? null]);
  const speakers = rows(figures).map((row) => row.speaker);
  const spans = figures.flatMap((figure) => span(figure, end) ?? []);
  const { marginLeft, fit } = nameRoom(speakers, width, Math.min(NAMES, WIDEST_NAMES / width));
  const options = { width, height: speakers.length * ROW + 48, marginLeft, marginRight: 12, marginTop: 6 };
  return drawn({
    ...options,
    x: { domain: [0, end], label: null, grid: true, ticks: Math.min(8, Math.ceil(end), Math.floor((width - marginLeft) / 42)), tickFormat: (x: number) => (Number.isInteger(x) ? x.toLocaleString("en") : "") },
    y: { type: "band", domain: speakers, label: null, tickSize: 0, tickFormat: fit },
    marks: [...policyMarks(policy, end, colours), ...figureMarks(spans, colours)],
  }, `${tolls.harm} by speaker`);
}

function band(policy: Policy): string {
  if (policy.low === policy.high) return `Dashed: ${interval(policy.low, policy.high)} under the policy “${policy.name}”.`;
  const best = policy.best === null || policy.best === policy.low ? "" : `, ${String(policy.best)} where one figure is needed`;
  return `Band: ${interval(policy.low, policy.high)} under the policy “${policy.name}”${best}.`;
}

/** The signs that this chart has, in words. */
function key({ policy, figures }: Tolls): HTMLElement {
  const signs = [
    policy !== null && (policy.low !== null || policy.high !== null) ? band(policy) : null,
    figures.some((figure) => (figure.low === null) !== (figure.high === null)) ? "Arrow: no end told." : null,
    figures.some((figure) => figure.approximate || figure.superseded) ? "Hollow: about, or replaced by a later figure." : null,
    figures.some((figure) => figure.partisan) ? "Diamond: a party to the fight about the other’s." : null,
  ];
  return make("p", { class: "chart-key" }, signs.filter((sign) => sign !== null).join(" "));
}

export async function mountTolls(element: HTMLElement): Promise<Handle> {
  const tolls = await dataOf<Tolls>(element);
  // A lone figure says all in words.
  if (tolls.figures.filter((figure) => figure.low !== null || figure.high !== null).length < LEAST) return {};
  const box = make("div", { class: "tolls-chart" });
  const table = make("details", { class: "as-table" }, make("summary", {}, "As a table"), ...element.childNodes);
  element.replaceChildren(box, key(tolls), table);
  onThemeChange(redrawn(box, (width) => chart(tolls, coloursOf(element), width)));
  return {};
}
