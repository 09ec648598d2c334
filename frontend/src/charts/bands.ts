/** Spells of control as bands. Where nothing is known there is no band: a gap is never filled from its sides. */
import type { ControlSpells, Spell } from "../records.ts";
import { addDays } from "./days.ts";

export interface Band {
  spell: Spell;
  holder: string;
  /** `to` is the first day after the band. */
  from: string;
  to: string;
  /** Until when nothing is told to have ended it: drawn as a thin line, for nobody says that it lasted. */
  open: string;
}

/** A band a spell, cut to the days that the chart shows. */
export function bands({ from, to, spells }: ControlSpells): Band[] {
  if (from === null || to === null) return [];
  const end = addDays(to, 1);
  return spells.flatMap((spell) => {
    // A spell with one day told is a band of that day.
    const first = spell.first ?? spell.last;
    const last = spell.last ?? spell.first;
    if (first === null || last === null) return [];
    const after = addDays(last, 1);
    const cut = { from: first < from ? from : first, to: after > end ? end : after };
    const open = spell.ended === null ? end : cut.to;
    return cut.from < cut.to ? [{ spell, holder: spell.holder, ...cut, open }] : [];
  });
}

/** Holders in the order in which they come. */
export function holders(spells: readonly Spell[]): string[] {
  return [...new Set(spells.toSorted((a, b) => (a.first ?? "").localeCompare(b.first ?? "")).map((spell) => spell.holder))];
}
