import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { api } from "#api";
import { expectSeen, expectSound, type Scheme } from "#domain/scheme.ts";
import { client } from "#lib/client.ts";
import { Refusal } from "#lib/refusal.ts";
import { tableFrom } from "../../web/src/pages/scheme/document.ts";
import { change, split } from "../../web/src/pages/scheme/outline.ts";
import { SchemeDraft } from "../../web/src/pages/scheme/scheme-draft.svelte.ts";
import { typedFrom } from "../../web/src/pages/scheme/typed.ts";
import { newDevice } from "./post-office.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());
const paused = () => vi.advanceTimersByTimeAsync(1_200);

const at = { year: 2026, scheme: "bang-tieu-chi" };
const table: Scheme["table"] = {
  total: 20,
  groups: [
    {
      code: "I",
      title: "Chuyên môn",
      criteria: [
        { code: "1.1", title: "Kế hoạch", way: { way: "judged", max: 10 } },
        {
          code: "1.2",
          title: "Thôn văn hóa",
          way: {
            way: "steps",
            of: "rate",
            steps: [
              { from: 80, points: 10 },
              { from: 0, points: 4 },
            ],
          },
        },
      ],
    },
  ],
  bonus: [],
  deductions: [],
};

/** The other end of the wire, by the rules of the server: one table of one year. */
class Shelf {
  last: Scheme | undefined = {
    ...at,
    no: 1,
    title: "Bảng tiêu chí 2026",
    table,
    saved: { by: "ha", at: "2026-11-21T02:00:00.000Z", times: 1 },
  };
  isReachable = true;
  /** The next answer is lost on its way, though what was asked is done. */
  losesAnswer = false;
  saved = 0;

  readonly call = client(api, async (path, init) => {
    if (!this.isReachable) throw new Refusal(0, "network/lost");
    try {
      if (init.method === "GET") return Response.json(this.last);
      if (path.endsWith("/publication")) return Response.json(this.#publish());
      const { seen, ...body } = JSON.parse(String(init.body));
      expectSeen(this.last, seen);
      this.write("ha", body);
      if (this.losesAnswer) {
        this.losesAnswer = false;
        throw new Refusal(0, "network/lost");
      }
      return Response.json({ scheme: this.last, warnings: [] });
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 0) throw error;
      return Response.json({ code: error.code, about: error.about }, { status: error.status });
    }
  }).scoring;

  write(by: string, body: Pick<Scheme, "title" | "table">) {
    const was = this.last?.published ? undefined : this.last;
    const no = was?.no ?? (this.last?.no ?? 0) + 1;
    const times = (was?.saved?.times ?? 0) + 1;
    this.last = { ...at, ...body, no, saved: { by, at: new Date(Date.now()).toISOString(), times } };
    this.saved += 1;
  }

  #publish() {
    if (!this.last) throw new Refusal(404, "scheme/unknown");
    expectSound(this.last.table);
    this.last = { ...this.last, published: { by: "ha", at: new Date(Date.now()).toISOString() } };
    return this.last;
  }
}

const opened = async (shelf: Shelf, device = newDevice()) => {
  const draft = new SchemeDraft({ at, last: shelf.last, device, call: shelf.call, owner: "vhttdl:ha" });
  await draft.restore();
  return draft;
};
const idOf = (draft: SchemeDraft, code: string) =>
  draft.written.rows.find((row) => row.code === code)?.id ?? 0;
const type = (draft: SchemeDraft, code: string, changes: object) =>
  draft.write(
    { rows: change(draft.written.rows, idOf(draft, code), changes) },
    `${code} ${Object.keys(changes)}`,
  );

test("what is typed is stored after a pause, as the table it says", async () => {
  const shelf = new Shelf();
  const draft = await opened(shelf);
  type(draft, "1.1", { points: "7,5" });
  expect(draft.sum).toBe(17.5);
  await paused();
  expect(draft.outbox.state).toBe("stored");
  expect(shelf.last?.table.groups[0]?.criteria[0]?.way).toEqual({ way: "judged", max: 7.5 });
  expect(shelf.last?.saved?.times).toBe(2);
});

test("a table goes through the fields and back unchanged", () => {
  const rich: Scheme["table"] = {
    groups: [
      {
        code: "1",
        criteria: [
          { code: "a", way: { way: "ratio", max: 10, uncapped: true }, agency: "so-tai-chinh" },
          { code: "b", way: { way: "plus-minus", plus: 1, minus: 0.5, min: -5, max: 5 }, by: "clerk" },
          { code: "c", way: { way: "target-and-leader", max: 12.25 } },
          { code: "d", way: { way: "share-of-best", max: 1 } },
          { code: "e", way: { way: "yes-no", points: 8 } },
        ],
      },
    ],
    bonus: [
      { code: "T", title: "Mô hình", way: { way: "per-time", points: 2, limit: 10 }, aboveTotal: true },
    ],
    deductions: [{ code: "P", points: 8, by: "clerk" }],
  };
  expect(tableFrom({ rows: typedFrom(rich), total: "", bands: [] })).toEqual(rich);
  expect(tableFrom({ rows: typedFrom(table), total: "20", bands: [] })).toEqual(table);
});

test("a figure that is none keeps the table on this device and is told beside its line", async () => {
  const shelf = new Shelf();
  const device = newDevice();
  const draft = await opened(shelf, device);
  type(draft, "1.1", { points: "bảy" });
  await paused();
  expect([shelf.saved, draft.outbox.state, draft.isWhole]).toEqual([0, "here", false]);
  expect(draft.flawed).toEqual([idOf(draft, "1.1")]);
  const again = await opened(shelf, device);
  expect(again.written.rows.find(({ code }) => code === "1.1")?.points).toBe("bảy");
  type(again, "1.1", { points: "7" });
  await paused();
  expect(shelf.saved).toBe(1);
});

test("a blank line is no fault: it is left out until something stands in it", async () => {
  const shelf = new Shelf();
  const draft = await opened(shelf);
  const below = split(draft.written.rows, idOf(draft, "1.2"), 99);
  draft.write({ rows: below.rows });
  await paused();
  expect(draft.flawed).toEqual([]);
  expect(shelf.last?.table).toEqual(table);
  draft.write({ rows: change(draft.written.rows, below.id, { title: "Báo cáo" }) });
  await paused();
  expect(shelf.last?.table.groups[0]?.criteria[2]).toEqual({
    code: "1.3",
    title: "Báo cáo",
    way: { way: "judged", max: 0 },
  });
  expect(draft.notesOn(draft.written.rows[3] as never)).toEqual([
    { line: "1.3", warning: "no-points", at: 0 },
  ]);
});

test("the rules speak while one types: a code twice, two steps from one value, a sum that differs", async () => {
  const draft = await opened(new Shelf());
  expect(draft.isWhole).toBe(true);
  type(draft, "1.2", { code: "1.1" });
  expect(draft.flaws).toContainEqual({ flaw: "code-twice", line: "1.1" });
  expect(draft.flawed).toHaveLength(2);
  draft.undo();
  type(draft, "1.2", {
    steps: [
      { from: "80", points: "10" },
      { from: "80", points: "4" },
    ],
  });
  expect(draft.notesOn(draft.written.rows[2] as never)).toContainEqual({
    flaw: "steps-overlap",
    line: "1.2",
    from: 80,
  });
  expect(draft.notesOn(draft.written.rows[2] as never)).toContainEqual({
    line: "1.2",
    warning: "no-step-below",
    at: 80,
  });
  draft.undo();
  draft.write({ total: "30" }, "total");
  expect(draft.flaws).toEqual([{ flaw: "total-differs", total: 30, sum: 20 }]);
  expect(draft.isWhole).toBe(false);
});

test("a word typed is one step back; a pause or another field begins the next", async () => {
  const draft = await opened(new Shelf());
  const title = () => draft.written.rows[1]?.title;
  for (const word of ["K", "Kế", "Kế h"]) type(draft, "1.1", { title: word });
  await paused();
  await vi.advanceTimersByTimeAsync(2_000);
  type(draft, "1.1", { title: "Kế hoạch năm" });
  type(draft, "1.1", { points: "9" });
  draft.undo();
  expect([draft.written.rows[1]?.points, title()]).toEqual(["10", "Kế hoạch năm"]);
  draft.undo();
  expect(title()).toBe("Kế h");
  draft.undo();
  expect([title(), draft.canUndo]).toEqual(["Kế hoạch", false]);
  draft.redo();
  expect([title(), draft.canRedo]).toEqual(["Kế h", true]);
  type(draft, "1.1", { title: "Khác" });
  expect(draft.canRedo).toBe(false);
});

test("two clerks at once: the second is shown what differs, and nothing of either is lost", async () => {
  const shelf = new Shelf();
  const draft = await opened(shelf);
  shelf.write("minh", {
    title: "Bảng tiêu chí 2026",
    table: {
      ...table,
      total: 20,
      bonus: [{ code: "T1", title: "Của Minh", way: { way: "judged", max: 1 }, aboveTotal: true }],
    },
  });
  type(draft, "1.1", { title: "Của Hà" });
  await paused();
  expect(draft.conflict?.theirs.saved?.by).toBe("minh");
  expect(draft.conflict?.changes.map(({ what }) => what)).toEqual(["changed", "removed"]);
  expect([shelf.saved, draft.written.rows[1]?.title]).toEqual([1, "Của Hà"]);

  draft.keep("theirs");
  expect(draft.written.rows.map(({ title }) => title)).toContain("Của Minh");
  expect([draft.conflict, draft.outbox.count]).toEqual([undefined, 0]);
  draft.undo();
  expect(draft.written.rows[1]?.title).toBe("Của Hà");
  await paused();
  expect([shelf.saved, shelf.last?.table.groups[0]?.criteria[0]?.title]).toEqual([2, "Của Hà"]);
});

test("who keeps their own writes over what they have now seen", async () => {
  const shelf = new Shelf();
  const draft = await opened(shelf);
  shelf.write("minh", { title: "Tên của Minh", table });
  type(draft, "1.1", { title: "Của Hà" });
  await paused();
  draft.keep("mine");
  await paused();
  expect([shelf.last?.title, shelf.last?.saved?.by]).toEqual(["Bảng tiêu chí 2026", "ha"]);
  draft.undo();
  expect(draft.written.title).toBe("Tên của Minh");
});

test("an answer that was lost is no second clerk", async () => {
  const shelf = new Shelf();
  const draft = await opened(shelf);
  shelf.losesAnswer = true;
  type(draft, "1.1", { title: "Một" });
  await paused();
  expect([shelf.saved, draft.outbox.state]).toEqual([1, "offline"]);
  type(draft, "1.1", { title: "Một hai" });
  await vi.advanceTimersByTimeAsync(6_000);
  expect(draft.conflict).toBeUndefined();
  expect([draft.outbox.state, shelf.last?.table.groups[0]?.criteria[0]?.title]).toEqual([
    "stored",
    "Một hai",
  ]);
});

test("what was typed without network goes out when it is back, also from a page opened anew", async () => {
  const shelf = new Shelf();
  const device = newDevice();
  const draft = await opened(shelf, device);
  shelf.isReachable = false;
  type(draft, "1.1", { title: "Ở xa" });
  draft.settle();
  draft.outbox.stop();
  await paused();
  expect(shelf.saved).toBe(0);
  shelf.isReachable = true;
  await opened(shelf, device);
  await paused();
  expect(shelf.last?.table.groups[0]?.criteria[0]?.title).toBe("Ở xa");
});

test("publishing sends first what was just typed, and the next change begins the next version", async () => {
  const shelf = new Shelf();
  const draft = await opened(shelf);
  type(draft, "1.1", { title: "Chốt" });
  await draft.publish();
  expect(shelf.last).toMatchObject({ no: 1, published: { by: "ha" } });
  expect(shelf.last?.table.groups[0]?.criteria[0]?.title).toBe("Chốt");
  type(draft, "1.1", { title: "Sửa sau" });
  await paused();
  expect(shelf.last).toMatchObject({ no: 2, saved: { times: 1 } });
  expect(draft.conflict).toBeUndefined();
});

test("what another clerk wrote unseen is not published under the eyes of one who saw something else", async () => {
  const shelf = new Shelf();
  const draft = await opened(shelf);
  shelf.write("minh", { title: "Tên của Minh", table });
  await expect(draft.publish()).rejects.toMatchObject({ code: "scheme/changed-meanwhile" });
  expect([shelf.last?.published, draft.conflict?.theirs.title]).toEqual([undefined, "Tên của Minh"]);
  draft.keep("theirs");
  await draft.publish();
  expect(shelf.last).toMatchObject({ title: "Tên của Minh", published: { by: "ha" } });
});
