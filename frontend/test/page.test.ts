import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { withParameters } from "../src/page/address.ts";
import { mayLieWithin } from "../src/page/days.ts";
import { FAMILIES, holderColours } from "../src/page/colours.ts";

test("the address keeps every other filter, and starts again at the first page", () => {
  const address = "http://localhost/?place=Idlib&from=2015-01-01&page=3";
  assert.equal(withParameters(address, { from: "2015-04-25", to: "2015-04-28" }), "http://localhost/?place=Idlib&from=2015-04-25&to=2015-04-28");
  assert.equal(withParameters(address, { from: null }), "http://localhost/?place=Idlib");
});

test("the most frequent holders have colours of their own, the same in every order", () => {
  const colours = holderColours(["A", "B", "B", "C"]);
  assert.equal(new Set(colours.values()).size, 3);
  assert.deepEqual(holderColours(["B", "C", "B", "A"]), colours);
});

/** Relative luminance and contrast as WCAG defines them. */
function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

test("families stand out from white paper by three to one", () => {
  const css = readFileSync(new URL("../src/islands.css", import.meta.url), "utf8");
  for (const family of FAMILIES) {
    const colour = new RegExp(`var\\(--${family}, (#[0-9a-f]{6})\\)`).exec(css)?.[1] ?? "#ffffff";
    assert.ok(contrast(colour, "#ffffff") >= 3, `${family} ${colour}`);
  }
});

test("days chosen take what may lie within them, and nothing without a day", () => {
  const range = { from: "2015-04-25", to: "2015-04-28" };
  assert.equal(mayLieWithin("2015-04-20", "2015-04-25", range), true);
  assert.equal(mayLieWithin("2015-04-29", "2015-04-30", range), false);
  assert.equal(mayLieWithin(null, "2015-04-26", range), true);
  assert.equal(mayLieWithin(null, null, range), false);
});
