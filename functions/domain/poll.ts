import * as z from "zod/mini";
import { Fraction } from "./decimal.ts";
import { refuse } from "./refuse.ts";
import { Instant, Slug, Text } from "./text.ts";
import { YearNo } from "./year-no.ts";

/** More than so much, or at least so much: one of the two, never both. */
const share = { moreThan: z.optional(Fraction), atLeast: z.optional(Fraction) };
export type Share = { moreThan?: string | undefined; atLeast?: string | undefined };
const isOne = z.refine<Share>(
  ({ moreThan, atLeast }) => (moreThan === undefined) !== (atLeast === undefined),
  "either moreThan or atLeast",
);

/** How a poll is decided. Every field is stated before it opens, and printed with its result. */
export const Rule = z.strictObject({
  secret: z.boolean(),
  voter: z.enum(["unit", "delegate"]),
  ownUnit: z.boolean(),
  quorum: z.nullable(z.strictObject({ of: z.literal("members"), ...share }).check(isOne)),
  threshold: z.strictObject({ base: z.enum(["members", "present", "cast"]), ...share }).check(isOne),
  choose: z
    .strictObject({ min: z.int().check(z.gte(0), z.lte(50)), max: z.int().check(z.gte(1), z.lte(50)) })
    .check(z.refine(({ min, max }) => min <= max, "min is above max")),
  seats: z.int().check(z.gte(1), z.lte(50)),
  tie: z.enum(["second-round", "higher-total", "chair", "lot"]),
  publish: z.enum(["figures", "passed"]),
  /** Absent members may be asked in writing; their letters are counted with the papers. */
  written: z.optional(z.literal(true)),
  /** A delegate may change their mind while the poll is open; the last answer counts. */
  mayChange: z.optional(z.literal(true)),
  /** Each candidate is answered by yes or no, rather than marked. */
  yesNo: z.optional(z.literal(true)),
});
export type Rule = z.output<typeof Rule>;

export const Purpose = z.enum(["nomination", "head", "deputy"]);

const states = ["draft", "ready", "open", "closing", "sealed", "counted", "published", "void"] as const;
const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/**
 * draft → ready → open → closing → sealed → counted → published, and `void` from any state but the last two, with
 * reason and author. Without a conference it goes from draft to open and from closing to counted.
 */
export const Poll = z.object({
  year: YearNo,
  cluster: Slug,
  poll: Slug,
  /** A rehearsal decides nothing: everybody tries, and its envelopes are never opened. */
  for: z.union([Purpose, z.literal("rehearsal")]),
  award: z.optional(z.string()),
  candidates: z.array(Slug),
  round: z.int().check(z.gte(1)),
  /** Not there while it is being prepared; a poll cannot open without it. */
  rule: z.optional(Rule),
  state: z.enum(states),
  /** The conference it is held at, with what was fixed when it opened there. */
  conference: z.optional(Slug),
  slot: z.optional(z.int()),
  /** Public key of the box, and what binds every envelope to this poll (`fixedOf`). */
  key: z.optional(z.string()),
  bound: z.optional(digest),
  roll: z.optional(z.object({ count: z.int(), digest: z.string() })),
  /** Entitled and in the hall when it opened, and whether that was enough. */
  meter: z.optional(z.object({ entitled: z.int(), present: z.int(), quorum: z.boolean() })),
  closesAt: z.optional(Instant),
  /** When what is in the box may be forgotten, in seconds since 1970. */
  expires: z.optional(z.int()),
  /** Envelopes in the box, papers given, and SHA-256 over the sorted hashes of the envelopes. */
  seal: z.optional(
    z.object({
      envelopes: z.int(),
      /** Answers in clear from phones, where the poll is open; papers are beside them as in any poll. */
      clear: z.optional(z.int()),
      papers: z.int(),
      present: z.int(),
      root: digest,
      at: Instant,
    }),
  ),
  published: z.optional(z.object({ by: z.string(), at: Instant, as: z.enum(["figures", "passed"]) })),
  entitled: z.optional(z.array(Slug)),
  absent: z.optional(z.array(Slug)),
  opened: z.optional(z.object({ by: z.string(), at: Instant })),
  counted: z.optional(z.object({ by: z.string(), at: Instant })),
  /** Whose answers were counted, in an open poll: a vote that came too late is told so. */
  voters: z.optional(z.array(Slug)),
  /** Who passes among equals, where the rule leaves it to the chair or the lot. */
  decided: z.optional(z.array(Slug)),
  voided: z.optional(z.object({ by: z.string(), at: Instant, reason: Text })),
  /** Sorted choices without names or codes, where they may be shown. */
  choices: z.optional(z.array(z.object({ choose: z.array(z.string()), times: z.int() }))),
  /** Votes by candidate in ballot order and the sorted choices of a secret poll; there once counted. */
  tally: z.optional(
    z.object({
      entitled: z.int(),
      present: z.int(),
      issued: z.int(),
      collected: z.int(),
      valid: z.int(),
      blank: z.int(),
      votes: z.record(z.string(), z.int()),
      /** Where names are answered by yes or no. Not there in what was counted before no to all was told from blank. */
      against: z.optional(z.record(z.string(), z.int())),
      quorum: z.boolean(),
    }),
  ),
  /** Digest of the answers: in a secret poll their sorted list, in an open one with the names. */
  answers: z.optional(z.string()),
});
export type Poll = z.output<typeof Poll>;
export type Tally = NonNullable<Poll["tally"]>;

/** A paper as the tellers read it, or a vote from a phone. In an open poll it carries a name. */
export const Paper = z.strictObject({
  by: z.optional(Slug),
  choose: z.array(z.string().check(z.maxLength(200))).check(z.maxLength(100)),
  /** Nothing at all is marked on it. Where names are answered by yes or no, choosing none says no to all. */
  blank: z.optional(z.literal(true)),
});
export type Paper = z.output<typeof Paper>;

/** A valid answer that says nothing. No phone sends one where each name is to be answered; a paper may be one. */
export const isBlank = (
  { yesNo }: Rule,
  { choose, blank }: { choose: readonly string[]; blank?: true | undefined },
) => choose.length === 0 && (!yesNo || blank === true);

/** Why an answer is not in order, or undefined. An empty one is valid where none need be chosen. */
export function faultIn(
  { candidates, rule }: { candidates: readonly string[]; rule: Rule },
  choose: readonly string[],
  own: string | undefined,
): "too-many" | "too-few" | "twice" | "unknown-name" | "own-unit" | undefined {
  if (choose.some((name) => !candidates.includes(name))) return "unknown-name";
  if (new Set(choose).size < choose.length) return "twice";
  if (choose.length > rule.choose.max) return "too-many";
  if (choose.length < rule.choose.min) return "too-few";
  if (!rule.ownUnit && own !== undefined && choose.includes(own)) return "own-unit";
  return undefined;
}

/**
 * Papers as the tellers may enter them. In a secret poll they bear no name; in an open one each bears the name of a
 * member who is present and has not answered otherwise. Never more papers than members present.
 */
export function expectPapers(
  poll: Poll,
  papers: readonly { by?: string | undefined }[],
  answered: readonly string[],
) {
  const present = (poll.entitled ?? []).filter((unit) => !poll.absent?.includes(unit));
  const names = papers.flatMap(({ by }) => (by === undefined ? [] : [by]));
  if (ruleOf(poll).secret ? names.length > 0 : names.length < papers.length)
    throw refuse("poll/papers-differ", { named: names.length, papers: papers.length });
  const stranger = names.find((unit) => !present.includes(unit));
  if (stranger !== undefined) throw refuse("poll/not-present", { unit: stranger });
  const twice = names.find((unit, at) => names.indexOf(unit) !== at || answered.includes(unit));
  if (twice !== undefined) throw refuse("poll/already-cast", { unit: twice });
  if (papers.length + answered.length > present.length)
    throw refuse("poll/papers-differ", {
      present: present.length,
      collected: papers.length + answered.length,
    });
}

/** Counted, whether it was shown yet or not. */
export const isCounted = ({ state }: Pick<Poll, "state">) => state === "counted" || state === "published";

/** Whether figures are told, or only who passed: as the rule says, or as the chair said when it was shown. */
export const showsFigures = ({ rule, published }: Pick<Poll, "rule" | "published">) =>
  (published?.as ?? rule?.publish) === "figures";

/** The rounds of one question: same purpose and award, in the order held; void ones do not count. */
export function roundsOf(poll: Pick<Poll, "for" | "award" | "poll">, all: readonly Poll[]): Poll[] {
  return all
    .filter((other) => other.for === poll.for && other.award === poll.award && other.state !== "void")
    .toSorted((a, b) => a.round - b.round);
}

export function expectState(poll: Poll, ...states: Poll["state"][]) {
  if (!states.includes(poll.state)) throw refuse("poll/not-now", { poll: poll.poll, state: poll.state });
}

/** The rule, or the refusal that a poll without one gets wherever it would be needed. */
export function ruleOf(poll: Poll): Rule {
  if (!poll.rule) throw refuse("poll/no-rule", { poll: poll.poll });
  return poll.rule;
}

/**
 * One unit's answer in an open poll, from a phone or on paper under the same key, so that nobody counts twice. In a
 * secret poll nothing like it is kept.
 */
export const Cast = z.object({
  year: YearNo,
  cluster: Slug,
  poll: Slug,
  unit: Slug,
  choose: Paper.shape.choose,
  on: z.enum(["phone", "paper"]),
});
export type Cast = z.output<typeof Cast>;

/** The papers of a secret poll as the tellers read them out, one by one, and how many were handed out. */
export const Papers = z.object({
  year: YearNo,
  cluster: Slug,
  poll: Slug,
  issued: z.optional(z.int().check(z.gte(0))),
  papers: z.array(Paper).check(z.maxLength(500)),
  by: z.string(),
  at: Instant,
});
export type Papers = z.output<typeof Papers>;
