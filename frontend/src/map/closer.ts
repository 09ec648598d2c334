/** Where there are too many incidents to send one by one, those in view are asked for anew when the map moves. */
import type { Map as Chart } from "maplibre-gl";

import { read } from "../page/data.ts";
import type { Incidents } from "../records.ts";

const REST_MS = 200;

/** The address of the incidents in a box; a box that leaves the world is cut. */
export function within(source: string, [west, south, east, north]: readonly number[]): string {
  const [path = "", query = ""] = source.split("?");
  const parameters = new URLSearchParams(query);
  const box = [Math.max(-180, west ?? -180), Math.max(-90, south ?? -90), Math.min(180, east ?? 180), Math.min(90, north ?? 90)];
  parameters.set("bbox", box.map((degree) => degree.toFixed(3)).join(","));
  return `${path}?${parameters.toString()}`;
}

export function hasCells(incidents: Incidents): boolean {
  return incidents.features.some((feature) => feature.properties.precision === "cell");
}

/** Calls `take` with the incidents in view whenever the map has come to rest, while `source` names an address. */
export function follow(chart: Chart, source: () => string | undefined, take: (incidents: Incidents) => void): void {
  let timer = 0;
  let latest = 0;
  const ask = async (address: string): Promise<void> => {
    const asked = ++latest;
    const incidents = await read<Incidents>(within(address, chart.getBounds().toArray().flat()));
    if (asked === latest) take(incidents);
  };
  chart.on("moveend", () => {
    const address = source();
    if (address === undefined) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void ask(address), REST_MS);
  });
}
