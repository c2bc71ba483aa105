/** Names without the words all of them begin with; one alone, or names without such words, stay whole. */
export function shortNamesOf(names: ReadonlyMap<string, string>): {
  kind: string;
  short: ReadonlyMap<string, string>;
} {
  const split = Array.from(names.values(), (name) => name.split(" "));
  const [first = []] = split;
  const differs = first.findIndex((word, at) =>
    split.some((words) => words[at] !== word || words.length <= at + 1),
  );
  const shared = split.length < 2 ? 0 : Math.max(differs, 0);
  return {
    kind: first.slice(0, shared).join(" "),
    short: new Map(Array.from(names, ([id, name]) => [id, name.split(" ").slice(shared).join(" ")])),
  };
}
