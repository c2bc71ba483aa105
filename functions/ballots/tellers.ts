import { expectReading, type Reading, wayOf } from "#domain/ballot.ts";
import { againstIn, baseOf } from "#domain/count.ts";
import { expectState, isCounted, type Poll, ruleOf, showsFigures } from "#domain/poll.ts";
import { refuse } from "#domain/refuse.ts";
import { nameIn } from "#domain/unit.ts";
import { shortHashOf } from "#lib/bytes.ts";
import { digestOf } from "#lib/digest.ts";
import { create, replace } from "#lib/op.ts";
import type { Handlers } from "#lib/serve.ts";
import type { Table } from "#lib/table.ts";
import type { api } from "../api.ts";
import type { Context, Found } from "../identity.ts";
import { items } from "../items.ts";
import { decisionsFrom, standingsIn } from "../standings.ts";
import { expectPoll, mayKnow, pollsIn, published, resultOf, shown, untilShown } from "./box.ts";
import { lookInto } from "./conferences.ts";

type Part = Pick<
  Handlers<typeof api.ballots, Context, Found>,
  "readEnvelopes" | "enterReading" | "readMinutes"
>;

const lost = () => refuse("poll/changed-meanwhile");

/** The tellers: the opened box, and the minutes. */
export const tellers: Part = {
  async readEnvelopes({ cluster, poll: id, table }) {
    const poll = await expectPoll(table, cluster, id);
    expectState(poll, "sealed", "counted", "published");
    const ballots = await table.list(items.ballot, { conference: poll.conference ?? "", poll: id });
    const envelopes = ballots
      .flatMap((ballot) => ("sealed" in ballot ? [ballot.sealed] : []))
      .toSorted((a, b) => Buffer.compare(shortHashOf(a), shortHashOf(b)));
    return {
      poll: published(poll),
      envelopes: envelopes.map((sealed) => Buffer.from(sealed).toString("base64url")),
    };
  },

  async enterReading({ cluster, poll: id, device, body, caller, now, table }) {
    const was = await expectPoll(table, cluster, id);
    expectState(was, "sealed", "counted", "published", "void");
    const { conference = "", seal, candidates } = was;
    const rule = ruleOf(was);
    expectReading({ candidates, rule }, seal ?? { envelopes: 0, papers: 0 }, body);
    if (was.state === "sealed") {
      const kept = { conference, poll: id, device, by: caller.person, ...body };
      await table.write(create(items.reading, kept, refuse("reading/entered", { device })));
    }
    const readings = await table.list(items.reading, { conference, poll: id });
    const agreed = readings.filter((one) => readings.some((other) => agree(one, other) && one !== other));
    const [first] = agreed;
    if (was.state !== "sealed")
      return { poll: was, devices: readings.length, agree: first !== undefined && agree(first, body) };
    if (first) {
      const poll = countedFrom(was, first, { by: caller.person, at: now });
      await table.write(replace(items.poll, was, poll, lost()));
      return { poll, devices: readings.length, agree: agree(first, body) };
    }
    if (readings.length < 3) return { poll: was, devices: readings.length, agree: false };
    const reason = "Ba máy đọc hòm phiếu cho ba kết quả khác nhau.";
    const poll: Poll = { ...was, state: "void", voided: { by: caller.person, at: now, reason } };
    await table.write(replace(items.poll, was, poll, lost()));
    return { poll, devices: readings.length, agree: false };
  },

  async readMinutes({ year, cluster, poll: id, caller, table }) {
    const poll = await expectPoll(table, cluster, id);
    const { conference: at = "" } = poll;
    const [{ conference, ceremony, delegates }, ballots, readings, polls, standings] = await Promise.all([
      lookInto(table, cluster, at),
      table.list(items.ballot, { conference: at, poll: id }),
      table.list(items.reading, { conference: at, poll: id }),
      pollsIn(table, cluster),
      standingsIn(table, cluster),
    ]);
    const decision = decisionsFrom(polls, standings).get(id);
    const isKnown = mayKnow(caller, cluster, poll);
    const told = isKnown ? published(poll) : untilShown(poll);
    // While a box is open nobody learns from the minutes how it stands.
    const isNamed = isKnown && isCounted(poll) && showsFigures(poll);
    const known = new Map(delegates.map((one) => [one.delegate, one]));
    const tellers = Array.from(new Set(readings.map(({ by }) => by)));
    return {
      conference,
      poll: told,
      ...(decision && isKnown && { decision: shown(poll, decision) }),
      base: told.tally ? baseOf(ruleOf(told), told.tally) : 0,
      result: told.tally ? resultOf(told) : "",
      ...(ceremony && { fingerprint: ceremony.fingerprint }),
      tellers: await peopleNamed(table, tellers),
      voted: ballots.map((ballot) => ({
        ...(known.get(ballot.delegate) ?? { delegate: ballot.delegate, name: ballot.delegate }),
        on: wayOf(ballot),
        ...(isNamed &&
          "choose" in ballot && { choose: ballot.choose, ...(ballot.blank && { blank: ballot.blank }) }),
      })),
      names: await unitsNamed(table, poll.candidates, year.year),
    };
  },
};

const totalsOf = ({ envelopes, papers, invalid, blank, votes, choices }: Reading) =>
  digestOf({
    envelopes,
    papers,
    invalid,
    blank,
    votes: Object.fromEntries(Object.entries(votes).filter(([, count]) => count > 0)),
    choices: choices ?? null,
  });
const agree = (one: Reading, other: Reading) => totalsOf(one) === totalsOf(other);

/** Two devices said the same: what they said, under the rule that was fixed. */
function countedFrom(poll: Poll, reading: Reading, counted: { by: string; at: string }): Poll {
  const { envelopes, papers, invalid, blank, votes, choices } = reading;
  const present = poll.seal?.present ?? 0;
  const valid = envelopes + papers - invalid;
  const counts = Object.fromEntries(poll.candidates.map((id) => [id, votes[id] ?? 0]));
  const answers = choices?.flatMap(({ choose, times }) => Array(times).fill(JSON.stringify(choose)));
  return {
    ...poll,
    state: "counted",
    counted,
    tally: {
      entitled: poll.meter?.entitled ?? 0,
      present,
      issued: present,
      collected: envelopes + papers,
      valid,
      blank,
      votes: counts,
      ...(poll.rule?.yesNo && { against: againstIn({ valid, blank, votes: counts }) }),
      quorum: poll.meter?.quorum ?? false,
    },
    answers: digestOf(answers?.toSorted() ?? { votes, blank, invalid }),
    ...(choices && { choices }),
  };
}

async function peopleNamed(table: Table, ids: readonly string[]) {
  const people = await table.readMany(
    items.person,
    ids.map((person) => ({ person })),
  );
  return people.map(({ person, name }) => ({ id: person, name }));
}

/** Units by the name they bore in a year, in the order they were asked for. */
export async function unitsNamed(table: Table, ids: readonly string[], year: number) {
  const units = await table.readMany(
    items.unit,
    ids.map((unit) => ({ unit })),
  );
  const names = new Map(units.map((unit) => [unit.unit, nameIn(unit, year)]));
  return ids.map((id) => ({ id, name: names.get(id) ?? id }));
}
