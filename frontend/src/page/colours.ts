/** Colours come from the page's stylesheet, so that light and dark are decided in one place. */
import type { Family } from "../records.ts";

/** What the stylesheet names, with the light values for a page that sets none. */
const DEFAULTS = {
  ink: "#1b2026",
  paper: "#f7f6f2",
  card: "#fffefb",
  line: "#d9d7cf",
  dim: "#565e69",
  accent: "#1f4e79",
  sea: "#dfe6ea",
  border: "#8a9097",
  explosion: "#b3401f",
  territory: "#2f6b4f",
  ground: "#6b5a1d",
  violence: "#7d2a5d",
  crowd: "#3a5fa8",
  dealing: "#5f6672",
  arms: "#2d6d78",
} as const;

export type ColourName = keyof typeof DEFAULTS;
export type Colours = Record<ColourName, string>;

export const FAMILIES: readonly Family[] = ["explosion", "territory", "ground", "violence", "crowd", "dealing", "arms"];

export const FAMILY_NAMES: Record<Family, string> = {
  explosion: "Explosions and remote violence",
  territory: "Territory changing hands",
  ground: "Clashes on the ground",
  violence: "Violence against civilians, arrests",
  crowd: "Protests and riots",
  dealing: "Agreements, moves, other developments",
  arms: "Weapons foiled, looting",
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
