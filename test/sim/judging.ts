import type { Kept, KeptBallot } from "./kept.ts";
import type { Told } from "./ledger.ts";
import type { Room } from "./room.ts";
import { hashOf, judgeTally } from "./tallying.ts";
import { isPaper } from "./truth.ts";

/**
 * What the promises come to, in numbers; all but the first three must be nought. `acknowledged` in polls that were
 * counted; with papers and answers that were lost on the way back more are counted. `voided`: acknowledged in polls
 * that were void, which are kept and never counted.
 */
export type Verdict = {
  acknowledged: number;
  counted: number;
  voided: number;
  lost: number;
  duplicated: number;
  late: number;
  wrongStatus: number;
};

/** One poll against everything that is known of it from outside. */
export function judge(room: Room, kept: Kept, poll: string): Verdict {
  const { at, ledger, house, story } = room;
  const ballots = kept.ballots(at.conference, poll);
  const itself = kept.poll(at, poll);
  const told = ledger.told.filter((one) => one.poll === poll);
  const commits = house.truth.commits.filter((one) => one.poll === poll);
  const acknowledged = told.filter(({ asked, state }) => asked === "send" && state === "in");
  const closesAt = Date.parse(itself?.closesAt ?? "9999-12-31T00:00:00Z");
  const isVoid = itself?.state === "void";
  const isOut = itself?.state === "published" || itself?.state === "counted";
  const collected = itself?.tally?.collected ?? 0;

  const voters = new Map(ballots.map((ballot) => [ballot.delegate, ballot]));
  const isKept = ({ delegate, sent, no = 1 }: Told) => {
    const there = voters.get(delegate);
    return there !== undefined && (there.kept === sent ? there.no === no : there.no > no);
  };
  const board = new Set(kept.board(at.conference, poll).map((hash) => hash.toString("hex")));
  const isOnBoard = ({ sent = "" }: Told) =>
    !story.rule.secret ||
    (voters.get(acknowledgedOf(sent))?.kept ?? sent) !== sent ||
    board.has(hashOf(sent).subarray(0, 16).toString("hex"));
  const acknowledgedOf = (sent: string) => ledger.meant.get(sent)?.delegate ?? "";
  const unkept = acknowledged.filter((one) => !isKept(one) || (isOut && !isOnBoard(one)));
  const missing = isOut ? Math.max(0, ballots.length - collected) : 0;
  const rewritten = story.rule.mayChange
    ? 0
    : commits.length - new Set(commits.map(({ delegate }) => delegate)).size;

  if (!isVoid) ledger.expect(`${poll} came to an end`, itself?.state === "published");
  const slots = room.slots.get(itself?.slot ?? 0) ?? poll;
  room.slots.set(itself?.slot ?? 0, slots);
  ledger.expect("no two boxes have one key", slots === poll || !story.rule.secret);
  const strangers = ballots.filter(
    (one) => !story.delegates.some((d) => d.delegate === one.delegate && story.hasVote(d)),
  );
  ledger.expect(`only who has a vote is in ${poll}`, strangers.length === 0);
  const unchanged = told.filter(
    ({ no = 1, state, to }) => no > 1 && state === "ballot/already-cast" && to < closesAt,
  );
  ledger.expect("a changed mind is taken", !story.rule.mayChange || unchanged.length === 0);
  for (const { delegate, kept: paper, isTaken, refused } of ledger.given.filter((one) => one.poll === poll)) {
    const there = voters.get(delegate)?.kept;
    if (isTaken) ledger.expect("a paper that was taken is the ballot of its delegate", there === paper);
    if (refused === "ballot/already-cast")
      ledger.expect("a paper is refused for another ballot alone", there !== undefined && there !== paper);
  }
  judgeShape(room, poll, ballots);
  if (isOut && itself) judgeTally(room, kept, ballots, itself);
  const answered = new Set(acknowledged.map(({ delegate }) => delegate)).size;
  return {
    acknowledged: isVoid ? 0 : answered,
    counted: isOut ? collected : 0,
    voided: isVoid ? answered : 0,
    lost: new Set(unkept.map(({ delegate }) => delegate)).size + missing,
    duplicated: rewritten + (isOut ? Math.max(0, collected - voters.size) : 0),
    late: isVoid ? 0 : commits.filter(({ decided }) => decided >= closesAt).length,
    wrongStatus: told.filter((one) => !isTrue(room, one, { there: voters, closesAt, isVoid })).length,
  };
}

type State = { there: ReadonlyMap<string, KeptBallot>; closesAt: number; isVoid: boolean };
/** Cache, longest request and margin, as the rules have them. */
const fence = 6_000;

/** Whether what somebody was told was so, and has stayed so. */
function isTrue({ ledger, house, story }: Room, one: Told, { there, closesAt, isVoid }: State): boolean {
  const { delegate, from, to, state, sent, no, code } = one;
  const mine = there.get(delegate);
  const before = house.truth.commits.filter((c) => c.poll === one.poll && c.delegate === delegate);
  const known = before.some((commit) => commit.at < from);
  const settled = to >= closesAt + fence;
  switch (state) {
    case "in": {
      const there = before.filter((commit) => commit.at <= to && commit.no === (no ?? 1));
      const mean = there.filter(({ kept }) => !isPaper(kept));
      const isMine = one.asked === "find" || mean.some(({ kept }) => kept === sent);
      const isCode =
        !story.rule.secret || mean.some(({ kept }) => ledger.meant.get(kept)?.code === code || kept === sent);
      return isMine && isCode && mean.length > 0 && mine !== undefined;
    }
    case "none":
      // Between the end and the fence nobody can know it.
      return !known && !(settled && !isVoid && mine) && (isVoid || from < closesAt || settled);
    case "unsettled":
    case "ballot/ask-again":
      return to >= closesAt && from < closesAt + fence;
    case "paper":
    case "letter":
      return mine?.kept.split(" ")[0] === state;
    case "ballot/on-paper":
      return mine !== undefined && isPaper(mine.kept);
    case "ballot/too-late":
      return settled && mine?.kept !== sent;
    case "ballot/already-cast":
      return before.some((commit) => commit.at <= to && (commit.kept !== sent || commit.no !== no));
    default:
      return state !== "ballot/unknown";
  }
}

/** A ballot bears nothing that tells when, from where or in what order it came. */
function judgeShape({ ledger, story }: Room, poll: string, ballots: readonly KeptBallot[]) {
  const shapes = new Set(
    [["b"], ["c"], ["o"], ["c", "o"], ["c", "e", "o"]].map((way) =>
      [...way, "pk", "r", "sk", "x"].toSorted().join(),
    ),
  );
  ledger.expect(
    `a ballot of ${poll} is its bytes and nothing else`,
    ballots.every(
      ({ fields, kept }) =>
        shapes.has(fields.join()) && (!story.rule.secret || !/^clear|^(paper|letter) /.test(kept)),
    ),
  );
  ledger.expect(
    `all ballots of ${poll} expire together`,
    new Set(ballots.map(({ expires }) => expires)).size <= 1,
  );
  ledger.expect(
    `a ballot of ${poll} is written once unless minds may change`,
    ballots.every(({ no, kept }) => story.rule.mayChange === true || no === 1 || isPaper(kept)),
  );
}
