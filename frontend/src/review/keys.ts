/**
 * The island "review": keys over plain forms. An element with data-key="a" is pressed by "a": in the item that is current,
 * or, outside all items, anywhere. j and k go from item to item. Without this script the forms work by themselves.
 */
import type { Handle } from "../page/parts.ts";
import { help } from "./help.ts";

const ITEM = "[data-item]";

/** Whether a key press is meant for what has the focus rather than for the page. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("input:not([type=button],[type=submit],[type=checkbox],[type=radio]), textarea, select");
}

function press(element: HTMLElement): void {
  if (element instanceof HTMLDetailsElement) {
    element.open = true;
    element.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea")?.focus();
  } else if (element.matches("input:not([type=submit],[type=button]), select, textarea")) element.focus();
  else element.click();
}

class Keys {
  readonly #root: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  #items(): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>(ITEM)];
  }

  #current(): HTMLElement | null {
    const focused = document.activeElement?.closest<HTMLElement>(ITEM) ?? null;
    return focused !== null && this.#root.contains(focused) ? focused : this.#root.querySelector<HTMLElement>(`${ITEM}.current`);
  }

  #go(step: number): void {
    const items = this.#items();
    const current = this.#current();
    const at = current === null ? -1 : items.indexOf(current);
    const next = items[Math.max(0, Math.min(items.length - 1, current === null ? 0 : at + step))];
    if (next === undefined) return;
    for (const item of items) item.classList.toggle("current", item === next);
    next.tabIndex = -1;
    next.focus();
  }

  /** The element for a key: the current item's own first, then one that is in no item. */
  #target(key: string): HTMLElement | undefined {
    const all = [...this.#root.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)];
    const current = this.#current() ?? (this.#items().length === 1 ? this.#items()[0] : undefined);
    return all.find((element) => current?.contains(element) === true) ?? all.find((element) => element.closest(ITEM) === null);
  }

  handle(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]") !== null) return;
    if (event.key === "j" || event.key === "k") this.#go(event.key === "j" ? 1 : -1);
    else if (event.key === "?") help(this.#root);
    else {
      const target = this.#target(event.key);
      if (target === undefined) return;
      press(target);
    }
    event.preventDefault();
  }
}

export function mountReview(element: HTMLElement): Promise<Handle> {
  const keys = new Keys(element.childElementCount > 0 ? element : document.body);
  const listen = (event: KeyboardEvent): void => {
    if (element.isConnected) keys.handle(event);
    else removeEventListener("keydown", listen);
  };
  addEventListener("keydown", listen);
  return Promise.resolve({});
}
