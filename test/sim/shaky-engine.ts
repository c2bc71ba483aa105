import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { type Body, nameOf, writesIn, writeUnitsOf } from "./asked.ts";
import { type Errand, type Errands, errandHeader, letterHeader, sentHeader } from "./errands.ts";
import type { Faults } from "./faults.ts";
import { type Passed, plainEngine } from "./plain-engine.ts";
import { dayIsOver, halved, refusalFor } from "./refusals.ts";
import { type Reply, staleness } from "./stale.ts";
import type { Timeline } from "./timeline.ts";
import type { Truth } from "./truth.ts";

/** As long as a function lives; what it would ask after that is asked by nobody. */
const longestRequest = 3_000;

let usual = 0;

/** What happens to one request: whoever asks ends before it or after it, or it is held back until others are done. */
export type Kill = { at: number; when: "before" | "after" | "held" };

/**
 * The embedded engine behind a port where things go wrong: what is asked may be lost before or after it was done, come
 * late, be throttled, meet a conflict, read what was a while ago, or end the function that asked.
 */
export async function shakyEngine(file: string, parts: Parts) {
  const { timeline, faults, errands } = parts;
  const engine = await plainEngine(file);
  const stale = staleness(timeline.now);
  let kill: Kill | undefined;
  let steps = 0;
  let hasKilled = false;
  let isDirect = true;
  const waiting = new Set<ServerResponse>();
  let release = () => {};

  async function answer(asked: Asked, out: ServerResponse) {
    const { operation, body, headers, errand } = asked;
    const name = nameOf(operation, body);
    const count = (errand?.steps.get(name) ?? 0) + 1;
    errand?.steps.set(name, count);
    const sentAt = errand?.decided.get(name) ?? Number(headers[sentHeader] ?? timeline.now());
    errand?.decided.set(name, sentAt);
    const actor = errand?.actor ?? "nobody";
    const step = `${errand?.what} ${name} ${count}`;
    const strikes = (fault: Parameters<Faults["strikes"]>[0]) => faults.strikes(fault, actor, step);
    const wait = (ms: number) => timeline.sleep(ms, `${actor} ${step}`);
    const transit = (way: string) => faults.luck.between(1, 12, "transit", actor, step, way);
    steps += 1;
    const place = steps;
    const isKilled = (when: Kill["when"]) => killed(errand, { at: place, when }, strikes);
    await wait(transit("there"));
    if (strikes("engine slow")) await wait(faults.luck.between(200, 1_500, "slow", actor, step));
    if (kill?.at === place && kill.when === "held") await held();
    if (isKilled("before") || strikes("engine request lost") || isFrozen(errand)) return cut(out);
    const refused = refusalFor(operation, body, strikes);
    if (refused) return say(out, refused);
    const cutShort = operation === "Query" && !body.Limit && strikes("short page");
    const asking = cutShort ? { ...body, Limit: 3 } : body;

    const was = await timeline.working(stale.before(operation, body, engine.item));
    const passed = await timeline.working(engine.pass(operation, asking, headers));
    const reply = JSON.parse(passed.text || "{}") as Reply;
    const done = { operation, body, status: passed.status, reply };
    stale.remember(done, was);
    const units = writeUnitsOf(operation, body, reply);
    parts.truth.note({ ...done, errand, at: timeline.now(), sentAt, units });
    for (const { pk } of passed.status === 200 ? writesIn(body, operation) : [])
      await timeline.working(parts.truth.afterWrite(pk));
    const isStale = !body.ConsistentRead && /^(Get|Query)/.test(operation) && strikes("stale");
    const given = isStale ? stale.aged(done) : reply;
    const text = operation === "BatchGetItem" && strikes("unprocessed") ? halved(given) : given;

    if (isKilled("after") || strikes("engine answer lost")) return cut(out);
    if (strikes("engine slow")) await wait(faults.luck.between(200, 1_500, "slow answer", actor, step));
    await wait(transit("back"));
    say(out, { status: passed.status, headers: passed.headers, text: JSON.stringify(text) });
  }

  async function held() {
    hasKilled = true;
    await new Promise<void>((resolve) => (release = resolve));
  }

  const isFrozen = (errand: Errand | undefined) =>
    errand !== undefined && (errand.isDead || timeline.now() >= errand.began + longestRequest);

  function killed(errand: Errand | undefined, { at, when }: Kill, strikes: (fault: "killed") => boolean) {
    const isMarked = kill?.at === at && kill.when === when;
    if (errand && (isMarked || (when === "before" && strikes("killed")))) errand.isDead = true;
    hasKilled ||= isMarked;
    return isMarked || (errand?.isDead ?? false);
  }

  const server = createServer(async (incoming, out) => {
    const sent = await buffer(incoming);
    const { headers } = incoming;
    const operation = String(headers["x-amz-target"]).split(".")[1] ?? "";
    const body = JSON.parse(sent.toString() || "{}") as Body;
    waiting.add(out);
    out.once("close", () => waiting.delete(out));
    timeline.land(`letter ${headers[letterHeader]}`);
    if (isDirect) return say(out, await engine.pass(operation, body, headers));
    await timeline.inTurn(Number(headers[letterHeader]));
    await answer({ operation, body, headers, errand: errands.find(headers[errandHeader]) }, out);
  });
  // An idle connection stays: closing it would be news that the seed knows nothing of.
  server.keepAliveTimeout = 0;
  // Always at the same place: what was loaded once in this process keeps asking there.
  server.listen(usual, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  usual = port;

  const say = (out: ServerResponse, { status, headers, text }: Passed) => {
    errands.reply(out.req.headers[letterHeader]);
    const { "content-length": _length, "transfer-encoding": _coding, ...others } = headers;
    // The engine goes by another clock; a client that saw it would think its own was wrong.
    const date = new Date(timeline.now()).toUTCString();
    out.writeHead(status, { ...others, date, "content-length": Buffer.byteLength(text) }).end(text);
  };
  const cut = (out: ServerResponse) => {
    errands.reply(out.req.headers[letterHeader]);
    out.destroy();
  };

  return {
    endpoint: `http://127.0.0.1:${port}`,
    direct: engine.endpoint,
    partition: engine.partition,
    forget: engine.forget,
    restart: engine.restart,
    /** Nothing is delayed, counted or harmed while the house is being set up or looked over. */
    bePlain(plain: boolean) {
      isDirect = plain;
    },
    /** From now on steps are counted from one; the given one ends whoever asks. */
    arm(next?: Kill) {
      kill = next;
      steps = 0;
      if (next) hasKilled = false;
    },
    steps: () => steps,
    hasKilled: () => hasKilled,
    /** What is held back goes on. */
    release: () => release(),
    async stop() {
      // Whoever still waits is told so that they do not ask again: the next day is held at this very place.
      for (const out of waiting) if (!out.headersSent) say(out, dayIsOver);
      server.closeAllConnections();
      server.close();
      await engine.stop();
    },
  };
}

type Parts = { timeline: Timeline; faults: Faults; errands: Errands; truth: Truth };
type Asked = {
  operation: string;
  body: Body;
  headers: Passed["headers"];
  errand: Errand | undefined;
};
