import { refuse } from "#domain/refuse.ts";
import { type Head, lineOf, rootedIn } from "#domain/root.ts";
import type { Sheet } from "#domain/sheet.ts";
import { link } from "#lib/chain.ts";
import { dayAt } from "#lib/day.ts";
import { digestOf } from "#lib/digest.ts";
import { keyOf, markOf } from "#lib/kept.ts";
import { create, put } from "#lib/op.ts";
import { type Table, tableOf } from "#lib/table.ts";
import type { Hand } from "#lib/write.ts";
import { thingsIn } from "./histories.ts";
import { system } from "./identity.ts";
import { items } from "./items.ts";

/** Far below what one item may hold, with the longest names there are. */
const linesOnPage = 1_000;
/** Longer than anything runs that writes with the time it began at; what is gathered twice does no harm. */
const overlap = 20 * 60_000;

/** Every night: one root for each council, printed so that it can be kept elsewhere. May come twice, late or never. */
export async function handler() {
  const hand = { by: "schedule", at: new Date(Date.now()).toISOString(), did: "roots.schedule" };
  const failed: unknown[] = [];
  for await (const { council } of system(hand).each(items.knownCouncil, {})) {
    // One council's trouble keeps no other from its root; it is told at the end.
    const [outcome] = await Promise.allSettled([gather(tableOf(council, hand), hand)]);
    if (outcome.status === "rejected") failed.push(outcome.reason);
  }
  if (failed.length > 0) throw failed[0];
}

async function gather(table: Table, hand: Hand) {
  const day = dayAt(hand.at);
  const last = await table.last(items.root, {});
  if (last && last.day >= day) return;
  const since = last ? new Date(Date.parse(last.link.at) - overlap).toISOString() : "";
  const lines: string[] = [];
  for await (const { at, ...head } of headsIn(table)) if (at >= since) lines.push(lineOf(head));
  lines.sort();

  const content = rootedIn({ day, heads: digestOf(lines), count: lines.length });
  for (let first = 0, no = 1; first < lines.length; first += linesOnPage, no += 1)
    await table.write(
      put(items.heads, { heads: content.heads, no, lines: lines.slice(first, first + linesOnPage) }),
    );
  const root = { ...content, link: link(last?.link, { ...hand, digest: digestOf(content) }) };
  await table.write(create(items.root, root, refuse("council/changed-meanwhile")));
  if (process.env["LOG"] !== "off")
    console.log(JSON.stringify({ council: table.root, day, root: root.link.h }));
}

/** Each with the place as whoever checks it names it, without the council. */
async function* headsIn(table: Table): AsyncGenerator<Head & { at: string }> {
  for await (const { kind, thing } of thingsIn(table, {})) {
    const { pk, sk } = keyOf(table.root, kind, thing);
    const here = pk.slice(table.root.length + 1);
    const { l } = markOf(thing);
    if (l) yield { place: `${here}#${sk}`, no: l.no, h: l.h, at: l.at };
    const sheet = kind === items.sheet ? (thing as Sheet) : undefined;
    if (sheet?.sealed)
      yield { place: `${here}#SHEET#${sheet.unit}`, no: sheet.no, h: digestOf(sheet), at: sheet.sealed.at };
  }
}
