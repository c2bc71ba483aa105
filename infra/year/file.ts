import * as z from "zod/mini";
import en from "zod/v4/locales/en.js";
import { expectAward } from "#domain/award.ts";
import { expectOffices } from "#domain/cluster.ts";
import { Target } from "#domain/covenant.ts";
import { Brought } from "#domain/movement.ts";
import { Recipient } from "#domain/nomination.ts";
import { faultIn as faultInInput } from "#domain/points.ts";
import { faultIn as faultInVote, Purpose, Rule } from "#domain/poll.ts";
import { expectSound, linesOf, Table } from "#domain/scheme.ts";
import { mayClaim } from "#domain/sheet.ts";
import { Day, Name, Slug, Text, Title } from "#domain/text.ts";
import { YearNo } from "#domain/year-no.ts";
import { at, Misfit, misfitOf } from "./misfit.ts";

z.config(en());

const Vote = z.strictObject({
  by: Slug,
  choose: z.array(z.string().check(z.maxLength(200))).check(z.maxLength(100)),
  on: z.optional(z.enum(["phone", "paper"])),
});

/** The format knows one vote a unit, and nothing of what the product can do besides. */
const { written: _written, mayChange: _mayChange, yesNo: _yesNo, ...told } = Rule.shape;
const StoryRule = z.strictObject({ ...told, voter: z.literal("unit") });

const StoryPoll = z.strictObject({
  id: Slug,
  for: Purpose,
  award: z.optional(z.string()),
  round: z.optional(z.int().check(z.gte(1), z.lte(9))),
  candidates: z.optional(z.array(Slug)),
  rule: StoryRule,
  absent: z._default(z.array(Slug), []),
  votes: z.array(Vote),
  decided: z._default(z.array(Slug), []),
});
export type StoryPoll = z.output<typeof StoryPoll>;

/** A line of a sheet: what the unit says, and what was found where that differs. What they hold, the line's way says. */
const StoryLine = z.union(
  [
    z.literal("not assigned"),
    z.strictObject({
      claim: z.optional(z.unknown()),
      finding: z.optional(z.unknown()),
      reason: z.optional(Text),
    }),
  ],
  { error: 'either "not assigned", or a claim and a finding' },
);

/** One cluster's year as a file tells it: what people enter, in order. */
export const YearFile = z.strictObject({
  council: z.strictObject({ id: Slug, name: Name, kind: Name }),
  year: YearNo,
  cluster: z.strictObject({
    id: Slug,
    kind: z.enum(["cụm", "khối"]),
    name: Name,
    members: z.array(z.strictObject({ id: Slug, name: Name })).check(z.minLength(1), z.maxLength(60)),
    head: z.optional(Slug),
    deputies: z._default(z.array(Slug).check(z.maxLength(2)), []),
  }),
  motto: z.optional(Title),
  covenant: z.optional(z.strictObject({ text: z.optional(Text), targets: z.array(Target) })),
  scheme: z.optional(Table),
  sheets: z._default(z.record(z.string(), z.record(z.string(), StoryLine)), {}),
  movements: z._default(z.array(z.strictObject({ name: Title, contributions: z.array(Brought) })), []),
  polls: z._default(z.array(StoryPoll), []),
  nominations: z._default(
    z.array(
      z.strictObject({
        award: z.optional(z.string()),
        recipient: Recipient,
        from: z.optional(Slug),
        reasons: z.optional(Text),
      }),
    ),
    [],
  ),
  decisions: z._default(
    z.array(
      z.strictObject({
        award: z.string(),
        recipient: Recipient,
        decision: z.enum(["awarded", "refused", "changed"]),
        number: z.optional(Title),
        date: z.optional(Day),
      }),
    ),
    [],
  ),
  notes: z._default(z.array(Text), []),
});
export type YearFile = z.output<typeof YearFile>;

/** The file as told, or a `Misfit` that names the first place that cannot be. */
export function yearFileFrom(text: string): YearFile {
  let told: unknown;
  try {
    told = JSON.parse(text, expectPlainName);
  } catch (error) {
    throw error instanceof Misfit ? error : new Misfit("file", `no JSON: ${(error as Error).message}`);
  }
  const { data, error } = z.safeParse(YearFile, told);
  if (error) throw misfitOf(error.issues, told);
  expectMembers(data);
  expectScheme(data);
  expectSheets(data);
  expectMovements(data);
  for (const [at, poll] of data.polls.entries()) expectPoll(data, poll, at);
  expectAwards(data);
  return data;
}

/** A name that an object takes as something else would vanish unseen. */
function expectPlainName(name: string, value: unknown) {
  if (name === "__proto__") throw new Misfit(name, "unknown field");
  return value;
}

const idsOf = ({ cluster }: YearFile) => cluster.members.map(({ id }) => id);

function expectMembers(file: YearFile) {
  const { head, deputies } = file.cluster;
  at("cluster.members", () => expectOffices({ members: idsOf(file), head: undefined, deputies: [] }));
  at("cluster.head", () => expectOffices({ members: idsOf(file), head, deputies: [] }));
  at("cluster.deputies", () => expectOffices({ members: idsOf(file), head, deputies }));
}

function expectScheme({ scheme }: YearFile) {
  if (scheme) at("scheme", () => expectSound(scheme));
}

function expectSheets(file: YearFile) {
  const lines = file.scheme ? linesOf(file.scheme) : new Map();
  for (const [unit, sheet] of Object.entries(file.sheets)) {
    const place = `sheets.${unit}`;
    if (!idsOf(file).includes(unit)) throw new Misfit(place, "unknown unit");
    for (const [code, entry] of Object.entries(sheet)) {
      const line = lines.get(code);
      if (!line) throw new Misfit(`${place}.${code}`, "unknown code");
      if (entry === "not assigned") {
        if (line.kind === "deduction") throw new Misfit(`${place}.${code}`, "a deduction is never assigned");
        continue;
      }
      if ("claim" in entry && !mayClaim(line))
        throw new Misfit(`${place}.${code}`, "only the standing office enters this");
      for (const which of ["claim", "finding"] as const) {
        if (!(which in entry)) continue;
        const fault = faultInInput(line, entry[which]);
        if (fault !== undefined) throw new Misfit(`${place}.${code}`, fault);
      }
    }
  }
}

function expectMovements(file: YearFile) {
  for (const [m, { contributions }] of file.movements.entries())
    for (const [c, { unit }] of contributions.entries())
      if (!idsOf(file).includes(unit))
        throw new Misfit(`movements.${m}.contributions.${c}.unit`, `unknown unit ${unit}`);
}

function expectPoll(file: YearFile, poll: StoryPoll, number: number) {
  const place = `polls.${poll.id}`;
  const members = idsOf(file);
  if (file.polls.findIndex(({ id }) => id === poll.id) !== number)
    throw new Misfit(place, "this id is used twice");
  if (poll.for === "nomination") at(`${place}.award`, () => expectAward(poll.award ?? ""));
  else if (poll.award !== undefined) throw new Misfit(`${place}.award`, "an office is no award");
  if (!poll.candidates && (poll.round ?? 1) === 1) throw new Misfit(`${place}.candidates`, "missing");
  for (const [c, unit] of (poll.candidates ?? []).entries()) {
    if (!members.includes(unit)) throw new Misfit(`${place}.candidates.${c}`, `${unit} is no member`);
    if (poll.candidates?.indexOf(unit) !== c)
      throw new Misfit(`${place}.candidates.${c}`, `${unit} stands twice`);
  }
  if (poll.candidates?.length === 0) throw new Misfit(`${place}.candidates`, "nobody stands");
  const absent = poll.absent.find((unit, a) => !members.includes(unit) || poll.absent.indexOf(unit) !== a);
  if (absent !== undefined) throw new Misfit(`${place}.absent`, `${absent} is no member or stands twice`);
  for (const v of poll.votes.keys()) expectVote(file, poll, v);
}

function expectVote(file: YearFile, { id, candidates, rule, absent, votes }: StoryPoll, v: number) {
  const { by, choose, on } = votes[v] as StoryPoll["votes"][number];
  const place = `polls.${id}.votes.${v}`;
  if (!idsOf(file).includes(by)) throw new Misfit(`${place}.by`, `${by} is no member`);
  if (absent.includes(by)) throw new Misfit(`${place}.by`, `${by} is absent`);
  if (votes.findIndex((vote) => vote.by === by) !== v) throw new Misfit(`${place}.by`, `${by} votes twice`);
  if (!candidates) return;
  const fault = faultInVote({ candidates, rule }, choose, by);
  if (fault && (on ?? "phone") === "phone")
    throw new Misfit(`${place}.choose`, `not possible on a phone: ${fault}`);
  if (fault === "own-unit" && rule.secret)
    throw new Misfit(`${place}.choose`, "a secret paper cannot be checked for the own unit");
}

function expectAwards(file: YearFile) {
  for (const [n, { award, from, recipient }] of file.nominations.entries()) {
    const place = `nominations.${n}`;
    const poll = file.polls.find(({ id }) => id === from);
    if (from !== undefined && poll?.for !== "nomination")
      throw new Misfit(`${place}.from`, `no poll on an award: ${from}`);
    if (poll && award !== undefined && award !== poll.award)
      throw new Misfit(`${place}.award`, `the poll ${poll.id} is on ${poll.award}`);
    at(`${place}.award`, () => expectAward(poll?.award ?? award ?? ""));
    if (!idsOf(file).includes(recipient.unit))
      throw new Misfit(`${place}.recipient.unit`, `unknown unit ${recipient.unit}`);
  }
  for (const [d, { award, decision, number, recipient }] of file.decisions.entries()) {
    at(`decisions.${d}.award`, () => expectAward(award));
    if (!idsOf(file).includes(recipient.unit))
      throw new Misfit(`decisions.${d}.recipient.unit`, `unknown unit ${recipient.unit}`);
    if (decision === "awarded" && number === undefined) throw new Misfit(`decisions.${d}.number`, "missing");
  }
}
