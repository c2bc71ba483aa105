import { afterEach, expect, vi } from "vitest";

/** A test that did not ask for an error on the console has found a bug. */
const said = vi.spyOn(console, "error");
afterEach(() => {
  const lines = said.mock.calls.splice(0);
  expect(lines).toEqual([]);
});
