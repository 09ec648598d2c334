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
  /** No report says how many at most: the ring is dashed in the legend's words, lighter on the map. */
  open: boolean;
  told: boolean;
  contested: boolean;
  low: number;
}

function drawn(incident: Incident, index: number): Drawn {
  const { killed_low: low, killed_high: high } = incident;
  const { family, precision, contested } = incident;
  const told = low !== null || high !== null;
  return { index, family, precision, ...radii(low, high), open: told && high === null, told, contested, low: low ?? 0 };
}

/** Only what is known to a site or a town is a point, whatever geometry the data holds. */
export function isPoint(feature: IncidentFeature): feature is IncidentFeature & { geometry: Point } {
  const { precision } = feature.properties;
  return feature.geometry !== null && (precision === "site" || precision === "town");
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
