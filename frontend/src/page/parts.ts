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
  window.dateline ??= { base: folderOf(document.currentScript), mounts: {}, outlines: {} };
  return window.dateline;
}

function folderOf(script: HTMLOrSVGScriptElement | null): string {
  return script instanceof HTMLScriptElement ? new URL(".", script.src).href : new URL("static/", document.baseURI).href;
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
