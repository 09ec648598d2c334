/** Incidents at a known place as features that the map draws. */
import type { Feature, FeatureCollection, Geometry, Point, Position } from "geojson";

import type { Incident, IncidentFeature, Incidents } from "../records.ts";
import { radii } from "./sizes.ts";

/** What the map needs of an incident to draw it; the rest is looked up by its index. */
export interface Drawn {
  index: number;
  family: string;
  precision: string;
  inner: number;
  outer: number;
  told: boolean;
  contested: boolean;
  low: number;
  /** Many incidents of a square of the map, sent as one; `many` says how many. */
  cell: boolean;
  many: number;
}

function drawn(incident: Incident, index: number): Drawn {
  const { killed_low: low, killed_high: high } = incident;
  const { family, precision, contested } = incident;
  const told = low !== null || high !== null;
  const cell = precision === "cell";
  return {
    index, family, precision: precision ?? "", ...radii(low, high), told, contested, low: low ?? 0, cell, many: incident.count ?? 1,
  };
}

/** Only what is known to a site or a town is a point, whatever geometry the data holds; cells are shown as many. */
export function isPoint(feature: IncidentFeature): feature is IncidentFeature & { geometry: Point } {
  const { precision } = feature.properties;
  return feature.geometry !== null && (precision === "site" || precision === "town" || precision === "cell");
}

export function points(incidents: Incidents): FeatureCollection<Point, Drawn> {
  const features: Feature<Point, Drawn>[] = [];
  incidents.features.forEach((feature, index) => {
    if (!isPoint(feature)) return;
    features.push({ type: "Feature", geometry: feature.geometry, properties: drawn(feature.properties, index) });
  });
  return { type: "FeatureCollection", features };
}

export type Box = [west: number, south: number, east: number, north: number];

/** The smallest box around coordinates, or null for none. */
export function boxOf(coordinates: Iterable<readonly number[]>): Box | null {
  let box: Box | null = null;
  for (const [lon = 0, lat = 0] of coordinates) {
    box = box === null ? [lon, lat, lon, lat]
      : [Math.min(box[0], lon), Math.min(box[1], lat), Math.max(box[2], lon), Math.max(box[3], lat)];
  }
  return box;
}

/** The corners of an area's outline. */
export function corners(outline: Geometry): Position[] {
  if (outline.type === "Polygon") return outline.coordinates.flat();
  return outline.type === "MultiPolygon" ? outline.coordinates.flat(2) : [];
}
