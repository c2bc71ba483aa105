/** Letters as they are typed in haste: without marks, đ as d, everything else a space. */
export const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** How well a name answers to what was typed: the lower the better, undefined when it does not. */
export function fitOf(typed: string, name: string): number | undefined {
  const query = folded(typed);
  const text = folded(name);
  if (query === "") return undefined;
  const fit = roughly(query, text);
  // Whoever types the marks means them: Sơn before Son.
  const isMarked = /\p{M}|đ/iu.test(typed.normalize("NFD"));
  const isExact =
    !isMarked || name.normalize("NFC").toLowerCase().includes(typed.normalize("NFC").toLowerCase().trim());
  return fit === undefined || isExact ? fit : fit + 0.5;
}

function roughly(query: string, text: string): number | undefined {
  if (text === query) return 0;
  if (text.startsWith(query)) return 1;
  if (` ${text}`.includes(` ${query}`)) return 2;
  const words = text.split(" ");
  if (query.split(" ").every((part) => words.some((word) => word.startsWith(part)))) return 3;
  const letters = query.replaceAll(" ", "");
  if (letters.length < 2) return undefined;
  const initials = words.map(([first]) => first).join("");
  if (initials.startsWith(letters)) return 4;
  if (initials.includes(letters)) return 5;
  return letters[0] === initials[0] && isWithin(letters, initials) ? 6 : undefined;
}

/** Whether the letters stand in the text in this order, with others between: `sls` in `svls`. */
function isWithin(letters: string, text: string): boolean {
  let at = -1;
  return Array.from(letters).every((letter) => {
    at = text.indexOf(letter, at + 1);
    return at >= 0;
  });
}

/** Those that answer, the best first, and of equally good ones the shorter, then by the alphabet. */
export function found<T extends { name: string; also?: string | undefined }>(
  typed: string,
  places: readonly T[],
  most: number,
): T[] {
  return places
    .flatMap((place) => {
      const byName = fitOf(typed, place.name) ?? Number.POSITIVE_INFINITY;
      // What a thing is called comes before what it is known by besides.
      const fit = Math.min(byName, (fitOf(typed, place.also ?? "") ?? Number.POSITIVE_INFINITY) + 2.5);
      return fit === Number.POSITIVE_INFINITY ? [] : [{ place, fit }];
    })
    .sort(
      (a, b) =>
        a.fit - b.fit ||
        a.place.name.length - b.place.name.length ||
        a.place.name.localeCompare(b.place.name, "vi", { numeric: true }),
    )
    .slice(0, most)
    .map(({ place }) => place);
}
