import type { Body } from "./asked.ts";
import type { Passed } from "./plain-engine.ts";
import type { Reply } from "./stale.ts";

const fault = (status: number, type: string, more: object = {}): Passed => ({
  status,
  headers: { "content-type": "application/x-amz-json-1.0" },
  text: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: type, ...more }),
});

/** An answer after which nobody asks again. */
export const dayIsOver = fault(400, "AccessDeniedException");

/** What the real table may say and the embedded one never does. */
export function refusalFor(
  operation: string,
  { TransactItems = [] }: Body,
  strikes: (fault: "throttled" | "engine 500" | "conflict") => boolean,
): Passed | undefined {
  if (strikes("throttled")) return fault(400, "ProvisionedThroughputExceededException");
  if (strikes("engine 500")) return fault(500, "InternalServerError");
  if (operation !== "TransactWriteItems" || !strikes("conflict")) return undefined;
  const CancellationReasons = TransactItems.map((_, at) => ({
    Code: at === 0 ? "TransactionConflict" : "None",
  }));
  return fault(400, "TransactionCanceledException", { CancellationReasons });
}

/** Half of what was found, and the rest to be asked for again. */
export function halved(reply: Reply): Reply {
  const [table, found = []] = Object.entries(reply.Responses ?? {})[0] ?? [];
  if (table === undefined || found.length < 2) return reply;
  const left = found.slice(Math.ceil(found.length / 2)).map(({ pk, sk }) => ({ pk, sk }));
  return {
    ...reply,
    Responses: { [table]: found.slice(0, Math.ceil(found.length / 2)) },
    UnprocessedKeys: { [table]: { Keys: left, ConsistentRead: true } },
  };
}
