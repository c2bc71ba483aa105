import { beforeAll, expect, test } from "vitest";
import { type Caller, found } from "../world.ts";

let clerk: Caller;
beforeAll(async () => {
  clerk = await found("tinh-dong");
});

const rows = 5_000;
const long = "Ủy ban nhân dân xã có tên gọi thật dài để một dòng nặng như ngoài đời, thuộc huyện số";
const csv = (of: (no: number) => string, head: string) =>
  [head, ...Array.from({ length: rows }, (_, at) => of(at + 1))].join("\r\n");

/** Until it is seen; each answer tells how far it is. */
async function apply(id: string) {
  const told: number[] = [];
  for (let state = "staged"; state !== "current"; ) {
    const progress = await clerk.units.applyImport({ import: id });
    told.push(progress.done);
    ({ state } = progress);
  }
  return told;
}

test("five thousand units with long names come in by one file, and the people of them find their units by name", {
  timeout: 180_000,
}, async () => {
  const units = csv((no) => `xa-${no};${long} ${no}`, "Mã;Tên");
  await clerk.units.stageImport({ import: "xa", body: { kind: "units", csv: units } });
  const told = await apply("xa");
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.at(-1)).toBe(rows);
  expect(await clerk.units.listUnits({})).toHaveLength(rows);

  const people = csv(
    (no) => `can-bo-${no};Nguyễn Thị Hồng ${no};Cán bộ chấm điểm;${long} ${no}`,
    "Mã;Họ tên;Vai trò;Đơn vị",
  );
  expect(people.length).toBeGreaterThan(500_000);
  const tried = await clerk.units.stageImport({
    import: "nguoi",
    body: { kind: "people", csv: people, only: "try" },
  });
  expect(tried).toEqual({ count: rows, kept: 0, faults: [] });
});

test("a table of four megabytes is more than one request carries, and says so", async () => {
  await expect(
    clerk.units.stageImport({ import: "qua-lon", body: { kind: "units", csv: "x".repeat(4_000_000) } }),
  ).rejects.toMatchObject({ code: "request/too-large", about: { most: 3_000_000 } });
});
