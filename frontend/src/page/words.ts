/** Figures and days as the pages write them. */

const ONE = 1;

export function number(value: number): string {
  return value.toLocaleString("en");
}

/** "31–40", "31 or more", "up to 40", "31": an interval whose open ends are said, not guessed. */
export function interval(low: number | null, high: number | null): string {
  if (low !== null && high !== null) return low === high ? number(low) : `${number(low)}–${number(high)}`;
  if (low !== null) return `${number(low)} or more`;
  if (high !== null) return `up to ${number(high)}`;
  return "not told";
}

/** "31–40 killed", or null where no report tells. */
export function toll(low: number | null, high: number | null): string | null {
  return low === null && high === null ? null : `${interval(low, high)} killed`;
}

/** "25 Apr 2015"; two days as "25–27 Apr 2015" would hide a change of month, so both are written out. */
export function days(from: string | null, to: string | null): string {
  if (from === null && to === null) return "day not known";
  if (from === null) return `before ${day(to ?? "")}`;
  if (to === null) return `after ${day(from)}`;
  return from === to ? day(from) : `${day(from)} to ${day(to)}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export function day(iso: string): string {
  const [year = "", month = "", date = ""] = iso.split("-");
  return `${String(Number(date))} ${MONTHS[Number(month) - ONE] ?? month} ${year}`;
}

const COUNTRIES = new Intl.DisplayNames("en", { type: "region" });

/** "Syria" for "SY"; what is no code stands as it is. */
export function country(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (COUNTRIES.of(code) ?? code) : code;
}

export function count(many: number, noun: string): string {
  return `${number(many)} ${noun}${many === ONE ? "" : "s"}`;
}
