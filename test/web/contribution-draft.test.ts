import { expect, test } from "vitest";
import { ContributionDraft } from "../../web/src/pages/movements/contribution-draft.svelte.ts";

type Sent = { contribution: string; body: object };

/** Somebody at a device, before a server that may not answer. */
function aDesk() {
  const drawer = new Map<string, unknown>();
  const sent: Sent[] = [];
  let made = 0;
  const net = { isDown: false };
  const open = () =>
    new ContributionDraft({
      at: { year: 2026, cluster: "cum-4", movement: "tu-sach" },
      owner: "vhttdl:ha-giang",
      device: {
        read: async (_room, key) => drawer.get(key) as never,
        write: async (_room, key, value) => void drawer.set(key, value),
        remove: async (_room, key) => void drawer.delete(key),
      },
      call: {
        contribute: async ({ contribution, body }) => {
          sent.push({ contribution: String(contribution), body });
          if (net.isDown) throw new TypeError("Failed to fetch");
          return {};
        },
      },
      makeId: () => `lan-${++made}`,
    });
  return { open, sent, net, drawer };
}
const fill = (draft: ContributionDraft) => {
  Object.assign(draft, { unit: "ha-giang", metric: " Sách tặng ", measure: "cuốn", value: "641" });
};

test("a figure goes out with what was said of it and nothing else", async () => {
  const { open, sent } = aDesk();
  const draft = open();
  fill(draft);
  Object.assign(draft, { lastYear: "508", date: "2026-11-20", source: "Báo cáo 215", atLeast: true });
  expect(await draft.send()).toBe("lan-1");
  expect(sent).toEqual([
    {
      contribution: "lan-1",
      body: {
        unit: "ha-giang",
        metric: "Sách tặng",
        measure: "cuốn",
        value: 641,
        lastYear: 508,
        date: "2026-11-20",
        source: "Báo cáo 215",
        atLeast: true,
      },
    },
  ]);
});

test("numbers are read as people here write them; one that can be read two ways is not sent", () => {
  const { open } = aDesk();
  const draft = open();
  fill(draft);
  draft.value = "33,8";
  expect(draft.body).toMatchObject({ value: 33.8 });
  for (const value of ["1.250", "nhiều", "", "-5"]) {
    draft.value = value;
    expect(draft.body).toBeUndefined();
  }
  expect(draft.number).toEqual({ fault: "no-number" });
  Object.assign(draft, { value: "5", lastYear: "ngàn" });
  expect(draft.body).toBeUndefined();
});

test("what was typed is there again, and an answer that was lost is asked for under the same id", async () => {
  const { open, sent, net } = aDesk();
  const draft = open();
  fill(draft);
  await draft.keep();
  net.isDown = true;
  await expect(draft.send()).rejects.toThrow();

  const later = open();
  await later.restore();
  expect(later.value).toBe("641");
  net.isDown = false;
  await later.send();
  expect(new Set(sent.map(({ contribution }) => contribution))).toEqual(new Set(["lan-1"]));
});

test("after it is stored nothing of it is left here, and the next figure has an id of its own", async () => {
  const { open, sent, drawer } = aDesk();
  const draft = open();
  fill(draft);
  await draft.keep();
  await draft.send();
  expect(drawer.size).toBe(0);
  expect(draft.value).toBe("");
  draft.value = "59";
  await draft.send();
  expect(sent.map(({ contribution }) => contribution)).toEqual(["lan-1", "lan-2"]);
  expect(sent[1]?.body).toMatchObject({ unit: "ha-giang", metric: "Sách tặng", value: 59 });
});
