import * as z from "zod/mini";
import { faultIn, Paper, type Poll, type Rule, ruleOf } from "./poll.ts";
import { refuse } from "./refuse.ts";
import { Slug } from "./text.ts";

/** Key share of 65 bytes, 24 of contents, and a seal of 16 (HPKE, RFC 9180: P-256, AES-128-GCM), in base64url. */
export const Sealed = z.string().check(z.regex(/^[\w-]{140}$/));

/** How somebody votes who has no phone: on a paper in the hall, or by letter where the rule lets the absent write. */
export const OnPaper = z.enum(["paper", "letter"]);
type OnPaper = z.output<typeof OnPaper>;

/**
 * One delegate's ballot in a poll: a sealed envelope, the note that a paper was given, or, where the poll is open, a
 * choice in clear and whether it came on paper. No hour, no address, no order.
 */
export type Ballot = { conference: string; poll: string; delegate: string; expires: number } & (
  | { sealed: Uint8Array<ArrayBuffer> }
  | { choose: string[]; on?: OnPaper; blank?: true }
  | { on: OnPaper }
);

export const wayOf = (ballot: Ballot) => ("on" in ballot && ballot.on) || ("phone" as const);

/** Two sendings of the same: the same bytes, or the same answer that came the same way. */
export function isSame(one: Ballot, other: Ballot): boolean {
  if ("sealed" in one)
    return (
      "sealed" in other &&
      one.sealed.length === other.sealed.length &&
      one.sealed.every((byte, at) => byte === other.sealed[at])
    );
  return !("sealed" in other) && wayOf(one) === wayOf(other) && saidIn(one) === saidIn(other);
}

const saidIn = (ballot: Ballot) =>
  "choose" in ballot ? JSON.stringify([ballot.choose, ballot.blank === true]) : undefined;

/** An answer that bears a name, as it is published and as its digest is taken; nothing of what is sealed. */
export const namedIn = (ballot: Ballot) =>
  "choose" in ballot
    ? [
        {
          delegate: ballot.delegate,
          on: wayOf(ballot),
          choose: ballot.choose,
          ...(ballot.blank && { blank: ballot.blank }),
        },
      ]
    : [];

/** How many are in a sealed box, however they came. */
export const boxedIn = ({ envelopes, clear = 0, papers }: NonNullable<Poll["seal"]>) =>
  envelopes + clear + papers;

/** An answer in clear as it is kept: within the rule, in the order of the ballot. */
export function answerIn(
  poll: Poll,
  unit: string | undefined,
  { choose, blank }: { choose: readonly string[]; blank?: true | undefined },
) {
  const { candidates } = poll;
  const rule = ruleOf(poll);
  const fault = blank && choose.length > 0 ? "blank-and-chosen" : faultIn({ candidates, rule }, choose, unit);
  if (fault) throw refuse("poll/out-of-rule", { fault });
  const isSaid = rule.yesNo && blank;
  return { choose: candidates.filter((id) => choose.includes(id)), ...(isSaid && { blank: true as const }) };
}

/** What a phone sends. `no` counts the answers of one delegate, where the rule lets them change their mind. */
export const Sent = z.union([
  z.strictObject({ sealed: Sealed, no: z._default(z.int().check(z.gte(1), z.lte(1000)), 1) }),
  z.strictObject({
    choose: z.array(Slug).check(z.maxLength(60)),
    no: z._default(z.int().check(z.gte(1), z.lte(1000)), 1),
  }),
]);
export type Sent = z.output<typeof Sent>;

/** A box still open at this instant. */
export const isOpenAt = ({ state, closesAt }: Pick<Poll, "state" | "closesAt">, now: string) =>
  (state === "open" || state === "closing") && (closesAt === undefined || now < closesAt);

/**
 * What is fixed when a poll opens; its SHA-256 over canonical JSON (RFC 8785) is `bound`, in every envelope.
 */
export const fixedOf = (council: string, poll: Poll) => ({
  council,
  conference: poll.conference,
  poll: poll.poll,
  for: poll.for,
  award: poll.award,
  round: poll.round,
  candidates: poll.candidates,
  rule: poll.rule,
  roll: poll.roll,
  key: poll.key,
});

/** The list of choices names nobody and bears no code; where several of many may be chosen, a rare pattern is a signature. */
export const showsChoices = ({ choose }: Rule, candidates: readonly string[]) =>
  choose.max === 1 || candidates.length <= 5;

/** Equal choices and how many there are of them. */
const Pattern = z.strictObject({ choose: Paper.shape.choose, times: z.int().check(z.gte(1)) });

/** What a tellers' device read: joint totals of envelopes and papers, and the sorted choices where they may be shown. */
export const Reading = z.strictObject({
  envelopes: z.int().check(z.gte(0)),
  papers: z.int().check(z.gte(0)),
  invalid: z.int().check(z.gte(0)),
  blank: z.int().check(z.gte(0)),
  votes: z.record(z.string(), z.int().check(z.gte(0))),
  choices: z.optional(z.array(Pattern).check(z.maxLength(5_000))),
});
export type Reading = z.output<typeof Reading>;

/** One device's reading as it is kept. */
export const KeptReading = z.object({
  conference: Slug,
  poll: Slug,
  device: Slug,
  by: z.string(),
  ...Reading.shape,
});

const nameOf = (choose: readonly string[]) => JSON.stringify(choose);

/** Choices in the one order they are told in. */
export function patternsOf(papers: readonly (readonly string[])[]): z.output<typeof Pattern>[] {
  const counts = new Map<string, number>();
  for (const choose of papers) {
    const name = nameOf(choose);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Array.from(counts, ([name, times]) => ({ choose: JSON.parse(name) as string[], times })).toSorted(
    (a, b) => (nameOf(a.choose) < nameOf(b.choose) ? -1 : 1),
  );
}

/** The reading adds up, fits the seal, and its choices give its totals. */
export function expectReading(
  { candidates, rule }: { candidates: readonly string[]; rule: Rule },
  { envelopes: sealed, papers: given }: { envelopes: number; papers: number },
  { envelopes, papers, invalid, blank, votes, choices }: Reading,
) {
  const valid = envelopes + papers - invalid;
  const said = valid - blank;
  // Where each name is answered by yes or no, choosing none is an answer, and only a paper can be blank.
  const mostBlank = rule.yesNo ? Math.min(papers, valid) : valid;
  const fault = (is: string) => refuse("reading/does-not-add-up", { is });
  if (envelopes !== sealed) throw fault("envelopes");
  if (papers > given) throw fault("papers");
  if (valid < 0 || blank > (rule.choose.min > 0 ? 0 : mostBlank)) throw fault("valid");
  if (Object.keys(votes).some((id) => !candidates.includes(id))) throw fault("votes");
  const counts = candidates.map((id) => votes[id] ?? 0);
  const most = said * rule.choose.max;
  const least = said * Math.max(rule.yesNo ? 0 : 1, rule.choose.min);
  const all = counts.reduce((sum, one) => sum + one, 0);
  if (counts.some((one) => one > said) || all > most || all < least) throw fault("votes");
  if (showsChoices(rule, candidates) !== (choices !== undefined)) throw fault("choices");
  if (!choices) return;
  const times = (fits: (choose: readonly string[]) => boolean) =>
    choices.reduce((sum, one) => sum + (fits(one.choose) ? one.times : 0), 0);
  const isRight =
    times(() => true) === (rule.yesNo ? said : valid) &&
    (rule.yesNo || times((choose) => choose.length === 0) === blank) &&
    candidates.every((id) => times((choose) => choose.includes(id)) === (votes[id] ?? 0)) &&
    choices.every(
      ({ choose }, at) =>
        faultIn({ candidates, rule }, choose, undefined) === undefined &&
        nameOf(choose) === nameOf(candidates.filter((id) => choose.includes(id))) &&
        (at === 0 || nameOf(choices[at - 1]?.choose ?? []) < nameOf(choose)),
    );
  if (!isRight) throw fault("choices");
}
