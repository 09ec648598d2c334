/** Outlines of countries and provinces: a coarse world at once, a country in full when it comes into view. */
import type { Feature, Geometry, MultiPolygon } from "geojson";
import { feature, merge } from "topojson-client";
import type { GeometryCollection, MultiPolygon as TopoMulti, Polygon as TopoPolygon, Topology } from "topojson-specification";

import { load, shelf } from "../page/parts.ts";
import { byName } from "./names.ts";
import type { Box } from "./points.ts";

export interface ProvinceNames {
  name: string;
  names: string[];
}

type World = Topology<{ countries: GeometryCollection<{ name: string }> }> & { boxes: Record<string, Box> };
type Country = Topology<{ provinces: GeometryCollection<ProvinceNames> }>;
export type ProvinceFeature = Feature<Geometry, ProvinceNames & { country: string }>;

export class Outlines {
  readonly provinces = new Map<string, ProvinceFeature[]>();
  readonly borders = new Map<string, Feature<MultiPolygon>>();
  readonly #world: World;

  private constructor(world: World) {
    this.#world = world;
  }

  static async open(): Promise<Outlines> {
    await load("outlines/world.js");
    return new Outlines(shelf().outlines["world"] as World);
  }

  /** The coarse countries; each has its code as id. */
  world(): Feature<Geometry, { name: string; code: string }>[] {
    const { features } = feature(this.#world, this.#world.objects.countries);
    return features.map((country) => ({ ...country, properties: { ...country.properties, code: String(country.id) } }));
  }

  box(country: string): Box | undefined {
    return this.#world.boxes[country];
  }

  has(country: string): boolean {
    return this.provinces.has(country);
  }

  /** Codes of the countries that reach into a box. */
  within([west, south, east, north]: Box): string[] {
    const boxes = Object.entries(this.#world.boxes);
    return boxes.filter(([, box]) => box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south).map(([code]) => code);
  }

  /** Loads countries that are not there yet; says whether any was new. Codes without an outline are passed over. */
  async fetch(countries: readonly string[]): Promise<boolean> {
    const missing = countries.filter((code) => !this.has(code) && code in this.#world.boxes);
    await Promise.all(missing.map((code) => this.#fetchOne(code)));
    return missing.length > 0;
  }

  async #fetchOne(code: string): Promise<void> {
    await load(`outlines/${code}.js`);
    const country = shelf().outlines[code] as Country;
    const { provinces } = country.objects;
    const features = feature(country, provinces).features;
    this.provinces.set(code, features.map((one) => ({ ...one, properties: { ...one.properties, country: code } })));
    const whole = merge(country, provinces.geometries as (TopoPolygon | TopoMulti)[]);
    this.borders.set(code, { type: "Feature", geometry: whole, properties: { code } });
  }

  /** The outline of a province by any of its names, or of the whole country where none is given. */
  find(country: string, admin1: string | null): Geometry | undefined {
    if (admin1 === null) return this.borders.get(country)?.geometry;
    const known = (this.provinces.get(country) ?? []).map(({ geometry, properties }) => ({ geometry, names: properties.names }));
    return byName(known, admin1)?.geometry;
  }
}
