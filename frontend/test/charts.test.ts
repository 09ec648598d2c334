import assert from "node:assert/strict";
import { test } from "node:test";

import { bands, holders } from "../src/charts/bands.ts";
import { addDays, bins, daysBetween, incidents } from "../src/charts/days.ts";
import { axisEnd, rows, span } from "../src/charts/figures.ts";
import type { Day, Figure, Spell } from "../src/records.ts";

const days: Day[] = [
  { day: "2015-04-25", incidents: 2, killed_low: 5, killed_high: null },
  { day: "2015-04-28", incidents: 1, killed_low: null, killed_high: null },
];

function figure(speaker: string, low: number | null, high: number | null, superseded = false): Figure {
  return { speaker, low, high, approximate: false, published: null, partisan: false, superseded, url: "#q" };
}

function spell(holder: string, first: string, last: string): Spell {
  return { holder, side: null, first, last, ended: last, status: "held", contested: [], url: "#s" };
}

test("days are counted over the ends of months and of summer time", () => {
  assert.equal(addDays("2015-03-28", 2), "2015-03-30");
  assert.equal(daysBetween("2015-02-27", "2015-03-02"), 3);
});

test("days without incidents have empty bars", () => {
  assert.deepEqual(bins(days, "2015-04-25", "2015-04-28", 10).map((bin) => bin.incidents), [2, 0, 0, 1]);
});

test("many days share bars, and the last bar ends with the days", () => {
  const all = bins(days, "2015-04-24", "2015-04-28", 2);
  assert.deepEqual(all.map((bin) => [bin.from, bin.to, bin.incidents]), [["2015-04-24", "2015-04-27", 2], ["2015-04-27", "2015-04-29", 1]]);
});

test("a count takes both its ends", () => {
  assert.equal(incidents(days, "2015-04-25", "2015-04-28"), 3);
  assert.equal(incidents(days, "2015-04-26", "2015-04-27"), 0);
});

test("a speaker has one row, placed by the figure that still stands", () => {
  const found = rows([figure("A", 90, 90, true), figure("B", 20, 30), figure("A", 10, 10)]);
  assert.deepEqual(found.map((row) => [row.speaker, row.figures.length]), [["B", 1], ["A", 2]]);
});

test("open ends reach the end of the axis and say so", () => {
  assert.equal(span(figure("A", 50, null), 60)?.open, "high");
  assert.equal(span(figure("A", 50, null), 60)?.x2, 60);
  assert.deepEqual([span(figure("A", null, 27), 60)?.open, span(figure("A", null, 27), 60)?.x1], ["low", 0]);
  assert.equal(span(figure("A", null, null), 60), null);
  assert.ok(axisEnd([60, null]) > 60);
});

test("bands are cut to the days shown and leave what is not known empty", () => {
  const spells = [spell("A", "2015-02-01", "2015-04-22"), spell("B", "2015-04-25", "2015-06-01"), spell("C", "2015-01-01", "2015-02-01")];
  const found = bands({ from: "2015-03-01", to: "2015-05-10", spells });
  assert.deepEqual(found.map((band) => [band.holder, band.from, band.to]), [["A", "2015-03-01", "2015-04-23"], ["B", "2015-04-25", "2015-05-11"]]);
  assert.deepEqual(holders(spells), ["C", "A", "B"]);
});
