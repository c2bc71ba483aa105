import { hash } from "node:crypto";
import { baseOf, followsBy, isShare, mayReach, votesIn } from "./decision.ts";
import { canonical, type Fixed, type Published, type Result, type Seal } from "./record.ts";

/** `ok` is null where the record keeps back what the check needs; `notes` are names of words. */
export type Check = { id: string; ok: boolean | null; found: string; notes?: (string | false)[] };

/** `times` is how often the folder holds this poll, `heads` who was elected head where it tells. */
export function checksOf(record: Published, times: number, heads?: string[]): Check[] {
  const { council, fixed, bound, state, seal, result } = record;
  const parts = `${state}${seal ? "+seal" : ""}${result ? "+result" : ""}`;
  const whole = ["open", "closing", "sealed+seal", "published+seal+result", "void", "void+seal"];
  return [
    equal("bound", bound, sha256(canonical(fixed))),
    equal("council", council, fixed.council),
    { id: "state", ok: whole.includes(parts), found: parts },
    equal("once", times, 1),
    ...(seal ? boxChecks(record, seal) : []),
    ...(seal && result ? [...countChecks(fixed, seal, result), ...resultChecks(fixed, result, heads)] : []),
  ];
}

/** The tracking codes in the box, each as ten hex digits. */
export function codesIn(record: Published): Set<string> {
  return new Set(hashesIn(record)?.map((hash) => hash.slice(0, 10)));
}

/** In hex; nothing where the list cannot be one. */
function hashesIn({ hashes }: Published): string[] | undefined {
  const box = Buffer.from(hashes ?? "", "base64url");
  const isList = box.length % 16 === 0 && box.toString("base64url") === hashes;
  return isList ? (box.toString("hex").match(/.{32}/g) ?? []) : undefined;
}

function boxChecks(record: Published, { envelopes, papers, root }: Seal): Check[] {
  const hashes = hashesIn(record);
  if (!hashes) return [{ id: "hashes", ok: false, found: "≠ n × 16 byte, base64url" }];
  const place = hashes.findIndex((hash, at) => at > 0 && hash <= (hashes[at - 1] ?? ""));
  const fault = `${place} ${hashes[place] === hashes[place - 1] ? "=" : ">"} ${place + 1}`;
  return [
    { id: "hashes", ok: true, found: `${hashes.length} × 16 byte` },
    { id: "order", ok: place === -1, found: place === -1 ? "1 < 2 < 3 …" : fault },
    equal("envelopes", envelopes, hashes.length),
    atMost("papers", envelopes + papers, record.fixed.roll.count),
    equal("root", root, sha256(Buffer.from(hashes.join(""), "hex"))),
  ];
}

function countChecks({ poll, rule, roll }: Fixed, seal: Seal, { tally, choices, digest }: Result): Check[] {
  const { entitled, present, issued, collected, valid, blank, quorum } = tally;
  const isHeld = (there: number) => !rule.quorum || isShare(rule.quorum, there, entitled);
  const isLater = present !== seal.present;
  const isSo = isHeld(present) === quorum || (isLater && isHeld(seal.present) === quorum);
  return [
    // A unit votes once and may have several delegates on the roll.
    rule.voter === "unit"
      ? atMost("entitled", entitled, roll.count)
      : equal("entitled", entitled, roll.count),
    // Whoever votes in writing is not present.
    atMost("turnout", collected, issued, ...(rule.written ? [] : [present]), entitled),
    atMost("collected", seal.envelopes, collected, seal.envelopes + seal.papers),
    atMost("valid", blank, valid, collected),
    { id: "quorum", ok: isSo, found: `${present}/${entitled}: ${quorum}`, notes: [isLater && "atOpening"] },
    equal("digest", digest, sha256(canonical({ poll, tally, choices: choices ?? null }))),
  ];
}

function resultChecks(fixed: Fixed, result: Result, heads?: string[]): Check[] {
  const { tally, choices, decision } = result;
  const { passed, tied, percent } = decision;
  const found = `${passed.join(", ") || "–"}${tied.length > 0 ? ` (= ${tied.join(", ")})` : ""}`;
  const keptBack = (id: string) => ({ id, ok: null, found: "–", notes: ["keptBack"] });
  const isBare = Object.keys(tally.votes).length + tally.blank === 0 && !percent && !choices;
  const notes = isBare ? mayPass(fixed, result) : followsBy(fixed, result, heads);
  return [
    isBare ? keptBack("votes") : votesCheck(fixed, tally),
    choices ? choicesCheck(fixed, result) : keptBack("choices"),
    isBare ? keptBack("percent") : percentCheck(fixed, tally, percent ?? {}),
    { id: "decision", ok: notes !== undefined, found, notes: notes ?? [] },
  ];
}

function votesCheck({ candidates, rule: { choose } }: Fixed, tally: Result["tally"]): Check {
  const [known, given] = [new Set(candidates), Object.entries(tally.votes)];
  const chosen = tally.valid - tally.blank;
  const sum = given.reduce((before, [, times]) => before + times, 0);
  const isEach = given.every(([id, times]) => known.has(id) && times <= chosen);
  const check = atMost("votes", chosen * Math.max(choose.min, 1), sum, chosen * choose.max);
  return { ...check, ok: check.ok && isEach && (tally.blank === 0 || choose.min === 0) };
}

function choicesCheck({ candidates, rule }: Fixed, { tally, choices }: Result): Check {
  const [published, counted] = [votesIn(tally), new Map(candidates.map((id) => [id, 0]))];
  let [valid, blank, isWithin] = [0, 0, true];
  for (const { choose, times } of choices ?? []) {
    valid += times;
    if (choose.length === 0) blank += times;
    isWithin &&= choose.length >= rule.choose.min && choose.length <= rule.choose.max;
    isWithin &&= new Set(choose).size === choose.length && choose.every((id) => counted.has(id));
    for (const id of choose) counted.set(id, (counted.get(id) ?? 0) + times);
  }
  const wrong = [...counted].filter(([id, times]) => times !== published(id));
  const ok = isWithin && wrong.length === 0 && valid === tally.valid && blank === tally.blank;
  const told = wrong.map(([id, times]) => `${id} ${published(id)} ≠ ${times}`);
  return { id: "choices", ok, found: [`${valid} (${blank})`, ...told].join(", ") };
}

/** One decimal, half away from zero. */
function percentCheck(fixed: Fixed, tally: Result["tally"], percent: { [id: string]: number }): Check {
  const [base, votes, given] = [baseOf(fixed, tally), votesIn(tally), new Map(Object.entries(percent))];
  const due = (id: string) => (base && Math.floor((2000 * votes(id) + base) / (2 * base))) / 10;
  const ids = new Set([...fixed.candidates, ...given.keys()]);
  const wrong = [...ids].filter((id) => (given.get(id) ?? 0) !== due(id));
  const told = wrong.map((id) => `${id} ${given.get(id) ?? "–"} ≠ ${due(id)}`);
  return { id: "percent", ok: wrong.length === 0, found: [base, ...told].join(", ") };
}

/** Without figures: candidates, no more than seats, and votes enough in the box. */
function mayPass(fixed: Fixed, { tally, decision: { passed, tied } }: Result) {
  const [named, known] = [new Set([...passed, ...tied]), new Set(fixed.candidates)];
  const isOnce = named.size === passed.length + tied.length && named.isSubsetOf(known);
  const isEnough = named.size === 0 || mayReach(fixed, tally, tally.valid);
  return isOnce && isEnough && passed.length <= fixed.rule.seats ? ["onlyPassed"] : undefined;
}

function equal(id: string, published: string | number, recounted: string | number): Check {
  const ok = published === recounted;
  return { id, ok, found: `${`${published}`.slice(0, 16)} ${ok ? "=" : "≠"} ${`${recounted}`.slice(0, 16)}` };
}

function atMost(id: string, ...figures: number[]): Check {
  return { id, ok: figures.every((n, at) => n >= (figures[at - 1] ?? 0)), found: figures.join(" ≤ ") };
}

const sha256 = (content: string | Buffer) => hash("sha256", content);
