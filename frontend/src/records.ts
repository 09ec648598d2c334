/** What the pages hand to the islands, as JSON. Unknown is null, never an empty string or 0. */
import type { Point } from "geojson";

/** The codebook's families of types of event. */
export type Family = "explosion" | "territory" | "ground" | "violence" | "crowd" | "dealing" | "arms";
/** How closely a place is known; a "cell" is many incidents of a square of the map, sent as one. */
export type Precision = "site" | "town" | "area" | "district" | "province" | "country" | "cell";

/** Where an incident lies that is known only to a province or a country. `country` is an ISO 3166 alpha-2 code. */
export interface Area {
  country: string | null;
  admin1: string | null;
  name: string | null;
}

export interface Incident {
  /** Cells have neither id nor address. */
  id?: string;
  url?: string;
  title: string;
  /** How many incidents the feature stands for. */
  count?: number;
  /** The edges of a cell. */
  bounds?: [west: number, south: number, east: number, north: number];
  type: string | null;
  family: Family;
  from?: string | null;
  to?: string | null;
  killed_low: number | null;
  killed_high: number | null;
  precision: Precision | null;
  place?: string | null;
  admin1?: string | null;
  country?: string | null;
  grade?: string | null;
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
  /** How many incidents with a point were found; more than are sent where some are sent as cells. */
  total?: number;
}

/** Who holds a place on the day that the map shows. */
export interface Holding {
  place: string;
  url: string;
  lat: number | null;
  lon: number | null;
  holder: string | null;
  side: string | null;
  status: "held" | "claimed" | "contested" | null;
  contested: boolean;
  /** The last day of which it is told; where not `sure`, holding on until the day asked for is only taken to be. */
  told?: string | null;
  sure?: boolean;
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
  url: string | null;
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
  first: string | null;
  last: string | null;
  /** The day on which it is told to have ended, if it is. */
  ended: string | null;
  status: "held" | "claimed" | "contested";
  contested: string[];
  url: string | null;
}

export interface ControlSpells {
  from: string | null;
  to: string | null;
  spells: Spell[];
}
