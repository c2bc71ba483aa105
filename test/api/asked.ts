import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { api } from "#api";
import { client } from "#lib/client.ts";
import { local } from "../world.ts";

/*
 * Below the typed client: what no honest page would send, and what is really kept.
 */

export type Sent = {
  token?: string | undefined;
  ticket?: string | undefined;
  type?: string | undefined;
  body?: string | undefined;
};

/** Any request at all, as it is; the answer with its text and, where there is one, its code. */
export async function ask(
  method: string,
  path: string,
  { token, ticket, type = "application/json", body }: Sent = {},
) {
  const response = await fetch(local.url + path, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(ticket !== undefined && { authorization: `Ticket ${ticket}` }),
      ...(body !== undefined && { "content-type": type }),
    },
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json");
  const { code, about } = isJson ? (JSON.parse(text) as { code?: string; about?: unknown }) : {};
  return { status: response.status, text, code, about };
}

/** How each of these ended: done, or the code it was refused with. */
export async function ends(...acts: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(acts);
  return settled.map((end) => (end.status === "fulfilled" ? "done" : String(end.reason.code ?? end.reason)));
}

/** The typed client of whoever holds this token. */
export const holding = (token: string) =>
  client(api, (path, init) =>
    fetch(local.url + path, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } }),
  );

const db = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: local.endpoint }));

/** Every item a council keeps, in the order of its keys. */
export async function kept(council: string): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await db.send(new ScanCommand({ TableName: local.tableName, ExclusiveStartKey }));
    found.push(...(page.Items ?? []).filter(({ pk }) => String(pk).startsWith(`${council}#`)));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  const nameOf = ({ pk, sk }: Record<string, unknown>) => `${pk} ${sk}`;
  return found.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}
