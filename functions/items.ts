import { Access } from "#domain/access.ts";
import { KeptReading } from "#domain/ballot.ts";
import { Ceremony } from "#domain/ceremony.ts";
import { Closing, Snapshot } from "#domain/closing.ts";
import { Cluster } from "#domain/cluster.ts";
import { Comments } from "#domain/comment.ts";
import { Conference, OfCluster, Present } from "#domain/conference.ts";
import { Council } from "#domain/council.ts";
import { Covenant, Reached, Signature } from "#domain/covenant.ts";
import { Demo, Over } from "#domain/demo.ts";
import { Due, KnownCouncil, OpenHall } from "#domain/due.ts";
import { Evidence } from "#domain/evidence.ts";
import { Contribution, Movement } from "#domain/movement.ts";
import { Decision, Nomination } from "#domain/nomination.ts";
import { Notice } from "#domain/notice.ts";
import { Person, Slip } from "#domain/person.ts";
import { Cast, Papers, Poll } from "#domain/poll.ts";
import { Publication } from "#domain/publication.ts";
import { RankingPage } from "#domain/ranking.ts";
import { Reminder } from "#domain/reminder.ts";
import { HeadsPage, Root } from "#domain/root.ts";
import { Import, Stage } from "#domain/roster.ts";
import { Handover, Succession } from "#domain/rota.ts";
import { Scheme } from "#domain/scheme.ts";
import { Unit } from "#domain/unit.ts";
import { Year } from "#domain/year.ts";
import { item } from "#lib/item.ts";
import { PackedRow, PackedSheet } from "./packed.ts";
import { PackedBallot, PackedBoard, PackedRoll, PackedTickets } from "./packed-box.ts";

/**
 * The whole key design. Every partition begins with the council, which the table handle adds and nobody else can name.
 * What a page needs in one go shares a partition; nothing here is written by a crowd.
 */
export const items = {
  council: item(Council, { in: "COUNCIL", name: "COUNCIL", chained: true }),
  /** The demo this council, or the operator, has open; and, in a demo, that it was thrown away. */
  demo: item(Demo, { in: "DEMOS", name: "DEMO#{owner}" }),
  over: item(Over, { in: "COUNCIL", name: "OVER" }),
  person: item(Person, { in: "PEOPLE", name: "PERSON#{person}", chained: true }),
  slip: item(Slip, { in: "SLIPS", name: "SLIP#{person}", chained: true }),
  /** One person's own, and a month's: 2,000 who sign in at once write 2,000 items. */
  access: item(Access, { in: "ACCESS#{month}", name: "PERSON#{person}" }),
  import: item(Import, { in: "IMPORTS", name: "IMPORT#{import}" }),
  stage: item(Stage, { in: "IMPORT#{import}#{digest}", name: "STAGE#{no}" }),
  unit: item(Unit, { in: "UNITS", name: "UNIT#{unit}", chained: true }),

  year: item(Year, { in: "YEARS", name: "YEAR#{year}", chained: true }),
  cluster: item(Cluster, { in: "YEAR#{year}", name: "CLUSTER#{cluster}", chained: true }),
  scheme: item(Scheme, { in: "SCHEMES#{year}", name: "SCHEME#{scheme}#{no}", chained: true }),
  notice: item(Notice, { in: "NOTICES#{year}", name: "NOTICE#{notice}", chained: true }),
  closing: item(Closing, { in: "CLOSING#{year}", name: "CLOSING" }),
  snapshot: item(Snapshot, { in: "CLOSING#{year}", name: "PAGE#{cluster}" }),
  rankingPage: item(RankingPage, { in: "RANKING#{year}", name: "PAGE#{no}" }),
  decision: item(Decision, { in: "REGISTER#{year}", name: "DECISION#{decision}", chained: true }),

  sheet: item(PackedSheet, { in: "CLUSTER#{year}#{cluster}", name: "SHEET#{unit}" }),
  /** A sheet's versions that another has followed. */
  version: item(PackedSheet, { in: "CLUSTER#{year}#{cluster}", name: "VERSION#{unit}#{no}" }),
  row: item(PackedRow, { in: "CLUSTER#{year}#{cluster}", name: "R#{unit}" }),
  evidence: item(Evidence, { in: "CLUSTER#{year}#{cluster}", name: "EVIDENCE#{unit}" }),
  /** What is said about its lines, by few and seldom. */
  comments: item(Comments, { in: "CLUSTER#{year}#{cluster}", name: "COMMENTS#{unit}" }),
  covenant: item(Covenant, { in: "CLUSTER#{year}#{cluster}", name: "COVENANT", chained: true }),
  signature: item(Signature, { in: "CLUSTER#{year}#{cluster}", name: "SIGNED#{digest}#{unit}" }),
  reminder: item(Reminder, { in: "CLUSTER#{year}#{cluster}", name: "REMINDED#{unit}#{day}" }),
  reached: item(Reached, { in: "CLUSTER#{year}#{cluster}", name: "REACHED#{unit}", chained: true }),
  movement: item(Movement, { in: "CLUSTER#{year}#{cluster}", name: "MOVEMENT#{movement}", chained: true }),
  contribution: item(Contribution, {
    in: "CLUSTER#{year}#{cluster}",
    name: "BROUGHT#{movement}#{contribution}",
    chained: true,
  }),
  poll: item(Poll, { in: "CLUSTER#{year}#{cluster}", name: "POLL#{poll}", chained: true }),
  cast: item(Cast, { in: "POLL#{year}#{cluster}#{poll}", name: "D#{unit}" }),
  papers: item(Papers, { in: "POLL#{year}#{cluster}#{poll}", name: "PAPERS", chained: true }),

  /** The day of the conference. Who holds a ticket and who is on the roll lie apart. */
  conference: item(Conference, { in: "CONFERENCE#{conference}", name: "CONFERENCE", chained: true }),
  conferenceOf: item(OfCluster, {
    in: "CLUSTER#{year}#{cluster}",
    name: "CONFERENCE#{conference}",
    chained: true,
  }),
  ceremony: item(Ceremony, { in: "CONFERENCE#{conference}", name: "CEREMONY", chained: true }),
  roll: item(PackedRoll, { in: "CONFERENCE#{conference}", name: "ROLL#{no}" }),
  tickets: item(PackedTickets, { in: "TICKETS#{conference}", name: "TICKETS#{no}" }),
  present: item(Present, { in: "PRESENT#{conference}", name: "D#{delegate}" }),
  /** One write a delegate and poll; the key is the right to vote. No index covers it. */
  ballot: item(PackedBallot, { in: "POLL#{conference}#{poll}", name: "D#{delegate}" }),
  board: item(PackedBoard, { in: "POLL#{conference}#{poll}", name: "BOARD#{no}" }),
  reading: item(KeptReading, { in: "POLL#{conference}#{poll}", name: "READING#{device}" }),

  /** What is out for everybody, all years together: whoever makes the index reads it in one go. */
  publication: item(Publication, { in: "PUBLICATIONS", name: "PAGE#{year}#{page}", chained: true }),

  nomination: item(Nomination, {
    in: "CLUSTER#{year}#{cluster}",
    name: "NOMINATION#{nomination}",
    chained: true,
  }),
  succession: item(Succession, { in: "CLUSTER#{year}#{cluster}", name: "SUCCESSION", chained: true }),
  handover: item(Handover, { in: "CLUSTER#{year}#{cluster}", name: "HANDOVER", chained: true }),

  root: item(Root, { in: "ROOTS", name: "ROOT#{day}" }),
  heads: item(HeadsPage, { in: "HEADS#{heads}", name: "PAGE#{no}" }),

  /** Kept under SYSTEM, outside the councils: ids only. */
  knownCouncil: item(KnownCouncil, { in: "COUNCILS", name: "COUNCIL#{council}" }),
  /** Conferences that are under way: nothing is deployed meanwhile. */
  openHall: item(OpenHall, { in: "HALLS", name: "{council}#{conference}" }),
  due: item(Due, { in: "DUE", name: "{at}#{council}#{year}" }),
};
