import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Refusal } from "#lib/refusal.ts";
import { Device } from "../../web/vote/src/device.ts";
import { type Kept, nameOf } from "../../web/vote/src/kept.ts";
import { Outbox, type Post } from "../../web/vote/src/outbox.ts";

const about = { council: "vhttdl", conference: "hn", delegate: "cao-bang", poll: "truong" };
const name = nameOf(about);
const ballot = (no = 1, sealed = "A".repeat(140)): Kept => ({
  ...about,
  no,
  keptAt: Date.now(),
  state: "kept",
  ticket: "ve-mot",
  answer: { sealed },
  code: "K7QM-4T2X",
});
const inBox = { state: "in", no: 1, code: "K7QM-4T2X" } as const;
const refused = (code: string) => new Refusal(409, code);
const lost = new TypeError("Failed to fetch");

/** A phone whose network does, one after another, what is told here; the last goes on. */
function aPhone(device: Device, ...sends: (Error | object | "hangs")[]) {
  const sent: Kept[] = [];
  const post: Post = {
    send: (kept) => {
      sent.push(kept);
      const next = sends.length > 1 ? sends.shift() : sends[0];
      if (next === "hangs") return new Promise(() => {});
      return next instanceof Error ? Promise.reject(next) : Promise.resolve(next as typeof inBox);
    },
    find: () => Promise.resolve({ state: "in", no: 1, code: "9999-0000" }),
  };
  return { outbox: new Outbox(device, post, () => {}), sent, post };
}

/** What two tabs of one phone share: as browsers do, what is kept is what can be listed. */
function aStorage(): Storage {
  const itself = Object.create({
    getItem(this: Record<string, string>, key: string) {
      return this[key] ?? null;
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = value;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  });
  return itself as Storage;
}
const memory = () =>
  new Device(() => {
    throw new Error("not allowed");
  });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a ballot is kept before it is sent, and says what was answered", async () => {
  const device = memory();
  const { outbox, sent } = aPhone(device, inBox);
  outbox.keep(ballot());
  expect(device.read<Kept>(name)).toMatchObject({ state: "kept" });
  await vi.runAllTimersAsync();
  expect(sent).toHaveLength(1);
  expect(outbox.of(name)).toMatchObject({ state: "in", code: "K7QM-4T2X" });
  // What could be sent once more, or tell the choice, is not kept longer than needed.
  expect(outbox.of(name)).not.toHaveProperty("answer");
  expect(outbox.of(name)).not.toHaveProperty("ticket");
});

test.for([
  ["no network", lost],
  ["a server that is down", new Refusal(500, "server/bug")],
  ["nobody knowing yet", refused("ballot/ask-again")],
  ["a network that asks for a sign-in of its own", {}],
] as const)("through %s the same bytes are sent until they are in", async ([_, fault]) => {
  const { outbox, sent } = aPhone(memory(), fault, fault, fault, inBox);
  outbox.keep(ballot());
  await vi.runAllTimersAsync();
  expect(sent).toHaveLength(4);
  expect(new Set(sent.map(({ answer }) => JSON.stringify(answer))).size).toBe(1);
  expect(outbox.of(name)?.state).toBe("in");
});

test("the pauses grow from half a second to five, and somebody who looks ends them", async () => {
  const { outbox, sent } = aPhone(memory(), lost);
  outbox.keep(ballot());
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent.length).toBeGreaterThanOrEqual(14);
  expect(sent.length).toBeLessThanOrEqual(25);
  const before = sent.length;
  outbox.hurry();
  await vi.advanceTimersByTimeAsync(1);
  expect(sent.length).toBe(before + 1);
});

test.for(["ballot/too-late", "ballot/on-paper", "poll/not-now", "poll/not-present", "poll/out-of-rule"])(
  "%s ends the sending and is told",
  async (code) => {
    const { outbox, sent } = aPhone(memory(), lost, refused(code));
    outbox.keep(ballot());
    await vi.runAllTimersAsync();
    expect(sent).toHaveLength(2);
    expect(outbox.of(name)).toMatchObject({ state: "refused", refusal: { code } });
  },
);

test("where another phone was first, the page shows the code of what is there", async () => {
  const { outbox } = aPhone(memory(), refused("ballot/already-cast"));
  outbox.keep(ballot());
  await vi.runAllTimersAsync();
  expect(outbox.of(name)).toMatchObject({ state: "in", isElsewhere: true, code: "9999-0000" });
});

test("what an earlier visit left unsent goes on by itself", async () => {
  const storage = aStorage();
  aPhone(new Device(() => storage), "hangs").outbox.keep(ballot());
  const { outbox, sent } = aPhone(new Device(() => storage), inBox);
  outbox.resume();
  await vi.runAllTimersAsync();
  expect(sent).toHaveLength(1);
  expect(outbox.of(name)?.state).toBe("in");
});

test("a second tab does not put aside what the first has sealed", async () => {
  const storage = aStorage();
  const first = aPhone(new Device(() => storage), "hangs");
  const second = aPhone(new Device(() => storage), inBox);
  first.outbox.keep(ballot(1, "A".repeat(140)));
  const kept = second.outbox.keep(ballot(1, "B".repeat(140)));
  expect(kept.answer).toEqual({ sealed: "A".repeat(140) });
});

test("a changed answer that came too late leaves the earlier one in the box", async () => {
  const { outbox } = aPhone(memory(), refused("ballot/too-late"));
  outbox.keep({ ...ballot(2), stands: { no: 1, code: "AAAA-BBBB" } });
  await vi.runAllTimersAsync();
  expect(outbox.of(name)).toMatchObject({ state: "refused", stands: { no: 1, code: "AAAA-BBBB" } });
});

test("a ticket made anew brings in what the old one could not", async () => {
  const { outbox, sent } = aPhone(memory(), new Refusal(403, "ticket/unknown"), inBox);
  outbox.keep(ballot());
  await vi.runAllTimersAsync();
  expect(outbox.of(name)?.state).toBe("refused");
  outbox.carryOn("ve-hai", about);
  await vi.runAllTimersAsync();
  expect(sent.at(-1)).toMatchObject({ ticket: "ve-hai", answer: { sealed: "A".repeat(140) } });
  expect(outbox.of(name)?.state).toBe("in");
});

test("what the server says of another phone's ballot never replaces one still on its way", () => {
  const { outbox } = aPhone(memory(), "hangs");
  outbox.keep(ballot());
  outbox.learn(about, { state: "in", no: 1, code: "9999-0000" });
  expect(outbox.of(name)).toMatchObject({ state: "kept", code: "K7QM-4T2X" });
});

test("a shared tablet that is wiped holds nothing of whoever was there", async () => {
  const storage = aStorage();
  const device = new Device(() => storage);
  const { outbox } = aPhone(device, inBox);
  outbox.keep(ballot());
  await vi.runAllTimersAsync();
  device.wipe();
  expect(Object.keys(storage)).toEqual([]);
});
