/** Days that the reader chose, told from one island to another. */

export interface DayRange {
  from: string;
  to: string;
}

const CHOSEN = "dateline:days";

export function showDays(range: DayRange): void {
  document.dispatchEvent(new CustomEvent(CHOSEN, { detail: range }));
}

export function onShowDays(act: (range: DayRange) => void): void {
  document.addEventListener(CHOSEN, (event) => { act((event as CustomEvent<DayRange>).detail); });
}

/** Whether something that happened from one day to another, as far as is known, may lie within the range. */
export function mayLieWithin(from: string | null | undefined, to: string | null | undefined, range: DayRange): boolean {
  if (from == null && to == null) return false;
  return (from ?? to ?? "") <= range.to && (to ?? from ?? "") >= range.from;
}
