/** Colours come from the page's stylesheet, so that light and dark are decided in one place. */
import type { Family } from "../records.ts";

/** What the stylesheet names, with the light values for a page that sets none. */
const DEFAULTS = {
  ink: "#1c2126",
  paper: "#ffffff",
  line: "#d4d8dc",
  muted: "#5c6670",
  accent: "#1f5fa8",
  sea: "#e9eef2",
  land: "#f8f8f5",
  border: "#8b949c",
  battles: "#b3261e",
  explosions: "#b35c00",
  violence: "#7a3e9d",
  protests: "#1a7f5a",
  riots: "#8a6d00",
  developments: "#33658a",
} as const;

export type ColourName = keyof typeof DEFAULTS;
export type Colours = Record<ColourName, string>;

export const FAMILIES: readonly Family[] = ["battles", "explosions", "violence", "protests", "riots", "developments"];

export const FAMILY_NAMES: Record<Family, string> = {
  battles: "Battles",
  explosions: "Explosions, remote violence",
  violence: "Violence against civilians",
  protests: "Protests",
  riots: "Riots",
  developments: "Strategic developments",
};

/** The colours in force for `element`. */
export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const entries = Object.entries(DEFAULTS).map(([name, value]) => [name, style.getPropertyValue(`--${name}`).trim() || value]);
  return Object.fromEntries(entries) as Colours;
}

/** Holders have no colours of their own: the most frequent get one each, the rest share grey. Safe for the colour-blind. */
const HOLDER_COLOURS = ["#0072b2", "#c26a00", "#008a65", "#b5458a", "#6b5fc7", "#8a7400"];
const OTHER_HOLDER = "#767e86";

/** A colour for each holder, the most frequent first. */
export function holderColours(holders: readonly string[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const holder of holders) counts.set(holder, (counts.get(holder) ?? 0) + 1);
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
  return new Map(ranked.map(([holder], rank) => [holder, HOLDER_COLOURS[rank] ?? OTHER_HOLDER]));
}

/** Calls `changed` when the reader's system goes from light to dark or back. */
export function onThemeChange(changed: () => void): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
}

export function reducedMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
