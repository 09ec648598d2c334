/** What the map looks like: land and sea, borders, hatched areas, dots with rings, squares of control. */
import type { FeatureCollection } from "geojson";
import type { DataDrivenPropertyValueSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";

import { type Colours, FAMILIES } from "../page/colours.ts";

const NONE: FeatureCollection = { type: "FeatureCollection", features: [] };
const FONT = ["sans-serif"];
const CLUSTER_RADIUS = 24;
/** Reports name towns, so many incidents lie on one spot: they stay together however close one comes. */
export const LAST_CLUSTER_ZOOM = 13;
/** Many incidents together: those that lie close on the map, or those of a cell that the server sent as one. */
const MANY = ["any", ["has", "point_count"], ["get", "cell"]] as const;
const POINT = ["!", MANY] as const;

type Colour = DataDrivenPropertyValueSpecification<string>;

function familyColour(colours: Colours): Colour {
  return ["match", ["get", "family"], ...FAMILIES.flatMap((family) => [family, colours[family]]), colours.dim] as unknown as Colour;
}

function ground(colours: Colours): LayerSpecification[] {
  return [
    { id: "sea", type: "background", paint: { "background-color": colours.sea } },
    { id: "world", type: "fill", source: "world", paint: { "fill-color": colours.card } },
    { id: "world-line", type: "line", source: "world", paint: { "line-color": colours.border, "line-width": 0.8 } },
    { id: "country", type: "fill", source: "countries", paint: { "fill-color": colours.card } },
    { id: "province-line", type: "line", source: "provinces", paint: { "line-color": colours.line, "line-width": 0.8 } },
    { id: "country-line", type: "line", source: "countries", paint: { "line-color": colours.border, "line-width": 1.2 } },
  ];
}

function hatchedAreas(colours: Colours): LayerSpecification[] {
  const chosen = ["boolean", ["feature-state", "chosen"], false];
  return [
    { id: "area", type: "fill", source: "areas", paint: { "fill-pattern": ["concat", "hatch-", ["get", "family"]], "fill-opacity": ["case", ["get", "whole"], 0.14, 0.5] } },
    {
      id: "area-line", type: "line", source: "areas",
      paint: { "line-color": familyColour(colours), "line-width": ["case", chosen, 3, 1.2], "line-dasharray": [3, 2] } as never,
    },
  ];
}

function incidents(colours: Colours): LayerSpecification[] {
  const colour = familyColour(colours);
  return [
    {
      id: "ring", type: "circle", source: "incidents", filter: ["all", POINT, [">", ["get", "outer"], ["get", "inner"]]] as never,
      paint: { "circle-radius": ["get", "outer"], "circle-color": colour, "circle-opacity": 0.18, "circle-stroke-color": colour, "circle-stroke-width": 1 },
    },
    {
      id: "dot", type: "circle", source: "incidents", filter: POINT as never,
      paint: {
        "circle-radius": ["get", "inner"], "circle-color": colour,
        "circle-opacity": ["case", ["get", "told"], 0.85, 0.25],
        "circle-stroke-color": ["case", ["get", "contested"], colours.ink, ["get", "told"], colours.card, colour] as never,
        "circle-stroke-width": ["case", ["get", "contested"], 2, 1],
      },
    },
    {
      id: "site", type: "circle", source: "incidents", filter: ["all", POINT, ["==", ["get", "precision"], "site"]] as never,
      paint: { "circle-radius": 1.6, "circle-color": colours.card },
    },
  ];
}

/** "1.2k" for 1,234. */
const SHORT = ["case", [">=", ["get", "many"], 1000],
  ["concat", ["/", ["round", ["/", ["get", "many"], 100]], 10], "k"], ["to-string", ["get", "many"]]] as never;

/** How many of a cluster's incidents are of each family, and the least number of dead. */
const SUMS = Object.fromEntries([
  ...FAMILIES.map((family) => [family, ["+", ["case", ["==", ["get", "family"], family], ["get", "many"], 0]]]),
  ["low", ["+", ["get", "low"]]],
  ["many", ["+", ["get", "many"]]],
]) as Record<string, unknown>;

/** The colour of the family that most of a cluster's incidents have. */
function mostFrequent(colours: Colours): Colour {
  const most = ["max", ...FAMILIES.map((family) => ["get", family])];
  return ["case", ["!", ["has", "point_count"]], familyColour(colours), ...FAMILIES.flatMap((family) => [["==", ["get", family], most], colours[family]]), colours.dim] as unknown as Colour;
}

function clusters(colours: Colours): LayerSpecification[] {
  return [
    {
      id: "cluster", type: "circle", source: "incidents", filter: MANY as never,
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "low"]], 0, 10, 16, 24, 60, 32],
        "circle-color": colours.card, "circle-opacity": 0.92, "circle-stroke-color": mostFrequent(colours), "circle-stroke-width": 2.5,
      },
    },
  ];
}

/** The numbers lie over the squares of control, so that they can be read. */
function counts(colours: Colours): LayerSpecification {
  return {
    id: "cluster-count", type: "symbol", source: "incidents", filter: MANY as never,
    layout: { "text-field": SHORT, "text-font": FONT, "text-size": 12, "text-allow-overlap": true },
    paint: { "text-color": colours.ink, "text-halo-color": colours.card, "text-halo-width": 1.5 },
  };
}

function control(colours: Colours): LayerSpecification[] {
  return [
    {
      id: "control", type: "symbol", source: "control",
      layout: {
        "icon-image": ["get", "icon"], "icon-size": ["interpolate", ["linear"], ["zoom"], 4, 0.6, 9, 1], "icon-overlap": "always", "icon-offset": [13, 10],
        "text-field": ["step", ["zoom"], "", 8, ["get", "place"]], "text-font": FONT, "text-size": 12, "text-anchor": "left",
        "text-offset": [1.8, 0.8], "text-optional": true,
      },
      paint: { "text-color": colours.ink, "text-halo-color": colours.card, "text-halo-width": 1.5 },
    },
  ];
}

function tiles(template: string): StyleSpecification["sources"] {
  return { tiles: { type: "raster", tiles: [template], tileSize: 256 } };
}

/** The whole style; `template` is the address of raster tiles where the site has been set to use them. */
export function style(colours: Colours, template: string | undefined): StyleSpecification {
  const empty = { type: "geojson", data: NONE } as const;
  const clustered = { cluster: true, clusterRadius: CLUSTER_RADIUS, clusterMaxZoom: LAST_CLUSTER_ZOOM, clusterProperties: SUMS } as const;
  const raster: LayerSpecification[] = template === undefined ? [] : [{ id: "tiles", type: "raster", source: "tiles" }];
  return {
    version: 8,
    sources: {
      world: empty, countries: empty, provinces: empty, control: empty,
      areas: { ...empty, promoteId: "key" },
      incidents: { ...empty, ...clustered, maxzoom: 14, buffer: 64 },
      ...(template === undefined ? {} : tiles(template)),
    },
    layers: [...ground(colours), ...raster, ...hatchedAreas(colours), ...incidents(colours), ...clusters(colours), ...control(colours), counts(colours)],
  };
}
