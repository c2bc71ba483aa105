import { seal as sealBytes, toText } from "#lib/envelope.ts";
import { codeOf, sealChoice } from "#seal";
import { council } from "./house.ts";
import type { Ledger } from "./ledger.ts";
import type { Question } from "./question.ts";

export const seal = {
  well: (question: Question, choose: readonly string[]) => sealChoice(council, question, choose),
  /** Of the right length, and nothing that can be counted. */
  badly: async ({ key = "" }: Question) =>
    toText(await sealBytes(key, new Uint8Array(24).fill(7), { info: "something else", aad: "" })),
};

/** The model remembers what is behind an envelope, since nobody else can know. */
export async function sealedFor(
  ledger: Ledger,
  sealed: string,
  delegate: string,
  choose: readonly string[] | undefined,
) {
  ledger.meant.set(sealed, { delegate, choose, code: await codeOf(sealed) });
}
