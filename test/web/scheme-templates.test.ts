import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { hundredthsOf } from "#domain/exact.ts";
import { flawsOf, linesOf, sumOf, Table, warningsOf } from "#domain/scheme.ts";
import { templateFrom, templates } from "../../web/src/pages/scheme/templates.ts";

/** What the lines that could be read add up to; where the source prints a total they do not meet, that is known. */
const known: Record<string, { sum: number; flaws?: string[]; warnings?: string[] }> = {
  "tw-doan-2021": { sum: 500 },
  "tw-doan-2016": { sum: 400 },
  "ban-tdkt-tphcm-2008": { sum: 90 },
  "lien-minh-htx-cum-tay-nguyen-2019": { sum: 35 },
  "hoi-nong-dan-xa-thanh-loi-2017": { sum: 11 },
  "huyen-doan-bu-dang-2015": { sum: 18 },
  "tphcm-bang-bieu-4-so-nganh-cham-quan-huyen": { sum: 0 },
  "mttq-tw-82-hd-2017": { sum: 2, flaws: ["total-differs"] },
  "mttq-tw-96-hd-2013": { sum: 3 },
};

test.for(templates)(
  "the table of $id is a valid one, with the total its source prints and known doubts",
  async (entry) => {
    const { table: written, printedTotal, source, title, seen } = await templateFrom(entry);
    const table = z.parse(Table, written);
    const expected = known[entry.id];
    expect(table.total ?? null).toBe(printedTotal);
    expect(sumOf(table)).toBe(hundredthsOf(expected?.sum ?? -1));
    expect(flawsOf(table).map(({ flaw }) => flaw)).toEqual(expected?.flaws ?? []);
    expect(warningsOf(table).map(({ warning }) => warning)).toEqual(expected?.warnings ?? []);
    expect(source).toMatchObject({ issuer: entry.issuer, url: expect.stringMatching(/^https?:/) });
    expect([source.year, printedTotal, linesOf(table).size]).toEqual([entry.year, entry.total, entry.lines]);
    expect(title && seen).toBeTruthy();
  },
);

test("each file of the catalogue is offered", () => {
  const files = readdirSync("functions/domain/catalogue/schemes").map((file) => file.replace(".json", ""));
  expect(files.toSorted()).toEqual(templates.map(({ id }) => id).toSorted());
});
