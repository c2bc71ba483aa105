import { ScanCommand, type ScanCommandOutput } from "@aws-sdk/lib-dynamodb";
import { db, TableName } from "./dynamo.ts";
import type { Stored } from "./kept.ts";

/** The whole table as it is kept, for those who check it from outside; links of histories among the things. */
export async function* everythingKept(): AsyncGenerator<Stored> {
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const answer: ScanCommandOutput = await db.send(new ScanCommand({ TableName, ExclusiveStartKey }));
    yield* (answer.Items ?? []) as Stored[];
    ExclusiveStartKey = answer.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}
