import { once } from "node:events";
import { Agent, request } from "node:http";
import { buffer } from "node:stream/consumers";
import { api } from "#api";
import { type Client, client } from "#lib/client.ts";
import { Refusal } from "#lib/refusal.ts";
import { type Errands, errandHeader } from "./errands.ts";
import type { Faults } from "./faults.ts";
import type { Timeline } from "./timeline.ts";

export type Caller = Client<typeof api>;

/** No answer came, for whatever reason: whoever asked does not know whether it was done. */
export class Unanswered extends Error {
  override readonly name = "Unanswered";
}

/** So long a page waits for an answer before it tries again. */
const patience = 8_000;
type Sent = { method: string; path: string; headers: Record<string, string>; body: string | undefined };

/** The way from phones and desks to the gateway, on which requests and answers are lost, late or doubled. */
export function networkTo(
  port: () => number,
  parts: { timeline: Timeline; faults: Faults; errands: Errands },
) {
  const { timeline, faults, errands } = parts;
  // No connection is used twice: which of two ends closes an idle one first, the seed cannot say.
  let agent = new Agent();
  const steps = new Map<string, number>();

  /** The request itself; it is under way in real sockets while time stands still. */
  async function pass(actor: string, what: string, { method, path, headers, body }: Sent): Promise<Response> {
    const errand = errands.begin(actor, what);
    const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
    const asked = request({
      hostname: "127.0.0.1",
      port: port(),
      method,
      path,
      agent,
      headers: { ...headers, ...length, [errandHeader]: errand.no },
    });
    asked.end(body);
    try {
      const [reply] = await once(asked, "response");
      const text = await buffer(reply);
      return new Response(Uint8Array.from(text), {
        status: reply.statusCode,
        headers: { "content-type": String(reply.headers["content-type"]) },
      });
    } catch (cause) {
      throw new Unanswered("The connection broke.", { cause });
    } finally {
      errands.end(errand);
      // One word of the engine may answer many: they hear it in the order in which they asked.
      await timeline.inTurn(errand.no);
    }
  }

  async function ask(actor: string, sent: Sent): Promise<Response> {
    const no = (steps.get(actor) ?? 0) + 1;
    steps.set(actor, no);
    const step = `${no} ${sent.method} ${sent.path}`;
    const strikes = (fault: Parameters<Faults["strikes"]>[0]) => faults.strikes(fault, actor, step);
    const wait = (least: number, most: number, way: string) =>
      timeline.sleep(faults.luck.between(least, most, way, actor, step), `${actor} ${step} ${way}`);
    const giveUp = async () => {
      await wait(300, 2_000, "no answer");
      throw new Unanswered(step);
    };

    await wait(3, 60, "there");
    if (strikes("request late")) await wait(500, 4_000, "late there");
    if (strikes("request lost")) return giveUp();
    if (strikes("gateway 503")) return new Response("{}", { status: 503 });
    // What an officer sends twice in a row is two clicks, and told as such.
    if (sent.path.startsWith("/api/halls/") && strikes("sent twice")) {
      const again = async () => {
        await wait(0, 3_000, "again");
        await pass(actor, `${step} again`, sent);
      };
      again().catch((error) => {
        // Nobody waits for the copy; whether the original had an answer is another matter.
        if (!(error instanceof Unanswered)) throw error;
      });
    }
    const answer = await pass(actor, step, sent);
    if (strikes("answer lost")) return giveUp();
    if (strikes("gateway 500")) return new Response("{}", { status: 500 });
    if (strikes("answer late")) await wait(500, 4_000, "late back");
    await wait(3, 60, "back");
    return answer;
  }

  return {
    /** The typed client as somebody: with a token, with a ticket, or as nobody. */
    as(actor: string, authorization?: string): Caller {
      return client(api, async (path, { method = "GET", headers = {}, body }) => {
        const own = { ...(headers as Record<string, string>), ...(authorization && { authorization }) };
        const sent = { method, path, headers: own, body: body as string | undefined };
        const late = Promise.withResolvers<never>();
        const end = timeline.at(timeline.now() + patience, `${actor} patience`, () =>
          late.reject(new Unanswered("too late")),
        );
        return Promise.race([ask(actor, sent), late.promise]).finally(() => {
          end.isOff = true;
        });
      });
    },
    /** Every connection breaks. */
    breakAll() {
      agent.destroy();
      agent = new Agent();
    },
    stop: () => agent.destroy(),
  };
}

/** The refusal, or that nobody knows. */
export function codeOf(error: unknown): string {
  if (error instanceof Unanswered) return "no answer";
  if (error instanceof Refusal) return error.status >= 500 ? "no answer" : error.code;
  throw error;
}
