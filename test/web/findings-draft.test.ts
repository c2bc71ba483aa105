import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pointsOf } from "#domain/exact.ts";
import { FindingsDraft } from "../../web/src/pages/appraisal/findings-draft.svelte.ts";
import { at, newDevice, PostOffice, table } from "./post-office.ts";

let office: PostOffice;
beforeEach(() => {
  vi.useFakeTimers();
  office = new PostOffice();
  office.write("mai", "1.1", 38.5 as never);
  office.write("mai", "1.2", 74.5 as never);
});
afterEach(() => vi.useRealTimers());

const opened = () =>
  new FindingsDraft({
    at,
    me: "lan",
    owner: "vhttdl:lan",
    finder: "cluster",
    agency: undefined,
    table,
    notAssigned: new Set(),
    sheet: office.sheet,
    device: newDevice(),
    call: office.call,
    typed: (number) => String(number).replace(".", ","),
  });
const paused = () => vi.advanceTimersByTimeAsync(900);
const foundOn = (code: string) => office.sheet.lines[code]?.cluster;

test("a finding that differs waits for its reason, and holds nothing else up", async () => {
  const draft = opened();
  draft.enter("1.1", { value: "37" });
  draft.agree("1.2");
  await paused();
  expect(foundOn("1.1")).toBeUndefined();
  expect(foundOn("1.2")?.value).toBe(74.5);
  expect(draft.unreasoned).toEqual(["1.1"]);

  draft.give("1.1", "Một di tích xuống cấp chưa có phương án tu bổ.");
  await paused();
  expect(foundOn("1.1")).toMatchObject({
    value: 37,
    reason: "Một di tích xuống cấp chưa có phương án tu bổ.",
  });
  expect(draft.outbox.state).toBe("stored");
});

test("the total is of what is found, else of what is claimed", () => {
  const draft = opened();
  expect(pointsOf(draft.claimed)).toBe(63.5);
  draft.enter("1.1", { value: "37" });
  expect(pointsOf(draft.total)).toBe(62);
  expect(draft.differing).toBe(1);
});

test("the standing office's own lines are not offered to the head", () => {
  const draft = opened();
  const offered = draft.lines.filter((line) => draft.mayFind(line)).map(({ code }) => code);
  expect(offered).not.toContain("P1");
  expect(draft.after("T1")).toBeUndefined();
});
