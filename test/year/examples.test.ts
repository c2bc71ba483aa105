import { readdirSync, readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { type Local, startLocal } from "#infra/local/local.ts";
import { yearFileFrom } from "#infra/year/file.ts";
import { type Outcome, outcomeOf } from "#infra/year/outcome.ts";
import { close, live } from "#infra/year/play.ts";

/*
 * The years of examples/, lived through the product. What must come of them was reckoned by hand and by another
 * program from the files alone (test/year/expected), and the press facts stand below in so many words.
 */
const files = readdirSync("examples").filter((name) => name.endsWith(".json"));
const told = (name: string) => yearFileFrom(readFileSync(`examples/${name}`, "utf8"));

let local: Local | undefined;
afterEach(() => local?.stop());

async function lived(name: string): Promise<Outcome> {
  await local?.stop();
  local = await startLocal({ quiet: true });
  const story = await live(told(name), local);
  await close(story);
  return outcomeOf(story);
}

test.for(files)("%s comes to what was reckoned without the product", async (name) => {
  const { proposals, closed, ...outcome } = await lived(name);
  const expected = JSON.parse(readFileSync(`test/year/expected/${name}`, "utf8"));
  const byUnit = (standings: { unit: string }[]) => standings.toSorted((a, b) => (a.unit < b.unit ? -1 : 1));
  expect({ ...outcome, standings: byUnit(outcome.standings) }).toEqual({
    ...expected,
    proposals: undefined,
    standings: byUnit(expected.standings),
  });
  expect(proposals.map(({ award, recipient }) => ({ award, recipient }))).toEqual(expected.proposals);
  expect(closed.seal).toMatch(/^[0-9a-f]{64}$/);
});

test("the same file gives the same seal, and one changed claim another", async () => {
  const name = "lien-minh-htx-tay-nguyen-2019.json";
  const [once, again] = [await lived(name), await lived(name)];
  expect(again).toEqual(once);

  await local?.stop();
  local = await startLocal({ quiet: true });
  const file = told(name);
  const [unit = ""] = Object.keys(file.sheets);
  const story = await live({ ...file, sheets: { ...file.sheets, [unit]: {} } }, local);
  await close(story);
  expect((await outcomeOf(story)).closed.seal).not.toBe(once.closed.seal);
});

test("Quảng Trị 2023: 641 books and more than 33.8 million đồng", async () => {
  const { movements } = await lived("quang-tri-trung-tam-2023.json");
  expect(movements.flatMap(({ totals }) => totals).map(({ measure, value }) => [measure, value])).toEqual(
    expect.arrayContaining([
      ["cuốn", 641],
      ["đồng", 33_800_000],
      ["đồng", 46_800_000],
    ]),
  );
});

test("VHTTDL no. 4, 2024: both proposed, Tuyên Quang head and Cao Bằng deputy by one voice", async () => {
  const { polls, proposals, nextYear } = await lived("vhttdl-cum-4-2024.json");
  expect(nextYear).toEqual({ year: 2025, head: "tuyen-quang", deputies: ["cao-bang"] });
  expect(new Set(proposals.map(({ recipient }) => recipient))).toEqual(new Set(["lang-son", "tuyen-quang"]));
  expect(
    polls
      .filter(({ passed }) => passed.length === 1)
      .every(({ candidates }) => candidates.some(({ percent }) => percent === 100)),
  ).toBe(true);
});

test("Party organisation no. 2, 2023: flag by one voice, 5 collectives and 13 persons, two deputies", async () => {
  const { proposals, nextYear } = await lived("ban-to-chuc-trung-uong-cum-2-2023.json");
  expect(nextYear).toEqual({ year: 2024, head: "lang-son", deputies: ["thanh-hoa", "bac-ninh"] });
  const persons = proposals.filter(({ recipient }) => typeof recipient !== "string");
  expect([proposals.length, persons.length]).toEqual([19, 13]);
});
