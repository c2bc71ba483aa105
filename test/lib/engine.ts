import { afterAll } from "vitest";
import { readAssembly } from "#infra/local/assembly.ts";
import { built } from "#infra/local/build.ts";
import { startEngine } from "#infra/local/engine.ts";
import { adopt, awsEnvironment } from "#infra/local/environment.ts";
import { makeTable } from "#infra/local/table.ts";

/*
 * A library of books on the real engine, in the table as the stacks make it.
 * The table's module reads its environment when it is loaded, so it is loaded after that is set.
 */
const aws = adopt(awsEnvironment());
const engine = await startEngine(undefined);
const TABLE_NAME = await makeTable(readAssembly(built.assembly), engine.endpoint);
const place = adopt({ AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint, TABLE_NAME });
export const { tableOf } = await import("#lib/table.ts");
export const { untilWritten } = await import("#lib/write.ts");
export const { revisionOf } = await import("#lib/kept.ts");
export const { create, put, remove, replace } = await import("#lib/op.ts");
export const { item } = await import("#lib/item.ts");
const { DynamoDBDocumentClient, paginateScan, UpdateCommand } = await import("@aws-sdk/lib-dynamodb");
const { DynamoDBClient } = await import("@aws-sdk/client-dynamodb");
const db = DynamoDBDocumentClient.from(new DynamoDBClient());

afterAll(async () => {
  await engine.stop();
  place.stop();
  aws.stop();
});

/** Every item there is, as the engine holds it. */
export async function everything(): Promise<Record<string, unknown>[]> {
  const pages = paginateScan({ client: db }, { TableName: TABLE_NAME, ConsistentRead: true });
  return (await Array.fromAsync(pages)).flatMap(({ Items = [] }) => Items);
}

/** A field changed by somebody who goes round the rules. */
export const tamper = (pk: string, sk: string, field: string, value: unknown) =>
  db.send(
    new UpdateCommand({
      TableName: TABLE_NAME,
      Key: { pk, sk },
      UpdateExpression: "SET #f = :v",
      ExpressionAttributeNames: { "#f": field },
      ExpressionAttributeValues: { ":v": value },
    }),
  );
