import { capital } from "./words/vietnamese.ts";

/** What stands before the name of a province; without it, everybody in the cluster still knows who is meant. */
const province = /^tỉnh (?=\p{Lu})/u;

/**
 * Names without the words all of them begin with; one alone, or names without such words, stay whole.
 * `Lào Cai` for `Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lào Cai`, beside `Thành phố Hồ Chí Minh`.
 */
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
  const rest = Array.from(names, ([id, name]) => [id, name.split(" ").slice(shared).join(" ")] as const);
  return {
    kind: first
      .slice(0, shared)
      .join(" ")
      .replace(/ tỉnh$/, ""),
    short: new Map(shared > 0 ? rest.map(([id, name]) => [id, capital(name.replace(province, ""))]) : rest),
  };
}
