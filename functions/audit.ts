import { headFrom, type Root, rootedIn } from "#domain/root.ts";
import { faultIn, type Link } from "#lib/chain.ts";
import { digestOf } from "#lib/digest.ts";
import { asKind, type Stored } from "#lib/kept.ts";
import { everythingKept } from "#lib/scan.ts";
import { items } from "./items.ts";

type History = { past: Link[]; kept?: Stored };
/** A council's roots, and the heads of each by their digest, a page by its number. */
type Nights = { roots: Root[]; heads: Map<string, string[][]> };
type Versions = { digests: Map<number, string>; was: Map<number, string>; row?: string };

/**
 * Reads the whole table and checks every history: each thing against its links, each sheet's versions against one
 * another and against the scoreboard, and all of them against the roots gathered every night. Roots kept elsewhere
 * must be among these. Gives what does not hold, in words that name the place.
 */
export async function faultsKept(keptElsewhere: readonly string[] = []) {
  const councils = new Map<string, Nights>();
  const histories = new Map<string, History>();
  const sheets = new Map<string, Versions>();
  let links = 0;
  for await (const stored of everythingKept()) {
    const [place, thing] = stored.pk.split("#HISTORY#");
    if (thing !== undefined) {
      links += 1;
      const { pk: _pk, sk: _sk, x: _x, ...link } = stored;
      historyAt(histories, `${place}#${thing}`).past.push(link as unknown as Link);
    } else if (stored.l) {
      links += 1;
      historyAt(histories, `${stored.pk}#${stored.sk}`).kept = stored;
    } else if (!addNight(councils, stored)) addVersion(sheets, stored);
  }
  const faults = [
    ...Array.from(histories, ([place, history]) => [place, faultInHistory(history)] as const),
    ...Array.from(sheets, ([place, versions]) => [place, faultInVersions(versions)] as const),
  ].flatMap(([place, fault]) => (fault === undefined ? [] : [`${place}: ${fault}`]));

  const numbered = numberedIn(histories, sheets);
  const roots = Array.from(councils, ([council, nights]) => {
    faults.push(...faultsInNights(council, nights, numbered));
    return { council, day: nights.roots.at(-1)?.day, root: nights.roots.at(-1)?.link.h };
  });
  const known = new Set(
    Array.from(councils.values(), (nights) => nights.roots.map(({ link }) => link.h)).flat(),
  );
  faults.push(
    ...keptElsewhere.filter((root) => !known.has(root)).map((root) => `${root}: no night has this root`),
  );
  return { histories: histories.size, links, sheets: sheets.size, roots, faults };
}

function addNight(councils: Map<string, Nights>, stored: Stored): boolean {
  const [, council = "", what] = /^([^#]+)#(ROOTS$|HEADS#)/.exec(stored.pk) ?? [];
  if (what === undefined) return false;
  const nights: Nights = councils.get(council) ?? { roots: [], heads: new Map() };
  councils.set(council, nights);
  if (what === "ROOTS") nights.roots.push(asKind(items.root, stored));
  else {
    const { heads, no, lines } = asKind(items.heads, stored);
    const pages = nights.heads.get(heads) ?? [];
    pages[no - 1] = lines;
    nights.heads.set(heads, pages);
  }
  return true;
}

/** The digest of each link by its history and number, and of each version by its sheet and number. */
function numberedIn(histories: Map<string, History>, sheets: Map<string, Versions>) {
  const numbered = new Map<string, Map<number, string>>();
  for (const [place, { past, kept }] of histories)
    numbered.set(place, new Map([...past, ...(kept?.l ? [kept.l] : [])].map(({ no, h }) => [no, h])));
  for (const [place, { digests }] of sheets) numbered.set(place, digests);
  return numbered;
}

/** Each night continues the one before, and what it gathered still stands where it stood. */
function faultsInNights(
  council: string,
  { roots, heads }: Nights,
  numbered: Map<string, Map<number, string>>,
) {
  roots.sort((a, b) => a.link.no - b.link.no);
  const last = roots.at(-1);
  const broken = faultIn(
    roots.map(({ link }) => link),
    last && rootedIn(last),
  );
  const faults = new Map<string, string>(broken === undefined ? [] : [[`${council}#ROOTS`, broken]]);
  for (const root of roots) {
    const lines = (heads.get(root.heads) ?? []).flat();
    const isWhole = digestOf(rootedIn(root)) === root.link.digest && digestOf(lines) === root.heads;
    if (!isWhole) faults.set(`${council}#ROOTS#ROOT#${root.day}`, "what was gathered was changed");
    for (const { place, no, h } of lines.map(headFrom)) {
      const name = `${council}#${place}`;
      if (numbered.get(name)?.get(no) !== h && !faults.has(name))
        faults.set(name, `number ${no} is not what was gathered on ${root.day}`);
    }
  }
  return Array.from(faults, ([place, fault]) => `${place}: ${fault}`);
}

function historyAt(histories: Map<string, History>, place: string): History {
  const known = histories.get(place) ?? { past: [] };
  histories.set(place, known);
  return known;
}

function faultInHistory({ past, kept }: History): string | undefined {
  if (!kept?.l) return "what it tells of is gone";
  const { pk: _pk, sk: _sk, r: _r, x: _x, l, ...content } = kept;
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
