import timers from "node:timers";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { timelineFrom } from "./timeline.ts";

const start = Date.parse("2027-01-17T01:00:00.000Z");
const clock = () => ({ moveTo: () => {}, release: () => {} });

test("an hour passes at once, and everything in it in its order", async () => {
  const timeline = timelineFrom(start);
  const happened: string[] = [];
  const began = process.hrtime.bigint();
  const be = async (name: string, ms: number) => {
    await timeline.sleep(ms, name);
    happened.push(`${name} ${timeline.now() - start}`);
  };
  await timeline.tellAll(clock, async () => {
    await Promise.all([be("late", 3_600_000), be("b", 10), be("a", 10), be("soon", 1)]);
  });
  expect(happened).toEqual(["soon 1", "a 10", "b 10", "late 3600000"]);
  expect(Number(process.hrtime.bigint() - began) / 1e9).toBeLessThan(5);
});

test("every timer of the process goes by it, and afterwards by the real one again", async () => {
  const timeline = timelineFrom(start);
  const real = globalThis.setTimeout;
  await timeline.tellAll(clock, async () => {
    const stopped = setTimeout(() => expect.unreachable(), 500);
    clearTimeout(stopped);
    await new Promise((resolve) => setTimeout(resolve, 60_000));
    expect(timeline.now() - start).toBe(60_000);
  });
  expect(globalThis.setTimeout).toBe(real);
});

test("time stands still while something takes real time, or is on its way", async () => {
  const timeline = timelineFrom(start);
  await timeline.tellAll(clock, async () => {
    const later = timeline.sleep(1, "later");
    await timeline.working(wait(20));
    expect(timeline.now()).toBe(start);
    timeline.fly("a letter");
    setImmediate(() => setImmediate(() => timeline.land("a letter")));
    await later;
    expect(timeline.now()).toBe(start + 1);
  });
});

test("the module's timers go by it too", async () => {
  const timeline = timelineFrom(start);
  await timeline.tellAll(clock, async () => {
    await new Promise((resolve) => timers.setTimeout(resolve, 3_000));
    expect(timeline.now() - start).toBe(3_000);
  });
});

test("what takes real time is handed on in the order in which it was begun", async () => {
  const timeline = timelineFrom(start);
  const done: string[] = [];
  const work = async (name: string, ms: number) => {
    await timeline.working(wait(ms));
    done.push(name);
  };
  await timeline.tellAll(clock, async () => {
    await Promise.all([work("slow", 40), work("quick", 1), work("middling", 15)]);
  });
  expect(done).toEqual(["slow", "quick", "middling"]);
});

test("what comes at one instant is heard by its number, however it came", async () => {
  const timeline = timelineFrom(start);
  const heard: number[] = [];
  const hear = async (no: number, turns: number) => {
    timeline.fly(`letter ${no}`);
    for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
    timeline.land(`letter ${no}`);
    await timeline.inTurn(no);
    heard.push(no);
  };
  await timeline.tellAll(clock, async () => {
    await Promise.all([hear(3, 1), hear(1, 9), hear(2, 5)]);
  });
  expect(heard).toEqual([1, 2, 3]);
});

test("whoever waits for nothing is found out", async () => {
  const timeline = timelineFrom(start);
  await expect(timeline.tellAll(clock, () => new Promise(() => {}))).rejects.toThrow("nothing is due");
});
