import middy, { type MiddlewareObj } from "@middy/core";
import httpRouter from "@middy/http-router";
import type { APIGatewayProxyEventV2 as Event, APIGatewayProxyStructuredResultV2 as Reply } from "aws-lambda";
import * as z from "zod/mini";
import en from "zod/v4/locales/en.js";
import { Refusal } from "./refusal.ts";
import type { Given, Parsed, Route } from "./route.ts";
import { type Names, namesIn } from "./template.ts";

z.config(en());

type Group = Record<string, Route>;

/**
 * Who opens: from the event and the route, who is asking and what the `{name}`s in the address stand for,
 * or a refusal. What the door found takes the place of the bare ids.
 */
export type Door<Context, Found> = (
  event: Event,
  asked: { route: Route; did: string; params: Record<string, unknown>; now: string },
) => Promise<{ context: Context; found: Partial<Found> }>;

type Request<R extends Route, Context, Found> = Omit<Parsed<R>, keyof Found> &
  Pick<Found, Extract<keyof Found, Names<R["path"]>>> &
  Context & { now: string };

/** What a group's Lambda does for each of its routes. */
export type Handlers<G extends Group, Context, Found> = {
  [R in keyof G]: (request: Request<G[R], Context, Found>) => Promise<Given<G[R]>>;
};

/** Longer than any honest request, unless its route says more; a function is given six times that. */
const longestBody = 1_000_000;

/**
 * The Lambda of one group of routes. For each request: what do they send, who is it, may they;
 * then the handler; then only what the route promises goes out.
 */
export function serve<G extends Group, Context, Found>(
  name: string,
  group: G,
  door: Door<Context, Found>,
  handlers: Handlers<G, Context, Found>,
) {
  const routes = Object.entries(group).map(([routeName, route]) => {
    const params = z.object(
      Object.fromEntries(namesIn(route.path).map((each) => [each, route.params[each]])) as never,
    );
    return {
      method: route.method,
      path: route.path,
      handler: async (event: Event) => {
        expectFromOwnHost(event);
        const sent = parsed(params, event.pathParameters ?? {}, "");
        const body = route.takes && parsed(route.takes, bodyOf(event, route.most ?? longestBody), "body");
        const now = new Date(event.requestContext.timeEpoch).toISOString();
        const did = `${name}.${routeName}`;
        const { context, found } = await door(event, { route, did, params: sent, now });
        const given = await handlers[routeName as keyof G]?.({
          ...sent,
          ...found,
          ...context,
          body,
          now,
        } as never);
        const answer = z.parse(route.gives, given);
        return route.page === undefined
          ? reply(200, answer, route.kept)
          : { ...reply(route.page, "", route.kept, "text/html; charset=utf-8"), body: String(answer) };
      },
    };
  });

  return middy<Event, Reply>()
    .use(logged())
    .use(refusing())
    .handler(httpRouter(routes as never) as never);
}

/** Only our own host in front may call: it adds a word that no browser knows. */
function expectFromOwnHost(event: Event) {
  const secret = process.env["ORIGIN_SECRET"];
  if (secret && event.headers["x-origin-secret"] !== secret) throw new Refusal(403, "caller/not-allowed");
}

function bodyOf({ body = "", isBase64Encoded }: Event, most: number): unknown {
  if (body.length > most) throw new Refusal(413, "request/too-large", { most });
  const text = isBase64Encoded ? Buffer.from(body, "base64").toString("utf8") : body;
  try {
    // A key that an object takes as its own parent would vanish unseen.
    if (text.includes('"__proto__"')) throw new SyntaxError("__proto__");
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    throw new Refusal(400, "request/malformed", { issues: [{ at: "body", is: "no JSON" }] });
  }
}

function parsed<S extends z.core.$ZodType>(schema: S, value: unknown, under: string): z.output<S> {
  const { data, error } = z.safeParse(schema, value);
  if (!error) return data as z.output<S>;
  const issues = error.issues.slice(0, 20).map(({ path, message, input: _input, ...issue }) => ({
    at: [under, ...path.map(String)].filter(Boolean).join("."),
    is: message,
    ...("maximum" in issue && { most: issue.maximum }),
    ...("minimum" in issue && { least: issue.minimum }),
    ...("keys" in issue && { keys: issue.keys }),
  }));
  throw new Refusal(400, "request/malformed", { issues });
}

/** One line for each request: what was asked and how it ended, never a body, a name or an address with one. */
function logged(): MiddlewareObj<Event, Reply> {
  const log = ({ event, response }: { event: Event; response: Reply | null | undefined }) => {
    const { method, path } = event.requestContext.http;
    const sub = (event.requestContext as { authorizer?: { jwt?: { claims?: { username?: string } } } })
      .authorizer?.jwt?.claims?.username;
    if (process.env["LOG"] !== "off")
      console.log(JSON.stringify({ method, path, status: response?.statusCode, by: sub }));
  };
  return { after: log, onError: log };
}

/** A refusal is told to the caller; a bug is told to us. */
function refusing(): MiddlewareObj<Event, Reply> {
  return {
    onError: (request) => {
      request.response = refused(request.error);
    },
  };
}

function refused(error: unknown): Reply {
  if (error instanceof Refusal) return reply(error.status, { code: error.code, about: error.about });
  const status = (error as { statusCode?: number } | undefined)?.statusCode;
  if (status === 404) return reply(404, { code: "route/unknown", about: {} });
  console.error(error);
  return reply(500, { code: "server/bug", about: {} });
}

function reply(statusCode: number, body: unknown, kept?: number, type = "application/json"): Reply {
  return {
    statusCode,
    headers: {
      "content-type": type,
      "cache-control": kept === undefined ? "no-store" : `public, max-age=0, s-maxage=${kept}`,
    },
    body: JSON.stringify(body),
  };
}
