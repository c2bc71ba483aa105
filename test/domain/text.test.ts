import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { Day, Instant, Name, Slug, Text, Title } from "#domain/text.ts";
import { fits } from "./given.ts";

const name = "Sở Văn hóa, Thể thao và Du lịch tỉnh Hà Giang";

test.for([
  ["decomposed", name.normalize("NFD"), name],
  ["with the tone mark typed by itself", "Ho\u0300a Bi\u0300nh", "Hòa Bình"],
  ["with spaces at its ends", `  ${name} `, name],
  ["with spaces doubled inside", "Sở   Văn  hóa", "Sở Văn hóa"],
] as const)("a name typed %s is the same name", ([, typed, kept]) => {
  expect(z.parse(Name, typed)).toBe(kept);
  expect(z.parse(Title, typed)).toBe(kept);
});

test("whatever is taken stays as it is when it is typed again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (typed) => {
      const { data } = z.safeParse(Name, typed);
      if (data !== undefined) expect(z.parse(Name, data)).toBe(data);
      if (data !== undefined) expect(data).toBe(data.normalize("NFC"));
    }),
  );
});

test.for([
  ["a right-to-left mark", "Sở\u200f Văn hóa"],
  ["a right-to-left override", "Sở \u202eaóh năV"],
  ["an isolate", "Sở \u2067Văn hóa"],
  ["a zero-width space", "Sở\u200bVăn hóa"],
  ["a zero-width joiner", "Sở\u200dVăn hóa"],
  ["a soft hyphen", "Sở\u00adVăn hóa"],
  ["a byte order mark inside", "Sở\ufeffVăn hóa"],
  ["a null", "Sở\u0000Văn hóa"],
  ["a line break", "Sở\nVăn hóa"],
  ["a tab", "Sở\tVăn hóa"],
  ["a line separator", "Sở\u2028Văn hóa"],
  ["a mark of private use", "Sở\ue000Văn hóa"],
  ["a mark that is not assigned", "Sở\u0378Văn hóa"],
  ["a smiling face", "Sở Văn hóa 😀"],
  ["a family", "Sở Văn hóa 👨‍👩‍👧"],
  ["a heart", "Sở Văn hóa ❤"],
  ["nothing at all", ""],
  ["spaces alone", "   "],
  ["5,000 characters", "a".repeat(5000)],
  ["a number", 5],
] as const)("neither a name nor a title has %s", ([, typed]) => {
  expect(fits(Name, typed)).toBe(false);
  expect(fits(Title, typed)).toBe(false);
});

test.for([
  ["name", Name, 200],
  ["title", Title, 1000],
  ["text", Text, 10_000],
] as const)("a %s is as long as it may be and no longer, counted as it is kept", ([, schema, most]) => {
  expect(fits(schema, "ố".repeat(most))).toBe(true);
  expect(fits(schema, ` ${"ố".normalize("NFD").repeat(most)} `)).toBe(true);
  expect(fits(schema, "ố".repeat(most + 1))).toBe(false);
});

test.for([
  name,
  "Ủy ban MTTQ Việt Nam",
  "Cụm thi đua số 4 (2026)",
  "2145/QĐ-UBND",
  "Đắk Lắk",
  "H'Mông – Ê Đê",
])("%s is taken as it is", (typed) => {
  expect(z.parse(Name, typed)).toBe(typed);
});

test("a text has lines, and else nothing hidden", () => {
  expect(z.parse(Text, " Dòng một\n\tdòng hai\n")).toBe("Dòng một\n\tdòng hai");
  expect(z.parse(Text, "Thiếu văn bản".normalize("NFD"))).toBe("Thiếu văn bản");
  for (const typed of ["a\u202eb", "a\u200fb", "a\rb", "a\u0000b", "\n \n"])
    expect(fits(Text, typed)).toBe(false);
});

test.for([
  ["lang-son", true],
  ["cum-4", true],
  ["a", true],
  ["4", true],
  ["a".repeat(40), true],
  ["a".repeat(41), false],
  ["", false],
  ["Lang-son", false],
  ["lạng-sơn", false],
  ["lang_son", false],
  ["-lang", false],
  ["lang-", false],
  ["lang--son", false],
  ["lang son", false],
  ["lang#son", false],
  ["lang-son\n", false],
] as const)("%j is an id: %s", ([id, isOne]) => {
  expect(fits(Slug, id)).toBe(isOne);
});

test("instants are in UTC to the millisecond, days are days of the calendar", () => {
  expect(fits(Instant, "2026-12-20T10:00:00.000Z")).toBe(true);
  for (const no of [
    "2026-12-20T10:00:00Z",
    "2026-12-20T10:00:00.0000Z",
    "2026-12-20T10:00:00.000+07:00",
    "2026-12-20",
  ])
    expect(fits(Instant, no)).toBe(false);
  expect(fits(Day, "2028-02-29")).toBe(true);
  for (const no of ["2026-02-29", "2026-2-1", "01/02/2026", "2026-13-01"]) expect(fits(Day, no)).toBe(false);
});
