/** Finds the islands of the page and brings them to life; their larger parts are loaded when one is there. */
import "maplibre-gl/dist/maplibre-gl.css";
import "./islands.css";

import { onExchange } from "./page/address.ts";
import { type Handle, load, type Mount, shelf } from "./page/parts.ts";
import { mountReview } from "./review/keys.ts";

shelf().mounts["review"] = mountReview;

/** Which script holds an island that is not in this one. */
const PARTS: Record<string, string> = { map: "map.js", timeline: "charts.js", tolls: "charts.js", control: "charts.js" };

const mounted = new Map<HTMLElement, Handle>();

async function mountOf(name: string): Promise<Mount> {
  const part = PARTS[name];
  if (part !== undefined) await load(part);
  const mount = shelf().mounts[name];
  if (mount === undefined) throw new Error(`there is no island "${name}"`);
  return mount;
}

/** Mounts one island; where that fails its plain content stays and a line says what is missing. */
async function bring(element: HTMLElement): Promise<void> {
  if (mounted.has(element)) return;
  mounted.set(element, {});
  try {
    const mount = await mountOf(element.dataset["island"] ?? "");
    mounted.set(element, await mount(element));
    element.dataset["state"] = "live";
  } catch (error) {
    element.dataset["state"] = "failed";
    element.dataset["reason"] = error instanceof Error ? error.message : String(error);
  }
}

function bringAll(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>("[data-island]")) void bring(element);
}

/** Moves an island that can take new data from the old page into the place of its like in the fresh one. */
function keep(old: HTMLElement, fresh: HTMLElement): void {
  const handle = mounted.get(old);
  if (handle?.update === undefined) return;
  for (const { name, value } of [...fresh.attributes]) {
    if (name.startsWith("data-")) old.setAttribute(name, value);
  }
  fresh.replaceWith(old);
}

function refresh(main: HTMLElement, next: HTMLElement): void {
  const focused = document.activeElement;
  for (const fresh of next.querySelectorAll<HTMLElement>("[data-island]")) {
    const old = main.querySelector<HTMLElement>(`[data-island="${fresh.dataset["island"] ?? ""}"]`);
    if (old !== null) keep(old, fresh);
  }
  main.replaceWith(next);
  if (focused instanceof HTMLElement && next.contains(focused)) focused.focus({ preventScroll: true });
  for (const [element, handle] of mounted) {
    if (next.contains(element)) void handle.update?.();
    else mounted.delete(element);
  }
  bringAll(next);
}

onExchange(refresh);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => { bringAll(document); });
else bringAll(document);
