import { checksOf, expectAward, yearsAsked } from "#domain/award.ts";
import { expectMember, isThere } from "#domain/cluster.ts";
import { electedAs } from "#domain/count.ts";
import {
  awardedBy,
  decisionIdOf,
  expectAnswer,
  type Nomination,
  printed,
  type Recipient,
} from "#domain/nomination.ts";
import { refuse } from "#domain/refuse.ts";
import { isInForce, nextFor, refusalOf } from "#domain/revocation.ts";
import { digestOf } from "#lib/digest.ts";
import { create, replace } from "#lib/op.ts";
import { serve } from "#lib/serve.ts";
import type { Table } from "#lib/table.ts";
import { api } from "./api.ts";
import { door } from "./identity.ts";
import { items } from "./items.ts";
import { registerIn, withLater } from "./register.ts";
import { decisionsFrom, standingsIn } from "./standings.ts";
import { ifVisible } from "./visible.ts";

/** Clusters asked for at once. */
const atOnce = 16;

export const handler = serve("nominations", api.nominations, door, {
  async listNominations({ cluster, table }) {
    const { year, cluster: id } = cluster;
    const [nominations, standings] = await Promise.all([
      table.list(items.nomination, { year, cluster: id }, { eventual: true }),
      standingsIn(table, cluster),
    ]);
    const [decisions, revocations, past] = await Promise.all([
      table.readMany(
        items.decision,
        nominations.map((nomination) => ({ year, decision: decisionIdOf(nomination) })),
      ),
      table.list(items.revocation, { year }, { eventual: true }),
      pastOf(table, year, nominations),
    ]);
    const ranks = new Map(standings.map(({ unit, rank }) => [unit, rank]));
    const standing = nominations.filter(({ withdrawn }) => !withdrawn);
    return nominations.map((nomination) => {
      const { award, recipient } = nomination;
      const isIts = (other: Recipient) => digestOf(printed(other)) === digestOf(printed(recipient));
      const others = standing
        .filter((other) => other !== nomination && isIts(other.recipient))
        .map((other) => other.award);
      const rank = "person" in recipient ? undefined : ranks.get(recipient.unit);
      const had = past.filter((one) => isIts(one.recipient));
      const [decision] = withLater(
        decisions.filter((one) => one.decision === decisionIdOf(nomination)),
        revocations,
      );
      const checks = checksOf(award, { recipient, rank, others, year, past: had });
      return { nomination, checks, ...(decision && { decision }) };
    });
  },

  async listProposed({ year: { year }, table }) {
    const clusters = (await table.list(items.cluster, { year }, { eventual: true })).filter(isThere);
    const proposed: Nomination[] = [];
    for (let first = 0; first < clusters.length; first += atOnce)
      proposed.push(...(await Promise.all(clusters.slice(first, first + atOnce).map(proposedIn))).flat());
    return proposed.flatMap(({ cluster, award, recipient, withdrawn }) =>
      withdrawn || "person" in recipient ? [] : [{ cluster, award, unit: recipient.unit }],
    );

    function proposedIn({ cluster }: { cluster: string }) {
      return table.list(items.nomination, { year, cluster }, { eventual: true });
    }
  },

  async nominate({ cluster, nomination: id, body, caller, now, table }) {
    const { year, cluster: clusterId } = cluster;
    expectMember(cluster, body.recipient.unit);
    const award = body.from === undefined ? body.award : await wonAward(cluster, body.from);
    expectAward(award);
    const nomination = {
      year,
      cluster: clusterId,
      nomination: id,
      ...body,
      award,
      by: caller.person,
      at: now,
    };
    await table.write(create(items.nomination, nomination, refuse("nomination/exists", { nomination: id })));
    return nomination;

    /** From a poll: the award is the poll's, and the recipient must have passed in any of its rounds. */
    async function wonAward(of: typeof cluster, from: string): Promise<string> {
      const polls = await table.list(items.poll, { year, cluster: clusterId });
      const poll = polls.find((one) => one.poll === from && one.for === "nomination");
      if (!poll?.award) throw refuse("poll/unknown", { poll: from });
      const decisions = decisionsFrom(polls, await standingsIn(table, of));
      const passed = electedAs("nomination", polls, decisions, poll.award);
      if ("person" in body.recipient || !passed.includes(body.recipient.unit))
        throw refuse("nomination/not-passed", { poll: from, recipient: printed(body.recipient) });
      return poll.award;
    }
  },

  async withdrawNomination({ cluster, nomination: id, body: { reason }, caller, now, table }) {
    const { year, cluster: clusterId } = cluster;
    const was = await table.read(items.nomination, { year, cluster: clusterId, nomination: id });
    if (!was) throw refuse("nomination/unknown", { nomination: id });
    if (was.withdrawn) throw refuse("nomination/withdrawn");
    const decision = decisionIdOf(was);
    if (await table.read(items.decision, { year, decision })) throw refuse("decision/exists", { decision });
    const withdrawn = { ...was, withdrawn: { reason, by: caller.person, at: now } };
    await table.write(replace(items.nomination, was, withdrawn, refuse("nomination/withdrawn")));
    return withdrawn;
  },

  async decide({ year, decision: id, body, caller, now, table }) {
    expectAward(body.award);
    if (body.to !== undefined) expectAward(body.to);
    const [unit, cluster, proposed] = await Promise.all([
      table.read(items.unit, body.recipient),
      body.cluster === undefined
        ? undefined
        : table.read(items.cluster, { year: year.year, cluster: body.cluster }),
      body.nomination === undefined || body.cluster === undefined
        ? undefined
        : table.read(items.nomination, {
            year: year.year,
            cluster: body.cluster,
            nomination: body.nomination,
          }),
    ]);
    if (body.nomination !== undefined) expectAnswer(proposed, { decision: id, ...body });
    if (!(await ifVisible(table, unit))) throw refuse("unit/unknown", { unit: body.recipient.unit });
    if (body.cluster !== undefined && !cluster) throw refuse("cluster/unknown", { cluster: body.cluster });
    const decision = { year: year.year, decision: id, ...body, by: caller.person, at: now };
    await table.write(create(items.decision, decision, refuse("decision/exists", { decision: id })));
    return decision;
  },

  async revoke({ year: { year }, decision: id, body, caller, now, table }) {
    const [decision, past] = await Promise.all([
      table.read(items.decision, { year, decision: id }),
      table.list(items.revocation, { year, decision: id }),
    ]);
    const no = nextFor(decision, past, body);
    if (typeof no !== "number") return no;
    const entry = { year, decision: id, no, ...body, by: caller.person, at: now };
    await table.write(create(items.revocation, entry, refusalOf(body.does)));
    return entry;
  },

  async readRegister({ year, table }) {
    const decisions = await registerIn(table, year.year, { eventual: true });
    return decisions.filter((decision) => awardedBy(decision) !== undefined);
  },
});

/** What is in force of the years before, read only where a standard asks for it. */
async function pastOf(table: Table, year: number, nominations: readonly { award: string }[]) {
  const back = Math.max(0, ...nominations.map(({ award }) => yearsAsked(award)));
  const years = back === 0 ? [] : await table.list(items.year, {}, { eventual: true });
  const asked = years.filter((one) => one.year < year && one.year >= year - back);
  const registers = await Promise.all(asked.map((one) => registerIn(table, one.year, { eventual: true })));
  return registers.flat().filter(isInForce);
}
