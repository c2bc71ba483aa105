import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { api } from "#api";
import type { Covenant } from "#domain/covenant.ts";
import { client } from "#lib/client.ts";
import { CovenantDraft } from "../../web/src/pages/covenant/covenant-draft.svelte.ts";
import { rowsFrom } from "../../web/src/pages/covenant/pasted.ts";
import { faultsOf } from "../../web/src/pages/covenant/typed.ts";
import { newDevice } from "./post-office.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const at = { year: 2026, cluster: "cum-4" };
const villages = { text: "Thôn văn hóa", measure: "%", value: 85 };
type Text = Pick<Covenant, "motto" | "text" | "targets">;

/** The other end of the wire: one covenant, written over only by whoever wrote on from it. */
function anOffice(first?: Text) {
  let no = 0;
  let stored: Covenant | undefined;
  const keep = (text: Text, by: string) => {
    no += 1;
    stored = { ...at, ...text, digest: String(no), by, at: "2026-03-02T01:00:00.000Z" };
    return stored;
  };
  if (first) keep(first, "hung");
  const { rotation } = client(api, async (_path, init) => {
    if (init.method === "GET")
      return Response.json({ ...(stored && { covenant: stored }), signatures: [], fallen: [], reached: [] });
    const { was, ...text } = JSON.parse(String(init.body));
    if (was !== (stored?.digest ?? null))
      return Response.json({ code: "covenant/changed-meanwhile" }, { status: 409 });
    return Response.json(keep(text, "lan"));
  });
  const device = newDevice();
  const open = () =>
    new CovenantDraft({
      at,
      owner: "vhttdl:lan",
      covenant: stored,
      device,
      call: rotation,
      typed: (number) => String(number).replace(".", ","),
    });
  return {
    open,
    other: (text: Text) => keep(text, "hung"),
    get stored() {
      return stored;
    },
  };
}
const paused = () => vi.advanceTimersByTimeAsync(900);

test("what is typed is stored after a pause, and a line that says nothing is left out", async () => {
  const office = anOffice();
  const draft = office.open();
  draft.motto = "Đoàn kết";
  draft.touch("motto");
  draft.add([{ text: "Thôn văn hóa", measure: "%", value: "85,5", byUnit: { "ha-giang": "90" } }]);
  draft.add();
  await paused();
  expect(office.stored).toMatchObject({
    motto: "Đoàn kết",
    targets: [{ text: "Thôn văn hóa", measure: "%", value: 85.5, byUnit: { "ha-giang": 90 } }],
  });
  expect(draft.rows).toHaveLength(2);
  expect(draft.outbox.state).toBe("stored");
});

test("a figure that is none yet holds its part back and nothing else", async () => {
  const office = anOffice({ targets: [villages] });
  const draft = office.open();
  const [row] = draft.rows;
  if (row) row.value = "tám lăm";
  draft.touch("targets");
  draft.text = "Cam kết";
  draft.touch("text");
  await paused();
  expect(office.stored).toMatchObject({ text: "Cam kết", targets: [villages] });
  expect(draft.rows[0]?.value).toBe("tám lăm");
  expect(faultsOf(draft.rows[0] as never)).toEqual([{ why: "no-number", text: "tám lăm" }]);
});

test("two at once lose nothing: what does not touch is put together, and they are told", async () => {
  const office = anOffice({ motto: "Đoàn kết", targets: [villages] });
  const draft = office.open();
  office.other({ motto: "Đoàn kết, sáng tạo", targets: [villages, { text: "Của anh Hưng" }] });
  draft.add([{ text: "Của chị Lan", measure: "", value: "", byUnit: {} }]);
  await paused();
  expect(office.stored).toMatchObject({
    motto: "Đoàn kết, sáng tạo",
    targets: [villages, { text: "Của anh Hưng" }, { text: "Của chị Lan" }],
  });
  expect(draft.motto).toBe("Đoàn kết, sáng tạo");
  expect(draft.rows.map(({ text }) => text)).toEqual(["Thôn văn hóa", "Của anh Hưng", "Của chị Lan"]);
  expect(draft.mergedWith).toBe("hung");
});

test.for([
  ["mine", "Của chị Lan"],
  ["theirs", "Của anh Hưng"],
] as const)("what both changed waits for a choice, and is then %s", async ([which, motto]) => {
  const office = anOffice({ motto: "Đoàn kết", targets: [] });
  const draft = office.open();
  office.other({ motto: "Của anh Hưng", targets: [] });
  draft.motto = "Của chị Lan";
  draft.touch("motto");
  await paused();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(draft.clashes).toEqual(["motto"]);
  expect(office.stored?.motto).toBe("Của anh Hưng");
  expect(draft.motto).toBe("Của chị Lan");
  draft.choose("motto", which);
  await paused();
  expect([office.stored?.motto, draft.motto, draft.outbox.count]).toEqual([motto, motto, 0]);
  expect(draft.clashes).toEqual([]);
});

test("what a closed page left goes on from where it was, and a clash is found again", async () => {
  const office = anOffice({ motto: "Đoàn kết", targets: [] });
  const before = office.open();
  office.other({ motto: "Của anh Hưng", targets: [] });
  before.motto = "Của chị Lan";
  before.touch("motto");
  await paused();
  const after = office.open();
  await after.restore();
  expect(after.motto).toBe("Của chị Lan");
  await paused();
  expect(after.clashes).toEqual(["motto"]);
});

test("typing on while it is sent goes on from what was sent", async () => {
  const office = anOffice({ targets: [villages] });
  const draft = office.open();
  draft.add([{ text: "Một", measure: "", value: "", byUnit: {} }]);
  const sending = draft.outbox.flush();
  draft.add([{ text: "Hai", measure: "", value: "", byUnit: {} }]);
  await sending;
  await paused();
  expect(office.stored?.targets.map(({ text }) => text)).toEqual(["Thôn văn hóa", "Một", "Hai"]);
  expect(draft.clashes).toEqual([]);
});

test("targets are pasted from a table, with units' own figures under their names", () => {
  const units = new Map([
    ["ha giang", "ha-giang"],
    ["cao bang", "cao-bang"],
  ]);
  const table = "STT\tNội dung\tĐVT\tHà Giang\tCao Bằng\n1\tThôn văn hóa\t%\t92,5\t\n2\tKhông đơn thư\t\t\t";
  expect(rowsFrom(table, units)).toEqual([
    { text: "Thôn văn hóa", measure: "%", value: "", byUnit: { "ha-giang": "92,5" } },
    { text: "Không đơn thư", measure: "", value: "", byUnit: {} },
  ]);
  expect(rowsFrom("Thôn văn hóa\t%\t85", units)).toEqual([
    { text: "Thôn văn hóa", measure: "%", value: "85", byUnit: {} },
  ]);
});
