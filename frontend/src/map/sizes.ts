/** How large an incident is drawn: its area grows with its toll, so that twice the dead look like twice as much. */

export const SMALLEST = 4;
export const LARGEST = 30;
const GROWTH = 1.7;

/** Radius in pixels for a number of dead; that nobody was killed and that nobody tells are both the smallest dot. */
export function radius(killed: number | null): number {
  return killed === null ? SMALLEST : Math.min(LARGEST, SMALLEST + GROWTH * Math.sqrt(killed));
}

/** The dot of the least and the ring of the most that are reported; an open end has a ring of its own kind. */
export function radii(low: number | null, high: number | null): { inner: number; outer: number } {
  const inner = radius(low ?? 0);
  return { inner, outer: Math.max(inner, radius(high)) };
}
