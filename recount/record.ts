const names: { [id: string]: number } = { "*": 0 };
const percents: { [id: string]: number } = { "*": 0.1 };
const rule = { quorum: maybe({}), threshold: { base: "" }, choose: { min: 0, max: 0 }, seats: 0, tie: "" };
const poll = {
  council: "",
  conference: "",
  poll: "",
  for: "",
  round: 0,
  candidates: [""],
  roll: { count: 0 },
};
const turnout = { entitled: 0, present: 0, issued: 0, collected: 0, valid: 0, blank: 0, quorum: true };
const decision = { passed: [""], tied: [""], percent: maybe(percents) };
const choices = maybe([{ choose: [""], times: 0 }]);
/** What a published file looks like, told by an example. Fields it lacks are let be. */
export const example = {
  ...{ council: "", bound: "", state: "", hashes: maybe("") },
  fixed: { ...poll, rule: { ...rule, voter: "", written: maybe(true) } },
  seal: maybe({ envelopes: 0, papers: 0, present: 0, root: "" }),
  result: maybe({ tally: { ...turnout, votes: names }, choices, decision, digest: "" }),
};
export type Published = typeof example;
export type Fixed = Published["fixed"];
export type Seal = NonNullable<Published["seal"]>;
export type Result = NonNullable<Published["result"]>;

/** Small enough that products of two stay exact. */
const isWhole = /^\d{1,7}$/;

/** Why a file is no record: where in it, and what belongs there. */
export class NoRecord extends Error {}

export function expectLike<T>(value: unknown, like: T, at: string): asserts value is T {
  if (typeof like === "function") {
    if (value !== undefined && value !== null) expectLike(value, like(), at);
  } else if (Array.isArray(like) && Array.isArray(value)) {
    for (const [place, part] of value.entries()) expectLike(part, like[0], `${at}.${place}`);
  } else if (isObject(like) && isObject(value)) {
    for (const name of Object.keys("*" in like ? value : like))
      expectLike(value[name], like["*"] ?? like[name], `${at}.${name}`);
  } else if (
    typeof value !== typeof like ||
    typeof like === "object" ||
    (like === 0 && !isWhole.test(`${value}`))
  )
    throw new NoRecord(
      `${at}: cần · needs ${like === 0 ? "0…9999999" : Array.isArray(like) ? "list" : typeof like}`,
    );
}

/** May be missing or null. */
function maybe<T>(like: T): T | null | undefined {
  return (() => like) as T;
}

function isObject(value: unknown): value is { [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** RFC 8785: names in the order of their UTF-16 units, numbers and texts as JSON.stringify writes them. */
export function canonical(value: unknown, depth = 0): string {
  if (depth > 32) throw new NoRecord("lồng quá sâu · nested too deep");
  if (Array.isArray(value)) return `[${value.map((part) => canonical(part, depth + 1)).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const parts = Object.keys(value).sort();
  return `{${parts.map((name) => `${JSON.stringify(name)}:${canonical(value[name], depth + 1)}`).join()}}`;
}
