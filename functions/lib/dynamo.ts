import { setTimeout } from "node:timers/promises";
import type * as Dynamo from "@aws-sdk/client-dynamodb";
import { post } from "./signed.ts";

/** What we ask of the database, in the SDK's own words for it. */
type Operations = {
  GetItem: [Dynamo.GetItemInput, Dynamo.GetItemOutput];
  BatchGetItem: [Dynamo.BatchGetItemInput, Dynamo.BatchGetItemOutput];
  Query: [Dynamo.QueryInput, Dynamo.QueryOutput];
  Scan: [Dynamo.ScanInput, Dynamo.ScanOutput];
  PutItem: [Dynamo.PutItemInput, Dynamo.PutItemOutput];
  TransactWriteItems: [Dynamo.TransactWriteItemsInput, Dynamo.TransactWriteItemsOutput];
};

type Said = {
  __type?: string;
  message?: string;
  Item?: Record<string, Dynamo.AttributeValue>;
  CancellationReasons?: Dynamo.CancellationReason[];
};

/** The database's own no, or that it could not be asked, after as many tries as are allowed. */
export class DatabaseFault extends Error {
  override readonly name = "DatabaseFault";
  /** `ConditionalCheckFailedException` and the like; the system's code where nothing was answered. */
  readonly code: string;
  readonly status: number | undefined;
  /** How often it was asked: behind an answer that was lost, an earlier try may have been carried out. */
  attempts = 1;
  readonly #said: Said;

  constructor(code: string, { status, said = {}, cause }: { status?: number; said?: Said; cause?: unknown }) {
    super(`${code}: ${said.message ?? ""}`, { cause });
    this.code = code;
    this.status = status;
    this.#said = said;
  }

  /** What came with it; not a field, because a log that prints the fault must not print somebody's things. */
  get said(): Said {
    return this.#said;
  }
}

export const TableName = process.env["TABLE_NAME"];
const mostAttempts = Number(process.env["AWS_MAX_ATTEMPTS"] ?? 3);

/** How long one try may take, in milliseconds, and how many there may be. */
export type Patience = { timeout: number; attempts: number };
const usual: Patience = { timeout: 3000, attempts: mostAttempts };

/**
 * Asks the database for one operation. The SDK's own client takes four times the processor time for the same request
 * (docs/decisions.md); what may be asked again is what it would ask again. Bytes have to come as text.
 */
export async function ask<O extends keyof Operations>(
  operation: O,
  input: Operations[O][0],
  { timeout, attempts }: Patience = usual,
): Promise<Operations[O][1]> {
  const body = JSON.stringify(input);
  const most = Math.min(attempts, mostAttempts);
  for (let attempt = 1; ; attempt++) {
    const fault = await answerTo(operation, body, timeout);
    if (!(fault instanceof DatabaseFault)) return fault;
    fault.attempts = attempt;
    if (attempt >= most || !mayAskAgain(fault)) throw fault;
    await setTimeout(Math.random() * (throttled.has(fault.code) ? 500 : 50) * 2 ** (attempt - 1));
  }
}

async function answerTo(operation: string, body: string, timeout: number): Promise<object | DatabaseFault> {
  try {
    const { status, text } = await post(`DynamoDB_20120810.${operation}`, body, timeout);
    if (status === 200) return JSON.parse(text);
    const said: Said = text.startsWith("{") ? JSON.parse(text) : { message: text };
    return new DatabaseFault(said.__type?.split("#").at(-1) ?? String(status), { status, said });
  } catch (cause) {
    // No answer, or not a whole one: whether it is asked again is decided in one place.
    return new DatabaseFault((cause as NodeJS.ErrnoException).code ?? "unknown", { cause });
  }
}

const throttled = new Set([
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ThrottlingException",
  "TransactionInProgressException",
]);

function mayAskAgain({ code, status }: DatabaseFault): boolean {
  return status === undefined ? code !== "unknown" : status >= 500 || throttled.has(code);
}
