import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checksOf, hashesIn } from "./checks.ts";
import { mustFit, type Published } from "./record.ts";

const exits = new Set([0]);
const mark = (ok: boolean | null) => (ok === null ? "–" : ok ? "✓" : "✗");
/** Foreign text for a screen: nothing that could steer it, and not too much. */
const shown = (foreign: string) => foreign.slice(0, 300).replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, "?");
const pollOf = ({ fixed }: Published) => JSON.stringify([fixed.council, fixed.poll, fixed.round]);

/** Recounts the published polls of a folder. Exit code 0: all holds; 1: something does not; 2: not to be read. */
const options = { code: { type: "string", multiple: true }, json: { type: "boolean" } } as const;
const asked = attempt("recount", () => parseArgs({ allowPositionals: true, options })) ?? process.exit(2);
const folder = asked.positionals.join(" ");
let room = 32e6;
const records = attempt(folder, () => recordsIn(folder)) ?? [];
const polls = Map.groupBy(records, pollOf);
for (const record of records) attempt(record.fixed.poll, () => recount(record));
for (const code of asked.values.code ?? []) lookFor(code);
process.exitCode = exits.has(1) ? 1 : Math.max(...exits);

function recordsIn(folder: string): Published[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  if (files.length === 0) throw new Error("không có · no *.json");
  return files.sort().flatMap((file) => attempt(file, () => recordIn(join(folder, file))) ?? []);
}

function recordIn(path: string): Published {
  const about = statSync(path);
  room -= about.size;
  if (!about.isFile() || room < 0) throw new Error("không phải tệp, quá 32 MB · no file, or beyond 32 MB");
  const record: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)));
  mustFit(record);
  return record;
}

function recount(record: Published) {
  const [poll, council] = [shown(record.fixed.poll), shown(record.fixed.council)];
  const all = checksOf(record, polls.get(pollOf(record))?.length ?? 0);
  const checks = Array.from(all, (check) => ({ ...check, found: shown(check.found) }));
  const ok = checks.every((check) => check.ok !== false);
  const lines = checks.map(({ id, word, ok, found }) => `  ${mark(ok)} ${id} · ${word}: ${found}`);
  say(ok, { poll, ok, checks }, [`${poll} · ${council}`, ...lines].join("\n"));
}

/** A code is the first 40 bits of a hash in Crockford's base32, as people type it. */
function lookFor(code: string) {
  const plain = code.toUpperCase().replaceAll("-", "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  const digits = [...plain].map((digit) => "0123456789ABCDEFGHJKMNPQRSTVWXYZ".indexOf(digit));
  const bits = digits.reduce((before, digit) => before * 32 + digit, 0);
  const start = digits.length === 8 && !digits.includes(-1) ? bits.toString(16).padStart(10, "0") : "–";
  const found = records.filter((record) => hashesIn(record).some((hash) => hash.startsWith(start)));
  const [ok, polls] = [found.length > 0, found.map(({ fixed }) => shown(fixed.poll))];
  const where = polls.join(", ") || "không nằm trong hòm phiếu nào · lies in no box";
  say(ok, { code, ok, polls }, `${mark(ok)} ${shown(code)}: ${where}`);
}

function say(ok: boolean, what: object, text: string) {
  if (!ok) exits.add(1);
  console.log(asked.values.json ? JSON.stringify(what) : text);
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
