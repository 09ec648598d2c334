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

/** A name in two lines where one has no room for it, cut where two have none. */
function inLines(name: string, most: number): string {
  if (name.length <= most) return name;
  const space = name.lastIndexOf(" ", most);
  const at = space > 0 ? space : most;
  const rest = name.slice(at).trimStart();
  return `${name.slice(0, at)}\n${rest.length > most ? `${rest.slice(0, most - 1).trimEnd()}…` : rest}`;
}

/** The margin that names before the rows of a chart take, at most a share of its width, and names in lines that have room. */
export function nameRoom(names: readonly string[], width: number, share: number): { marginLeft: number; fit: (name: string) => string } {
  const most = Math.floor((width * share - GAP) / LETTER);
  const fit = (name: string): string => inLines(name, most);
  const longest = Math.max(...names.flatMap((name) => fit(name).split("\n")).map((line) => line.length));
  return { marginLeft: longest * LETTER + GAP, fit };
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
