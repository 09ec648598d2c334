/** Beside the map: what it shows as lists, for the keyboard, for screen readers and for what has no outline. */
import { make } from "../page/dom.ts";
import { count, country, days, toll } from "../page/words.ts";
import type { Incident } from "../records.ts";
import type { AreaIncidents } from "./areas.ts";

const MOST_LISTED = 40;

function said(incident: Incident): string {
  const { killed_low: low, killed_high: high } = incident;
  const when = incident.url === undefined ? null : days(incident.from ?? null, incident.to ?? null);
  const parts = [when, incident.place ?? null, toll(low, high), incident.contested ? "contested" : null];
  return parts.filter((part) => part !== null && part !== "").join(" · ");
}

/** One incident: its title leads to its page. */
export function entry(incident: Incident): HTMLLIElement {
  const title = incident.url === undefined ? make("span", {}, incident.title) : make("a", { href: incident.url, dir: "auto" }, incident.title);
  return make("li", { class: `family-${incident.family}` }, title, make("span", { class: "said" }, said(incident)));
}

function listed(incidents: readonly Incident[]): HTMLElement[] {
  const rest = incidents.length - MOST_LISTED;
  const list = make("ol", { class: "incidents" }, ...incidents.slice(0, MOST_LISTED).map(entry));
  return rest > 0 ? [list, make("p", { class: "more" }, `and ${count(rest, "more incident")}: come closer, or filter`)] : [list];
}

/** The incidents in view, those with the highest toll first. */
export function inView(incidents: readonly Incident[]): HTMLElement[] {
  const sorted = incidents.toSorted((a, b) => (b.killed_low ?? 0) - (a.killed_low ?? 0) || (b.to ?? "").localeCompare(a.to ?? ""));
  const many = incidents.reduce((sum, incident) => sum + (incident.count ?? 1), 0);
  return [make("h3", {}, `In view: ${count(many, "incident")}`), ...listed(sorted)];
}

export type Choose = (area: AreaIncidents) => void;

function areaEntry(area: AreaIncidents, outlined: boolean, choose: Choose): HTMLElement {
  const where = area.admin1 !== null && area.country !== null ? `${area.name}, ${country(area.country)}` : area.name;
  const summary = make("summary", {}, where, make("span", { class: "said" }, count(area.incidents.length, "incident")));
  if (!outlined) summary.append(make("span", { class: "said" }, "no outline"));
  const details = make("details", { "data-area": area.key }, summary);
  details.addEventListener("toggle", () => {
    if (!details.open) return;
    if (details.querySelector("ol") === null) details.append(...listed(area.incidents));
    choose(area);
  });
  return details;
}

/** What is known only to a province or a country: the map hatches it where it has the outline, and here it all is. */
export function wideAreas(all: readonly AreaIncidents[], outlined: (area: AreaIncidents) => boolean, choose: Choose): HTMLElement[] {
  if (all.length === 0) return [];
  return [
    make("h3", {}, "Known only to a wider area"),
    ...all.map((area) => areaEntry(area, outlined(area), choose)),
  ];
}
