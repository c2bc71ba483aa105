import type { Cluster } from "#domain/cluster.ts";
import { awardedBy } from "#domain/nomination.ts";
import type { Registered } from "#domain/revocation.ts";
import { heirOf } from "#domain/unit.ts";
import { call } from "../../call.ts";
import { office } from "../../office.svelte.ts";

type Placed = { unit: string; total: number; rate: number; rank: number };
/** One year in one cluster, under the name it had then. */
export type Season = {
  year: number;
  cluster: Cluster;
  unit: string;
  office: "head" | "deputy" | undefined;
  standing: Placed | undefined;
  of: number;
};
export type Profile = { seasons: Season[]; awards: Registered[] };

/** A unit across the years, with the units that went into it: where it stood, what it held, what it was awarded. */
export async function profileOf(unit: string): Promise<Profile> {
  if (!office.me) await office.read();
  const years = (office.me?.years ?? []).map(({ year }) => year).toReversed();
  const isIts = (other: string) => heirOf(other, office.units) === unit;
  const found = await Promise.all(
    years.map(async (year) => {
      const [clusters, decisions] = await Promise.all([
        office.clustersIn(year),
        call.nominations.readRegister({ year }),
      ]);
      const its = clusters.filter(({ members }) => members.some(isIts));
      return {
        seasons: await Promise.all(its.map((cluster) => seasonOf(year, cluster, isIts))),
        awards: decisions.filter(
          (decision) => isIts(decision.recipient.unit) && awardedBy(decision) !== undefined,
        ),
      };
    }),
  );
  return { seasons: found.flatMap((each) => each.seasons), awards: found.flatMap((each) => each.awards) };
}

async function seasonOf(year: number, cluster: Cluster, isIts: (unit: string) => boolean): Promise<Season> {
  const unit = cluster.members.find(isIts) ?? "";
  // A ranking that is not announced, or not this person's to read, is told as such.
  const ranking = await call.scoring.readRanking({ year, cluster: cluster.cluster }).catch(() => undefined);
  const standings = ranking?.announced ? ranking.standings : [];
  const office = cluster.head === unit ? "head" : cluster.deputies.includes(unit) ? "deputy" : undefined;
  return {
    year,
    cluster,
    unit,
    office,
    standing: standings.find((each) => each.unit === unit),
    of: standings.length,
  };
}
