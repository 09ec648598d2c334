/** Days of a time slider: every day from the first to the last, whether or not something happened. */
import type { Day } from "../records.ts";

const MS_A_DAY = 86_400_000;

export function toTime(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

export function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return toDay(toTime(day) + days * MS_A_DAY);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((toTime(to) - toTime(from)) / MS_A_DAY);
}

/** A bar of the histogram: `to` is the first day after it. */
export interface Bin {
  from: string;
  to: string;
  incidents: number;
  low: number;
}

/** Bars of whole days, at most `most` of them. */
export function bins(days: readonly Day[], first: string, last: string, most: number): Bin[] {
  const span = daysBetween(first, last) + 1;
  const size = Math.max(1, Math.ceil(span / most));
  const all: Bin[] = Array.from({ length: Math.ceil(span / size) }, (_, bar) => ({
    from: addDays(first, bar * size), to: addDays(first, Math.min(span, (bar + 1) * size)), incidents: 0, low: 0,
  }));
  for (const { day, incidents, killed_low: low } of days) {
    const bin = all[Math.floor(daysBetween(first, day) / size)];
    if (bin === undefined) continue;
    bin.incidents += incidents;
    bin.low += low ?? 0;
  }
  return all;
}

/** How many incidents there are from one day to another, both included. */
export function incidents(days: readonly Day[], from: string, to: string): number {
  return days.filter(({ day }) => day >= from && day <= to).reduce((total, { incidents }) => total + incidents, 0);
}
