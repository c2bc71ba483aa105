import { describe, expect, test } from "vitest";
import {
  addFile,
  type Evidence,
  expectOpen,
  filesOf,
  isProven,
  judge,
  removeFile,
} from "#domain/evidence.ts";
import type { File } from "#domain/file.ts";
import { blankSheet, type Sheet } from "#domain/sheet.ts";
import { refusal, tableWith } from "./given.ts";

const lines = 15;
const table = tableWith(...Array(lines).fill({ way: "judged", max: 10 }));
const at = { year: 2026, cluster: "cum-4", unit: "ha-giang" };
const author = { by: "an", at: "2026-12-10T01:00:00.000Z" };
const file = (id: string, line = "1.1", since = 1): File => ({
  file: id,
  line,
  type: "image/jpeg",
  size: 1000,
  since,
  ...author,
});
const none: Evidence = { ...at, lines: {} };
const withAll = (files: File[]) => files.reduce((evidence, each) => addFile(evidence, each, table), none);

test("a line is proven by a paper or by a file, and no longer once the file has gone", () => {
  expect(isProven(undefined, "1.1")).toBe(false);
  expect(isProven({ ...none, lines: { "1.1": [{ number: "1/BC" }] } }, "1.1")).toBe(true);
  const one = withAll([file("a")]);
  expect([isProven(one, "1.1"), isProven(one, "1.2")]).toEqual([true, false]);
  expect(isProven(removeFile(one, "a", 1).evidence, "1.1")).toBe(false);
});

test("a sheet holds a hundred and twenty files, ten of them on a line", () => {
  const full = Array.from({ length: 120 }, (_, no) => file(`f-${no}`, `1.${Math.floor(no / 10) + 1}`));
  const evidence = withAll(full);
  expect(() => addFile(evidence, file("x", "1.1"), table)).toThrow(
    refusal("evidence/too-many", { line: "1.1" }),
  );
  expect(() => addFile(evidence, file("x", "1.13"), table)).toThrow(
    refusal("evidence/too-many", { most: 120 }),
  );
  expect(addFile(evidence, file("f-0"), table)).toBe(evidence);
});

test("what came with a version that was handed in stays with it; what came after it goes", () => {
  const evidence = withAll([file("old", "1.1", 1), file("new", "1.1", 2)]);
  const kept = removeFile(evidence, "old", 2);
  expect(kept).toMatchObject({
    gone: false,
    evidence: { files: [{ file: "new" }, { file: "old", until: 2 }] },
  });
  expect(filesOf(kept.evidence).map((each) => each.file)).toEqual(["new"]);
  expect(removeFile(evidence, "new", 2)).toMatchObject({
    gone: true,
    evidence: { files: [{ file: "old" }] },
  });
  expect(() => removeFile(kept.evidence, "old", 2)).toThrow(refusal("evidence/unknown"));
});

describe("in review", () => {
  const submitted: Sheet = { ...blankSheet(at), sealed: author };
  const evidence = withAll([file("a"), file("b", "1.2")]);
  const returned = judge(evidence, { line: "1.1", piece: "a", outcome: "returned", reason: "Mờ" }, author);
  const open =
    (sheet: Sheet, found: Evidence, ...asked: string[]) =>
    () =>
      expectOpen(sheet, found, { lines: asked, phase: "review" });

  test("evidence may follow where a piece was returned, on that line alone, until the sheet is final", () => {
    expect(open(submitted, evidence, "1.1")).toThrow(refusal("sheet/submitted"));
    open(submitted, returned, "1.1")();
    expect(open(submitted, returned, "1.1", "1.2")).toThrow(refusal("sheet/submitted"));
    // 1.1 is not asked for because 1.10 is.
    const other = judge(
      withAll([file("a", "1.10")]),
      { line: "1.10", piece: "a", outcome: "returned", reason: "Mờ" },
      author,
    );
    expect(open(submitted, other, "1.1")).toThrow(refusal("sheet/submitted"));
    const final: Sheet = { ...submitted, stage: "review" };
    expect(open(final, returned, "1.1")).toThrow(refusal("phase/not-now"));
  });

  test("the last word on a piece counts", () => {
    const accepted = judge(returned, { line: "1.1", piece: "a", outcome: "accepted" }, author);
    expect(accepted.verdicts).toEqual({ "1.1 a": { outcome: "accepted", ...author } });
    expect(open(submitted, accepted, "1.1")).toThrow(refusal("sheet/submitted"));
  });
});
