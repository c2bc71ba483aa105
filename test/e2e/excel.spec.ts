import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import readExcelFile from "read-excel-file/node";
import { expect, test } from "vitest";
import { local } from "../world.ts";
import { expectAccessible, signIn, windowFor } from "./browser.ts";
import { appraise, cluster, makeCouncil, year } from "./council.ts";
import { browser } from "./house.ts";

const stage = await makeCouncil(local);
await appraise(stage);

const desk = { width: 1280, height: 900 };
const phone = { width: 360, height: 780 };
const here = `/${year}/clusters/${cluster}`;
type Row = readonly unknown[];

/** What lies in the file this page gives: what stands above, the headings, the rows, sheet by sheet. */
async function taken(page: Page, button = "Tải Excel") {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const file = await download;
  const sheets = await readExcelFile(readFileSync(await file.path()));
  const read = sheets.map(({ sheet, data }) => {
    const blank = data.findIndex((row: Row) => row.every((cell) => cell === null));
    const [headings = [], ...rows] = data.slice(blank + 1) as Row[];
    return { sheet, above: data.slice(0, blank).map(([first]: Row) => first), headings, rows };
  });
  const [first] = read;
  if (!first) throw new Error("There is no sheet in the file.");
  return { name: file.suggestedFilename(), ...first, sheets: read };
}

const number = (text: string | null) => Number(text?.replace(/\./g, "").replace(",", ".").replace("−", "-"));
const columnOf = ({ headings, rows }: { headings: Row; rows: readonly Row[] }, heading: string) =>
  rows.map((row) => row[headings.indexOf(heading)]);

test("the head takes the ranking away as it stands on the page, and the file says that it is not announced", async () => {
  const { page, complaints } = await windowFor(browser, local.url, desk);
  await signIn(page, "lang-son");
  await page.goto(`${here}/ranking`);
  await page.locator(".place").first().waitFor();
  await expectAccessible(page);
  const file = await taken(page);
  expect(file.name).toBe(`xep-hang-nam-${year}-cum-thi-dua-so-4.xlsx`);
  expect(file.above[0]).toBe(`Xếp hạng năm ${year}`);
  expect(file.above.at(-1)).toMatch(/^Lập ngày \d\d\/\d\d\/\d{4}$/);
  expect(file.above.join(" ")).toContain("Chưa công bố");
  const shown = await page
    .locator(".place")
    .evaluateAll((places) =>
      places.map((place) => [
        place.querySelector(".rank")?.firstChild?.textContent ?? "",
        place.querySelector("h2 a")?.textContent ?? "",
        place.querySelector(".total b")?.textContent ?? "",
      ]),
    );
  expect(shown.length).toBe(5);
  expect(columnOf(file, "Hạng")).toEqual(shown.map(([rank = ""]) => Number(rank)));
  expect(columnOf(file, "Đơn vị")).toEqual(shown.map(([, unit]) => unit));
  expect(columnOf(file, "Tổng điểm")).toEqual(shown.map(([, , total = ""]) => number(total)));
  expect(complaints).toEqual([]);
});

test("whoever may not see the ranking yet finds no table to take away", async () => {
  const { page, complaints } = await windowFor(browser, local.url, phone);
  await signIn(page, "bac-kan");
  for (const [address, told] of [
    ["ranking", "Xếp hạng chưa công bố."],
    ["matrix", "Xếp hạng chưa công bố."],
  ] as const) {
    await page.goto(`${here}/${address}`);
    await page.getByText(told).waitFor();
    expect(await page.getByRole("button", { name: "Tải Excel" }).count()).toBe(0);
  }
  expect(complaints).toEqual([]);
});

test("the matrix goes out criterion by unit with its sums, and how far findings are from claims", async () => {
  const { page, complaints } = await windowFor(browser, local.url, desk);
  await signIn(page, "thuong-truc");
  await page.goto(`${here}/matrix`);
  await page.getByRole("button", { name: "Tải Excel" }).waitFor();
  await expectAccessible(page);
  const file = await taken(page);
  const { units } = await stage.clerk.scoring.readMatrix({ year, cluster });
  const { standings } = await stage.clerk.scoring.readRanking({ year, cluster });
  const names = new Map(units.map(({ unit }, at) => [unit, file.headings[3 + at]]));
  const sums = file.rows.at(-1) ?? [];
  expect(sums[1]).toBe("Tổng điểm");
  for (const { unit, total } of standings)
    expect(sums[file.headings.indexOf(names.get(unit))], unit).toBe(total);
  const codes = file.rows.map(([code]) => code).filter((code) => code !== null);
  expect(codes.length).toBe(Object.keys(units[0]?.lines ?? {}).length);
  expect(file.sheets[1]?.sheet).toBe("Chênh với tự chấm");
  const apart = file.sheets[1]?.rows.flatMap((row) => row.slice(3)).filter((cell) => cell !== null) ?? [];
  expect(apart.length).toBeGreaterThan(0);
  expect(apart.every((cell) => typeof cell === "number")).toBe(true);

  // What is filtered away on the page is not in the file either, and nothing looks like a sum.
  await page.getByLabel("Hiện").selectOption("differing");
  const few = await taken(page);
  expect(few.rows.length).toBeLessThan(file.rows.length);
  expect(few.above.join(" ")).toMatch(/\d+ trên \d+ dòng/);
  expect(few.rows.at(-1)?.[1]).not.toBe("Tổng điểm");
  expect(complaints).toEqual([]);
});

test("movements, people and clusters go out as they are on their pages", async () => {
  const { page, complaints } = await windowFor(browser, local.url, desk);
  await signIn(page, "thuong-truc");
  await page.goto(`${here}/movements`);
  await page.getByRole("button", { name: "Tải Excel" }).waitFor();
  const movements = await taken(page);
  const list = await stage.clerk.movements.listMovements({ year, cluster });
  const figures = list.flatMap(({ contributions }) => contributions.map(({ value }) => value));
  expect(columnOf(movements, "Số lượng")).toEqual(figures);
  await expectAccessible(page);

  await page.goto("/people");
  await page.getByLabel("Tìm").fill("hoang thi lan");
  const people = await taken(page);
  expect(people.rows).toEqual([
    ["Hoàng Thị Lan", "lang-son", "Cán bộ chấm điểm", expect.any(String), null, "Đã vào"],
  ]);

  await page.goto(`/${year}`);
  await page.getByRole("button", { name: "Tải Excel" }).waitFor();
  const clusters = await taken(page);
  expect(clusters.rows.length).toBe(5);
  expect(columnOf(clusters, "Trong cụm")).toContain("Cụm trưởng");
  await page.setViewportSize(phone);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test("the register and the ranking of the whole council go out in the language they are read in", async () => {
  const unit = stage.file.cluster.members[0]?.id ?? "";
  await stage.clerk.nominations.decide({
    year,
    decision: "qd-1",
    body: {
      award: "CO_BT",
      recipient: { unit },
      outcome: "awarded",
      number: "=1+1/QĐ",
      date: `${year}-11-20`,
    },
  });
  await stage.clerk.scoring.announceRanking({ year, cluster });
  await stage.clerk.scoring.announceCouncilRanking({ year });
  const { page, complaints } = await windowFor(browser, local.url, desk);
  await signIn(page, "thuong-truc");
  await page.goto("/register");
  await page.getByRole("button", { name: "Tải Excel" }).waitFor();
  const register = await taken(page);
  expect(columnOf(register, "Số quyết định")).toEqual(["=1+1/QĐ"]);
  expect(columnOf(register, "Ngày")).toEqual([new Date(`${year}-11-20T00:00:00Z`)]);
  expect(columnOf(register, "Năm")).toEqual([year]);

  await page.goto(`/${year}/ranking`);
  await page.locator(".cluster").first().waitFor();
  const council = await taken(page);
  expect(council.rows.length).toBe(5);
  const shown = await page.locator(".cluster .n b").allTextContents();
  expect(columnOf(council, "Tổng điểm")).toEqual(shown.map(number));
  expect(columnOf(council, "Tỷ lệ").every((rate) => typeof rate === "number" && rate <= 1)).toBe(true);
  await expectAccessible(page);

  await page.locator(".languages summary:visible").first().click();
  await page.getByRole("button", { name: "English" }).click();
  const english = await taken(page, "Download Excel");
  expect(english.headings).toEqual(["Cluster", "Rank", "Unit", "Rate", "Total"]);
  expect(columnOf(english, "Total")).toEqual(columnOf(council, "Tổng điểm"));
  expect(complaints).toEqual([]);
});
