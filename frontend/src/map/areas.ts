/** Incidents that are known only to a province or a country, gathered by that area. */
import type { Area, Family, Incident, Incidents } from "../records.ts";
import { country } from "../page/words.ts";
import { isPoint } from "./points.ts";

export interface AreaIncidents {
  /** "SY/Idlib", "SY/" for a country, "/" where nothing is known. */
  key: string;
  country: string | null;
  admin1: string | null;
  name: string;
  incidents: Incident[];
  low: number;
  /** The family of most of its incidents: its hatching has that colour. */
  family: Family;
}

function areaOf(incident: Incident): Area {
  return incident.area ?? { country: incident.country ?? null, admin1: incident.admin1 ?? null, name: incident.place ?? null };
}

function mostFrequent(incidents: readonly Incident[]): Family {
  const counts = new Map<Family, number>();
  for (const { family } of incidents) counts.set(family, (counts.get(family) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "dealing";
}

function gathered(key: string, area: Area, incidents: Incident[]): AreaIncidents {
  const name = area.admin1 ?? (area.country === null ? area.name ?? "Place not known" : country(area.country));
  const low = incidents.reduce((sum, incident) => sum + (incident.killed_low ?? 0), 0);
  return { key, country: area.country, admin1: area.admin1, name, incidents, low, family: mostFrequent(incidents) };
}

/** The areas with incidents that no point stands for, those with the most incidents first. */
export function areas(incidents: Incidents): AreaIncidents[] {
  const groups = new Map<string, { area: Area; incidents: Incident[] }>();
  for (const feature of incidents.features) {
    if (isPoint(feature)) continue;
    const area = areaOf(feature.properties);
    const key = `${area.country ?? ""}/${area.admin1 ?? ""}`;
    const group = groups.get(key) ?? { area, incidents: [] };
    group.incidents.push(feature.properties);
    groups.set(key, group);
  }
  const all = [...groups].map(([key, group]) => gathered(key, group.area, group.incidents));
  return all.sort((a, b) => b.incidents.length - a.incidents.length || a.name.localeCompare(b.name));
}
