export type Patch = { file: string; find: string; put: string };

/** A bug put into a copy of the sources: what is written there, and what instead. */
export type Mutant = Patch & {
  name: string;
  also?: Patch;
  /** Where the day that shows it soonest begins. */
  seed?: number;
  /** Shown by ending or holding back each request of the opening, not by a day. */
  kills?: true;
};

const ballots = (name: string) => `functions/ballots/${name}.ts`;
const [hall, tickets, day, tellers] = [
  ballots("hall"),
  ballots("tickets"),
  ballots("day"),
  ballots("tellers"),
];
const [conferences, fence, watching] = [ballots("conferences"), ballots("fence"), ballots("watching")];
const [papers, settled] = [ballots("papers"), ballots("settled")];
const domain = (noun: string) => `functions/domain/${noun}.ts`;

/** Casting: once each, in time, and the truth about it. */
const casting: Mutant[] = [
  {
    name: "a later ballot takes the place of the first",
    file: "functions/lib/op.ts",
    find: "was: no === 1 ? undefined : no - 1",
    put: 'was: "any"',
  },
  {
    name: "the key of a ballot leaves the delegate out",
    file: "functions/items.ts",
    find: 'in: "POLL#{conference}#{poll}", name: "D#{delegate}"',
    put: 'in: "POLL#{conference}#{poll}", name: "D#{poll}"',
  },
  {
    name: "the rehearsal and the poll share a box",
    file: "functions/items.ts",
    find: 'in: "POLL#{conference}#{poll}", name: "D#{delegate}"',
    put: 'in: "POLL#{conference}", name: "D#{delegate}"',
  },
  {
    name: "the deadline is read when the request comes in",
    file: hall,
    find: "async sendBallot({ conference, poll: id, body, caller, table }) {",
    put: "async sendBallot({ conference, poll: id, body, caller, table, now }) { const clock = () => now;",
    seed: 5,
  },
  {
    name: "the deadline is read before the reading",
    file: hall,
    find: "const known = await hallIn(table, conference);",
    put: "const begun = new Date(Date.now()).toISOString(); const clock = () => begun; const known = await hallIn(table, conference);",
    seed: 5,
  },
  {
    name: "no deadline",
    file: hall,
    find: "if (!isOpenAt(poll, clock()))",
    put: "if (!isOpenAt(poll, clock()) && poll.seal)",
  },
  {
    name: "the end is a minute late for ballots",
    file: hall,
    find: "if (!isOpenAt(poll, clock()))",
    put: "if (!isOpenAt(poll, new Date(Date.now() - 60_000).toISOString()))",
  },
  {
    name: "a box is known for half a minute",
    file: tickets,
    find: "known(boxes, name, stateCache, read);",
    put: "known(boxes, name, 30_000, read); if (readAt) return found;",
  },
  {
    name: "closing by hand holds at once",
    file: fence,
    find: "export const closingLead = longestRequest + stateCache",
    put: "export const closingLead = 0",
  },
  {
    name: "the same bytes after the end are another ballot",
    file: settled,
    find: "isItsTurn && isSame(found, ballot)",
    put: "isItsTurn && found === ballot",
  },
  {
    name: "other bytes after the end are the same ballot",
    file: settled,
    find: "isItsTurn && isSame(found, ballot)",
    put: "isItsTurn",
    seed: 2,
  },
  {
    name: "other bytes are taken for the same",
    file: "functions/lib/write.ts",
    find: "  const content = ({ at: _at, l: _l, ...rest }",
    put: '  if ("b" in wanted) return true;\n  const content = ({ at: _at, l: _l, ...rest }',
  },
  {
    name: "minds change where they may not",
    file: hall,
    find: "if (body.no > 1 && !ruleOf(poll).mayChange)",
    put: "if (body.no > 9)",
  },
  {
    name: "the number of an answer is ignored",
    file: hall,
    find: "revise(items.ballot, no, ballot, standsAlready)",
    put: "revise(items.ballot, 1, ballot, standsAlready)",
    seed: 9,
  },
  {
    name: "paper beside phone",
    file: papers,
    find: "createForGood(items.ballot, paper, otherwise)",
    put: '{ ...createForGood(items.ballot, paper, otherwise), was: "any" }',
    seed: 11,
  },
  {
    name: "paper after the end",
    file: papers,
    find: "if (!isOpenAt(poll, clock())) await",
    put: "if (poll.seal) await",
    seed: 4,
  },
  {
    name: "a paper in an open poll takes the place of what a phone said",
    file: papers,
    find: "createForGood(items.ballot, paper, otherwise)",
    put: '{ ...createForGood(items.ballot, paper, otherwise), ...("choose" in paper && { was: "any" }) }',
    seed: 18,
  },
  {
    name: "guests vote",
    file: hall,
    find: "expectVoter(poll, here, caller.person);",
    put: "if (!here) expectVoter(poll, here, caller.person);",
    seed: 6,
  },
];

const asking: Mutant[] = [
  {
    name: "nobody's ballot is ever found",
    file: hall,
    find: "if (!found) return { state: isOnTheWay",
    put: "if (!found || found) return { state: isOnTheWay",
  },
  {
    name: "a ballot is looked for in an old copy",
    file: hall,
    find: "table.read(items.ballot, { conference, poll: id, delegate: caller.person })",
    put: "table.read(items.ballot, { conference, poll: id, delegate: caller.person }, { eventual: true })",
  },
  {
    name: "what nobody can know is said to be nothing",
    file: hall,
    find: 'isOnTheWay ? "unsettled" : "none"',
    put: 'isOnTheWay ? "none" : "none"',
  },
  {
    name: "what nobody can know is said to be too late",
    file: settled,
    find: 'if (isOnTheWay) throw refuse("ballot/ask-again"',
    put: 'if (poll.state === "draft") throw refuse("ballot/ask-again"',
  },
  {
    name: "the code of a ballot is another's",
    file: hall,
    find: "{ code: codeFrom(shortHashOf(ballot.sealed)) }",
    put: "{ code: codeFrom(shortHashOf(ballot.sealed).subarray(1)) }",
  },
];

/** Who comes in, and on what roll. */
const entering: Mutant[] = [
  {
    name: "a ticket stays good when another is made",
    file: conferences,
    find: "held.set(delegate, [macOfTicket(secret)",
    put: "held.set(delegate, [...(held.get(delegate) ?? []), macOfTicket(secret)",
    seed: 2,
  },
  {
    name: "an unknown ticket is the first delegate's",
    file: tickets,
    find: 'hall.byMac.get(mac) ?? ""',
    put: 'hall.byMac.get(mac) ?? "d-1"',
  },
  {
    name: "the roll changes while a box is open",
    file: conferences,
    find: 'if (box && (box.state === "open"',
    put: 'if (box && (box.state === "draft"',
  },
  {
    name: "two rolls saved at once are mixed",
    file: conferences,
    find: "await table.write(replace(items.roll, before, page, lost()));",
    put: 'await table.write({ ...replace(items.roll, before, page, lost()), was: "any" });',
    kills: true,
  },
  {
    name: "a roll that is being saved may be opened on",
    file: conferences,
    find: '{ ...was, roll: { ...roll, digest: "" } }',
    put: "{ ...was, roll }",
    kills: true,
  },
  {
    name: "a box is opened in two writes",
    file: day,
    find: "replace(items.poll, was, opened, lost()),\n    replace(",
    put: "replace(items.poll, was, opened, lost()),\n  );\n  await table.write(\n    replace(",
    kills: true,
  },
  {
    name: "no rehearsal is asked for",
    file: domain("ceremony"),
    find: "if (slot > 0 && !isRehearsed(ceremony))",
    put: "if (slot > 99 && !isRehearsed(ceremony))",
  },
  {
    name: "two boxes have one key",
    file: day,
    find: "slots: rule.secret ? slot : conference.slots }",
    put: "slots: conference.slots }",
    seed: 4,
  },
  {
    name: "the quorum is not asked about",
    file: day,
    find: "if (!quorum && !body.withoutQuorum)",
    put: "if (!quorum && !body.conference)",
    seed: 7,
  },
];

/** From the fence to the seal. */
const sealing: Mutant[] = [
  {
    name: "no fence",
    file: fence,
    find: "Date.parse(closesAt) + stateCache + longestRequest + margin",
    put: "Date.parse(closesAt)",
  },
  {
    name: "a fence of a second",
    file: fence,
    find: "Date.parse(closesAt) + stateCache + longestRequest + margin",
    put: "Date.parse(closesAt) + 1_000",
  },
  {
    name: "sealing does not wait for the fence",
    file: day,
    find: "if (clock() < fence) throw",
    put: "if (clock() < was.closesAt) throw",
  },
  {
    name: "the seal is read from an old copy",
    file: day,
    find: "table.list(items.ballot, { conference, poll: id }),",
    put: "table.list(items.ballot, { conference, poll: id }, { eventual: true }),",
  },
  {
    name: "the board leaves an envelope out",
    file: day,
    find: "hashes.slice(first, first + hashesOnAPage)",
    put: "hashes.slice(first + 1, first + hashesOnAPage)",
  },
  {
    name: "the root is over the hashes as they came",
    file: day,
    find: "root: hashOfAll(hashes)",
    put: "root: hashOfAll(envelopes)",
  },
  {
    name: "equal envelopes are not noticed",
    file: day,
    find: "if (twice) throw",
    put: "if (twice && hashes.length < 2) throw",
    seed: 74,
  },
  {
    name: "present is who came in at the door",
    file: day,
    find: "[...here, ...ballots].map",
    put: "[...here].map",
    seed: 2,
  },
  {
    name: "papers are not in the seal",
    file: day,
    find: 'papers: ballots.filter((ballot) => wayOf(ballot) !== "phone").length',
    put: "papers: 0",
    seed: 3,
  },
  {
    name: "a paper of an open poll is counted twice",
    file: day,
    find: '("choose" in ballot ? [ballot] : [])',
    put: '("choose" in ballot ? (wayOf(ballot) === "phone" ? [ballot] : [ballot, ballot]) : [])',
    seed: 18,
  },
  {
    name: "a paper of an open poll is not counted",
    file: day,
    find: '("choose" in ballot ? [ballot] : [])',
    put: '("choose" in ballot && wayOf(ballot) === "phone" ? [ballot] : [])',
    seed: 18,
  },
  {
    name: "each ballot expires on its own",
    file: hall,
    find: 'const { conference = "", expires = 0 } = poll;',
    put: 'const { conference = "" } = poll; const expires = Math.floor(Date.now() / 1000);',
  },
  {
    name: "the hour is kept with a ballot",
    file: "functions/packed-box.ts",
    find: "return { x, b: ballot.sealed };",
    put: "return { x, b: ballot.sealed, at: Date.now() };",
  },
];

/** From the opened box to the result. */
const telling: Mutant[] = [
  {
    name: "envelopes come as they lie",
    file: tellers,
    find: ".toSorted((a, b) => Buffer.compare(shortHashOf(a), shortHashOf(b)))",
    put: ".toSorted(() => 0)",
  },
  {
    name: "envelopes come with their delegates",
    file: "functions/api/polls.ts",
    find: "gives: z.object({ poll: Poll, envelopes: z.array(Sealed) })",
    put: "gives: z.object({ poll: Poll, envelopes: z.array(Sealed), by: z.array(z.string()) })",
    also: {
      file: tellers,
      find: "poll: published(poll),\n      envelopes:",
      put: "poll: published(poll), by: ballots.map(({ delegate }) => delegate),\n      envelopes:",
    },
  },
  {
    name: "a void poll is opened",
    file: tellers,
    find: 'expectState(poll, "sealed", "counted", "published");\n    const ballots',
    put: 'expectState(poll, "sealed", "counted", "published", "void");\n    const ballots',
    seed: 4,
  },
  {
    name: "a reading is not held against the seal",
    file: domain("ballot"),
    find: 'if (envelopes !== sealed) throw fault("envelopes");',
    put: 'if (envelopes < 0) throw fault("envelopes");',
  },
  {
    name: "one device is enough",
    file: tellers,
    find: "agree(one, other) && one !== other",
    put: "agree(one, other)",
  },
  {
    name: "devices that differ agree",
    file: tellers,
    find: "totalsOf(one) === totalsOf(other)",
    put: "one.envelopes === other.envelopes",
    seed: 4,
  },
  {
    name: "a blank ballot is invalid",
    file: "functions/seal.ts",
    find: "faultIn(box, choose, undefined) === undefined)",
    put: "faultIn(box, choose, undefined) === undefined && choose.length > 0)",
  },
  {
    name: "no to all is blank",
    file: domain("poll"),
    find: "(!yesNo || blank === true)",
    put: "(!yesNo || blank !== false)",
    seed: 8,
  },
  {
    name: "a blank paper is no to all",
    file: "functions/seal.ts",
    find: "(one) => !box.rule.yesNo || !one.blank",
    put: "(one) => !box.rule.yesNo || one.choose",
    seed: 28,
  },
  {
    name: "an invalid ballot is blank",
    file: "functions/seal.ts",
    find: "read.push(contents && unpackChoice(box.candidates, contents));",
    put: "read.push(contents ? unpackChoice(box.candidates, contents) : []);",
    seed: 2,
  },
  {
    name: "more than is at least",
    file: domain("count"),
    find: "compare(reached, fraction(moreThan)) > 0",
    put: "compare(reached, fraction(moreThan)) >= 0",
    seed: 5,
  },
  {
    name: "at least is more than",
    file: domain("count"),
    find: "compare(reached, fraction(atLeast)) >= 0",
    put: "compare(reached, fraction(atLeast)) > 0",
    seed: 8,
  },
  {
    name: "shares of members are of those present",
    file: domain("count"),
    find: "members: tally.entitled,",
    put: "members: tally.present,",
    seed: 3,
  },
  {
    name: "shares of those present are of votes",
    file: domain("count"),
    find: "present: tally.present, cast",
    put: "present: tally.valid, cast",
    seed: 4,
  },
  {
    name: "a thin hall decides",
    file: domain("count"),
    find: "if (!tally.quorum || base === 0)",
    put: "if (base === 0)",
    seed: 37,
  },
  {
    name: "the hall sees who passed before it is shown",
    file: watching,
    find: 'poll.state === "published" && poll.rule)',
    put: "isCounted(poll) && poll.rule)",
  },
  {
    name: "outsiders read the result before it is shown",
    file: watching,
    find: 'if (poll.state !== "published") return record;',
    put: "if (!isCounted(poll)) return record;",
  },
  {
    name: "what was sent is logged",
    file: hall,
    find: "expectVoter(poll, here, caller.person);",
    put: "expectVoter(poll, here, caller.person); console.log(JSON.stringify(body));",
  },
  {
    name: "tickets are logged",
    file: "functions/ballots/hall-door.ts",
    find: "const { delegate } = await holderOf(",
    put: "console.log(ticket); const { delegate } = await holderOf(",
  },
];

export const planted: readonly Mutant[] = [...casting, ...asking, ...entering, ...sealing, ...telling];
