/**
 * Parts of the bundle and outlines that are fetched when they are first needed.
 *
 * They are classic scripts beside islands.js, not modules: browsers refuse modules and fetch from file:// addresses,
 * and the static site must work from there.
 */
import type { Topology } from "topojson-specification";

/** What a mounted island can do later. */
export interface Handle {
  /** Takes the data that the element now names; islands without it are mounted anew. */
  update?(): Promise<void>;
}

export type Mount = (element: HTMLElement) => Promise<Handle>;

interface Shelf {
  base: string;
  mounts: Record<string, Mount>;
  outlines: Record<string, Topology>;
}

declare global {
  interface Window {
    dateline?: Shelf;
  }
}

/** What the scripts leave for one another. */
export function shelf(): Shelf {
  window.dateline ??= { base: folder(), mounts: {}, outlines: {} };
  return window.dateline;
}

/** Where islands.js lies: its own element says so, also where it was loaded as a module. */
function folder(): string {
  const script = document.querySelector<HTMLScriptElement>('script[src*="islands.js"]');
  return new URL(".", script?.src ?? document.baseURI).href;
}

const loading = new Map<string, Promise<void>>();

/** Runs the script at `path` under the folder of islands.js, once. */
export function load(path: string): Promise<void> {
  const known = loading.get(path);
  if (known !== undefined) return known;
  const started = new Promise<void>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = shelf().base + path;
    script.addEventListener("load", () => { resolve(); });
    script.addEventListener("error", () => { reject(new Error(`${path} could not be loaded`)); });
    document.head.append(script);
  });
  loading.set(path, started);
  return started;
}
