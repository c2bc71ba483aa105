import { bindingOf, codeFrom, packChoice } from "#domain/choice.ts";
import { fromText, hashOf, seal, toText } from "#lib/envelope.ts";

/** A poll as a phone knows it. */
export type Box = {
  poll: string;
  candidates: readonly string[];
  key?: string | undefined;
  bound?: string | undefined;
};

/** A choice in its envelope, ready to be kept and sent: always as long, whatever was chosen. */
export async function sealChoice(council: string, box: Box, choose: readonly string[]): Promise<string> {
  const contents = packChoice(box.candidates, choose);
  return toText(await seal(box.key ?? "", contents, bindingOf(council, box)));
}

/** The tracking code of a sealed envelope. */
export const codeOf = async (sealed: string) => codeFrom(await hashOf(fromText(sealed)));
