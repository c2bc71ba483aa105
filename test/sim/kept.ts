import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Poll } from "#domain/poll.ts";
import { type RawItem, rawItemsOf } from "../watched-engine.ts";
import { council, type House } from "./house.ts";
import { keptOf } from "./truth.ts";

/** One ballot as it lies in the table. */
export type KeptBallot = { delegate: string; kept: string; no: number; fields: string[]; expires: number };

export type Kept = Awaited<ReturnType<typeof everythingIn>>;

/** The table as it lies there, read round all our own code. */
export async function everythingIn({ engine, tableName }: House) {
  const raw = await rawItemsOf(engine.direct(), tableName, council);
  const named = (part: string, beginning: string) =>
    raw.filter((item) => item["pk"]?.S === `${council}#${part}` && item["sk"]?.S?.startsWith(beginning));
  const lines = (items: RawItem[]) =>
    items.flatMap((item) => (item["t"]?.S ?? "").split("\n").filter(Boolean)).map((line) => line.split("\t"));
  return {
    raw,
    poll(at: { year: number; cluster: string }, poll: string): Poll | undefined {
      const [found] = named(`CLUSTER#${at.year}#${at.cluster}`, `POLL#${poll}`);
      return found && (unmarshall(found as never) as Poll);
    },
    ballots: (conference: string, poll: string): KeptBallot[] =>
      named(`POLL#${conference}#${poll}`, "D#").map((item) => {
        const { b, c, o, e, r, x } = item as Record<string, { S?: string; B?: string; N?: string }>;
        return {
          delegate: item["sk"]?.S?.slice(2) ?? "",
          kept: keptOf({ b: b?.B, c: c?.S, o: o?.S, e: e?.N }),
          no: Number(r?.N),
          fields: Object.keys(item).toSorted(),
          expires: Number(x?.N),
        };
      }),
    board: (conference: string, poll: string) =>
      named(`POLL#${conference}#${poll}`, "BOARD#").flatMap((item) => {
        const bytes = Buffer.from((item["h"] as { B?: string } | undefined)?.B ?? "", "base64");
        return Array.from({ length: bytes.length / 16 }, (_, no) => bytes.subarray(no * 16, no * 16 + 16));
      }),
    present: (conference: string) =>
      new Set(named(`PRESENT#${conference}`, "D#").map((item) => item["sk"]?.S?.slice(2) ?? "")),
    roll: (conference: string) => lines(named(`CONFERENCE#${conference}`, "ROLL#")),
    tickets: (conference: string) => lines(named(`TICKETS#${conference}`, "TICKETS#")),
  };
}
