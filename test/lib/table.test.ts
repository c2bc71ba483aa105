import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { Refusal } from "#lib/refusal.ts";
import {
  create,
  everything,
  item,
  put,
  remove,
  replace,
  revisionOf,
  tableOf,
  untilWritten,
} from "./engine.ts";

const Book = z.object({
  shelf: z.string(),
  book: z.string(),
  title: z.string(),
  copies: z.optional(z.int()),
  at: z.optional(z.string()),
});
const Volume = z.object({ shelf: z.string(), book: z.string(), no: z.int() });
const books = item(Book, { in: "SHELF#{shelf}", name: "BOOK#{book}" });
const loose = item(z.looseObject({ shelf: z.string(), book: z.string() }), {
  in: "SHELF#{shelf}",
  name: "BOOK#{book}",
});
const volumes = item(Volume, { in: "SHELF#{shelf}", name: "VOLUME#{book}#{no}" });

const hand = { by: "an", at: "2026-01-06T01:00:00.000Z", did: "books.save" };
const taken = new Refusal(409, "book/taken");
const lost = new Refusal(409, "book/changed-meanwhile");
const other = new Refusal(409, "book/other");
let libraries = 0;
/** A library nobody used before. */
const library = () => tableOf(`library-${++libraries}`, hand);
const kieu = { shelf: "a", book: "kieu", title: "Truyện Kiều" };
const luc = { shelf: "a", book: "luc-van-tien", title: "Lục Vân Tiên" };

test("what is written is read back; what is not there is not", async () => {
  const table = library();
  await table.write(create(books, kieu, taken));
  await expect(table.read(books, kieu)).resolves.toEqual(kieu);
  await expect(table.read(books, kieu, { eventual: true })).resolves.toEqual(kieu);
  await expect(table.read(books, luc)).resolves.toBeUndefined();
});

describe("to create", () => {
  test("the very same thing again is the same write, and only its time may differ", async () => {
    const table = library();
    await table.write(create(books, { ...kieu, at: "t1" }, taken));
    await table.write(create(books, { ...kieu, copies: undefined, at: "t2" }, taken));
    await expect(table.read(books, kieu)).resolves.toEqual({ ...kieu, at: "t1" });
  });

  test("another thing in its place is refused, and the first one stays", async () => {
    const table = library();
    await table.write(create(books, kieu, taken));
    await expect(table.write(create(books, { ...kieu, title: "Kim Vân Kiều" }, taken))).rejects.toBe(taken);
    await expect(table.write(create(books, { ...kieu, copies: 1 }, taken))).rejects.toBe(taken);
    await expect(table.read(books, kieu)).resolves.toEqual(kieu);
  });

  test("what was changed since is not the same any more", async () => {
    const table = library();
    await table.write(create(books, kieu, taken));
    await table.write(replace(books, await table.read(books, kieu), { ...kieu, copies: 1 }, lost));
    await expect(table.write(create(books, kieu, taken))).rejects.toBe(taken);
  });
});

describe("to replace", () => {
  test("what was read, once: the later of two is refused and what the first wrote stays", async () => {
    const table = library();
    await table.write(create(books, kieu, taken));
    const [one, two] = [await table.read(books, kieu), await table.read(books, kieu)];
    await table.write(replace(books, one, { ...kieu, copies: 1 }, lost));
    await expect(table.write(replace(books, two, { ...kieu, copies: 2 }, lost))).rejects.toBe(lost);
    await expect(table.read(books, kieu)).resolves.toEqual({ ...kieu, copies: 1 });
  });

  test("of two equal changes made at once one stands, and the other is told", async () => {
    const table = library();
    await table.write(create(books, kieu, taken));
    const was = await table.read(books, kieu);
    await table.write(replace(books, was, { ...kieu, copies: 1 }, lost));
    await expect(table.write(replace(books, was, { ...kieu, copies: 1 }, lost))).rejects.toBe(lost);
    expect(revisionOf(await table.read(books, kieu))).toBe(2);
  });

  test("what was not there, only while it is not", async () => {
    const table = library();
    await table.write(replace(books, undefined, kieu, lost));
    await expect(table.write(replace(books, undefined, { ...kieu, copies: 1 }, lost))).rejects.toBe(lost);
  });

  test("what was changed and changed back is not what was read", async () => {
    const table = library();
    await table.write(create(books, kieu, taken));
    const first = await table.read(books, kieu);
    await table.write(replace(books, first, { ...kieu, copies: 1 }, lost));
    await table.write(replace(books, await table.read(books, kieu), kieu, lost));
    await expect(table.write(replace(books, first, { ...kieu, copies: 2 }, lost))).rejects.toBe(lost);
  });

  test("only the very thing that was read, no copy of it", async () => {
    const table = library();
    await table.write(create(books, kieu, taken));
    const copy = { ...kieu };
    await expect(table.write(replace(books, copy, kieu, lost))).rejects.toThrow("very thing that was read");
  });

  test("by many hands at once: each who loses begins again, and none is lost", async () => {
    const table = library();
    await table.write(create(books, { ...kieu, title: "" }, taken));
    const letters = Array.from("abcdefgh");
    const sign = (letter: string) =>
      untilWritten(lost, async () => {
        const was = await table.read(books, kieu);
        await table.write(replace(books, was, { ...kieu, title: `${was?.title}${letter}` }, lost));
      });
    await Promise.all(letters.map(sign));
    const { title } = (await table.read(books, kieu)) ?? kieu;
    expect(Array.from(title).toSorted()).toEqual(letters);
  });
});

test("whoever loses for another reason does not begin again, and who always loses is told", async () => {
  let tries = 0;
  const lose = (by: Refusal) =>
    untilWritten(lost, async () => {
      tries += 1;
      throw by;
    });
  await expect(lose(taken)).rejects.toBe(taken);
  expect(tries).toBe(1);
  await expect(lose(lost)).rejects.toBe(lost);
  expect(tries).toBe(13);
});

describe("several writes at once", () => {
  test("all are done", async () => {
    const table = library();
    await table.write(create(books, kieu, taken), create(books, luc, taken));
    await expect(table.list(books, { shelf: "a" })).resolves.toEqual([kieu, luc]);
  });

  test.for([
    ["first", [taken, other], taken],
    ["second", [other, taken], other],
  ] as const)(
    "none is done where one may not stand, and the %s of those decides the refusal",
    async ([, [one, two], refused]) => {
      const table = library();
      await table.write(create(books, kieu, taken), create(books, luc, taken));
      const writes = [
        create(books, { ...kieu, book: "new" }, lost),
        create(books, { ...kieu, title: "x" }, one),
        create(books, { ...luc, title: "x" }, two),
      ];
      await expect(table.write(...writes)).rejects.toBe(refused);
      await expect(table.read(books, { shelf: "a", book: "new" })).resolves.toBeUndefined();
    },
  );
});

test("of several things none is taken for written because another one stands already", async () => {
  const table = library();
  await table.write(create(books, kieu, taken));
  await expect(table.write(create(books, kieu, taken), create(books, luc, lost))).rejects.toBe(taken);
  await expect(table.read(books, luc)).resolves.toBeUndefined();
  await table.write(create(books, luc, lost));
  await table.write(create(books, kieu, taken), create(books, luc, lost));
});

test("what can be made again is written over whatever is there, and taken away whether it is there or not", async () => {
  const table = library();
  await table.write(put(books, kieu));
  await table.write(put(books, { ...kieu, copies: 5 }));
  await expect(table.read(books, kieu)).resolves.toEqual({ ...kieu, copies: 5 });
  await table.write(remove(books, kieu));
  await table.write(remove(books, kieu));
  await expect(table.read(books, kieu)).resolves.toBeUndefined();
});

test("right before a write it may still be refused: then nothing is written", async () => {
  const { root, read } = library();
  const late = new Refusal(409, "library/closed");
  const beforeWrite = () => {
    throw late;
  };
  const closed = tableOf(root, hand, { beforeWrite });
  await expect(closed.write(create(books, kieu, taken))).rejects.toBe(late);
  await expect(closed.write(create(books, kieu, taken), create(books, luc, taken))).rejects.toBe(late);
  await expect(read(books, kieu)).resolves.toBeUndefined();
});

test("what was read ahead answers the first reading; the second sees what stands then", async () => {
  const { root, write, read } = library();
  await write(create(books, kieu, taken));
  const found = await read(books, kieu);
  const table = tableOf(root, hand, { ahead: [{ kind: books, key: kieu, found }] });
  await write(replace(books, found, { ...kieu, title: "Kim Vân Kiều" }, taken));
  await expect(table.read(books, kieu)).resolves.toBe(found);
  await expect(table.read(books, kieu)).resolves.toEqual({ ...kieu, title: "Kim Vân Kiều" });
});

describe("of many", () => {
  const titles = (found: { book: string }[]) => found.map(({ book }) => book);
  const shelf = ["ca-dao", "kieu", "kim-van", "kim-van-kieu", "luc"];
  const filled = async () => {
    const table = library();
    for (const book of shelf.toReversed())
      await table.write(create(books, { shelf: "a", book, title: book }, taken));
    for (const no of [10, 2, 1, 100])
      await table.write(create(volumes, { shelf: "a", book: "kim-van", no }, taken));
    await table.write(create(volumes, { shelf: "a", book: "kim-van-kieu", no: 7 }, taken));
    await table.write(create(books, { shelf: "a2", book: "x", title: "x" }, taken));
    return table;
  };

  test("those of one shelf come in the order of their names, and no others", async () => {
    const table = await filled();
    expect(titles(await table.list(books, { shelf: "a" }))).toEqual(shelf);
    expect(titles(await table.list(books, { shelf: "a" }, { backwards: true }))).toEqual(shelf.toReversed());
    expect(titles(await table.list(books, { shelf: "a" }, { most: 2 }))).toEqual(shelf.slice(0, 2));
    expect(titles(await table.list(books, { shelf: "a" }, { after: "kim-van" }))).toEqual([
      "kim-van-kieu",
      "luc",
    ]);
    expect(titles(await table.list(books, { shelf: "b" }))).toEqual([]);
  });

  test("numbers sort as numbers, and the last is the highest", async () => {
    const table = await filled();
    const key = { shelf: "a", book: "kim-van" };
    expect((await table.list(volumes, key)).map(({ no }) => no)).toEqual([1, 2, 10, 100]);
    await expect(table.last(volumes, key)).resolves.toEqual({ ...key, no: 100 });
    await expect(table.last(volumes, { shelf: "a", book: "kieu" })).resolves.toBeUndefined();
  });

  test("one shelf is gathered kind by kind", async () => {
    const table = await filled();
    const { novels, parts } = await table.gather({ novels: books, parts: volumes }, { shelf: "a" });
    expect(titles(novels)).toEqual(shelf);
    expect(parts.map(({ no }) => no)).toEqual([1, 2, 10, 100, 7]);
  });

  test("more than one answer holds are read, each once; who is not there is left out", async () => {
    const table = library();
    const many = Array.from({ length: 120 }, (_, at) => ({
      shelf: "a",
      book: `book-${at}`,
      title: "x".repeat(9000),
    }));
    await Promise.all(many.map((book) => table.write(create(books, book, taken))));
    const asked = [...many, luc];
    expect(new Set(titles(await table.readMany(books, asked)))).toEqual(new Set(titles(many)));
    expect((await table.list(books, { shelf: "a" })).length).toBe(120);
    await expect(table.readMany(books, [])).resolves.toEqual([]);
  });
});

describe("a library", () => {
  test("sees nothing of another's, whatever their names share", async () => {
    const table = tableOf("tho", hand);
    const strangers = ["tho-2", "th", "tho#", ""].map((root) => tableOf(root, hand));
    await table.write(create(books, kieu, taken));
    for (const stranger of strangers) {
      await expect(stranger.read(books, kieu)).resolves.toBeUndefined();
      await expect(stranger.list(books, { shelf: "a" })).resolves.toEqual([]);
      await expect(stranger.readMany(books, [kieu])).resolves.toEqual([]);
      await expect(stranger.last(books, { shelf: "a" })).resolves.toBeUndefined();
      await expect(stranger.gather({ books }, { shelf: "a" })).resolves.toEqual({ books: [] });
      await stranger.write(create(books, { ...kieu, title: "theirs" }, taken));
    }
    await expect(table.read(books, kieu)).resolves.toEqual(kieu);
  });

  test("writes in partitions of its own alone, whatever a thing says of itself", async () => {
    const table = tableOf("own", hand);
    const before = await everything();
    const named = ["tho", "tho#SHELF#a", "#", "../tho", "SHELF#a", "\u0000tho"];
    for (const shelf of named)
      await table.write(put(loose, { ...kieu, shelf, ...{ pk: "tho#SHELF#a", sk: "BOOK#kieu" } }));
    const there = new Set(before.map(({ pk, sk }) => `${pk} ${sk}`));
    const added = (await everything()).filter(({ pk, sk }) => !there.has(`${pk} ${sk}`));
    expect(added.length).toBe(named.length);
    for (const { pk } of added) expect(String(pk).startsWith("own#SHELF#")).toBe(true);
  });
});
