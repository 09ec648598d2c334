/** A map with what it shows: incidents, wide areas, control, and the outlines that have come into view. */
import type { Feature } from "geojson";
import type { Map as Chart } from "maplibre-gl";

import { coloursOf } from "../page/colours.ts";
import type { Holding, Incident, Incidents } from "../records.ts";
import { type AreaIncidents, areas } from "./areas.ts";
import { drawHatchings, drawSquares, fill, fit } from "./chart.ts";
import { hasCells } from "./closer.ts";
import { coloursOfHolders, squares } from "./control.ts";
import type { Frame } from "./frame.ts";
import { holdersLegend, legend } from "./legend.ts";
import type { Outlines } from "./outlines.ts";
import { type Box, boxOf, corners, isPoint, points } from "./points.ts";
import { inView, wideAreas } from "./side.ts";

/** From this zoom on countries are drawn in full, with their provinces. */
const DETAIL_ZOOM = 3.5;

export class View {
  #incidents: Incidents = { type: "FeatureCollection", features: [] };
  #holdings: Holding[] = [];
  #areas: AreaIncidents[] = [];
  #day: string | undefined;
  #coarse = false;
  readonly #chart: Chart;
  readonly #frame: Frame;
  readonly #outlines: Outlines;

  constructor(chart: Chart, parts: Frame, outlines: Outlines) {
    this.#chart = chart;
    this.#frame = parts;
    this.#outlines = outlines;
    chart.on("moveend", () => { this.#list(); void this.#detail(); });
  }

  incident = (index: number): Incident | undefined => this.#incidents.features[index]?.properties;
  holding = (index: number): Holding | undefined => this.#holdings[index];
  area = (key: string): AreaIncidents | undefined => this.#areas.find((area) => area.key === key);

  /** Takes the data of a selection and draws it; the view moves only when `move` is set. */
  async take(incidents: Incidents, holdings: Holding[], on: string | undefined, move: boolean): Promise<void> {
    this.#incidents = incidents;
    this.#holdings = holdings;
    this.#day = on;
    this.#areas = areas(incidents);
    this.#coarse = hasCells(incidents);
    this.paint();
    if (move) fit(this.#chart, this.#box(), false);
    await this.#outlines.fetch(this.#areas.flatMap((area) => area.country ?? []));
    this.#ground();
    const outlined = (area: AreaIncidents): boolean => this.#outlined(area) !== null;
    this.#frame.wide.replaceChildren(...wideAreas(this.#areas, outlined, (area) => { this.#choose(area); }));
    this.#list();
    await this.#detail();
  }

  /** Exchanges the points for those that the server has for what is in view; wide areas stay. */
  closer(incidents: Incidents): void {
    this.#incidents = incidents;
    fill(this.#chart, "incidents", points(incidents));
    this.#list();
  }

  /** Whether some incidents came as cells, so that coming closer shows more. */
  get coarse(): boolean {
    return this.#coarse;
  }

  /** Draws everything that depends on the colours. */
  paint(): void {
    const colours = coloursOf(this.#frame.root);
    const holders = coloursOfHolders(this.#holdings);
    drawHatchings(this.#chart, colours);
    drawSquares(this.#chart, holders, colours);
    fill(this.#chart, "incidents", points(this.#incidents));
    fill(this.#chart, "control", squares(this.#holdings));
    this.#frame.legend.replaceChildren(...legend(colours));
    this.#frame.holders.replaceChildren(...holdersLegend(colours, holders, this.#day));
    this.#ground();
  }

  /** Countries and provinces that are loaded, the coarse world under the rest, hatched areas. */
  #ground(): void {
    const { borders, provinces } = this.#outlines;
    const coarse = this.#outlines.world().filter((country) => !borders.has(country.properties.code));
    fill(this.#chart, "world", { type: "FeatureCollection", features: coarse });
    fill(this.#chart, "countries", { type: "FeatureCollection", features: [...borders.values()] });
    fill(this.#chart, "provinces", { type: "FeatureCollection", features: [...provinces.values()].flat() });
    fill(this.#chart, "areas", { type: "FeatureCollection", features: this.#hatched() });
  }

  /** Countries lie under their provinces. */
  #hatched(): Feature[] {
    const wholeFirst = this.#areas.toSorted((a, b) => Number(b.admin1 === null) - Number(a.admin1 === null));
    return wholeFirst.flatMap((area) => this.#outlined(area) ?? []);
  }

  #outlined(area: AreaIncidents): Feature | null {
    const outline = area.country === null ? undefined : this.#outlines.find(area.country, area.admin1);
    if (outline === undefined) return null;
    return { type: "Feature", geometry: outline, properties: { key: area.key, family: area.family, whole: area.admin1 === null } };
  }

  #choose(chosen: AreaIncidents): void {
    for (const area of this.#areas) {
      this.#chart.setFeatureState({ source: "areas", id: area.key }, { chosen: area === chosen });
    }
    const outline = this.#outlined(chosen)?.geometry;
    if (outline !== undefined) fit(this.#chart, boxOf(corners(outline)), true);
  }

  async #detail(): Promise<void> {
    if (this.#chart.getZoom() < DETAIL_ZOOM) return;
    if (await this.#outlines.fetch(this.#outlines.within(this.#bounds()))) this.#ground();
  }

  #bounds(): Box {
    return this.#chart.getBounds().toArray().flat() as Box;
  }

  #list(): void {
    const [west, south, east, north] = this.#bounds();
    const seen = this.#incidents.features.filter((feature) => {
      if (!isPoint(feature)) return false;
      const [lon = 0, lat = 0] = feature.geometry.coordinates;
      return lon >= west && lon <= east && lat >= south && lat <= north;
    });
    this.#frame.view.replaceChildren(...inView(seen.map((feature) => feature.properties)));
  }

  #box(): Box | null {
    const dots = this.#incidents.features.filter(isPoint).map((feature) => feature.geometry.coordinates);
    const wide = this.#areas.flatMap(({ country }) => {
      const box = country === null ? undefined : this.#outlines.box(country);
      return box === undefined ? [] : [[box[0], box[1]], [box[2], box[3]]];
    });
    const held = this.#holdings.flatMap(({ lon, lat }) => (lon === null || lat === null ? [] : [[lon, lat]]));
    return boxOf(dots.length > 0 ? dots : held.length > 0 ? held : wide);
  }
}
