import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer } from "aws-lambda";
import { type Caller, expectMay, type RightName } from "#domain/caller.ts";
import { type Cluster, isThere } from "#domain/cluster.ts";
import { hasPassed, type Over } from "#domain/demo.ts";
import { refuse } from "#domain/refuse.ts";
import type { Year } from "#domain/year.ts";
import { one } from "#lib/item.ts";
import { passesAt } from "#lib/passing.ts";
import type { Refusal } from "#lib/refusal.ts";
import type { Door } from "#lib/serve.ts";
import { type Table, tableOf } from "#lib/table.ts";
import type { Hand } from "#lib/write.ts";
import { items } from "./items.ts";
import { ifVisible } from "./visible.ts";

/** What a handler is given besides what was sent. */
export type Context = { caller: Caller; table: Table };
/** What the door looked up from the address. */
export type Found = { year: Year; cluster: Cluster };

/** The name of an account in the pool: the council and the person, so that a token says both without a look-up. */
export const accountOf = (council: string, person: string) => `${council}:${person}`;

/** One partition outside the councils; it holds ids only. */
export const system = (hand: Hand) => tableOf("SYSTEM", hand);

/**
 * Who is asking, and may they? The token says who; what they may is read from the table, so that a right ends when
 * the office ends. The same right is asked again, with the clock as it then is, right before every write.
 * A sheet in the address is read in the same go.
 */
export const door: Door<Context, Found> = async (event, { route, did, params, now }) => {
  const may = route.may as RightName;
  const { council, person } = accountIn(event);
  if (route.by === "nobody" || council === "") return stranger(council, person, may, { did, now });

  const hand = { by: person, at: now, did };
  const unguarded = tableOf(council, hand);
  const {
    year: yearNo,
    cluster: clusterId,
    unit,
  } = params as { year?: number; cluster?: string; unit?: string };
  const at = yearNo !== undefined && clusterId !== undefined && { year: yearNo, cluster: clusterId };
  const ofSheet = at && unit !== undefined && route.path.includes("/sheets/{unit}") && { ...at, unit };
  const [found, year, cluster, sheet, over] = await unguarded.readTogether(
    one(items.person, { person }),
    yearNo === undefined ? undefined : one(items.year, { year: yearNo }),
    at ? one(items.cluster, at) : undefined,
    ofSheet ? one(items.sheet, ofSheet) : undefined,
    passesAt(council) ? one(items.over, {}) : undefined,
  );
  expectNotOver(council, over, now);
  const known = await ifVisible(unguarded, found);
  if (!known) throw refuse("caller/not-allowed");
  if (!known.active) throw refuse("caller/deactivated");
  if (yearNo !== undefined && !year) throw refuse("year/unknown", { year: yearNo });
  if (clusterId !== undefined && (!cluster || !isThere(cluster)))
    throw refuse("cluster/unknown", { cluster: clusterId });

  const { role, unit: own, agency } = known;
  const caller: Caller = { council, person, role, ...(own && { unit: own }), ...(agency && { agency }) };
  const expect = (at: string) => expectMay(caller, may, { year, cluster, unit }, at);
  expect(now);
  const table = tableOf(council, hand, {
    beforeWrite: () => expect(new Date(Date.now()).toISOString()),
    ahead: ofSheet ? [{ ...one(items.sheet, ofSheet), found: sheet }] : [],
  });
  return { context: { caller, table }, found: { ...(year && { year }), ...(cluster && { cluster }) } };
};

/** A demo that was thrown away, or whose day has come, answers nobody: whatever still lies in the table of it. */
function expectNotOver(
  council: string,
  over: Over | undefined,
  now: string,
  otherwise = refuse("demo/over"),
) {
  if (over || hasPassed(council, now)) throw otherwise;
}

/** The same for whoever comes without a token. Of a council that stays nothing is read. */
export async function expectLasting(table: Table, now: string, otherwise?: Refusal) {
  if (passesAt(table.root)) expectNotOver(table.root, await table.read(items.over, {}), now, otherwise);
}

/** Somebody without a council: nobody yet, or the operator, who runs all and reads none. */
function stranger(
  council: string,
  person: string,
  may: RightName,
  { did, now }: { did: string; now: string },
) {
  const isOperator = council === "" && person !== "";
  const caller: Caller = {
    council: "",
    person: person || "nobody",
    role: isOperator ? "operator" : "nobody",
  };
  expectMay(caller, may, {}, now);
  const table = system({ by: caller.person, at: now, did });
  return { context: { caller, table }, found: {} };
}

/** From the claims the gateway verified. An operator's account has no council in its name and is in that group. */
function accountIn(event: APIGatewayProxyEventV2): { council: string; person: string } {
  const { authorizer } = event.requestContext as Partial<
    APIGatewayProxyEventV2WithJWTAuthorizer["requestContext"]
  >;
  const claims = authorizer?.jwt?.claims;
  const name = String(claims?.["username"] ?? "");
  const [council = "", person] = name.split(":");
  if (person !== undefined) return { council, person };
  const groups = String(claims?.["cognito:groups"] ?? "")
    .replace(/[[\]]/g, "")
    .split(/[ ,]+/);
  return { council: "", person: groups.includes("operator") ? name : "" };
}
