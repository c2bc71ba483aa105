import { afterAll, beforeAll, expect, test } from "vitest";
import { api } from "#api";
import { type Local, startLocal } from "#infra/local/local.ts";
import { type Contract, routesOf } from "#lib/route.ts";

let local: Local;
beforeAll(async () => {
  local = await startLocal({ quiet: true });
});
afterAll(() => local.stop());

const ask = (path: string, init?: RequestInit) => fetch(`${local.url}${path}`, init);
const contract: Contract = api;
/** Any address of a route, whatever its names stand for. */
const addressOf = (path: string) => path.replace(/\{\w+\}/g, "1");

/** One operation of the user pool, as the SDK would ask for it. */
async function pool(operation: string, input: object) {
  const response = await fetch(String(process.env["AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER"]), {
    method: "POST",
    headers: { "x-amz-target": `AWSCognitoIdentityProviderService.${operation}` },
    body: JSON.stringify({
      UserPoolId: process.env["POOL_ID"],
      ClientId: process.env["CLIENT_ID"],
      ...input,
    }),
  });
  return response.json();
}
const signIn = (name: string, password: string) =>
  pool("InitiateAuth", {
    AuthFlow: "USER_PASSWORD_AUTH",
    AuthParameters: { USERNAME: name, PASSWORD: password },
  });
const renew = (token: string) =>
  pool("InitiateAuth", { AuthFlow: "REFRESH_TOKEN_AUTH", AuthParameters: { REFRESH_TOKEN: token } });

async function account(name: string, password = "Mot-mat-khau-1") {
  await pool("AdminCreateUser", { Username: name, MessageAction: "SUPPRESS" });
  await pool("AdminSetUserPassword", { Username: name, Password: password, Permanent: true });
  return { name, password };
}
async function operatorToken(): Promise<string> {
  const { AuthenticationResult } = await signIn(local.operator.name, local.operator.password);
  return AuthenticationResult.AccessToken;
}

test("an address that is no route is told so in JSON", async () => {
  const response = await ask("/api/nowhere");
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({ code: "route/unknown" });
});

test("no route that asks for a token is reached without one", async () => {
  const guarded = routesOf(contract).filter(({ by }) => by === "token");
  const statuses = guarded.map(async ({ method, path }) => {
    const response = await ask(addressOf(path), { method, headers: { authorization: "Bearer a.b.c" } });
    return [response.status, await response.json()];
  });
  for (const answer of await Promise.all(statuses))
    expect(answer).toEqual([401, { message: "Unauthorized" }]);
});

test("the pool's token opens the gateway until it ends, by the clock as it is moved", async () => {
  const headers = { authorization: `Bearer ${await operatorToken()}` };
  expect((await ask("/api/me", { headers })).status).not.toBe(401);

  local.clock.moveTo(Date.now() + 61 * 60_000);
  expect((await ask("/api/me", { headers })).status).toBe(401);
  local.clock.release();
  expect((await ask("/api/me", { headers })).status).not.toBe(401);
});

test("a token changed by a letter opens nothing", async () => {
  const [head, claims, seal = ""] = (await operatorToken()).split(".");
  const other = seal.startsWith("A") ? `B${seal.slice(1)}` : `A${seal.slice(1)}`;
  const response = await ask("/api/me", { headers: { authorization: `Bearer ${head}.${claims}.${other}` } });
  expect(response.status).toBe(401);
});

test("what is too large is refused before anybody asks who sends it", async () => {
  const response = await ask("/api/council", { method: "PUT", body: "x".repeat(6_000_001) });
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ code: "request/too-large" });
});

test("an address that cannot be read is malformed, and nothing outside the site is given away", async () => {
  expect((await ask("/api/%zz")).status).toBe(400);
  expect((await ask("/..%2f..%2fpackage.json")).status).toBe(404);
});

test("a password that is too weak is not taken", async () => {
  await pool("AdminCreateUser", { Username: "weak" });
  const answer = await pool("AdminSetUserPassword", {
    Username: "weak",
    Password: "matkhau",
    Permanent: true,
  });
  expect(answer.__type).toBe("InvalidPasswordException");
});

test("a wrong password and an unknown name get the same answer", async () => {
  const { name } = await account("lang-son:an");
  const [wrong, unknown] = await Promise.all([signIn(name, "sai"), signIn("lang-son:nobody", "sai")]);
  expect(wrong).toEqual(unknown);
  expect(wrong.__type).toBe("NotAuthorizedException");
});

test("after wrong passwords in a row even the right one has to wait, and a new password ends the wait", async () => {
  const { name, password } = await account("lang-son:binh");
  for (let time = 0; time < 6; time++) await signIn(name, "sai");
  expect(await signIn(name, password)).toMatchObject({ message: "Password attempts exceeded" });
  await account(name, password);
  expect(await signIn(name, password)).toHaveProperty("AuthenticationResult");
});

test("whoever is disabled cannot sign in, and whoever is signed out everywhere does not stay signed in", async () => {
  const { name, password } = await account("lang-son:chi");
  const { AuthenticationResult } = await signIn(name, password);
  expect(await renew(AuthenticationResult.RefreshToken)).toHaveProperty("AuthenticationResult.AccessToken");

  await pool("AdminDisableUser", { Username: name });
  expect(await signIn(name, password)).toMatchObject({ message: "User is disabled." });
  await pool("AdminEnableUser", { Username: name });
  expect(await signIn(name, password)).toHaveProperty("AuthenticationResult");

  await pool("AdminUserGlobalSignOut", { Username: name });
  expect(await renew(AuthenticationResult.RefreshToken)).toMatchObject({ __type: "NotAuthorizedException" });
});

test("a moved clock stands where it was put, for every way of asking", () => {
  const closing = Date.UTC(2026, 11, 31, 17);
  local.clock.moveTo(closing);
  const asked = [Date.now(), Date.parse(new Date().toISOString()), local.clock.now()];
  const given = new Date(0);
  local.clock.release();
  expect(asked).toEqual([closing, closing, closing]);
  expect([given.getTime(), given instanceof Date]).toEqual([0, true]);
  expect(Date.now()).not.toBe(closing);
});

test("what is scheduled runs when it is told to", async () => {
  await expect(local.runSchedules()).resolves.toBeUndefined();
});
