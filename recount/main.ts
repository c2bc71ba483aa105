import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Check, checksOf, codesIn } from "./checks.ts";
import { example, expectLike, NoRecord, type Published } from "./record.ts";
import words from "./words.json" with { type: "json" };

/** Recounts the published polls of a folder. Exit code 0: all holds; 1: something does not; 2: not to be read. */
const exits = new Set([0]);
const text = { type: "string" } as const;
const options = { code: { ...text, multiple: true }, lang: text, json: { type: "boolean" } } as const;
const asked = attempt("recount", () => parseArgs({ allowPositionals: true, options })) ?? process.exit(2);
const { json, lang, code: codes = [] } = asked.values;
const wordOf = new Map(Object.entries(words).map(([name, [vi, en]]) => [name, lang === "en" ? en : vi]));

let room = 32e6;
const folder = asked.positionals.join(" ");
const records = attempt(folder, () => recordsIn(folder)) ?? [];
const pollOf = ({ fixed }: Published) => JSON.stringify([fixed.council, fixed.poll, fixed.round]);
const dayOf = ({ fixed }: Published) => JSON.stringify([fixed.council, fixed.conference]);
const headPolls = records.filter(({ fixed, result }) => fixed.for === "head" && result);
const [polls, heads] = [Map.groupBy(records, pollOf), Map.groupBy(headPolls, dayOf)];
const found = new Set(records.flatMap((record) => attempt(record.fixed.poll, () => tell(record)) ?? []));
const lost = codes.filter((code) => !found.has(code));
for (const code of lost) console.error(`✗ ${shown(code)} ${wordOf.get("noBox")}`);
if (lost.length > 0) exits.add(1);
process.exitCode = exits.has(1) ? 1 : Math.max(...exits);

function recordsIn(folder: string): Published[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  if (files.length === 0) throw new NoRecord("không có · no *.json");
  return files.sort().flatMap((file) => attempt(file, () => recordIn(join(folder, file))) ?? []);
}

function recordIn(path: string): Published {
  const about = statSync(path);
  room -= about.size;
  if (!about.isFile() || room < 0) throw new NoRecord("không phải tệp, quá 32 MB · no file, or beyond 32 MB");
  const record: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)));
  expectLike(record, example, "JSON");
  return record;
}

/** The first 40 bits of a hash, in Crockford's base32 as people type it. */
function isCodeOf(code: string, box: Set<string>): boolean {
  const plain = code.toUpperCase().replaceAll("-", "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  const digits = [...plain].map((digit) => "0123456789ABCDEFGHJKMNPQRSTVWXYZ".indexOf(digit));
  const bits = digits.reduce((before, digit) => before * 32 + digit, 0);
  return digits.length === 8 && !digits.includes(-1) && box.has(bits.toString(16).padStart(10, "0"));
}

/** Prints one poll; gives those of the codes that lie in its box. */
function tell(record: Published): string[] {
  const { poll, council } = record.fixed;
  const elected = heads.get(dayOf(record))?.flatMap(({ result }) => result?.decision.passed ?? []);
  const checks = checksOf(record, polls.get(pollOf(record))?.length ?? 0, elected).map(inWords);
  const ok = checks.every((check) => check.ok !== false);
  if (!ok) exits.add(1);
  const box = codesIn(record);
  const inBox = codes.filter((code) => isCodeOf(code, box));
  const mark = (ok: boolean | null) => (ok === null ? "–" : ok ? "✓" : "✗");
  const lines = checks.map(({ id, ok, found }) => `  ${mark(ok)} ${wordOf.get(id)}: ${found}`);
  const lying = inBox.map((code) => `  ✓ ${shown(code)} ${wordOf.get("inBox")}`);
  if (json) console.log(JSON.stringify({ poll, ok, checks, ...(codes.length > 0 && { codes: inBox }) }));
  else console.log([`${shown(poll)} · ${shown(council)}`, ...lines, ...lying].join("\n"));
  return inBox;
}

function inWords({ id, ok, found, notes = [] }: Check) {
  const said = notes.map((note) => note && wordOf.get(note)).filter((words) => words);
  return { id, ok, found: [shown(found), ...said].join("; ") };
}

/** What cannot be read is told and passed over: the rest is still recounted. */
function attempt<T>(about: string, act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    console.error(`✗ ${shown(about)}: ${shown(error instanceof Error ? error.message : "?")}`);
    exits.add(2);
  }
  return undefined;
}

/** Foreign text for a screen: nothing that could steer it, and not too much. */
function shown(foreign: string): string {
  return foreign.slice(0, 160).replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, "?");
}
