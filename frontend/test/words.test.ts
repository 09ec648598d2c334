import assert from "node:assert/strict";
import { test } from "node:test";

import { country, days, interval, toll } from "../src/page/words.ts";

test("an interval says its open ends", () => {
  assert.equal(interval(31, 40), "31–40");
  assert.equal(interval(31, 31), "31");
  assert.equal(interval(31, null), "31 or more");
  assert.equal(interval(null, 40), "up to 40");
  assert.equal(interval(0, 0), "0");
});

test("a toll that nobody tells is not a nought", () => {
  assert.equal(toll(null, null), null);
  assert.equal(toll(0, 0), "0 killed");
});

test("days keep what is missing missing", () => {
  assert.equal(days("2015-04-25", "2015-04-25"), "25 Apr 2015");
  assert.equal(days("2015-04-25", "2015-05-02"), "25 Apr 2015 to 2 May 2015");
  assert.equal(days(null, null), "day not known");
  assert.equal(days(null, "2015-05-02"), "before 2 May 2015");
});

test("a country code is read out, anything else stands", () => {
  assert.equal(country("SY"), "Syria");
  assert.equal(country("Rojava"), "Rojava");
});
