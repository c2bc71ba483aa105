import { faultIn, type Link } from "#lib/chain.ts";
import { digestOf } from "#lib/digest.ts";
import { asKind, type Stored } from "#lib/kept.ts";
import { everythingKept } from "#lib/scan.ts";
import { items } from "./items.ts";

type History = { past: Link[]; kept?: Stored };
type Versions = { digests: Map<number, string>; was: Map<number, string>; row?: string };

/**
 * Reads the whole table and checks every history: each thing against its links, each sheet's versions against one
 * another and against the scoreboard. Gives what does not hold, in words that name the place.
 */
export async function faultsKept() {
  const histories = new Map<string, History>();
  const sheets = new Map<string, Versions>();
  let links = 0;
  for await (const stored of everythingKept()) {
    const [place, thing] = stored.pk.split("#HISTORY#");
    if (thing !== undefined) {
      links += 1;
      const { pk: _pk, sk: _sk, ...link } = stored;
      historyAt(histories, `${place}#${thing}`).past.push(link as unknown as Link);
    } else if (stored.l) {
      links += 1;
      historyAt(histories, `${stored.pk}#${stored.sk}`).kept = stored;
    } else addVersion(sheets, stored);
  }
  const faults = [
    ...Array.from(histories, ([place, history]) => [place, faultInHistory(history)] as const),
    ...Array.from(sheets, ([place, versions]) => [place, faultInVersions(versions)] as const),
  ].flatMap(([place, fault]) => (fault === undefined ? [] : [`${place}: ${fault}`]));
  return { histories: histories.size, links, sheets: sheets.size, faults };
}

function historyAt(histories: Map<string, History>, place: string): History {
  const known = histories.get(place) ?? { past: [] };
  histories.set(place, known);
  return known;
}

function faultInHistory({ past, kept }: History): string | undefined {
  if (!kept?.l) return "what it tells of is gone";
  const { pk: _pk, sk: _sk, r: _r, l, ...content } = kept;
  return faultIn([...past.toSorted((a, b) => a.no - b.no), l], content);
}

function addVersion(sheets: Map<string, Versions>, stored: Stored) {
  const isRow = stored.sk.startsWith("R#");
  if (!isRow && !/^(SHEET|VERSION)#/.test(stored.sk)) return;
  const unit = stored.sk.split("#")[1];
  const place = `${stored.pk}#SHEET#${unit}`;
  const versions: Versions = sheets.get(place) ?? { digests: new Map(), was: new Map() };
  sheets.set(place, versions);
  if (isRow) {
    const { no, digest } = asKind(items.row, stored);
    versions.row = `${no}#${digest}`;
    return;
  }
  const sheet = asKind(items.sheet, stored);
  versions.digests.set(sheet.no, digestOf(sheet));
  versions.was.set(sheet.no, sheet.was);
}

/** The row on the scoreboard was written with the sheet's last submission or finding; a later draft may be open. */
function faultInVersions({ digests, was, row }: Versions): string | undefined {
  for (const [no, digest] of was) {
    if (no > 1 && digests.get(no - 1) !== digest) return `version ${no} does not continue the one before it`;
  }
  if (row === undefined) return undefined;
  const [no, digest = ""] = row.split("#");
  const there = digests.get(Number(no));
  return there?.startsWith(digest) ? undefined : `version ${no} is not the one on the scoreboard`;
}
