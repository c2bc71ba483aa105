import type { Sheet } from "#domain/sheet.ts";
import { type Deed, deedsOn } from "#domain/trail.ts";
import { dayAt } from "#lib/day.ts";
import type { AnyItem } from "#lib/item.ts";
import { markOf } from "#lib/kept.ts";
import type { Table } from "#lib/table.ts";
import { namesIn } from "#lib/template.ts";
import { thingsIn } from "./histories.ts";

/** From which day to which, both within. */
export type Days = { from: string; to: string };

/** Facts that are written once and carry their own hand and time, so that they need no history. */
const written: Record<string, string> = {
  signature: "rotation.signCovenant",
  reminder: "rotation.remind",
};
/** Histories asked for at once. */
const atOnce = 16;

/**
 * What was done on those days from one place on, the latest first. A thing not touched since the first day gives its
 * history unread, and one never changed needs none read: quiet things cost what reading them costs.
 */
export async function deedsIn(
  table: Table,
  key: object,
  days: Days,
  stopAt: readonly string[] = [],
): Promise<Deed[]> {
  const deeds: Deed[] = [];
  const versions = new Map<string, Sheet[]>();
  let changed: { name: string; kind: AnyItem; thing: object }[] = [];
  const readChanged = async () => {
    deeds.push(...(await Promise.all(changed.map((each) => linked(table, each)))).flat());
    changed = [];
  };
  for await (const found of thingsIn(table, key, { also: ["version", ...Object.keys(written)], stopAt })) {
    const { name, kind, thing } = found;
    if (name === "sheet" || name === "version") {
      const sheet = thing as Sheet;
      versions.set(sheet.unit, [...(versions.get(sheet.unit) ?? []), sheet]);
    } else if (name in written)
      deeds.push(deedOf(name, kind, thing, { ...(thing as Deed), did: written[name] ?? "" }));
    else if (dayAt(markOf(thing).l?.at ?? "1970-01-01") >= days.from) changed.push(found);
    if (changed.length >= atOnce) await readChanged();
  }
  await readChanged();
  for (const sheets of versions.values()) deeds.push(...deedsOn(sheets));
  const isWithin = ({ at }: Deed) => dayAt(at) >= days.from && dayAt(at) <= days.to;
  return deeds.filter(isWithin).toSorted(latestFirst);
}

/** Of one thing's changes in the same instant the later number is the later change. */
const latestFirst = (a: Deed, b: Deed) => (a.at < b.at ? 1 : a.at > b.at ? -1 : (b.no ?? 0) - (a.no ?? 0));

async function linked(
  table: Table,
  { name, kind, thing }: { name: string; kind: AnyItem; thing: object },
): Promise<Deed[]> {
  const links = await table.linksOf(kind, thing);
  return links.map((link) => deedOf(name, kind, thing, link));
}

function deedOf(
  name: string,
  { in: place, name: own }: AnyItem,
  thing: object,
  { at, by, did, no }: { at: string; by: string; did: string; no?: number | undefined },
): Deed {
  const known = thing as Record<string, unknown>;
  const key = Object.fromEntries(
    [...namesIn(place), ...namesIn(own), ...(typeof known["unit"] === "string" ? ["unit"] : [])].map(
      (part) => [part, known[part] as string | number],
    ),
  );
  // A person's name stands in the one item that holds it, and nowhere else.
  const title = name === "person" ? undefined : (known["name"] ?? known["title"]);
  return {
    ...{ at, by, did, kind: name, key },
    ...(typeof title === "string" && { title }),
    ...(no !== undefined && { no }),
  };
}
