/** Who holds which place on the day, as squares. */
import type { FeatureCollection, Point } from "geojson";

import { holderColours } from "../page/colours.ts";
import type { Holding } from "../records.ts";
import type { Status } from "./hatch.ts";

export const NOT_KNOWN = "not known";

export interface Square {
  index: number;
  place: string;
  icon: string;
}

export function statusOf(holding: Holding): Status {
  if (holding.contested || holding.status === "contested") return "contested";
  return holding.status === "claimed" ? "claimed" : "held";
}

export function iconOf(holder: string, status: Status): string {
  return `holder-${status}-${holder}`;
}

export function coloursOfHolders(holdings: readonly Holding[]): Map<string, string> {
  return holderColours(holdings.map((holding) => holding.holder ?? NOT_KNOWN));
}

/** Places without coordinates are not on the map: the page lists them. */
export function squares(holdings: readonly Holding[]): FeatureCollection<Point, Square> {
  const features = holdings.flatMap((holding, index) => {
    const { lat, lon } = holding;
    if (lat === null || lon === null) return [];
    const properties = { index, place: holding.place, icon: iconOf(holding.holder ?? NOT_KNOWN, statusOf(holding)) };
    return [{ type: "Feature" as const, geometry: { type: "Point" as const, coordinates: [lon, lat] }, properties }];
  });
  return { type: "FeatureCollection", features };
}
