import { expect, test } from "vitest";
import * as z from "zod/mini";
import { faultIn } from "#lib/chain.ts";
import { Refusal } from "#lib/refusal.ts";
import { create, everything, item, replace, tableOf, tamper } from "./engine.ts";

const Book = z.object({ shelf: z.string(), book: z.string(), title: z.string() });
const books = item(Book, { in: "SHELF#{shelf}", name: "BOOK#{book}", chained: true });
const plain = item(Book, { in: "SHELF#{shelf}", name: "PLAIN#{book}" });
const taken = new Refusal(409, "book/taken");
const lost = new Refusal(409, "book/changed-meanwhile");
const key = { shelf: "a", book: "kieu" };

const by = (who: string, root: string) =>
  tableOf(root, { by: who, at: `2026-01-06T01:00:00.00${who.length}Z`, did: `books.${who}` });

/** A library whose one book was written by three hands. */
async function written(root: string) {
  for (const [who, title] of [
    ["an", "Kiều"],
    ["binh", "Truyện Kiều"],
    ["chinh", "Kiều"],
  ] as const) {
    const table = by(who, root);
    const was = await table.read(books, key);
    await table.write(replace(books, was, { ...key, title }, lost));
  }
  return by("an", root);
}

test("each write adds a link: who, when, and what it was called; and the whole holds", async () => {
  const table = await written("history-1");
  const links = await table.historyOf(books, key);
  expect(links.map(({ no, by: who, at, did }) => [no, who, at, did])).toEqual([
    [1, "an", "2026-01-06T01:00:00.002Z", "books.an"],
    [2, "binh", "2026-01-06T01:00:00.004Z", "books.binh"],
    [3, "chinh", "2026-01-06T01:00:00.005Z", "books.chinh"],
  ]);
  expect(faultIn(links, { ...key, title: "Kiều" })).toBeUndefined();
  expect(faultIn(links, await table.read(books, key))).toBeUndefined();
  expect(faultIn(links, { ...key, title: "Truyện Kiều" })).toEqual(expect.any(String));
});

test("a write that was refused adds no link", async () => {
  const table = await written("history-2");
  const was = await table.read(books, key);
  await expect(table.write(create(books, { ...key, title: "x" }, taken))).rejects.toBe(taken);
  await table.write(replace(books, was, { ...key, title: "y" }, lost));
  await expect(table.write(replace(books, was, { ...key, title: "y" }, lost))).rejects.toBe(lost);
  await expect(table.write(replace(books, was, { ...key, title: "z" }, lost))).rejects.toBe(lost);
  const links = await table.historyOf(books, key);
  expect(links.map(({ no }) => no)).toEqual([1, 2, 3, 4]);
  expect(faultIn(links, { ...key, title: "y" })).toBeUndefined();
});

test("what was never written has no history, and what is not chained keeps none", async () => {
  const table = by("an", "history-3");
  await expect(table.historyOf(books, key)).resolves.toEqual([]);
  await table.write(create(plain, { ...key, title: "x" }, taken));
  await table.write(replace(plain, await table.read(plain, key), { ...key, title: "y" }, lost));
  await expect(table.historyOf(plain, key)).resolves.toEqual([]);
  expect((await everything()).filter(({ pk }) => String(pk).startsWith("history-3#")).length).toBe(1);
});

test.for([
  ["the thing itself", "history-4#SHELF#a", "BOOK#kieu", "title", "Đoạn trường tân thanh"],
  ["who wrote it once", "history-5#SHELF#a#HISTORY#BOOK#kieu", "0000001", "by", "somebody"],
  ["when it was written", "history-6#SHELF#a#HISTORY#BOOK#kieu", "0000002", "at", "2025-01-01T00:00:00.000Z"],
  ["what it then was", "history-7#SHELF#a#HISTORY#BOOK#kieu", "0000002", "digest", "0".repeat(64)],
] as const)("whoever goes round the rules and changes %s is found out", async ([, pk, sk, field, value]) => {
  const table = await written(pk.split("#")[0] ?? "");
  await tamper(pk, sk, field, value);
  expect(faultIn(await table.historyOf(books, key), await table.read(books, key))).toEqual(
    expect.any(String),
  );
});
