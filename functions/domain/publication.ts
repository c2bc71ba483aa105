import * as z from "zod/mini";
import type { Cluster } from "./cluster.ts";
import { PageId, PageLanguage, subjectOf } from "./public-address.ts";
import { refuse } from "./refuse.ts";
import { Instant } from "./text.ts";
import { ticketCodeFrom } from "./ticket.ts";
import type { Year } from "./year.ts";
import { YearNo } from "./year-no.ts";

/** What a page may hold, each let out by a decision of its own. */
const partsOf = {
  honours: ["leaders", "register"],
  cluster: ["members", "results", "movements", "heads"],
  movement: ["goal", "figures", "units"],
} as const;
export const PartName = z.enum([...partsOf.honours, ...partsOf.cluster, ...partsOf.movement]);
export type PartName = z.output<typeof PartName>;

export const namesOfParts = (page: string): readonly PartName[] => partsOf[subjectOf(page).kind];

/** What the clerk chooses to let out; totals only where the council says so, else ranks alone. */
export const Chosen = z.strictObject({
  parts: z.array(PartName).check(z.minLength(1), z.maxLength(6)),
  totals: z._default(z.boolean(), false),
  /** Where people will find it: what is shared and printed bears the whole address. */
  site: z.string().check(z.maxLength(200), z.regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/)),
});
export type Chosen = z.output<typeof Chosen>;

const Hand = z.object({ by: z.string(), at: Instant });

/**
 * What is to be out at an address, and what was written there. The two digests differ while files are being written,
 * and after somebody was cut off: publishing or withdrawing again ends it.
 */
export const Publication = z.object({
  year: YearNo,
  page: PageId,
  /** In Vietnamese; `titles` in the other languages it is out in. Pages from before there were any have none. */
  title: z.string(),
  titles: z.optional(z.partialRecord(PageLanguage, z.string())),
  parts: z.partialRecord(PartName, Hand),
  totals: z.boolean(),
  site: z.string(),
  /** Of what is to be out; empty: nothing. */
  digest: z.string(),
  written: z.string(),
  /** The pictures that are shared with it, by their digests. Pages from before there was one for each language have `picture`. */
  pictures: z.optional(z.partialRecord(PageLanguage, z.string())),
  picture: z.optional(z.string()),
  by: z.string(),
  at: Instant,
});
export type Publication = z.output<typeof Publication>;

type Pictures = z.output<typeof Publication>["pictures"];
/** The digest of each picture; the one there was before there were more is Vietnamese. */
export const picturesOf = ({ pictures, picture }: Pick<Publication, "pictures" | "picture">): Pictures =>
  pictures ?? (picture === undefined ? undefined : { vi: picture });

export const PublicationState = z.enum(["out", "unfinished", "withdrawn"]);
export type PublicationState = z.output<typeof PublicationState>;

export function stateOf({ digest, written }: Publication): PublicationState {
  if (digest !== written) return "unfinished";
  return digest === "" ? "withdrawn" : "out";
}

/**
 * Two hands never write the same files at once, unless they write the same. Who began before `longAgo` is not writing
 * any more: no request lives that long.
 */
export function expectFree(was: Publication | undefined, digest: string, longAgo: string) {
  if (!was || was.digest === was.written || was.digest === digest) return;
  if (was.at > longAgo) throw refuse("publication/under-way");
}

/** Parts that stay keep the hand that let them out. */
export function decided(
  was: Publication | undefined,
  { parts, totals }: Pick<Chosen, "parts" | "totals">,
  hand: z.output<typeof Hand>,
): Publication["parts"] {
  return Object.fromEntries(
    parts.toSorted().map((part) => {
      const before = was?.parts[part];
      const isSame = before && (part !== "results" || was.totals === totals);
      return [part, isSame ? before : hand];
    }),
  );
}

/** Why a part cannot be let out yet. */
export const Obstacle = z.enum([
  "not-announced",
  "not-decided",
  "not-recognised",
  "still-running",
  "nothing-yet",
  "no-goal",
]);
export type Obstacle = z.output<typeof Obstacle>;

/** Ranks are there for everybody once they were announced, or the year is closed. */
export const isAnnounced = ({ announced }: Pick<Cluster, "announced">, { state }: Pick<Year, "state">) =>
  announced !== undefined || state === "closed";

/** Only parts of this page that are ready. */
export function expectReady(
  page: string,
  chosen: readonly PartName[],
  open: Partial<Record<PartName, Obstacle>>,
) {
  for (const part of chosen) {
    if (!namesOfParts(page).includes(part)) throw refuse("publication/not-ready", { part });
    if (open[part]) throw refuse("publication/not-ready", { part, because: open[part] });
  }
}

/** The code printed beside an award: eight characters that stand for one decision of this council. */
export function codeOf(digest: string): string {
  const bytes = Uint8Array.from(digest.slice(0, 16).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return ticketCodeFrom(bytes);
}

export const Mark = z.string().check(z.maxLength(60), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const Paper = z.object({ number: z.string(), date: z.string() });
/** An award as anybody may check it. */
export const Checked = z.object({
  year: YearNo,
  /** By its official name, which is Vietnamese, and by its English one. */
  award: z.string(),
  awardEn: z.string(),
  recipient: z.string(),
  position: z.optional(z.string()),
  of: z.optional(z.string()),
  number: z.optional(z.string()),
  date: z.optional(z.string()),
  code: z.string(),
  /** The council gave another award than the one proposed. */
  changed: z.boolean(),
  /** A later decision took it back, or gave it again. */
  revoked: z.optional(Paper),
  restored: z.optional(Paper),
});
