/** The page's address holds the whole view: islands change it and the server draws what it says. */
import { type Exchanged, shelf } from "./parts.ts";

/** The address with some of its parameters set, or taken away where the value is null; the page number starts anew. */
export function withParameters(address: string, changes: Record<string, string | null>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  url.searchParams.delete("page");
  return url.href;
}

/** Goes to `address`; on a live page its main part is exchanged and the islands that can keep their place do. */
export async function show(address: string, live: boolean): Promise<void> {
  if (!live) {
    location.assign(address);
    return;
  }
  history.pushState(null, "", address);
  await exchange(address);
}

/** Says what is to be done when the main part of the page is exchanged, and follows the back button. */
export function onExchange(handler: Exchanged): void {
  shelf().exchanged = handler;
  addEventListener("popstate", () => void exchange(location.href));
}

async function exchange(address: string): Promise<void> {
  const asked = ++shelf().asked;
  const main = document.querySelector("main");
  main?.setAttribute("aria-busy", "true");
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok) {
    location.assign(address);
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = fresh.querySelector("main");
  const { exchanged } = shelf();
  if (asked !== shelf().asked || main === null || next === null || exchanged === null) return;
  document.title = fresh.title;
  exchanged(main, document.adoptNode(next));
}
