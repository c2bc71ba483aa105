import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { api } from "#api";
import { client } from "#lib/client.ts";
import { ReachedDraft } from "../../web/src/pages/covenant/reached-draft.svelte.ts";
import { at, newDevice } from "./post-office.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

let stored: (number | null)[];
const { rotation } = client(api, async (_path, init) => {
  stored = JSON.parse(String(init.body)).values;
  return Response.json({});
});
const device = newDevice();
const opened = (values: (number | null)[], digest = "giao-uoc") => {
  stored = values;
  const typed = (number: number) => String(number).replace(".", ",");
  return new ReachedDraft({
    at,
    owner: "vhttdl:mai",
    digest,
    count: 3,
    values,
    device,
    call: rotation,
    typed,
  });
};
const paused = () => vi.advanceTimersByTimeAsync(900);

test("a figure typed beside its target goes out with those that stand there", async () => {
  const draft = opened([85, null]);
  expect([0, 1, 2].map((target) => draft.textOn(target))).toEqual(["85", "", ""]);
  draft.type(2, "26,3");
  await paused();
  expect(stored).toEqual([85, null, 26.3]);
  draft.type(0, "");
  await paused();
  expect(stored).toEqual([null, null, 26.3]);
  expect(draft.textOn(2)).toBe("26,3");
});

test.for([
  ["abc", "no-number"],
  ["1.250", "two-ways"],
  ["0,12345", "too-fine"],
] as const)("%s is asked about, not sent, and holds nothing else up", async ([text, why]) => {
  const draft = opened([85]);
  draft.type(1, text);
  draft.type(2, "7");
  await paused();
  expect(draft.faultOn(1)).toMatchObject({ why });
  expect(draft.textOn(1)).toBe(text);
  expect(stored).toEqual([85, null, 7]);
  draft.type(1, "1250");
  await paused();
  expect(stored).toEqual([85, 1250, 7]);
});

test("what was typed beside the targets of one covenant is not taken up beside those of another", async () => {
  const draft = opened([]);
  draft.type(0, "abc");
  await paused();
  const [same, other] = [opened([]), opened([], "giao-uoc-khac")];
  await Promise.all([same.outbox.restore(), other.outbox.restore()]);
  expect([same.textOn(0), other.textOn(0)]).toEqual(["abc", ""]);
  expect(other.outbox.count).toBe(0);
});
