import { patternsOf, type Reading, showsChoices } from "#domain/ballot.ts";
import { type Ceremony, keyPairs, type Published } from "#domain/ceremony.ts";
import { bindingOf, unpackChoice } from "#domain/choice.ts";
import { faultIn, isBlank, type Rule } from "#domain/poll.ts";
import {
  combineSlices,
  fromText,
  hashOf,
  hexOf,
  makeKeys,
  open,
  seal,
  sliceOf,
  splitInThree,
  toText,
} from "#lib/envelope.ts";
import type { Box as SealedBox } from "./envelope.ts";

/*
 * What phones and the tellers' devices do with envelopes. The server has no part in it: it keeps what was sealed and
 * is told what was counted. What a phone needs of it stands apart, because a phone should carry nothing else.
 */

export { codeOf, sealChoice } from "./envelope.ts";

/** A poll as a device of the tellers knows it. */
export type Box = SealedBox & { rule: Rule };

/** What the tellers read from a paper: the names it chooses, or that nothing is marked on it. */
export type PaperRead = readonly string[] | "blank";

const riddleBinding = { info: "thi-dua riddle 1", aad: "" };

/** Sixteen key pairs, split two of three; what may be published of them, and the three whole shares. */
export async function holdCeremony(): Promise<{ published: Published; shares: Uint8Array[] }> {
  const { keys, secret } = await makeKeys(keyPairs);
  const shares = await splitInThree(secret);
  secret.fill(0);
  const answer = crypto.getRandomValues(new Uint8Array(16));
  const [rehearsal = ""] = keys;
  const published = {
    keys,
    shares: await Promise.all(shares.map(digestOfShare)),
    riddle: toText(await seal(rehearsal, answer, riddleBinding)),
    answer: hexOf(await hashOf(answer)),
  };
  return { published, shares };
}

/** What is published of a whole share, so that it can be known again. */
export const digestOfShare = async (share: Uint8Array) => hexOf(await hashOf(share));

/** What two shares find in the riddle, or undefined where they do not open it. */
export async function solveRiddle(
  { riddle }: Pick<Ceremony, "riddle">,
  [one, other]: readonly [Uint8Array, Uint8Array],
): Promise<string | undefined> {
  const secret = await combineSlices(sliceOf(one, 0), sliceOf(other, 0));
  const answer = await open(secret, fromText(riddle), riddleBinding);
  secret.fill(0);
  return answer && toText(answer);
}

/**
 * Opens a box with the slices of two shares, adds the papers as they were read out, and gives joint totals. An
 * envelope that does not open or breaks the rule is invalid, and the count goes on.
 */
export async function readBox(
  council: string,
  box: Box,
  [one, other]: readonly [Uint8Array, Uint8Array],
  envelopes: readonly string[],
  papers: readonly PaperRead[],
  tell?: (opened: number) => void,
): Promise<Reading> {
  const secret = await combineSlices(one, other);
  const binding = bindingOf(council, box);
  const read: (PaperRead | undefined)[] = [...papers];
  for (const envelope of envelopes) {
    const contents = await open(secret, fromText(envelope), binding);
    read.push(contents && unpackChoice(box.candidates, contents));
    tell?.(read.length - papers.length);
  }
  secret.fill(0);
  const valid = read
    .filter((one) => one !== undefined)
    .map((one): { choose: readonly string[]; blank?: true } =>
      one === "blank" ? { choose: [], blank: true } : { choose: one },
    )
    .filter(({ choose }) => faultIn(box, choose, undefined) === undefined);
  const blank = valid.filter((one) => isBlank(box.rule, one)).length;
  // Where each name is answered by yes or no, a list of no names is an answer too, and a blank paper is none.
  const said = valid
    .filter((one) => !box.rule.yesNo || !one.blank)
    .map(({ choose }) => box.candidates.filter((id) => choose.includes(id)));
  return {
    envelopes: envelopes.length,
    papers: papers.length,
    invalid: read.length - valid.length,
    blank,
    votes: Object.fromEntries(
      box.candidates.map((id) => [id, said.filter((choose) => choose.includes(id)).length]),
    ),
    ...(showsChoices(box.rule, box.candidates) && { choices: patternsOf(said) }),
  };
}
