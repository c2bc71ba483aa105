import { expect } from "vitest";
import * as z from "zod/mini";
import type { RefusalCode } from "#domain/refuse.ts";
import { type Line, Table, type Way } from "#domain/scheme.ts";

/** What a rule says no with, and what it is about. */
export const refusal = (code: RefusalCode, about: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, about: expect.objectContaining(about) });

export const tableOf = (table: z.input<typeof Table>) => z.parse(Table, table);

/** A table of one group with these ways, coded 1.1, 1.2 and so on. */
export const tableWith = (...ways: Way[]) =>
  tableOf({
    groups: [{ code: "I", criteria: ways.map((way, at) => ({ code: `1.${at + 1}`, way })) }],
  });

export const lineWith = (way: Way): Line => ({ kind: "criterion", group: "I", code: "1.1", way });

export const fits = (schema: z.core.$ZodType, value: unknown) => z.safeParse(schema, value).success;

export const nothing: ReadonlySet<string> = new Set();
