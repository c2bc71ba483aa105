import { type Ballot, isSame, wayOf } from "#domain/ballot.ts";
import type { Poll } from "#domain/poll.ts";
import { refuse } from "#domain/refuse.ts";
import { revisionOf } from "#lib/kept.ts";
import type { Refusal } from "#lib/refusal.ts";
import type { Table } from "#lib/table.ts";
import { items } from "../items.ts";
import { clock, fenceOf } from "./fence.ts";

/** Somebody let in before the end may still be on the way. */
export const isUnsettled = ({ closesAt, seal }: Poll) =>
  seal === undefined && closesAt !== undefined && closesAt <= clock() && clock() < fenceOf(closesAt);

type Sending = {
  ballot: Ballot;
  /** Which answer of a phone it is; a paper is the only one of its kind. */
  no?: number;
  /** What is said where another ballot stands. */
  otherwise: (there: Ballot | undefined) => Refusal;
};

/** Whoever sends again after the end learns what is true: it is in, or it is not, or nobody can know yet. */
export async function expectInBefore(table: Table, poll: Poll, { ballot, no, otherwise }: Sending) {
  const isOnTheWay = isUnsettled(poll);
  const found = await table.read(items.ballot, ballot);
  const isItsTurn = no === undefined || (found !== undefined && revisionOf(found) === no);
  if (found && isItsTurn && isSame(found, ballot)) return;
  // An earlier answer is in, and whether this one comes after it is not known yet. Nothing comes after a paper.
  const isEarlier = found !== undefined && no !== undefined && revisionOf(found) < no;
  if (found && !(isOnTheWay && isEarlier && wayOf(found) === "phone")) throw otherwise(found);
  if (isOnTheWay) throw refuse("ballot/ask-again", { until: fenceOf(poll.closesAt ?? "") });
  throw refuse("ballot/too-late", { since: poll.closesAt });
}
