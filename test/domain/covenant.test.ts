import { describe, expect, test } from "vitest";
import { merged, promisedBy, type Signature, signaturesUnder } from "#domain/covenant.ts";

const [villages, letters] = [{ text: "Thôn văn hóa", value: 85 }, { text: "Không đơn thư vượt cấp" }];
const base = { motto: "Đoàn kết", text: "Các đơn vị cam kết.", targets: [villages, letters] };

describe("two who wrote on from the same covenant", () => {
  test("keep what only one of them changed", () => {
    const mine = { ...base, motto: "Đoàn kết, sáng tạo" };
    const theirs = { ...base, text: "Các đơn vị cùng cam kết." };
    expect(merged(base, mine, theirs)).toEqual({
      draft: { ...base, motto: "Đoàn kết, sáng tạo", text: "Các đơn vị cùng cam kết." },
      clashes: [],
    });
  });

  test("keep both new targets, and both changes to different ones", () => {
    const mine = { ...base, targets: [{ ...villages, value: 90 }, letters, { text: "Của tôi" }] };
    const theirs = { ...base, targets: [villages, { ...letters, measure: "đơn" }, { text: "Của họ" }] };
    const { draft, clashes } = merged(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(draft.targets).toEqual([
      { ...villages, value: 90 },
      { ...letters, measure: "đơn" },
      { text: "Của họ" },
      { text: "Của tôi" },
    ]);
  });

  test("clash where both changed the same thing, and neither is taken in silence", () => {
    const mine = { ...base, motto: "Một", targets: [{ ...villages, value: 90 }, letters] };
    const theirs = { ...base, motto: "Hai", targets: [{ ...villages, value: 95 }, letters] };
    const { draft, clashes } = merged(base, mine, theirs);
    expect(clashes).toEqual(["motto", "targets"]);
    expect(draft).toEqual(mine);
  });

  test("clash where one took a target away and the other changed one", () => {
    const mine = { ...base, targets: [letters] };
    const theirs = { ...base, targets: [villages, { text: "Khác" }] };
    expect(merged(base, mine, theirs).clashes).toEqual(["targets"]);
    expect(merged(base, mine, base)).toEqual({ draft: mine, clashes: [] });
  });

  test("do not clash where they wrote the same", () => {
    const same = { ...base, motto: "Cùng một ý" };
    expect(merged(base, same, { ...same })).toEqual({ draft: same, clashes: [] });
  });

  test("may take a motto away", () => {
    const { motto: _gone, ...without } = base;
    expect(merged(base, without, base)).toEqual({ draft: without, clashes: [] });
  });
});

test("a unit's own figure goes before the common one", () => {
  const target = { text: "Thôn văn hóa", value: 85, byUnit: { "ha-giang": 92 } };
  expect(promisedBy(target, "ha-giang")).toBe(92);
  expect(promisedBy(target, "cao-bang")).toBe(85);
  expect(promisedBy({ text: "Không có số" }, "cao-bang")).toBeUndefined();
});

test("who signed an earlier text and not this one is told once, with the last time", () => {
  const sign = (unit: string, digest: string, day: number): Signature => ({
    year: 2026,
    cluster: "cum-4",
    unit,
    digest,
    by: unit,
    at: `2026-03-0${day}T00:00:00.000Z`,
  });
  const [first, second, again, other] = [
    sign("ha-giang", "a", 1),
    sign("ha-giang", "b", 2),
    sign("cao-bang", "c", 3),
    sign("cao-bang", "a", 1),
  ];
  expect(signaturesUnder("c", [second, first, again, other])).toEqual({
    signatures: [again],
    fallen: [second],
  });
});
