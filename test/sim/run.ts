import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { codeFrom } from "#domain/choice.ts";
import { liveThrough } from "./day.ts";
import type { Level } from "./faults.ts";
import { cluster, council, type Founded, type House, openHouse, year } from "./house.ts";
import { judge, type Verdict } from "./judging.ts";
import { everythingIn } from "./kept.ts";
import { ledgerOf } from "./ledger.ts";
import { keys, sharesOf } from "./preparing.ts";
import type { Room } from "./room.ts";
import { storyOf } from "./story.ts";

export type Asked = { seed: number; level: Level; voters: number };
export type Report = Asked &
  Verdict & {
    writeUnitsPerBallot: number;
    faults: Record<string, number>;
    /** What a checker found, in words. */
    failed: string[];
    /** SHA-256 of everything that happened, in order. */
    trace: string;
    seconds: number;
  };

/** One whole day under one seed, judged at its end and once more after everything was stopped and started again. */
export async function run(founded: Founded, asked: Asked, witness?: (room: Room) => void): Promise<Report> {
  const began = performance.now();
  const house = await openHouse({ founded, ...asked });
  try {
    const room = await roomIn(house, asked.voters);
    witness?.(room);
    const { ledger } = room;
    const { held } = await house.tell(() => liveThrough(room));
    const verdicts = await judged(room, held);
    const first = digest(verdicts);
    await house.restart();
    ledger.expect("nothing has changed after a restart", digest(await judged(room, held)) === first);
    await auditAll(room);
    await readAsOutsider(room, held);
    searchForCanaries(room);
    expectNoBugs(room);
    const boxes = held.map(
      (poll) => house.truth.units.get(`${council}#POLL#${room.at.conference}#${poll}`) ?? 0,
    );
    const kept = await everythingIn(house);
    const ballots = held.flatMap((poll) => kept.ballots(room.at.conference, poll)).length;
    return {
      ...asked,
      ...sum(verdicts),
      writeUnitsPerBallot:
        Math.round((1000 * boxes.reduce((a, b) => a + b, 0)) / Math.max(1, ballots)) / 1000,
      faults: house.faults.seen(),
      failed: Array.from(new Set(ledger.failed)),
      trace: digest(ledger.lines),
      seconds: Math.round(performance.now() - began) / 1000,
    };
  } finally {
    await house.stop();
  }
}

export async function roomIn(house: House, voters: number): Promise<Room> {
  const shares = await sharesOf();
  const ledger = ledgerOf(house.timeline.now);
  for (const share of shares) ledger.secrets.add(Buffer.from(share).toString("base64url"));
  return {
    house,
    ledger,
    story: storyOf(house.luck, voters),
    at: { year, cluster, council, conference: "hoi-nghi" },
    shares,
    reached: new Map(),
    slots: new Map(),
    isToldThin: false,
  };
}

async function judged(room: Room, held: readonly string[]): Promise<Verdict[]> {
  const kept = await everythingIn(room.house);
  return held.map((poll) => judge(room, kept, poll));
}

const digest = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");

function sum(verdicts: readonly Verdict[]): Verdict {
  const total = { acknowledged: 0, counted: 0, lost: 0, duplicated: 0, late: 0, wrongStatus: 0 };
  for (const verdict of verdicts)
    for (const name of Object.keys(total) as (keyof Verdict)[]) total[name] += verdict[name];
  return total;
}

async function auditAll({ ledger }: Room) {
  const { faultsKept } = await import("#functions/audit.ts");
  const { faults } = await faultsKept();
  for (const fault of faults) ledger.expect(`history: ${fault}`, false);
}

/** As anybody may who has the address: the record stands, and every code that was shown is in it. */
async function readAsOutsider({ house, ledger, at, story, reached }: Room, held: readonly string[]) {
  const kept = await everythingIn(house);
  for (const poll of held) {
    if (kept.poll(at, poll)?.state !== "published") continue;
    const response = await fetch(
      `${house.url()}/api/public/halls/${at.council}/${at.conference}/polls/${poll}/record`,
    );
    const record = (await response.json()) as {
      hashes: string;
      result?: { decision: { passed: string[]; tied: string[] } };
    };
    const bytes = Buffer.from(record.hashes, "base64url");
    const codes = new Set(
      Array.from({ length: bytes.length / 16 }, (_, at) => codeFrom(bytes.subarray(at * 16, at * 16 + 16))),
    );
    const shown = ledger.told.filter((one) => one.poll === poll && one.state === "in" && one.code);
    const isListed = story.rule.mayChange || shown.every(({ code = "" }) => codes.has(code));
    ledger.expect("every code that was shown is in the published record", isListed);
    const { passed = [], tied = [] } = record.result?.decision ?? {};
    const over = reached.get(poll) ?? [];
    const isRight =
      over.length <= story.rule.seats
        ? passed.toSorted().join() === over.toSorted().join() && tied.length === 0
        : passed.length <= story.rule.seats && [...passed, ...tied].every((id) => over.includes(id));
    ledger.expect("who passed is who reached the threshold", isRight);
  }
}

/** Tickets, shares and envelopes: nowhere but in their own field, in no log, in no file. */
function searchForCanaries({ house, ledger }: Room) {
  const said = house.said.lines.join("\n");
  const files = globSync(`${house.folder}/table.sqlite*`).map((file) => readFileSync(file));
  for (const secret of ledger.secrets) {
    ledger.expect("no secret is in a log", !said.includes(secret));
    ledger.expect("no secret is in the file", !files.some((file) => file.includes(secret)));
  }
  for (const sealed of ledger.meant.keys()) ledger.expect("no envelope is in a log", !said.includes(sealed));
}

/** What the functions could not make sense of, apart from what was done to them. */
function expectNoBugs({ house, ledger }: Room) {
  const known =
    /^(TimedOut|ECONNRESET|ETIMEDOUT|ProvisionedThroughputExceeded|InternalServerError|TransactionCanceled|TransactionConflict|TimeoutError|Error: socket hang up)/;
  for (const error of house.said.errors) {
    const {
      name = "",
      code = "",
      message = "",
    } = (error ?? {}) as { name?: string; code?: string; message?: string };
    const isKnown =
      [name, code, `${name}: ${message}`].some((word) => known.test(word)) || message.includes("aborted");
    ledger.expect(`no bug: ${name} ${message.slice(0, 200)}`, isKnown);
  }
}

export const warmUp = keys;
