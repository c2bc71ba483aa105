import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { readAssembly } from "#infra/local/assembly.ts";
import { environmentOf, loadLambdas } from "#infra/local/lambdas.ts";
import { type Asked, gateway } from "#infra/local/server.ts";
import { site } from "#infra/local/site.ts";
import { assembly } from "./synthesized.ts";

const folder = mkdtempSync(join(tmpdir(), "played-"));
afterAll(() => rmSync(folder, { recursive: true }));

const asked = (path: string, more: Partial<Asked> = {}): Asked => ({
  method: "GET",
  url: new URL(path, "http://localhost"),
  headers: {},
  body: Buffer.alloc(0),
  from: "127.0.0.1",
  ...more,
});

/** Stacks of one function behind each address, as a template would say it. */
function stacks(
  name: string,
  functions: Record<string, { code: string; timeout?: number; environment?: object }>,
) {
  const place = join(folder, name);
  const Resources: Record<string, object> = {};
  for (const [id, { code, timeout = 3, environment = {} }] of Object.entries(functions)) {
    mkdirSync(join(place, `asset.${id}`), { recursive: true });
    writeFileSync(join(place, `asset.${id}`, "index.cjs"), `exports.handler = ${code}`);
    Resources[id] = {
      Type: "AWS::Lambda::Function",
      Properties: {
        Runtime: "nodejs24.x",
        Handler: "index.handler",
        Timeout: timeout,
        Code: { S3Key: `${id}.zip` },
        Environment: { Variables: environment },
      },
    };
    Resources[`${id}Integration`] = {
      Type: "AWS::ApiGatewayV2::Integration",
      Properties: { IntegrationUri: { "Fn::GetAtt": [id, "Arn"] } },
    };
    Resources[`${id}Route`] = {
      Type: "AWS::ApiGatewayV2::Route",
      Properties: {
        RouteKey: `GET /api/${id}/{name}`,
        AuthorizationType: "NONE",
        Target: { "Fn::Join": ["", ["integrations/", { Ref: `${id}Integration` }]] },
      },
    };
  }
  writeFileSync(join(place, "Test.template.json"), JSON.stringify({ Resources }));
  return readAssembly(place);
}

function play(...given: Parameters<typeof stacks>) {
  const played = stacks(...given);
  return gateway(played, loadLambdas(played), () => async () => undefined);
}

test("a function hears a request as the gateway would tell it", async () => {
  const call = play("event", { echo: { code: "async (event) => ({ body: JSON.stringify(event) })" } });
  const { body } = await call(asked("/api/echo/c%E1%BB%A5m?a=1&a=2", { headers: { "x-from": "here" } }));
  expect(JSON.parse(String(body))).toMatchObject({
    version: "2.0",
    routeKey: "GET /api/echo/{name}",
    rawPath: "/api/echo/cụm",
    pathParameters: { name: "cụm" },
    queryStringParameters: { a: "1,2" },
    headers: { "x-from": "here" },
    requestContext: { http: { method: "GET", path: "/api/echo/cụm", sourceIp: "127.0.0.1" } },
    isBase64Encoded: false,
  });
});

test("a function that outlives its timeout is not waited for", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  const call = play("slow", { slow: { code: "() => new Promise(() => {})", timeout: 0.05 } });
  expect(await call(asked("/api/slow/1"))).toMatchObject({ status: 503 });
  expect(told.mock.calls.splice(0)).toHaveLength(1);
});

test("whoever asks a function that breaks learns nothing of it", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  const call = play("broken", { broken: { code: 'async () => { throw new Error("a secret") }' } });
  const reply = await call(asked("/api/broken/1"));
  expect(reply).toMatchObject({ status: 500, body: '{"message":"Internal Server Error"}' });
  expect(told.mock.calls.splice(0)).toHaveLength(1);
});

test("functions that share a process must agree on their names", () => {
  const code = "async () => ({})";
  const differing = stacks("differing", {
    one: { code, environment: { PLACE: "here" } },
    two: { code, environment: { PLACE: "there" } },
  });
  expect(() => environmentOf(differing)).toThrow("PLACE");
});

test("what its name says is kept for ever, what can change is asked for anew and not sent twice", async () => {
  const root = join(folder, "site");
  mkdirSync(join(root, "assets"), { recursive: true });
  writeFileSync(join(root, "index.html"), "<!doctype html>".repeat(100));
  writeFileSync(join(root, "assets", "app-3f2c.js"), "export {};");
  const get = site(assembly, root);

  const page = await get(asked("/index.html", { headers: { "accept-encoding": "gzip, br" } }));
  expect(page.headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "content-encoding": "br",
    "cache-control": "no-cache",
  });
  const again = { "accept-encoding": "gzip, br", "if-none-match": String(page.headers["etag"]) };
  expect((await get(asked("/index.html", { headers: again }))).status).toBe(304);

  const { headers } = await get(asked("/assets/app-3f2c.js"));
  expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect((await get(asked("/assets/gone.js"))).status).toBe(404);
});
