import type { Cluster, Settings } from "#domain/cluster.ts";

/** What the clerk says of a cluster, out of all that is kept of it. */
export function settingsOf(cluster: Cluster): Settings {
  const { kind, name, within, members, head, deputies, scheme, calendar, rules, quota, notes } = cluster;
  return {
    ...{ kind, name, members, deputies, calendar, rules },
    ...(within && { within }),
    ...(head && { head }),
    ...(scheme && { scheme }),
    ...(quota && { quota }),
    ...(notes && { notes }),
  };
}

/** What a form settles, each part by itself; members and days have pages of their own. */
const parts = {
  name: ({ name }: Cluster) => name,
  kind: ({ kind }: Cluster) => kind,
  within: ({ within }: Cluster) => within ?? "",
  head: ({ head }: Cluster) => head ?? "",
  deputies: ({ deputies }: Cluster) => deputies.join(" "),
  scheme: ({ scheme, year }: Cluster) => (scheme ? schemeKey(scheme, year) : ""),
  partedBy: ({ rules }: Cluster) => rules.partedBy.join(", "),
  frame: ({ rules }: Cluster) => String(rules.frame?.total ?? ""),
  quota: ({ quota }: Cluster) => JSON.stringify(quota ?? null),
};
export type Settled = keyof typeof parts;

export const schemeKey = ({ year, scheme, no }: NonNullable<Settings["scheme"]>, of: number) =>
  `${year ?? of} ${scheme} ${no}`;

/** The parts in which two savings of a cluster differ. */
export const changedIn = (was: Cluster, now: Cluster): Settled[] =>
  (Object.keys(parts) as Settled[]).filter((part) => parts[part](was) !== parts[part](now));
