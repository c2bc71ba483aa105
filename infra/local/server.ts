import { randomUUID } from "node:crypto";
import httpRouter from "@middy/http-router";
import type {
  APIGatewayProxyEventV2 as Event,
  APIGatewayProxyStructuredResultV2 as Result,
  APIGatewayProxyEventV2WithJWTAuthorizer as SignedEvent,
} from "aws-lambda";
import type { Assembly } from "./assembly.ts";
import { type Invoke, TimedOut } from "./lambdas.ts";
import type { Verify } from "./verify.ts";

type Route = { RouteKey: string; Target: string; AuthorizationType: "JWT" | "NONE"; AuthorizerId?: string };
type Integration = { IntegrationUri: string };

export type Asked = {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body: Buffer;
  from: string;
};
export type Reply = { status: number; headers: Record<string, string>; body: Buffer | string };

/** The HTTP API of the stacks: finds the route, lets nobody in without a token where it says so, and calls its function. */
export function gateway(
  assembly: Assembly,
  lambda: (id: string) => Invoke,
  verify: (authorizer: string) => Verify,
): (asked: Asked) => Promise<Reply> {
  const integrations = new Map(
    assembly
      .all<Integration>("AWS::ApiGatewayV2::Integration")
      .map(({ id, properties }) => [
        `integrations/${id}`,
        lambda(properties.IntegrationUri.replace(/\.Arn$/, "")),
      ]),
  );

  const routes = assembly.all<Route>("AWS::ApiGatewayV2::Route").map(({ properties }) => {
    const { RouteKey, Target, AuthorizationType, AuthorizerId } = properties;
    const [method, path] = RouteKey.split(" ");
    const invoke = integrations.get(Target);
    if (!invoke) throw new Error(`${RouteKey} leads nowhere.`);
    const verified = AuthorizationType === "JWT" ? verify(String(AuthorizerId)) : undefined;
    return {
      method,
      path,
      handler: async (event: Event) => {
        event.routeKey = event.requestContext.routeKey = RouteKey;
        if (verified) {
          const claims = await verified(event.headers["authorization"]);
          if (!claims) return json(401, { message: "Unauthorized" });
          (event as SignedEvent).requestContext.authorizer = {
            principalId: "",
            integrationLatency: 0,
            jwt: { claims, scopes: [] },
          };
        }
        return replyOf(invoke, event);
      },
    };
  });

  const route = httpRouter({
    routes,
    notFoundResponse: () => json(404, { code: "route/unknown" }),
  } as never) as unknown as (event: Event, context: object) => Promise<Reply>;
  return async (asked) => route(eventOf(asked), {});
}

async function replyOf(invoke: Invoke, event: Event): Promise<Reply> {
  try {
    const { statusCode = 200, headers = {}, body = "", isBase64Encoded } = (await invoke(event)) as Result;
    return {
      status: statusCode,
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      body: isBase64Encoded ? Buffer.from(body, "base64") : body,
    };
  } catch (error) {
    // As in the cloud: whoever asked learns nothing of what broke, whoever runs this does.
    console.error(error);
    return error instanceof TimedOut
      ? json(503, { message: "Service Unavailable" })
      : json(500, { message: "Internal Server Error" });
  }
}

function eventOf({ method, url, headers, body, from }: Asked): Event {
  const path = decodeURIComponent(url.pathname);
  const now = Date.now();
  const isText = /json|text|urlencoded|xml/.test(headers["content-type"] ?? "json");
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: url.search.slice(1),
    headers,
    ...(url.search && { queryStringParameters: queryOf(url) }),
    ...(body.length > 0 && { body: body.toString(isText ? "utf8" : "base64") }),
    isBase64Encoded: body.length > 0 && !isText,
    requestContext: {
      accountId: "local",
      apiId: "local",
      domainName: url.host,
      domainPrefix: "local",
      requestId: randomUUID(),
      routeKey: "$default",
      stage: "$default",
      time: new Date(now).toISOString(),
      timeEpoch: now,
      http: { method, path, protocol: "HTTP/1.1", sourceIp: from, userAgent: headers["user-agent"] ?? "" },
    },
  };
}

/** A name that comes twice comes once, its values joined by commas. */
function queryOf({ searchParams }: URL) {
  return Object.fromEntries(
    Array.from(searchParams.keys(), (name) => [name, searchParams.getAll(name).join(",")]),
  );
}

export function json(status: number, body: object): Reply {
  return {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store" },
    body: JSON.stringify(body),
  };
}
