import { globSync, readFileSync } from "node:fs";
import { codeFrom } from "#domain/choice.ts";
import { everythingIn } from "./kept.ts";
import type { Room } from "./room.ts";

/** Every history in the table, from its first link on. */
export async function auditAll({ ledger }: Room) {
  const { faultsKept } = await import("#functions/audit.ts");
  const { faults } = await faultsKept();
  for (const fault of faults) ledger.expect(`history: ${fault}`, false);
}

/** As anybody may who has the address: the record stands, and every code that was shown is in it. */
export async function readAsOutsider({ house, ledger, at, story, reached }: Room, held: readonly string[]) {
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
export function searchForCanaries({ house, ledger }: Room) {
  const said = house.said.lines.join("\n");
  const files = globSync(`${house.folder}/table.sqlite*`).map((file) => readFileSync(file));
  for (const secret of ledger.secrets) {
    ledger.expect("no secret is in a log", !said.includes(secret));
    ledger.expect("no secret is in the file", !files.some((file) => file.includes(secret)));
  }
  for (const sealed of ledger.meant.keys()) ledger.expect("no envelope is in a log", !said.includes(sealed));
}

/** What the functions could not make sense of, apart from what was done to them. */
export function expectNoBugs({ house, ledger }: Room) {
  const known =
    /^(TimedOut|ECONNRESET|ETIMEDOUT|ECONNREFUSED|ProvisionedThroughputExceeded|InternalServerError|TransactionCanceled|TransactionConflict|TimeoutError|Error: socket hang up)/;
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
