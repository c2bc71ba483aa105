import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";

export type AttributeValues = Record<string, AttributeValue>;

/** A thing as it travels to the database: JSON has no bytes, so they go in base64. */
export function marshalled(thing: object): AttributeValues {
  const values = marshall(thing);
  for (const value of Object.values(values) as { B?: unknown }[])
    if (value.B instanceof Uint8Array) value.B = Buffer.from(value.B).toString("base64");
  return values;
}

/** What came from the database; bytes are bytes again. */
export function unmarshalled(values: AttributeValues): Record<string, unknown> {
  for (const value of Object.values(values) as { B?: unknown }[])
    if (typeof value.B === "string") value.B = Uint8Array.from(Buffer.from(value.B, "base64"));
  return unmarshall(values);
}
