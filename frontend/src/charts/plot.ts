/** Observable Plot under a strict content policy. */
import * as Plot from "@observablehq/plot";

/**
 * Draws a plot without the style element that Plot puts into each drawing: pages allow no inline style. Plot draws before
 * the drawing is in the page, so the element is gone before the browser would refuse it; islands.css has the rules.
 */
export function drawn(options: Plot.PlotOptions, label: string): SVGElement | HTMLElement {
  const chart = Plot.plot({ className: "plot", ariaLabel: label, ...options });
  for (const style of [...chart.querySelectorAll("style")]) style.remove();
  // Names of Plot's own groups ("rule", "y-axis tick label") tell nobody anything; the drawing has one name.
  for (const group of chart.querySelectorAll("[aria-label]")) group.removeAttribute("aria-label");
  chart.setAttribute("role", chart.querySelector("a") === null ? "img" : "group");
  return chart;
}

/** The width of a letter of a row's name, on the average, and what stands between it and the row. */
const LETTER = 6.6;
const GAP = 12;

/** The margin that names before the rows of a chart take, at most a share of its width, and names cut to what has room. */
export function nameRoom(names: readonly string[], width: number, share: number): { marginLeft: number; fit: (name: string) => string } {
  const most = Math.floor((width * share - GAP) / LETTER);
  const fit = (name: string): string => (name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name);
  return { marginLeft: Math.max(...names.map((name) => fit(name).length)) * LETTER + GAP, fit };
}

/** Draws into `box` now, and again when its width changes. */
export function redrawn(box: HTMLElement, draw: (width: number) => Element): () => void {
  let shown = 0;
  const paint = (): void => {
    shown = box.clientWidth;
    box.replaceChildren(draw(Math.max(shown, 240)));
  };
  const resized = (): void => { if (Math.abs(box.clientWidth - shown) > 4) paint(); };
  new ResizeObserver(() => { requestAnimationFrame(resized); }).observe(box);
  paint();
  return paint;
}
