/** Splits the outlines of the world into a coarse world and a script for each country, which the map loads as needed. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

import { bbox, feature, mergeArcs, quantize } from "topojson-client";
import { topology } from "topojson-server";
import { filter, filterAttachedWeight, presimplify, simplify, sphericalRingArea, sphericalTriangleArea } from "topojson-simplify";
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from "topojson-specification";
import { parse } from "yaml";

interface Listed {
  code: string;
  country: string;
  names: string[];
}

type Province = (Polygon | MultiPolygon) & { properties: Listed };
type Named = Record<string, { name: string; also?: string[] }>;

/** The coarse world drops corners under about 80 km², and islands under 400. */
const WORLD_TRIANGLE = 2e-6;
const WORLD_ISLAND = 1e-5;
/** Steps a side of the coarse world: the outlines' own tenth. */
const WORLD_STEPS = 1e4;

/** The names that Dateline has for provinces, by country and GeoNames code. */
function curated(folder: string): Map<string, Named> {
  const files = readdirSync(folder).filter((file) => /^[A-Z]{2}\.yml$/.test(file));
  return new Map(files.map((file) => {
    const { provinces } = parse(readFileSync(join(folder, file), "utf8")) as { provinces?: Named };
    return [file.slice(0, 2), provinces ?? {}];
  }));
}

/** A province under the name that the record uses, with every other name that it goes by. */
function named(province: Province, known: Named): Province {
  const entry = known[province.properties.code.slice(3)];
  const all = [entry?.name, ...(entry?.also ?? []), ...province.properties.names].filter((name) => name !== undefined);
  const properties = { name: all[0] ?? "", names: [...new Set(all)] };
  return { ...province, properties } as unknown as Province;
}

/** The part of a topology that `geometries` need: their arcs alone, numbered anew. */
function excerpt(whole: Topology, geometries: Province[]): Topology {
  const arcs: Topology["arcs"] = [];
  const numbers = new Map<number, number>();
  const renumber = (arc: number): number => {
    const index = arc < 0 ? ~arc : arc;
    if (!numbers.has(index)) numbers.set(index, arcs.push(whole.arcs[index] ?? []) - 1);
    const fresh = numbers.get(index) ?? 0;
    return arc < 0 ? ~fresh : fresh;
  };
  const walk = <T>(nested: T): T => (Array.isArray(nested) ? nested.map(walk) : renumber(nested as number)) as T;
  const kept = geometries.map((geometry) => ({ ...geometry, arcs: walk(geometry.arcs) }));
  const provinces: GeometryCollection = { type: "GeometryCollection", geometries: kept as GeometryCollection["geometries"] };
  return { type: "Topology", ...(whole.transform && { transform: whole.transform }), objects: { provinces }, arcs };
}

function world(whole: Topology, countries: Map<string, Province[]>): Topology {
  const geometries = [...countries].map(([code, provinces]) => ({
    ...mergeArcs(whole, provinces),
    id: code,
    properties: { name: provinces[0]?.properties.country ?? code },
  }));
  const joined = { ...whole, objects: { countries: { type: "GeometryCollection", geometries } } } as Topology<{ countries: GeometryCollection }>;
  const apart = topology({ countries: feature(joined, joined.objects.countries) }) as Topology<{ countries: GeometryCollection<object> }>;
  const coarse = simplify(presimplify(apart, sphericalTriangleArea), WORLD_TRIANGLE);
  return quantize(filter(coarse, filterAttachedWeight(coarse, WORLD_ISLAND, (ring) => sphericalRingArea(ring, false))), WORLD_STEPS);
}

function script(key: string, value: Topology): string {
  return `window.dateline.outlines[${JSON.stringify(key)}]=${JSON.stringify(value)};\n`;
}

/** Where each country lies, west south east north, for the map to know which ones are in view. */
function boxes(whole: Topology, countries: Map<string, Province[]>): Record<string, number[]> {
  return Object.fromEntries([...countries].map(([code, provinces]) => {
    const box = bbox(excerpt(whole, provinces));
    return [code, box.map((degree) => Number(degree.toFixed(2)))];
  }));
}

/** Writes the scripts into `target`; `source` is provinces.json.gz, `names` the folder of Dateline's provinces. */
export function writeOutlines(source: string, names: string, target: string): void {
  const whole = JSON.parse(gunzipSync(readFileSync(source)).toString()) as Topology<{ provinces: GeometryCollection }>;
  const countries = new Map<string, Province[]>();
  for (const province of whole.objects.provinces.geometries as Province[]) {
    const code = province.properties.code.slice(0, 2);
    countries.set(code, [...(countries.get(code) ?? []), province]);
  }
  const known = curated(names);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, "world.js"), script("world", { ...world(whole, countries), boxes: boxes(whole, countries) } as Topology));
  for (const [code, provinces] of countries) {
    const own = provinces.map((province) => named(province, known.get(code) ?? {}));
    writeFileSync(join(target, `${code}.js`), script(code, excerpt(whole, own)));
  }
}
