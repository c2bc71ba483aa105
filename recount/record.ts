const share = { moreThan: maybe(""), atLeast: maybe("") };
const rule = {
  ...{ voter: "", quorum: maybe(share), threshold: { ...share, base: "" } },
  ...{ choose: { min: 0, max: 0 }, seats: 0, tie: "", yesNo: maybe(true) },
};
const meter = { entitled: 0, present: 0, quorum: true };
const votes: { [id: string]: number } = { "*": 0 };
const percent: { [id: string]: number } = { "*": 0.1 };
/** What a published file looks like, told by an example. Fields it lacks are let be. */
const example = {
  ...{ council: "", bound: "", state: "", hashes: maybe(""), opened: maybe(meter) },
  fixed: { council: "", poll: "", round: 0, candidates: [""], roll: { count: 0 }, rule },
  seal: maybe({ envelopes: 0, clear: maybe(0), papers: 0, present: 0, root: "" }),
  result: maybe({
    tally: { ...meter, issued: 0, collected: 0, valid: 0, blank: 0, votes, against: maybe(votes) },
    choices: maybe([{ choose: [""], times: 0 }]),
    decision: { passed: [""], tied: [""], percent },
    ...{ answers: maybe(""), named: maybe([{ delegate: "", on: "", choose: [""], blank: maybe(true) }]) },
    ...{ digest: "", as: "", seats: 0, leftOut: [""] },
  }),
};
export type Share = typeof share;
export type Published = typeof example;
export type Fixed = Published["fixed"];
export type Result = NonNullable<Published["result"]>;

/** Says where a file is no record, and what belongs there. Products of two whole numbers stay exact. */
export function mustFit(value: unknown, like: unknown = example, at = "JSON"): asserts value is Published {
  if (typeof like === "function") {
    if (value !== undefined && value !== null) mustFit(value, like(), at);
  } else if (kindOf(value) !== kindOf(like) || (like === 0 && !/^\d{1,7}$/.test(`${value}`))) {
    throw new Error(`${at}: cần · needs ${like === 0 ? "0…9999999" : kindOf(like)}`);
  } else if (Array.isArray(like) && Array.isArray(value)) {
    for (const [place, part] of value.entries()) mustFit(part, like[0], `${at}.${place}`);
  } else if (isObject(like) && isObject(value)) {
    for (const name of Object.keys("*" in like ? value : like))
      mustFit(value[name], like["*"] ?? like[name], `${at}.${name}`);
  }
}

const kindOf = (value: unknown) => (value === null ? "null" : Array.isArray(value) ? "list" : typeof value);
const isObject = (value: unknown): value is { [name: string]: unknown } => kindOf(value) === "object";

/** May be missing or null. */
function maybe<T>(like: T): T | null | undefined {
  return (() => like) as T;
}

/** RFC 8785: names in the order of their UTF-16 units, numbers and texts as JSON.stringify writes them. */
export function canonical(value: unknown, depth = 0): string {
  if (depth > 32) throw new Error("lồng quá sâu · nested too deep");
  if (Array.isArray(value)) return `[${value.map((part) => canonical(part, depth + 1)).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const parts = Object.keys(value).sort();
  return `{${parts.map((name) => `${JSON.stringify(name)}:${canonical(value[name], depth + 1)}`).join()}}`;
}
