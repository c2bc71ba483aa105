import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { File as Kept } from "#domain/file.ts";
import { Refusal } from "#lib/refusal.ts";
import type { KeptFile } from "../../web/src/pages/sheet/kept-files.ts";
import { Uploads } from "../../web/src/pages/sheet/uploads.svelte.ts";
import { refusal } from "../domain/given.ts";
import { jpeg, pdf } from "../files.ts";
import { at } from "./post-office.ts";

const lost = () => new Refusal(0, "network/lost");
const photo = (name = "IMG_2041.jpg") => new File([new Uint8Array(jpeg(name))], name, { type: "image/jpeg" });
const document = () => new File([new Uint8Array(pdf)], "Báo cáo năm.pdf", { type: "application/pdf" });

/** The server and the bucket at the other end, and a device that may be full. */
class OtherEnd {
  isReachable = true;
  isFull = false;
  losesAnswers = false;
  asked = 0;
  readonly bytes = new Map<string, Blob>();
  readonly files = new Map<string, Kept>();
  readonly kept = new Map<string, KeptFile>();
  readonly arrived: Kept[] = [];
  readonly locks = new Set<string>();
  held: Promise<void> | undefined;

  uploads() {
    let id = this.kept.size;
    return new Uploads({
      at,
      owner: "mai",
      call: {
        askUpload: async () => {
          if (!this.isReachable) throw lost();
          this.asked += 1;
          return { file: `tep-${this.asked}`, url: `/${this.asked}`, fields: {} };
        },
        addFile: async ({ file, body }) => {
          if (!this.isReachable) throw lost();
          const blob = this.bytes.get(String(file));
          if (!blob) throw new Refusal(409, "evidence/not-arrived");
          const { line, type, title } = body;
          const said = { by: "mai", at: "", since: 1, ...(title && { title }) };
          const added = { file: String(file), line, type, size: blob.size, ...said };
          this.files.set(added.file, added);
          if (this.losesAnswers) throw lost();
          return added;
        },
      },
      kept: {
        has: async (_owner, id) => this.kept.has(id),
        left: async () => Array.from(this.kept.values()),
        keep: async (_owner, file) => {
          if (!this.isFull) this.kept.set(file.id, { ...file });
          return !this.isFull;
        },
        forget: async (_owner, id) => void this.kept.delete(id),
      },
      post: async ({ url }, blob, { progress, signal }) => {
        progress(0.5);
        await this.held;
        signal.throwIfAborted();
        if (!this.isReachable) throw lost();
        this.bytes.set(`tep-${url.slice(1)}`, blob);
      },
      alone: async (id, work) => {
        if (this.locks.has(id)) return false;
        this.locks.add(id);
        await work();
        this.locks.delete(id);
        return true;
      },
      makeSmaller: async (file) => (file.type === "image/jpeg" ? file : undefined),
      newId: () => `${++id}`,
      arrived: (file) => void this.arrived.push(file),
    });
  }
}

let end: OtherEnd;
beforeEach(() => {
  vi.useFakeTimers();
  end = new OtherEnd();
});
afterEach(() => vi.useRealTimers());
const later = (seconds = 3) => vi.advanceTimersByTimeAsync(seconds * 1000);

test("several files go up, and are on the device no longer once they are evidence", async () => {
  const uploads = end.uploads();
  await uploads.add("1.1", [photo("một"), document(), photo("ba")]);
  await later();
  expect(end.arrived.map(({ line, type, title }) => [line, type, title])).toEqual([
    ["1.1", "image/jpeg", undefined],
    ["1.1", "application/pdf", "Báo cáo năm"],
    ["1.1", "image/jpeg", undefined],
  ]);
  expect([uploads.all.length, end.kept.size]).toEqual([0, 0]);
});

test("two at a time, each telling how far it is; a sheet is not handed in before they are there", async () => {
  const gate = Promise.withResolvers<void>();
  end.held = gate.promise;
  const uploads = end.uploads();
  await uploads.add("1.1", [photo("một"), photo("hai"), photo("ba")]);
  await later(1);
  expect(() => uploads.expectDone()).toThrow(refusal("evidence/on-its-way"));
  expect(uploads.all.map(({ state, sent }) => [state, sent])).toEqual([
    ["sending", 0.5],
    ["sending", 0.5],
    ["waiting", 0],
  ]);
  gate.resolve();
  await later(1);
  expect(end.arrived).toHaveLength(3);
  uploads.expectDone();
});

test("without a network they wait on the device, through a page opened anew, and go when it is back", async () => {
  end.isReachable = false;
  const before = end.uploads();
  await before.add("1.1", [photo()]);
  await later();
  expect(before.all.map(({ state }) => state)).toEqual(["offline"]);
  before.stop();

  const uploads = end.uploads();
  await uploads.restore();
  await later();
  expect(uploads.on("1.1").map(({ state }) => state)).toEqual(["offline"]);
  end.isReachable = true;
  await later(40);
  expect(end.arrived).toHaveLength(1);
  expect(uploads.all).toEqual([]);
});

test("whose answer was lost is asked for again and is there once", async () => {
  end.losesAnswers = true;
  const uploads = end.uploads();
  await uploads.add("1.1", [photo()]);
  await later(1);
  expect(uploads.all.map(({ state }) => state)).toEqual(["offline"]);
  end.losesAnswers = false;
  await later(40);
  expect([end.arrived.length, end.files.size, end.asked]).toEqual([1, 1, 1]);
});

test("bytes that are gone from where they were sent are sent again", async () => {
  end.losesAnswers = true;
  const uploads = end.uploads();
  await uploads.add("1.1", [photo()]);
  await later(1);
  end.losesAnswers = false;
  end.bytes.clear();
  await later(40);
  expect([end.arrived.length, end.asked]).toEqual([1, 2]);
});

test("one that is stopped is gone, and the others go on", async () => {
  const gate = Promise.withResolvers<void>();
  end.held = gate.promise;
  const uploads = end.uploads();
  await uploads.add("1.1", [photo("một"), photo("hai")]);
  await later(1);
  const [first] = uploads.all;
  if (first) await uploads.cancel(first);
  gate.resolve();
  await later(1);
  expect([end.arrived.length, end.kept.size, uploads.all.length]).toEqual([1, 0, 0]);
});

test("a device that has no room says so, and the page sends from memory", async () => {
  end.isFull = true;
  end.isReachable = false;
  const uploads = end.uploads();
  await uploads.add("1.1", [photo()]);
  await later();
  expect(uploads.isFull).toBe(true);
  end.isReachable = true;
  await later(40);
  expect(end.arrived).toHaveLength(1);
  expect(uploads.isFull).toBe(false);
});

test("of two windows one sends it, and the other finds it gone", async () => {
  const gate = Promise.withResolvers<void>();
  end.held = gate.promise;
  const [one, other] = [end.uploads(), end.uploads()];
  await one.add("1.1", [photo()]);
  await later(1);
  await other.restore();
  await later(1);
  expect([one, other].map(({ all }) => all[0]?.state)).toEqual(["sending", "offline"]);
  gate.resolve();
  await later(40);
  expect([end.arrived.length, end.asked, one.all.length, other.all.length]).toEqual([1, 1, 0, 0]);
});

test("what is no picture and no document is told before anything goes", async () => {
  const uploads = end.uploads();
  const text = new File(["<html>"], "Báo cáo.pdf", { type: "application/pdf" });
  const table = new File(["PK"], "bang.xlsx", { type: "application/vnd.ms-excel" });
  await uploads.add("1.1", [text, table]);
  await later();
  expect(uploads.all.map(({ refusal }) => refusal?.code)).toEqual([
    "evidence/not-that-kind",
    "evidence/not-that-kind",
  ]);
  expect([end.asked, end.kept.size]).toEqual([0, 0]);
});
