/** The figures of a toll as rows of a chart: one row a speaker, open ends as arrows. */
import type { Figure } from "../records.ts";

export interface Row {
  speaker: string;
  figures: Figure[];
}

/** Speakers in the order of their latest least figure, the highest first; figures that were superseded stay in the row. */
export function rows(figures: readonly Figure[]): Row[] {
  const bySpeaker = new Map<string, Figure[]>();
  for (const figure of figures) bySpeaker.set(figure.speaker, [...(bySpeaker.get(figure.speaker) ?? []), figure]);
  const all = [...bySpeaker].map(([speaker, own]) => ({ speaker, figures: own }));
  return all.sort((a, b) => standing(b) - standing(a) || a.speaker.localeCompare(b.speaker));
}

function standing(row: Row): number {
  const live = row.figures.filter((figure) => !figure.superseded);
  return Math.max(...(live.length > 0 ? live : row.figures).map((figure) => figure.low ?? figure.high ?? 0));
}

/** The end of the axis: a little beyond the highest figure, so that arrows have room. */
export function axisEnd(values: readonly (number | null)[]): number {
  const highest = Math.max(1, ...values.map((value) => value ?? 0));
  return highest * 1.15;
}

/** A figure with both its ends on the chart; `open` says which end is an arrow. */
export interface Span {
  figure: Figure;
  speaker: string;
  x1: number;
  x2: number;
  open: "low" | "high" | null;
}

export function span(figure: Figure, end: number): Span | null {
  const { low, high, speaker } = figure;
  if (low === null && high === null) return null;
  const open = high === null ? "high" : low === null ? "low" : null;
  return { figure, speaker, x1: low ?? 0, x2: high ?? end, open };
}
