import { beforeEach, expect, test } from "vitest";
import type { Reading } from "#domain/ballot.ts";
import type { Ceremony } from "#domain/ceremony.ts";
import type { Rule } from "#domain/poll.ts";
import { sliceOf } from "#lib/envelope.ts";
import { holdCeremony } from "#seal";
import { sealChoice } from "../../functions/envelope.ts";
import { Count, type Sealed } from "../../web/src/pages/conference/count.svelte.ts";

const conference = "hn-mua-xuan";
const at = { year: 2026, cluster: "cum-4", conference };
const rule: Rule = {
  secret: true,
  voter: "unit",
  ownUnit: true,
  quorum: null,
  threshold: { base: "cast", moreThan: "1/2" },
  choose: { min: 0, max: 1 },
  seats: 1,
  tie: "second-round",
  publish: "figures",
};
const { published, shares } = await holdCeremony();
const [one, two, three] = shares as [Uint8Array, Uint8Array, Uint8Array];
const ceremony = { conference, ...published } as Ceremony;
const box = { poll: "co", candidates: ["ha-giang", "cao-bang"], key: published.keys[2], bound: "ab" };
const envelopes = await Promise.all(
  [["ha-giang"], ["ha-giang"], [], ["cao-bang"]].map((choose) => sealChoice("vhttdl", box, choose)),
);
const sealed = (papers: number): Sealed => ({
  ...at,
  ...box,
  for: "nomination",
  round: 1,
  rule,
  state: "sealed",
  slot: 2,
  seal: { envelopes: 4, papers, present: 6, root: "", at: "" },
});

let entered: { device: string | number; body: Reading }[];
beforeEach(() => {
  entered = [];
});
const counting = (papers = 0) =>
  new Count(sealed(papers), ceremony, {
    at,
    council: "vhttdl",
    call: {
      readEnvelopes: async () => ({ poll: sealed(papers), envelopes }),
      enterReading: async (given: { device: string | number; body: Reading }) => {
        entered.push(given);
        return { poll: sealed(papers), devices: entered.length, agree: entered.length > 1 };
      },
    } as never,
  });

test("two slices open the box, papers are added, and the totals are sent under the device's name", async () => {
  const count = counting(3);
  expect(count.step).toBe("slices");
  count.pieces.take(1, sliceOf(one, 2));
  count.pieces.take(3, sliceOf(three, 2));
  expect(count.step).toBe("papers");
  count.add({ choose: ["cao-bang"], isInvalid: false });
  count.add({ choose: ["ha-giang"], isInvalid: true });
  count.add({ choose: ["ha-giang", "cao-bang"], isInvalid: false });
  count.isTyped = true;
  await count.read();
  expect([count.opened, count.of, count.pieces.slices.size]).toEqual([4, 4, 0]);
  expect(count.reading).toMatchObject({
    envelopes: 4,
    papers: 3,
    invalid: 2,
    blank: 1,
    votes: { "ha-giang": 2, "cao-bang": 2 },
  });
  await count.send("may-1");
  expect([count.step, entered[0]?.device]).toEqual(["sent", "may-1"]);
});

test("a paper taken back is asked for again, and fewer than were given may come back", () => {
  const count = counting(2);
  count.pieces.take(1, sliceOf(one, 2));
  count.pieces.take(2, sliceOf(two, 2));
  count.add({ choose: [], isInvalid: false });
  count.isTyped = true;
  expect(count.step).toBe("read");
  count.takeBack();
  expect([count.step, count.papers.length]).toEqual(["papers", 0]);
});

test("slices of another poll open nothing: they are asked for again, and no envelope is called invalid", async () => {
  const count = counting();
  count.pieces.take(1, sliceOf(one, 3));
  count.pieces.take(2, sliceOf(two, 3));
  await count.read();
  expect([count.isWrongKey, count.step, count.reading]).toEqual([true, "slices", undefined]);
});
