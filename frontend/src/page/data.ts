/** The data of an island: a JSON block in the page, so that it works from a file, or an address. */

/** Reads the JSON that `value` names: the id of a block in the page, or an address. */
export async function read<T>(value: string): Promise<T> {
  const block = document.getElementById(value);
  if (block?.getAttribute("type") === "application/json") return JSON.parse(block.textContent ?? "") as T;
  const answer = await fetch(value, { headers: { Accept: "application/json, application/geo+json" } });
  if (!answer.ok) throw new Error(`${value}: the server answered ${String(answer.status)}`);
  return (await answer.json()) as T;
}

/** The data that an island's element asks for by data-json or data-src. */
export async function dataOf<T>(element: HTMLElement): Promise<T> {
  const named = element.dataset["json"] ?? element.dataset["src"];
  if (named === undefined) throw new Error("an island needs data-src or data-json");
  return read<T>(named);
}
