import fc from "fast-check";
import { expect, test } from "vitest";
import { type Asked, asked } from "../../web/src/pages/scheme/keys.ts";
import { renumbered } from "../../web/src/pages/scheme/numbering.ts";
import { append, level, moveTo, nudge, remove, split, turnInto } from "../../web/src/pages/scheme/outline.ts";
import { blank, type Kind, type Typed } from "../../web/src/pages/scheme/typed.ts";

const row = (id: number, kind: Kind, code: string, title = `Dòng ${code}`) =>
  blank(id, kind, { code, title });
const rows = [
  row(1, "group", "I"),
  row(2, "criterion", "1.1"),
  row(3, "criterion", "1.2"),
  row(4, "group", "II"),
  row(5, "criterion", "2.1"),
  row(6, "bonus", "T1"),
  row(7, "deduction", "P1"),
];
const codes = (all: readonly Typed[]) => all.map(({ code }) => code);
const at = (id: number) => rows.find((each) => each.id === id) as Typed;
const key = (name: string, held: object = {}) => ({
  key: name,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});
const place = (id: number, caret: number | undefined = at(id).title.length) => ({
  row: at(id),
  caret,
  isLeaving: false,
});
const codesAfter = (does: Asked) => (does && "rows" in does ? codes(does.rows) : undefined);

test("Enter makes the next line with the next code, below a group its first criterion", () => {
  expect(codesAfter(asked(rows, key("Enter"), place(3)))).toEqual([
    "I",
    "1.1",
    "1.2",
    "1.3",
    "II",
    "2.1",
    "T1",
    "P1",
  ]);
  expect(codesAfter(asked(rows, key("Enter"), place(6)))).toEqual([
    "I",
    "1.1",
    "1.2",
    "II",
    "2.1",
    "T1",
    "T2",
    "P1",
  ]);
  const [group] = rows;
  const { rows: made } = split(group ? [group] : [], 1, 99);
  expect(made.map(({ kind, code }) => [kind, code])).toEqual([
    ["group", "I"],
    ["criterion", "1.1"],
  ]);
});

test("Enter within a line takes what is behind the caret along, and at its start puts a line above", () => {
  const parted = split(rows, 2, 4).rows;
  expect(parted.slice(1, 3).map(({ title }) => title)).toEqual(["Dòng", "1.1"]);
  const above = split(rows, 2, 0);
  expect(above.rows.slice(1, 3).map(({ title }) => title)).toEqual(["", "Dòng 1.1"]);
});

test("Tab at the start of a line changes its level, elsewhere and after Esc it leaves the field", () => {
  const out = asked(rows, key("Tab", { shiftKey: true }), place(3, 0));
  expect(out && "rows" in out && out.rows[2]).toMatchObject({ kind: "group", id: 3, code: "III" });
  expect(asked(rows, key("Tab", { shiftKey: true }), place(3))).toBeUndefined();
  expect(asked(rows, key("Tab"), place(3, 0))).toBeUndefined();
  expect(asked(rows, key("Tab", { shiftKey: true }), { ...place(3, 0), isLeaving: true })).toBeUndefined();
  const into = asked(rows, key("Tab"), place(4, 0));
  expect(into && "rows" in into && into.rows[3]).toMatchObject({ kind: "criterion", code: "1.3" });
});

test("the first group stays one: criteria stand in a group always", () => {
  expect(level(rows, 1, "in")).toBe(rows);
  expect(remove(rows, 1)).toBe(rows);
  expect(codes(remove(rows, 4))).toEqual(["I", "1.1", "1.2", "2.1", "T1", "P1"]);
});

test("Backspace on a blank line takes it away, on a written one it is the browser's", () => {
  const blanks = rows.map((each) => (each.id === 3 ? { ...each, title: "" } : each));
  const does = asked(blanks, key("Backspace"), { row: blanks[2] as Typed, caret: 0, isLeaving: false });
  expect(codesAfter(does)).toEqual(["I", "1.1", "II", "2.1", "T1", "P1"]);
  expect(does).toMatchObject({ to: 2, caret: "end" });
  expect(asked(rows, key("Backspace"), place(3, 0))).toBeUndefined();
});

test("Alt and an arrow move a line past a group's head, and a group with all its lines", () => {
  expect(codesAfter(asked(rows, key("ArrowDown", { altKey: true }), place(3)))).toEqual([
    "I",
    "1.1",
    "II",
    "1.2",
    "2.1",
    "T1",
    "P1",
  ]);
  expect(codes(nudge(rows, 4, -1))).toEqual(["II", "2.1", "I", "1.1", "1.2", "T1", "P1"]);
  expect(codes(nudge(rows, 1, 1))).toEqual(["II", "2.1", "I", "1.1", "1.2", "T1", "P1"]);
  for (const [id, by] of [
    [1, -1],
    [4, 1],
    [2, -1],
    [5, 1],
    [6, 1],
    [7, -1],
  ] as const)
    expect(nudge(rows, id, by)).toBe(rows);
});

test("arrows go from line to line at the edges of the text only", () => {
  expect(asked(rows, key("ArrowDown"), place(2))).toEqual({ go: 3, caret: "end" });
  expect(asked(rows, key("ArrowUp"), place(2, 0))).toEqual({ go: 1, caret: "end" });
  expect(asked(rows, key("ArrowDown"), place(2, 1))).toBeUndefined();
  expect(asked(rows, key("z", { ctrlKey: true }), place(2))).toBeUndefined();
});

test("a dragged line goes to where it is let go, never out of its part", () => {
  expect(codes(moveTo(rows, 2, 5))).toEqual(["I", "1.2", "II", "2.1", "1.1", "T1", "P1"]);
  expect(codes(moveTo(rows, 5, 2))).toEqual(["I", "2.1", "1.1", "1.2", "II", "T1", "P1"]);
  expect(codes(moveTo(rows, 4, 1))).toEqual(["II", "2.1", "I", "1.1", "1.2", "T1", "P1"]);
  for (const [id, target] of [
    [2, 6],
    [6, 7],
    [2, 1],
    [4, 2],
    [1, 3],
  ] as const)
    expect(moveTo(rows, id, target)).toBe(rows);
});

test("a line becomes another kind at the end of that part, with a code of that part", () => {
  const next = turnInto(rows, 2, "bonus");
  expect(codes(next)).toEqual(["I", "1.2", "II", "2.1", "T1", "T2", "P1"]);
  expect(next[5]).toMatchObject({ id: 2, kind: "bonus", title: "Dòng 1.1" });
});

test("lines are numbered anew in the way they are numbered already", () => {
  const mixed = [
    row(1, "group", "A"),
    row(2, "criterion", "5"),
    row(3, "criterion", "1.9"),
    row(4, "group", "D"),
    row(5, "criterion", ""),
    row(6, "bonus", "CT7"),
    row(7, "bonus", "x"),
  ];
  expect(codes(renumbered(mixed))).toEqual(["A", "1.1", "1.2", "B", "2.1", "CT1", "CT2"]);
});

test("whatever one does, criteria stand in groups, parts in their order, and no line is lost but by deleting it", () => {
  const id = fc.integer({ min: 1, max: 12 });
  const deed = fc.oneof(
    fc.record({ does: fc.constant("split" as const), id }),
    fc.record({ does: fc.constant("nudge" as const), id, by: fc.constantFrom(-1 as const, 1 as const) }),
    fc.record({ does: fc.constant("moveTo" as const), id, target: id }),
    fc.record({
      does: fc.constant("level" as const),
      id,
      to: fc.constantFrom("in" as const, "out" as const),
    }),
    fc.record({
      does: fc.constant("turn" as const),
      id,
      kind: fc.constantFrom("criterion" as const, "bonus" as const, "deduction" as const),
    }),
    fc.record({
      does: fc.constant("append" as const),
      kind: fc.constantFrom("group" as const, "criterion" as const, "bonus" as const),
    }),
    fc.record({ does: fc.constant("remove" as const), id }),
  );
  const order: Kind[] = ["criterion", "bonus", "deduction"];
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
      let now: readonly Typed[] = rows;
      for (const each of deeds) {
        const before = now.length;
        if (each.does === "split") now = split(now, each.id, 99).rows;
        else if (each.does === "nudge") now = nudge(now, each.id, each.by);
        else if (each.does === "moveTo") now = moveTo(now, each.id, each.target);
        else if (each.does === "level") now = level(now, each.id, each.to);
        else if (each.does === "turn") now = turnInto(now, each.id, each.kind);
        else if (each.does === "append") now = append(now, each.kind).rows;
        else now = remove(now, each.id);
        expect(now.length).toBeGreaterThanOrEqual(before - (each.does === "remove" ? 1 : 0));
        const parts = now.map(({ kind }) => (kind === "group" ? 0 : order.indexOf(kind)));
        expect(parts).toEqual(parts.toSorted((a, b) => a - b));
        expect(now[0]?.kind).not.toBe("criterion");
        expect(new Set(now.map((line) => line.id)).size).toBe(now.length);
      }
    }),
  );
});
