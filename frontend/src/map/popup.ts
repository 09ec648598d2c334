/** What a click on the map tells. */
import { type GeoJSONSource, type LngLat, type Map as Chart, type MapGeoJSONFeature, type MapMouseEvent, Popup } from "maplibre-gl";

import { reducedMotion } from "../page/colours.ts";
import { make } from "../page/dom.ts";
import { count, day } from "../page/words.ts";
import type { Holding, Incident } from "../records.ts";
import type { AreaIncidents } from "./areas.ts";
import { NOT_KNOWN, statusOf } from "./control.ts";
import { entry } from "./side.ts";
import { LAST_CLUSTER_ZOOM } from "./style.ts";

const MOST = 12;
const MOST_LEAVES = 200;

export interface Contents {
  incident(index: number): Incident | undefined;
  holding(index: number): Holding | undefined;
  area(key: string): AreaIncidents | undefined;
}

const STATUS_WORDS = { held: "holds", claimed: "is claimed to hold", contested: "is contested in" } as const;

function aboutHolding(holding: Holding): HTMLElement {
  const link = make("a", { href: holding.url, dir: "auto" }, holding.place);
  const words = statusOf(holding) === "contested"
    ? `contested${holding.holder === null ? "" : `, last told held by ${holding.holder}`}`
    : `${holding.holder ?? NOT_KNOWN} ${STATUS_WORDS[statusOf(holding)]} it`;
  const since = holding.sure === false && holding.told != null ? `; last told for ${day(holding.told)}` : "";
  return make("p", {}, link, make("span", { class: "said", dir: "auto" }, words + since));
}

function aboutIncidents(incidents: readonly Incident[]): HTMLElement[] {
  const rest = incidents.length - MOST;
  const list = make("ol", { class: "incidents" }, ...incidents.slice(0, MOST).map(entry));
  return rest > 0 ? [list, make("p", { class: "more" }, `and ${count(rest, "more incident")}`)] : [list];
}

function aboutArea(area: AreaIncidents): HTMLElement[] {
  return [make("p", {}, make("strong", {}, area.name), ": where in it is not known"), ...aboutIncidents(area.incidents)];
}

/** Everything under the pointer, or null where there is nothing. */
function told(features: readonly MapGeoJSONFeature[], contents: Contents): HTMLElement | null {
  const of = (layer: string): MapGeoJSONFeature[] => features.filter((feature) => feature.layer.id === layer);
  const indices = new Set(of("dot").map((feature) => Number(feature.properties["index"])));
  const incidents = [...indices].flatMap((index) => contents.incident(index) ?? []);
  const holding = contents.holding(Number(of("control")[0]?.properties["index"] ?? -1));
  const area = contents.area(String(of("area")[0]?.properties["key"] ?? ""));
  const parts = [
    ...(holding === undefined ? [] : [aboutHolding(holding)]),
    ...(incidents.length > 0 ? aboutIncidents(incidents) : area === undefined || holding !== undefined ? [] : aboutArea(area)),
  ];
  return parts.length === 0 ? null : make("div", { class: "map-popup" }, ...parts);
}

function open(chart: Chart, at: LngLat, body: HTMLElement): void {
  new Popup({ maxWidth: "22rem" }).setLngLat(at).setDOMContent(body).addTo(chart);
}

/** Comes closer until a cluster falls apart; one whose incidents lie on one spot tells them instead. */
async function openCluster(chart: Chart, cluster: MapGeoJSONFeature, at: LngLat, contents: Contents): Promise<void> {
  const bounds = contents.incident(Number(cluster.properties["index"] ?? -1))?.bounds;
  if (bounds !== undefined) {
    chart.fitBounds(bounds, { animate: !reducedMotion() });
    return;
  }
  const source = chart.getSource<GeoJSONSource>("incidents");
  const id = Number(cluster.properties["cluster_id"]);
  if (source === undefined) return;
  const zoom = await source.getClusterExpansionZoom(id);
  if (zoom <= LAST_CLUSTER_ZOOM) {
    chart.easeTo({ center: at, zoom, animate: !reducedMotion() });
    return;
  }
  const leaves = await source.getClusterLeaves(id, MOST_LEAVES, 0);
  const incidents = leaves.flatMap((leaf) => contents.incident(Number(leaf.properties?.["index"])) ?? []);
  open(chart, at, make("div", { class: "map-popup" }, ...aboutIncidents(incidents)));
}

/** Opens a box on a click, with what lies there. */
export function popups(chart: Chart, contents: Contents): void {
  const layers = ["dot", "control", "area"];
  chart.on("click", (event: MapMouseEvent) => {
    const [cluster] = chart.queryRenderedFeatures(event.point, { layers: ["cluster"] });
    if (cluster !== undefined) {
      void openCluster(chart, cluster, event.lngLat, contents);
      return;
    }
    const body = told(chart.queryRenderedFeatures(event.point, { layers }), contents);
    if (body !== null) open(chart, event.lngLat, body);
  });
  for (const layer of [...layers, "cluster"]) {
    chart.on("mouseenter", layer, () => { chart.getCanvas().style.cursor = "pointer"; });
    chart.on("mouseleave", layer, () => { chart.getCanvas().style.cursor = ""; });
  }
}
