import { type Cluster, isThere } from "#domain/cluster.ts";
import type { Recipient } from "#domain/nomination.ts";
import { pageOfMovement, subjectOf } from "#domain/public-address.ts";
import {
  awardsOf,
  type ClusterPage,
  type HonoursPage,
  isOver,
  leadersOf,
  nextHeads,
  type PublicPage,
  placesOf,
  toldOf,
} from "#domain/public-page.ts";
import { type Chosen, isAnnounced, type Obstacle, PartName, stateOf } from "#domain/publication.ts";
import type { Standing } from "#domain/ranking.ts";
import { refuse } from "#domain/refuse.ts";
import type { Year } from "#domain/year.ts";
import { dayAt } from "#lib/day.ts";
import { digestOf } from "#lib/digest.ts";
import type { Table } from "#lib/table.ts";
import { items } from "../items.ts";
import { registerIn } from "../register.ts";
import { standingsIn } from "../standings.ts";
import { movementFor } from "./movement.ts";
import { namer } from "./names.ts";

type Wanted = Pick<Chosen, "totals">;
/** Everything that is ready to stand on a page, and why the rest is not. */
export type Material = { whole: PublicPage; open: Partial<Record<PartName, Obstacle>> };

/** What the page could say as things now stand. */
export async function materialFor(
  table: Table,
  { year, page, totals, now }: { year: Year; page: string; now: string } & Wanted,
): Promise<Material> {
  const council = await table.read(items.council, {});
  if (!council) throw refuse("publication/unknown", { page });
  const { contact } = council;
  const head = {
    council: { council: council.council, name: council.name, ...(contact && { contact }) },
    year: year.year,
    ...(year.motto && { motto: year.motto }),
    ...(year.seal && year.closedAt && { seal: year.seal, closed: year.closedAt }),
  };
  const subject = subjectOf(page);
  if (subject.kind === "honours") return honoursFor(table, year, head);
  if (subject.kind === "movement") return movementFor(table, { year, ...subject, now }, head);
  return clusterFor(table, { year, id: subject.cluster, totals, now }, head);
}

/** Only what was chosen; the rest of the material stays in the house. */
export function chosenOf({ whole }: Material, parts: readonly PartName[]): PublicPage {
  const isLeft = (name: string) => !(parts as readonly string[]).includes(name);
  const names: readonly string[] = PartName.options.filter(isLeft);
  return Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name))) as PublicPage;
}

type Head = Omit<HonoursPage, "page" | "leaders" | "register">;

async function honoursFor(table: Table, year: Year, head: Head): Promise<Material> {
  const [clusters, decisions] = await Promise.all([
    table.list(items.cluster, { year: year.year }),
    registerIn(table, year.year),
  ]);
  const announced = await placed(
    table,
    year,
    clusters.filter((cluster) => isAnnounced(cluster, year)),
  );
  const first = announced.flatMap(({ standings }) => standings.filter(({ rank }) => rank === 1));
  const nameOf = await namer(table, year.year, [...first.map(({ unit }) => unit), ...decisions.map(unitOf)]);
  const collate = new Intl.Collator("vi", { numeric: true }).compare;
  const leaders = leadersOf(
    announced.toSorted((a, b) => collate(a.cluster.name, b.cluster.name)),
    nameOf,
  );
  const register = awardsOf(decisions, { nameOf, digestOf, council: table.root }).map(
    ({ changed: _, ...award }) => award,
  );
  return {
    whole: { page: "honours", ...head, leaders, register },
    open: {
      ...(leaders.length === 0 && { leaders: "not-announced" }),
      ...(register.length === 0 && { register: "not-decided" }),
    },
  };
}

const unitOf = ({ recipient }: { recipient: Recipient }) => recipient.unit;

/** Every cluster with its standings: from the archive of a closed year, else from its scoreboard; a few at a time. */
async function placed(table: Table, year: Year, clusters: readonly Cluster[]) {
  const atOnce = 20;
  const all: { cluster: Cluster; standings: readonly Standing[] }[] = [];
  for (let from = 0; from < clusters.length; from += atOnce)
    all.push(
      ...(await Promise.all(
        clusters.slice(from, from + atOnce).map(async (cluster) => ({
          cluster,
          standings: (await archived(table, year, cluster))?.standings ?? (await standingsIn(table, cluster)),
        })),
      )),
    );
  return all;
}

async function archived(table: Table, { state }: Year, { year, cluster }: Cluster) {
  return state === "closed" ? (await table.read(items.snapshot, { year, cluster }))?.page : undefined;
}

type Asked = { year: Year; id: string; totals: boolean; now: string };

async function clusterFor(table: Table, { year, id, totals, now }: Asked, head: Head): Promise<Material> {
  const at = { year: year.year, cluster: id };
  const cluster = await table.read(items.cluster, at);
  if (!cluster || !isThere(cluster)) throw refuse("cluster/unknown", { cluster: id });
  const announced = isAnnounced(cluster, year);
  const [archive, movements, contributions, succession, published] = await Promise.all([
    archived(table, year, cluster),
    table.list(items.movement, at),
    table.list(items.contribution, at),
    table.read(items.succession, at),
    table.list(items.publication, { year: year.year }),
  ]);
  const out = new Set(published.filter((one) => stateOf(one) === "out").map(({ page }) => page));
  const standings = announced ? (archive?.standings ?? (await standingsIn(table, cluster))) : [];
  const next = [succession, archive?.next].flatMap((one) => (one ? [one.head ?? "", ...one.deputies] : []));
  const nameOf = await namer(table, year.year, [...cluster.members, ...next]);
  const byRate = Object.values(cluster.notAssigned).some(({ length }) => length > 0);
  const over = movements.filter((movement) => isOver(movement, { announced, today: dayAt(now) }));
  const hasPage = (movement: string) => out.has(pageOfMovement(id, movement));
  const told = toldOf(over, contributions, { nameOf, hasPage });
  const heads = nextHeads(succession, archive?.next, nameOf);
  const { name, kind, members, head: leader, deputies } = cluster;
  const whole: ClusterPage = {
    page: "cluster",
    ...head,
    cluster: { cluster: id, kind, name, size: members.length },
    members: {
      names: members.map(nameOf),
      deputies: deputies.map(nameOf),
      ...(leader && { head: nameOf(leader) }),
    },
    ...(announced && { results: { byRate, places: placesOf(standings, { nameOf, totals, byRate }) } }),
    movements: told,
    ...(heads && { heads }),
  };
  const open: Material["open"] = {
    ...(!announced && { results: "not-announced" }),
    ...(told.length === 0 && { movements: over.length < movements.length ? "still-running" : "nothing-yet" }),
    ...(!heads && { heads: "not-recognised" }),
  };
  return { whole, open };
}

/** The awards of a year as anybody may check them. */
export async function registerOf(table: Table, year: number) {
  const decisions = await registerIn(table, year, { eventual: true });
  const nameOf = await namer(table, year, decisions.map(unitOf));
  return awardsOf(decisions, { nameOf, digestOf, council: table.root });
}
