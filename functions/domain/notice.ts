import * as z from "zod/mini";
import { Instant, Slug, Text, Title } from "./text.ts";
import { YearNo } from "./year-no.ts";

/** What the standing office tells all units of a year, or one cluster. Withdrawn, it is kept and no longer shown. */
export const Notice = z.object({
  year: YearNo,
  notice: Slug,
  /** For the members of this cluster alone. */
  cluster: z.optional(Slug),
  title: Title,
  text: z.optional(Text),
  by: z.string(),
  at: Instant,
  withdrawn: z.optional(z.object({ by: z.string(), at: Instant })),
});
export type Notice = z.output<typeof Notice>;

/**
 * What is shown to whom, the newest first: the council's own people see every notice, withdrawn ones too; a unit those
 * that stand, for all or for a cluster it is a member of.
 */
export function shownTo(
  unit: string | undefined,
  notices: readonly Notice[],
  clusters: readonly { cluster: string; members: readonly string[] }[],
): Notice[] {
  const own = new Set(
    clusters
      .filter(({ members }) => unit !== undefined && members.includes(unit))
      .map((each) => each.cluster),
  );
  const isFor = ({ cluster, withdrawn }: Notice) =>
    unit === undefined || (!withdrawn && (cluster === undefined || own.has(cluster)));
  return notices.filter(isFor).toSorted((a, b) => (a.at < b.at ? 1 : -1));
}
