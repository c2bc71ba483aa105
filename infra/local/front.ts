import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { Assembly } from "./assembly.ts";
import type { Certificate } from "./certificate.ts";
import { distributionOf } from "./distribution.ts";
import { keepingEdge } from "./edge.ts";
import { mostPosted, objectsPath } from "./objects.ts";
import { type Asked, json, type Reply } from "./server.ts";

type Answer = (asked: Asked) => Promise<Reply>;

/** What a request may carry here: as much as the cloud hands to a function. */
const mostBytes = 6_000_000;

/** The host of site and API: sends each request where the distribution says, with the headers it says. */
export function front(
  assembly: Assembly,
  origins: { site: Answer; gateway: Answer; objects: { answer: Answer; endpoint: string } },
  certificate?: Certificate,
): Server {
  const behaviorOf = distributionOf(assembly);
  const edge = keepingEdge();

  const answer = async (request: IncomingMessage): Promise<Reply> => {
    const url = urlOf(request);
    if (!url) return json(400, { code: "request/malformed" });
    if (url.pathname.startsWith(objectsPath)) return toObjects(request, url);
    const { toViewer, rewrite, keeps, otherwise, ...first } = behaviorOf(url.pathname);
    const body = await bodyOf(request, mostBytes);
    if (!body) return json(413, { code: "request/too-large", about: { most: mostBytes } });

    url.pathname = rewrite(url.pathname);
    const from = request.socket.remoteAddress ?? "";
    const method = String(request.method);
    // What many are answered together must not depend on who asks.
    const askAt = ({ origin, toOrigin, under }: Pick<typeof first, "origin" | "toOrigin" | "under">) => {
      const headers = { ...(keeps > 0 ? { host: url.host } : headersOf(request, from)), ...toOrigin };
      const there = new URL(url);
      there.pathname = under + url.pathname;
      return origins[origin]({ method, url: there, headers, body, from });
    };
    const ask = async () => {
      const reply = await askAt(first);
      return otherwise?.on.includes(reply.status) ? askAt(otherwise) : reply;
    };
    const takesGzip = String(request.headers["accept-encoding"]).includes("gzip");
    const wanted = { path: url.pathname, longest: keeps, takesGzip };
    const reply = method === "GET" && keeps > 0 ? await edge(wanted, ask) : await ask();
    return { ...reply, body: onThisHost(reply.body), headers: { ...reply.headers, ...toViewer } };
  };

  const { objects } = origins;
  /** The functions name a bucket as they reach it themselves; a browser reaches it here. */
  const onThisHost = (body: Reply["body"]) =>
    typeof body === "string" ? body.replaceAll(`${objects.endpoint}/`, objectsPath) : body;
  /** Bytes of strangers on the site's own host, where the cloud has another one for them: they may do nothing here. */
  const toObjects = async (request: IncomingMessage, url: URL): Promise<Reply> => {
    const body = await bodyOf(request, mostPosted);
    if (!body) return json(413, { code: "request/too-large", about: { most: mostPosted } });
    const asked = { method: String(request.method), url, headers: headersOf(request, ""), body, from: "" };
    const reply = await objects.answer(asked);
    return { ...reply, headers: { ...reply.headers, ...harmless(reply) } };
  };

  const listener = (request: IncomingMessage, response: ServerResponse) => {
    answer(request).then(
      (reply) => send(reply, request, response),
      (error) => {
        console.error(error);
        send(json(500, { code: "server/bug" }), request, response);
      },
    );
  };
  return certificate ? createSecureServer(certificate, listener) : createServer(listener);
}

/** The address asked for, unless it cannot be read. */
function urlOf({ url = "/", headers }: IncomingMessage): URL | undefined {
  const address = URL.parse(`http://${headers.host ?? "localhost"}${url}`);
  try {
    decodeURIComponent(address?.pathname ?? "%");
  } catch {
    // A broken escape: there is no such address.
    return undefined;
  }
  return address ?? undefined;
}

/** The viewer's headers, and the viewer's address after those of whoever passed the request on. */
function headersOf({ headers }: IncomingMessage, from: string): Record<string, string> {
  const joined = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  const passedOn = headers["x-forwarded-for"];
  return { ...Object.fromEntries(joined), "x-forwarded-for": passedOn ? `${passedOn}, ${from}` : from };
}

/** A browser's own reader of PDF does not run in a sandbox; it has one of its own. */
const harmless = ({ headers }: Reply) => ({
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  ...(headers["content-type"] !== "application/pdf" && {
    "content-security-policy": "default-src 'none'; sandbox",
  }),
});

function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const take = (chunk: Buffer) => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes <= most) return;
      request.off("data", take).pause();
      resolve(undefined);
    };
    request.on("data", take);
    request.on("end", () => resolve(Buffer.concat(chunks)));
    request.on("error", reject);
  });
}

function send({ status, headers, body }: Reply, request: IncomingMessage, response: ServerResponse) {
  // What was not read to its end cannot be followed by another request.
  const close = request.complete ? {} : { connection: "close" };
  const length = status === 304 ? {} : { "content-length": Buffer.byteLength(body) };
  response.writeHead(status, { ...headers, ...close, ...length });
  response.end(request.method === "HEAD" ? undefined : body);
}
