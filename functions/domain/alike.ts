/** Small letters without marks, words one space apart, nothing but letters and figures: how words people typed are compared. */
export function plainOf(word: string): string {
  return word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const longestCode = 40;

/** A code as it may stand in an address, made from a name; of a long name the end, which tells names apart. */
export function codeFrom(name: string): string {
  const words = plainOf(name)
    .replace(/[^a-z0-9]+/g, " ")
    .split(" ")
    .filter(Boolean);
  while (words.length > 1 && words.join("-").length > longestCode) words.shift();
  return words.join("-").slice(0, longestCode);
}

/** The first of `code`, `code-2`, `code-3` … that nobody has. */
export function freeCode(code: string, isTaken: (code: string) => boolean): string {
  for (let no = 1; ; no += 1) {
    const ending = no === 1 ? "" : `-${no}`;
    const tried = `${code.slice(0, longestCode - ending.length).replace(/-$/, "")}${ending}`;
    if (!isTaken(tried)) return tried;
  }
}

/** Two names are alike by the pairs of letters they share: 1 the same, 0 nothing in common. */
const pairsOf = (name: string) => {
  const plain = ` ${plainOf(name)} `;
  return new Set(Array.from({ length: plain.length - 1 }, (_, at) => plain.slice(at, at + 2)));
};

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

const leastAlike = 0.4;

/** For a word that is none of these names, those nearest to it, nearest first. The names are taken apart once for many words. */
export function nearestAmong(names: ReadonlyMap<string, string>, most = 3): (word: string) => string[] {
  const known = Array.from(names, ([id, name]) => ({ id, pairs: pairsOf(name) }));
  return (word) => {
    const sought = pairsOf(word);
    return known
      .map(({ id, pairs }) => ({ id, alike: likeness(sought, pairs) }))
      .filter(({ alike }) => alike >= leastAlike)
      .toSorted((a, b) => b.alike - a.alike)
      .slice(0, most)
      .map(({ id }) => id);
  };
}
