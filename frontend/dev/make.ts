/** Writes page.html beside this file: every island over made-up data, under the policy of the real pages. Not shipped. */
import { writeFileSync } from "node:fs";

import type { ControlSpells, Day, Family, Figure, Holding, IncidentFeature, Precision, Spell, Tolls } from "../src/records.ts";

const TOWNS: [string, string, number, number][] = [
  ["Jisr al-Shughur", "Idlib", 36.32, 35.81], ["Ariha", "Idlib", 36.61, 35.81], ["Idlib", "Idlib", 36.63, 35.93],
  ["Aleppo", "Aleppo", 37.16, 36.2], ["Homs", "Homs", 36.71, 34.73], ["Palmyra", "Homs", 38.28, 34.56], ["Daraa", "Daraa", 36.1, 32.62],
  ["Deir ez-Zor", "Deir ez-Zor", 40.14, 35.33], ["Kobani", "Aleppo", 38.35, 36.89], ["Douma", "Rif Dimashq", 36.4, 33.57],
];
const PROVINCES = ["Idlib", "Hama", "Deir ez-Zor", "Latakia"];
const FAMILIES: Family[] = ["explosion", "territory", "ground", "violence", "crowd", "dealing", "arms"];
const MANY = Number(process.argv[2] ?? 160);

let seed = 7;
/** The same numbers in every run. */
function random(): number {
  seed = (seed * 16807) % 2147483647;
  return seed / 2147483647;
}

function pick<T>(from: readonly T[]): T {
  const chosen = from[Math.floor(random() * from.length)];
  if (chosen === undefined) throw new Error("nothing to pick from");
  return chosen;
}

function onDay(offset: number): string {
  return new Date(Date.UTC(2015, 2, 1) + offset * 86_400_000).toISOString().slice(0, 10);
}

function killed(): [number | null, number | null] {
  const chance = random();
  if (chance < 0.25) return [null, null];
  const low = Math.floor(random() ** 4 * 120);
  return chance < 0.45 ? [low, null] : [low, Math.floor(low * (1 + random()))];
}

function incident(index: number): IncidentFeature {
  const [place, admin1, lon, lat] = pick(TOWNS);
  const precision: Precision = pick(["town", "town", "town", "town", "site", "province", "country"]);
  const known = precision === "town" || precision === "site";
  const day = onDay(Math.floor(random() * 70));
  const [low, high] = killed();
  const province = precision === "province" ? pick(PROVINCES) : null;
  const country = index % 23 === 0 ? "LB" : "SY";
  const coordinates = MANY > 1000 ? [-10 + random() * 90, -20 + random() * 65] : [lon + random() * 0.02, lat + random() * 0.02];
  return {
    type: "Feature",
    geometry: known ? { type: "Point", coordinates } : null,
    properties: {
      id: `i${String(index)}`, url: `#i${String(index)}`, title: `Made-up incident ${String(index)} near ${known ? place : province ?? country}`,
      type: "Armed clash", family: pick(FAMILIES), from: day, to: day, killed_low: low, killed_high: high, precision,
      place: known ? place : null, admin1: known ? admin1 : province, country: "SY", grade: "fair", contested: random() < 0.12,
      area: known ? null : { country, admin1: country === "LB" ? "Nowhere Known" : province, name: null },
    },
  };
}

const features = Array.from({ length: MANY }, (_, index) => incident(index));
const holders = ["Military Forces of Syria", "Al-Nusra Front", "Ahrar al-Sham", "Islamic State"];
const holdings: Holding[] = TOWNS.map(([place, , lon, lat], index) => ({
  place, url: "#", lat: lat - 0.03, lon: lon + 0.03, holder: holders[index % 4] ?? null, side: null,
  status: pick(["held", "held", "claimed", "contested"]), contested: false,
}));
const days: Day[] = Array.from({ length: 70 }, (_, offset) => {
  const own = features.filter(({ properties }) => properties.from === onDay(offset));
  return { day: onDay(offset), incidents: own.length, killed_low: own.reduce((sum, { properties }) => sum + (properties.killed_low ?? 0), 0), killed_high: null };
});
const figure = (speaker: string, low: number | null, high: number | null, more: Partial<Figure> = {}): Figure =>
  ({ speaker, low, high, approximate: false, published: "2015-04-26", partisan: false, superseded: false, url: "#quote", ...more });
const tolls: Tolls = {
  harm: "killed", unit: "people", policy: { name: "range", low: 26, best: 31, high: 60 },
  figures: [
    figure("Syrian Observatory for Human Rights", 40, 40, { superseded: true }), figure("Syrian Observatory for Human Rights", 60, 60),
    figure("state television", null, 27, { partisan: true }), figure("local coordination committees of the whole province", 26, 35),
    figure("a doctor", 30, 30, { approximate: true }), figure("Al-Nusra Front", 50, null, { partisan: true }),
  ],
};
const spell = (holder: string, first: string, last: string, more: Partial<Spell> = {}): Spell =>
  ({ holder, side: null, first, last, ended: last, status: "held", contested: [], url: "#spell", ...more });
const control: ControlSpells = {
  from: "2015-03-01", to: "2015-05-10",
  spells: [
    spell("Military Forces of Syria", "2015-02-01", "2015-04-22"), spell("Al-Nusra Front", "2015-04-25", "2015-05-10", { ended: null, contested: ["2015-04-27", "2015-04-28"] }),
    spell("Ahrar al-Sham", "2015-04-24", "2015-04-26", { status: "claimed" }), spell("Military Forces of Syria", "2015-05-03", "2015-05-05", { status: "claimed" }),
  ],
};

const block = (id: string, data: unknown): string => `<script type="application/json" id="${id}">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>`;
const STATIC = "../../src/dateline/web/static/";
writeFileSync(new URL("page.html", import.meta.url), `<!doctype html><html lang="en"><meta charset="utf-8"><title>Islands</title>
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self' blob:">
<link rel="stylesheet" href="page.css"><link rel="stylesheet" href="${STATIC}islands.css"><script defer src="${STATIC}islands.js"></script>
<main><h1>Islands</h1><h2>Map</h2>
<div class="island" data-island="timeline" data-json="days" data-from="2015-03-20" data-to="2015-04-20">Days</div>
<div class="island" data-island="map" data-json="incidents" data-control="holdings" data-day="2015-04-26">List of incidents</div>
<h2>Killed</h2><div class="island" data-island="tolls" data-json="tolls"></div>
<h2>Control</h2><div class="island" data-island="control" data-json="control"></div>
<h2>Review</h2><div class="island" data-island="review">
<article data-item><p>First</p><button data-key="a">Accept</button> <button data-key="r">Reject</button></article>
<article data-item><p>Second</p><button data-key="a">Accept</button> <details data-key="c"><summary>Correct</summary><input name="low" aria-label="Least"></details></article>
<button data-key="u">Undo</button></div></main>
${block("incidents", { type: "FeatureCollection", features })}${block("holdings", holdings)}${block("days", days)}${block("tolls", tolls)}${block("control", control)}
</html>`);
