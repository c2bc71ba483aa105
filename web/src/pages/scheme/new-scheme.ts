import type { Scheme } from "#domain/scheme.ts";
import { device } from "../../device.ts";
import { addressOf, router } from "../../router.svelte.ts";
import { keptAt } from "./kept.ts";
import type { Waiting, Written } from "./scheme-draft.svelte.ts";
import { idFor } from "./shelf.ts";
import { blank } from "./typed.ts";
import { ownerHere } from "./writer.ts";

/** A table one begins with: it is on this device from now on, and goes to the server from its editor. */
export async function begin(year: number, written: Written, taken: readonly Pick<Scheme, "scheme">[]) {
  const scheme = idFor(
    written.title,
    taken.map((each) => each.scheme),
  );
  const waiting: Waiting = { written, seen: { no: 0, times: 0 } };
  await device.write("drafts", keptAt(ownerHere(), { year, scheme }), { table: waiting });
  router.go(addressOf("schemeDraft", { year, scheme }));
}

export const empty = (title: string): Written => ({
  title,
  source: "",
  total: "",
  bands: [],
  rows: [blank(1, "group", { code: "I" }), blank(2, "criterion", { code: "1.1" })],
});
