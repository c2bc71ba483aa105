import { expect, test } from "vitest";
import { markOf } from "#domain/mark.ts";
import { addressOfPage, fileIn, fileOf, homeOf, pageLanguages, pageNamed } from "#domain/public-address.ts";
import { codeOf, decided, expectFree, type Publication, stateOf } from "#domain/publication.ts";
import { refusal } from "./given.ts";

const hand = { by: "an", at: "2027-04-02T01:00:00.000Z" };
const was: Publication = {
  year: 2026,
  page: "cluster-cum-4",
  title: "Cụm 4",
  parts: { members: hand, results: hand },
  totals: false,
  site: "https://thi-dua.example",
  digest: "d1",
  written: "d1",
  ...hand,
};

test("a decision's number is the same however it is typed", () => {
  for (const typed of ["412/QĐ-BVHTTDL", "412/QD-BVHTTDL", " 412 qđ bvhttdl ", "412-Q\u0110-BVHTTDL"])
    expect(markOf(typed)).toBe("412-qd-bvhttdl");
  expect(markOf("7k2q m9xd")).toBe(markOf("7K2Q-M9XD"));
  expect(markOf("///")).toBe("");
});

test("a code is eight characters that are not taken for one another, the same for the same award", () => {
  const digest = "0f".repeat(32);
  expect(codeOf(digest)).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
  expect(codeOf(digest)).toBe(codeOf(digest));
});

test("each page has a file of its own in each language, and its name leads back to the page", () => {
  const pages = ["honours", "cluster-cum-4", "cluster-honours", "cluster-en", "movement-cum-4--ke-sach"];
  for (const page of pages)
    for (const language of pageLanguages)
      expect(pageNamed(`${fileIn(language, fileOf(2026, page))}.html`)).toEqual({
        language,
        year: 2026,
        page,
      });
  for (const file of ["index.html", "check.html", "sitemap.xml", "2026.cum-4.ab12.png"])
    expect(pageNamed(file)).toEqual({ language: "vi" });
  expect(pageNamed("lo.html")).toEqual({ language: "lo" });
  const files = pages.flatMap((page) =>
    pageLanguages.map((language) => fileIn(language, fileOf(2026, page))),
  );
  expect(new Set(files).size).toBe(files.length);
});

test("Vietnamese has the plain address; the other languages stand before the year", () => {
  expect(addressOfPage("vhttdl", 2026, "movement-cum-4--ke-sach")).toBe("/c/vhttdl/2026/cum-4/ke-sach");
  expect(addressOfPage("vhttdl", 2026, "cluster-cum-4", "lo")).toBe("/c/vhttdl/lo/2026/cum-4");
  expect([homeOf("vhttdl", "vi"), homeOf("vhttdl", "en")]).toEqual(["/c/vhttdl", "/c/vhttdl/en"]);
});

test("what is out, what is not, and what was cut off are told apart", () => {
  expect(stateOf(was)).toBe("out");
  expect(stateOf({ ...was, digest: "", written: "" })).toBe("withdrawn");
  expect(stateOf({ ...was, digest: "", written: "d1" })).toBe("unfinished");
  expect(stateOf({ ...was, digest: "d2" })).toBe("unfinished");
});

test("a part keeps the hand that let it out; points beside ranks are a new decision", () => {
  const later = { by: "binh", at: "2027-05-02T01:00:00.000Z" };
  expect(decided(was, { parts: ["members", "heads"], totals: false }, later)).toEqual({
    members: hand,
    heads: later,
  });
  expect(decided(was, { parts: ["results"], totals: true }, later)).toEqual({ results: later });
});

test("another hand waits for whoever is writing, and for nobody else", () => {
  const writing = { ...was, digest: "d2" };
  const before = "2027-04-02T00:59:59.000Z";
  const after = "2027-04-02T01:00:01.000Z";
  expect(() => expectFree(writing, "d3", before)).toThrow(refusal("publication/under-way"));
  expectFree(writing, "d2", before);
  expectFree(writing, "d3", after);
  expectFree(was, "d3", before);
  expectFree(undefined, "d3", before);
});
