import type { ScanOutput } from "@aws-sdk/client-dynamodb";
import { ask, TableName } from "./dynamo.ts";
import type { Stored } from "./kept.ts";
import { unmarshalled } from "./marshalled.ts";

/** The whole table as it is kept, for those who check it from outside; links of histories among the things. */
export async function* everythingKept(): AsyncGenerator<Stored> {
  let ExclusiveStartKey: ScanOutput["LastEvaluatedKey"];
  do {
    const answer: ScanOutput = await ask("Scan", { TableName, ExclusiveStartKey });
    for (const item of answer.Items ?? []) yield unmarshalled(item) as Stored;
    ExclusiveStartKey = answer.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}
