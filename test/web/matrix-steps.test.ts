import fc from "fast-check";
import { expect, test } from "vitest";
import { stepFrom } from "../../web/src/pages/matrix/steps.ts";

const size = { rows: 40, columns: 5 };
const step = (key: string, from = { row: 10, column: 2 }, ctrlKey = false) =>
  stepFrom(from, { key, ctrlKey, metaKey: false }, size);

test.for<[string, boolean, number, number]>([
  ["ArrowUp", false, 9, 2],
  ["ArrowDown", false, 11, 2],
  ["ArrowLeft", false, 10, 1],
  ["ArrowRight", false, 10, 3],
  ["Home", false, 10, 0],
  ["End", false, 10, 4],
  ["Home", true, 0, 0],
  ["End", true, 39, 4],
  ["ArrowDown", true, 39, 2],
  ["ArrowLeft", true, 10, 0],
  ["PageUp", false, 2, 2],
  ["PageDown", false, 18, 2],
])("%s (with Ctrl: %s) leads to row %i, column %i", ([key, ctrl, row, column]) => {
  expect(step(key, undefined, ctrl)).toEqual({ row, column });
});

test("letters and Tab lead nowhere", () => {
  for (const key of ["a", "Tab", "Enter", " "]) expect(step(key)).toBeUndefined();
});

test("no key leads out of the grid", () => {
  const keys = fc.constantFrom(
    "ArrowUp",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "Home",
    "End",
    "PageUp",
    "PageDown",
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, fc.boolean())), (presses) => {
      let here = { row: 0, column: 0 };
      for (const [key, ctrl] of presses) here = step(key, here, ctrl) ?? here;
      expect(here.row).toBeGreaterThanOrEqual(0);
      expect(here.row).toBeLessThan(size.rows);
      expect(here.column).toBeGreaterThanOrEqual(0);
      expect(here.column).toBeLessThan(size.columns);
    }),
  );
});
