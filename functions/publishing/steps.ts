import { isDeepStrictEqual } from "node:util";
import { expectFree, type Publication } from "#domain/publication.ts";
import { refuse } from "#domain/refuse.ts";
import { replace } from "#lib/op.ts";
import type { Table } from "#lib/table.ts";
import { untilWritten } from "#lib/write.ts";
import { items } from "../items.ts";

type At = Pick<Publication, "year" | "page">;
type Was = Publication | undefined;

/** Longer than this function may run: whoever began before that was cut off. */
const longest = 15_000;
const lost = refuse("publication/under-way");

/**
 * First it is written what is to be out, then the files, then that they are there (`settle`): whoever is cut off leaves
 * word of it, and doing the same again ends it. The same thing begun twice is the same beginning.
 */
export function begin(table: Table, at: At, rule: (was: Was) => Publication) {
  return untilWritten(lost, async () => {
    const was = await table.read(items.publication, at);
    const wanted = rule(was);
    expectFree(was, wanted.digest, new Date(Date.now() - longest).toISOString());
    if (was && isSame(was, wanted)) return { was, begun: was };
    await table.write(replace(items.publication, was, wanted, lost));
    return { was, begun: wanted };
  });
}

/** The files are as they are to be. */
export function settle(table: Table, { digest, ...at }: Publication): Promise<Publication> {
  return untilWritten(lost, async () => {
    const was = await table.read(items.publication, at);
    if (!was || was.digest !== digest) throw refuse("publication/under-way");
    if (was.written === digest) return was;
    const { picture, pictures, ...rest } = was;
    const drawn = { ...(picture && { picture }), ...(pictures && { pictures }) };
    const settled = { ...rest, ...(digest !== "" && drawn), written: digest };
    await table.write(replace(items.publication, was, settled, lost));
    return settled;
  });
}

/** But for the hand and the moment. */
function isSame(was: Publication, wanted: Publication): boolean {
  const { by, at, written } = was;
  return isDeepStrictEqual(was, { ...wanted, by, at, written });
}
