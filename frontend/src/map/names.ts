/** Names of provinces compared: "Dayr az-Zawr" and "Dayr Az Zawr" are one. */

const MARKS = /\p{M}/gu;
const NOT_LETTERS = /[^\p{L}\p{N}]+/gu;
/** Words that say what kind of area it is, and articles, which sources put or leave as they like. */
const KINDS = /\b(governorate|muhafazat|province|oblast|region|state|district|the|al|ar|as|ash|at|ad|an|el)\b/g;

/** A name in the form in which names are compared. */
export function folded(name: string): string {
  const plain = name.normalize("NFKD").replace(MARKS, "").replace(/['’ʿʾ`‘]/g, "").toLowerCase().replace(NOT_LETTERS, " ");
  const bare = plain.replace(KINDS, "").replace(/ /g, "");
  return bare === "" ? plain.replace(/ /g, "") : bare;
}

/** The first of `entries` that goes by `name`. */
export function byName<T extends { names: readonly string[] }>(entries: readonly T[], name: string): T | undefined {
  const wanted = folded(name);
  return entries.find((entry) => entry.names.some((known) => folded(known) === wanted));
}
