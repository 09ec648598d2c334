/** The list of keys, which "?" opens. */
import { make } from "../page/dom.ts";

const ALWAYS: readonly (readonly [string, string])[] = [["j", "next item"], ["k", "item before"], ["?", "these keys"]];

/** What a pressed element does, in its own words. */
function wordsOf(element: HTMLElement): string {
  const summary = element instanceof HTMLDetailsElement ? element.querySelector("summary")?.textContent : null;
  const words = element.dataset["keyLabel"] ?? element.getAttribute("aria-label") ?? summary ?? element.textContent;
  return words === null || words.trim() === "" ? (element.getAttribute("name") ?? "") : words.trim();
}

function known(root: HTMLElement): [string, string][] {
  const keys = new Map<string, string>(ALWAYS);
  for (const element of root.querySelectorAll<HTMLElement>("[data-key]")) {
    const key = element.dataset["key"] ?? "";
    if (!keys.has(key)) keys.set(key, wordsOf(element));
  }
  return [...keys];
}

export function help(root: HTMLElement): void {
  const list = make("dl", {}, ...known(root).flatMap(([key, words]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, words)]));
  const close = make("button", { type: "submit" }, "Close");
  const dialog = make("dialog", { class: "keys", "aria-label": "Keys" }, make("h2", {}, "Keys"), list, make("form", { method: "dialog" }, close));
  dialog.addEventListener("close", () => { dialog.remove(); });
  document.body.append(dialog);
  dialog.showModal();
}
