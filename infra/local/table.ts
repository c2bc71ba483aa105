import type { Assembly } from "./assembly.ts";
import { Trouble } from "./trouble.ts";

type Table = {
  AttributeDefinitions: object[];
  KeySchema: object[];
  BillingMode: string;
  TimeToLiveSpecification: { AttributeName: string };
};

type Scanned = { Items?: object[]; LastEvaluatedKey?: object };

/** Makes the table the stacks speak of, unless it is there already; gives its name. */
export async function makeTable(assembly: Assembly, endpoint: string): Promise<string> {
  const { id: TableName, properties } = assembly.only<Table>("AWS::DynamoDB::GlobalTable");
  const { AttributeDefinitions, KeySchema, BillingMode } = properties;
  const response = await ask(endpoint, "CreateTable", {
    TableName,
    AttributeDefinitions,
    KeySchema,
    BillingMode,
  });
  const answer = await response.text();
  if (!response.ok && !answer.includes("ResourceInUseException"))
    throw new Error(`The table could not be made at ${endpoint}: ${answer}`);
  return TableName;
}

/** Takes away what has expired, as the cloud's table does by itself; the engine keeps everything. */
export async function forgetExpired(assembly: Assembly, endpoint: string): Promise<void> {
  const { id: TableName, properties } = assembly.only<Table>("AWS::DynamoDB::GlobalTable");
  const now = Math.floor(Date.now() / 1000);
  let ExclusiveStartKey: object | undefined;
  do {
    const response = await ask(endpoint, "Scan", {
      TableName,
      ProjectionExpression: "pk, sk",
      FilterExpression: "#expires < :now",
      ExpressionAttributeNames: { "#expires": properties.TimeToLiveSpecification.AttributeName },
      ExpressionAttributeValues: { ":now": { N: String(now) } },
      ...(ExclusiveStartKey && { ExclusiveStartKey }),
    });
    const { Items = [], LastEvaluatedKey } = (await response.json()) as Scanned;
    for (const Key of Items) await ask(endpoint, "DeleteItem", { TableName, Key });
    ExclusiveStartKey = LastEvaluatedKey;
  } while (ExclusiveStartKey);
}

async function ask(endpoint: string, operation: string, input: object): Promise<Response> {
  const credential = `${process.env["AWS_ACCESS_KEY_ID"]}/20260101/${process.env["AWS_REGION"]}/dynamodb/aws4_request`;
  try {
    return await fetch(endpoint, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": `DynamoDB_20120810.${operation}`,
        "x-amz-date": "20260101T000000Z",
        // A local engine reads who asks, and where, but checks no signature.
        authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=0`,
      },
      body: JSON.stringify(input),
    });
  } catch (cause) {
    throw new Trouble(
      `Không gặp được cơ sở dữ liệu tại ${endpoint}: hãy khởi động nó, hoặc bỏ AWS_ENDPOINT_URL_DYNAMODB.`,
      `No database answers at ${endpoint}: start it, or unset AWS_ENDPOINT_URL_DYNAMODB.`,
      cause,
    );
  }
}
