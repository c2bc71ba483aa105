import { Refusal } from "#lib/refusal.ts";
import { connection } from "./connection.svelte.ts";

/** Longer than any honest answer; the gateway gives up before. */
const patience = 30_000;

/** One request. That nobody answered is told as a refusal too, so that it has words of its own. */
export async function ask(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, { ...init, signal: AbortSignal.timeout(patience) }).catch(() => {
    connection.isLost = true;
    throw new Refusal(0, "network/lost");
  });
  connection.isLost = false;
  const isOurs = response.headers.get("content-type")?.includes("json");
  if (response.status === 503 || response.status === 504 || (response.status >= 500 && !isOurs))
    throw new Refusal(response.status, "server/timeout");
  return response;
}

/** Worth trying again without anybody's doing: nobody answered, or not in time. */
export const isPassing = (error: unknown) =>
  error instanceof Refusal && (error.code === "network/lost" || error.code === "server/timeout");
