import { fixedOf } from "#domain/ballot.ts";
import { type Ceremony, keyFor } from "#domain/ceremony.ts";
import { isCounted, type Poll } from "#domain/poll.ts";
import { refuse } from "#domain/refuse.ts";
import { hashOfAll } from "#lib/bytes.ts";
import { digestOf } from "#lib/digest.ts";
import { create, replace } from "#lib/op.ts";
import type { Handlers } from "#lib/serve.ts";
import type { api } from "../api.ts";
import type { Context, Found } from "../identity.ts";
import { items } from "../items.ts";
import { expectGoingOn, lookInto, rehearsalOf } from "./conferences.ts";
import { expiryFrom } from "./day.ts";

type Part = Pick<
  Handlers<typeof api.ballots, Context, Found>,
  "keepCeremony" | "rehearseShares" | "destroyShare" | "openRehearsal"
>;

const lost = () => refuse("conference/changed-meanwhile");

/** The tellers' keys: published, tried in all three pairs, and in the end destroyed. No share ever comes here. */
export const ceremonies: Part = {
  async keepCeremony({ cluster, conference: id, body, caller, now, table }) {
    const { conference, ceremony: was } = await lookInto(table, cluster, id);
    expectGoingOn(conference);
    // Keys that a poll has used stay; until then a ceremony that went wrong is held again.
    if (was && conference.slots > 0) throw refuse("ceremony/exists", { made: was.made });
    const ceremony: Ceremony = {
      conference: id,
      ...body,
      fingerprint: hashOfAll(body.keys.map((key) => Buffer.from(key, "base64url"))),
      made: { by: caller.person, at: now },
      rehearsed: [],
      destroyed: [],
    };
    if (was?.fingerprint === ceremony.fingerprint) return was;
    // Together: a box that opens meanwhile, with a key of the ceremony before, must not lose its keys.
    await table.write(
      replace(items.ceremony, was, ceremony, lost()),
      replace(items.conference, conference, conference, lost()),
    );
    return ceremony;
  },

  async rehearseShares({ cluster, conference: id, pair, body: { answer }, caller, now, table }) {
    const { ceremony: was } = await lookInto(table, cluster, id);
    if (!was) throw refuse("ceremony/missing");
    if (hashOfAll([Buffer.from(answer, "base64url")]) !== was.answer) throw refuse("ceremony/wrong-answer");
    if (was.rehearsed.some((one) => one.pair === pair)) return was;
    const ceremony = { ...was, rehearsed: [...was.rehearsed, { pair, by: caller.person, at: now }] };
    await table.write(replace(items.ceremony, was, ceremony, lost()));
    return ceremony;
  },

  async destroyShare({ cluster, conference: id, body: { share }, caller, now, table }) {
    const { conference, ceremony: was } = await lookInto(table, cluster, id);
    if (!was) throw refuse("ceremony/missing");
    const { year, cluster: clusterId } = cluster;
    const box =
      conference.box && (await table.read(items.poll, { year, cluster: clusterId, poll: conference.box }));
    // A box that waits to be counted still needs two of them.
    if (box && !isCounted(box) && box.state !== "void") throw refuse("poll/still-open", { poll: box.poll });
    if (was.destroyed.some((one) => one.share === share)) return was;
    const ceremony = { ...was, destroyed: [...was.destroyed, { share, by: caller.person, at: now }] };
    await table.write(replace(items.ceremony, was, ceremony, lost()));
    return ceremony;
  },

  async openRehearsal({ cluster, conference: id, caller, now, table }) {
    const { conference, ceremony } = await lookInto(table, cluster, id);
    expectGoingOn(conference);
    if (!conference.roll?.digest) throw refuse("roll/missing");
    const { year, cluster: clusterId } = cluster;
    const was = await table.read(items.poll, { year, cluster: clusterId, poll: rehearsalOf(id) });
    if (was?.for === "rehearsal") return was;
    const fixed: Poll = {
      year,
      cluster: clusterId,
      poll: rehearsalOf(id),
      for: "rehearsal",
      candidates: cluster.members.slice(0, 3),
      round: 1,
      rule: tryingRule,
      state: "open",
      conference: id,
      slot: 0,
      key: keyFor(ceremony, 0),
      roll: conference.roll,
      expires: expiryFrom(now),
      opened: { by: caller.person, at: now },
    };
    const poll = { ...fixed, bound: digestOf(fixedOf(caller.council, fixed)) };
    await table.write(create(items.poll, poll, refuse("poll/changed-meanwhile")));
    return poll;
  },
};

const tryingRule = {
  secret: true,
  voter: "delegate",
  ownUnit: true,
  quorum: null,
  threshold: { base: "cast", moreThan: "1/2" },
  choose: { min: 0, max: 1 },
  seats: 1,
  tie: "lot",
  publish: "passed",
  mayChange: true,
} as const;
