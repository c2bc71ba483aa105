import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { local } from "../world.ts";
import { expectAccessible, signIn, windowFor } from "./browser.ts";
import { appraise, cluster, makeCouncil, moveTo, year } from "./council.ts";
import { browser } from "./house.ts";

const phone = { width: 360, height: 780 };
const desk = { width: 1280, height: 900 };
const path = `/${year}/clusters/${cluster}`;

const stage = await makeCouncil(local);
await appraise(stage);
await moveTo(stage, "voting");

const complaints: string[] = [];
async function follow(person: string, screen: typeof desk): Promise<Page> {
  const window = await windowFor(browser, local.url, screen);
  window.page.on("pageerror", (error) => complaints.push(String(error)));
  window.page.setDefaultTimeout(15_000);
  await signIn(window.page, person);
  return window.page;
}
const see = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();
const guidance = async () => {
  const { years } = await stage.clerk.units.readMe({});
  return years.find((each) => each.year === year)?.quota;
};

test("the clerk writes the year's quotas from a usual form, adds the council's own, and lets a cluster differ", async () => {
  const clerk = await follow("thuong-truc", desk);
  await clerk.goto(`/${year}/quotas`);
  await see(clerk, "Năm này chưa ghi hạn mức khen thưởng.");
  await expectAccessible(clerk);
  await press(clerk, "Một cờ Chính phủ, một cờ tỉnh, bằng khen 50 % số còn lại");
  const basis = clerk.getByLabel("Căn cứ");
  for (const at of [0, 1, 2]) await basis.nth(at).fill("Hướng dẫn 12/HD-HĐTĐKT");
  await press(clerk, "Thêm hạn mức");
  const fourth = clerk.getByRole("group", { name: "Hạn mức 4" });
  await fourth.getByLabel("Danh hiệu, hình thức").selectOption({ label: "Cờ thi đua của Chính phủ" });
  await fourth.getByLabel("Tính theo").selectOption({ label: "% số cụm toàn hội đồng" });
  await fourth.getByLabel("Không quá, %").fill("20");
  await expectAccessible(clerk);
  await press(clerk, "Lưu hạn mức");
  await see(clerk, "Mọi cụm theo bốn hạn mức của hội đồng.");
  expect((await guidance())?.map(({ award, most, legalBasis }) => [award, most, legalBasis])).toEqual([
    ["CO_CP", { number: 1 }, "Hướng dẫn 12/HD-HĐTĐKT"],
    ["CO_BT", { number: 1 }, "Hướng dẫn 12/HD-HĐTĐKT"],
    ["BK_BT", { percent: 50, of: "remaining" }, "Hướng dẫn 12/HD-HĐTĐKT"],
    ["CO_CP", { percent: 20, of: "clusters" }, "Hướng dẫn 12/HD-HĐTĐKT"],
  ]);

  await clerk.getByLabel("Áp dụng cho").selectOption(cluster);
  await see(clerk, /theo hạn mức chung\.$/);
  await press(clerk, "Ghi hạn mức riêng cho cụm này");
  await press(clerk, "Bỏ hạn mức 1");
  await press(clerk, "Lưu hạn mức");
  await see(clerk, "một cụm có hạn mức riêng.");
  const own = (await stage.clerk.units.readCluster({ year, cluster })).quota;
  expect(own?.map(({ award }) => award)).toEqual(["CO_BT", "BK_BT"]);
  await press(clerk, "Hoàn tác");
  await see(clerk, "Mọi cụm theo bốn hạn mức của hội đồng.");
  expect((await stage.clerk.units.readCluster({ year, cluster })).quota).toBeUndefined();
  expect(complaints).toEqual([]);
});

test("another clerk's saving meanwhile is shown, and nothing is written over it unseen", async () => {
  const clerk = await follow("thuong-truc", phone);
  await clerk.goto(`/${year}/quotas`);
  await clerk.getByLabel("Căn cứ").first().fill("Hướng dẫn 15/HD-HĐTĐKT");
  await expectAccessible(clerk);
  const { years } = await stage.clerk.units.readMe({});
  const { calendar } = years.find((each) => each.year === year) ?? { calendar: undefined };
  if (!calendar) throw new Error("The year is there.");
  await stage.clerk.rotation.openYear({ yearNo: year, body: { calendar, motto: "Đổi khẩu hiệu" } });
  await press(clerk, "Lưu hạn mức");
  await clerk.getByRole("alert").waitFor();
  await expectAccessible(clerk);
  await clerk.getByRole("alert").getByRole("button").first().click();
  await see(clerk, "Đã lưu hạn mức.");
  expect((await guidance())?.[0]?.legalBasis).toBe("Hướng dẫn 15/HD-HĐTĐKT");
  expect(complaints).toEqual([]);
});

test("the ranking says who is inside by rank, the nominations who is over, and a poll's rule how many may be chosen", async () => {
  const head = await follow("lang-son", desk);
  await head.goto(`${path}/ranking`);
  await see(head, "Trong hạn mức, chỉ xét theo hạng");
  await see(head, /^Căn cứ: Hướng dẫn 12\/HD-HĐTĐKT/);
  await expectAccessible(head);

  await head.goto(`${path}/nominations`);
  await see(head, "Chưa đề nghị");
  for (const unit of ["ha-giang", "cao-bang"])
    await stage.clerk.nominations.nominate({
      ...{ year, cluster, nomination: `co-${unit}` },
      body: { award: "CO_BT", recipient: { unit } },
    });
  await head.reload();
  await see(head, "Một hình thức vượt hạn mức.");
  await see(head, "Vượt một");
  await expectAccessible(head);
  await head.goto(`${path}/nominations/new`);
  await head.getByLabel("Tìm danh hiệu, hình thức").fill("co thi dua cua bo");
  await head.getByRole("radio", { name: /^Cờ thi đua của Bộ/ }).check();
  await see(head, "Vượt một");
  await expectAccessible(head);
  const member = await follow("bac-kan", phone);
  await member.goto(`${path}/nominations`);
  await see(member, "Vượt một");
  await expectAccessible(member);
  await member.goto(`/${year}/quotas`);
  await see(member, "không quá 50 % số đơn vị còn lại");
  await expectAccessible(member);

  const clerk = await follow("thuong-truc", desk);
  await clerk.goto(`/${year}/ranking`);
  await see(clerk, "Một cụm vượt hạn mức");
  await see(clerk, "tối đa 0 toàn hội đồng, là 20 % của 1 cụm");
  await expectAccessible(clerk);

  await stage.clerk.ballots.saveConference({
    ...{ year, cluster, conference: "tong-ket" },
    body: { title: "Hội nghị tổng kết", at: "2026-12-28T01:00:00.000Z", selfCheckIn: true, agenda: [] },
  });
  await head.goto(`${path}/conferences/tong-ket/polls/bang-khen`);
  await head.getByLabel("Việc", { exact: true }).selectOption("nomination");
  await head.getByLabel("Danh hiệu, hình thức", { exact: true }).selectOption("BK_BT");
  await see(head, "Hạn mức của năm: tối đa 1, là 50 % của 3 đơn vị còn lại.");
  await expectAccessible(head);
  expect(complaints).toEqual([]);
});
