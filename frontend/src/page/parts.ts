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

/** Puts a fresh main part of the page in the place of the old one. */
export type Exchanged = (old: HTMLElement, fresh: HTMLElement) => void;

/** Each script has modules of its own, so what they share stands on the window. */
interface Shelf {
  base: string;
  mounts: Record<string, Mount>;
  outlines: Record<string, Topology>;
  exchanged: Exchanged | null;
  /** How often another view was asked for: an answer that another has overtaken is dropped. */
  asked: number;
}

declare global {
  interface Window {
    dateline?: Shelf;
  }
}

/** What the scripts leave for one another. */
export function shelf(): Shelf {
  window.dateline ??= { base: folder(), mounts: {}, outlines: {}, exchanged: null, asked: 0 };
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
