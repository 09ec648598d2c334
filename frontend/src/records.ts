/** What the pages hand to the islands, as JSON. Unknown is null, never an empty string or 0. */
import type { Point } from "geojson";

export type Family = "battles" | "explosions" | "violence" | "protests" | "riots" | "developments";
export type Precision = "site" | "town" | "province" | "country" | "unknown";

/** Where an incident lies that is known only to a province or a country. `country` is an ISO 3166 alpha-2 code. */
export interface Area {
  country: string | null;
  admin1: string | null;
  name: string | null;
}

export interface Incident {
  id: string;
  url: string;
  title: string;
  type: string | null;
  family: Family;
  from: string | null;
  to: string | null;
  killed_low: number | null;
  killed_high: number | null;
  precision: Precision;
  place: string | null;
  admin1: string | null;
  country: string | null;
  grade: string | null;
  contested: boolean;
  area?: Area | null;
}

export interface IncidentFeature {
  type: "Feature";
  geometry: Point | null;
  properties: Incident;
}

export interface Incidents {
  type: "FeatureCollection";
  features: IncidentFeature[];
}

/** Who holds a place on the day that the map shows. */
export interface Holding {
  place: string;
  url: string;
  lat: number;
  lon: number;
  holder: string | null;
  side: string | null;
  status: "held" | "claimed" | "contested" | null;
  contested: boolean;
}

export interface Day {
  day: string;
  incidents: number;
  killed_low: number | null;
  killed_high: number | null;
}

export interface Figure {
  speaker: string;
  low: number | null;
  high: number | null;
  approximate: boolean;
  published: string | null;
  partisan: boolean;
  superseded: boolean;
  url: string;
}

export interface Policy {
  name: string;
  low: number | null;
  best: number | null;
  high: number | null;
}

export interface Tolls {
  harm: string;
  unit: string;
  policy: Policy | null;
  figures: Figure[];
}

export interface Spell {
  holder: string;
  side: string | null;
  first: string;
  last: string;
  ended: boolean;
  status: "held" | "claimed" | "contested";
  contested: string[];
  url: string;
}

export interface ControlSpells {
  from: string;
  to: string;
  spells: Spell[];
}
