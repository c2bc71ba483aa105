import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "#infra/local/build.ts";
import { type Local, startLocal } from "#infra/local/local.ts";
import { expectAccessible, launch, signIn, windowFor } from "./browser.ts";
import { aClusterOfTwelve, cluster } from "./cluster-of-twelve.ts";
import { year } from "./council.ts";

let local: Local;
let browser: Browser;
let clerk: Awaited<ReturnType<typeof aClusterOfTwelve>>["clerk"];
const nominations = `/${year}/clusters/${cluster}/nominations`;
beforeAll(async () => {
  await build();
  local = await startLocal({ quiet: true });
  [browser, { clerk }] = await Promise.all([launch(), aClusterOfTwelve(local)]);
  for (const unit of ["lang-son", "ha-giang", "son-la", "yen-bai", "phu-tho"])
    await clerk.nominations.nominate({
      ...{ year, cluster, nomination: `dn-${unit}` },
      body: { award: "BK_BT", recipient: { unit }, reasons: "Hoàn thành vượt mức chỉ tiêu của giao ước." },
    });
});
afterAll(async () => {
  await browser?.close();
  await local?.stop();
});

test("a clerk enters one decision for several proposals, another for one, and on a phone each is seen where it stands", async () => {
  const { page, complaints } = await windowFor(browser, local.url, { width: 360, height: 780 });
  await signIn(page, "thuong-truc");
  await page.goto(nominations);
  for (const name of ["Hà Giang", "Lạng Sơn"])
    await page.getByRole("checkbox", { name: new RegExp(name) }).check();
  await page.getByText("Đã chọn 2 đề nghị.").waitFor();
  await page.getByLabel("Số quyết định").fill("77/QĐ-BVHTTDL");
  await page.getByLabel("Ngày", { exact: true }).fill(`${year}-11-10`);
  await page.getByRole("button", { name: "Ghi quyết định cho 2 đề nghị" }).click();
  await page.getByText("77/QĐ-BVHTTDL").nth(1).waitFor();

  await page.getByRole("checkbox", { name: /Sơn La/ }).check();
  await page.getByLabel("Không tặng").check();
  await page.getByLabel(/^Lý do/).fill("Chưa đủ hai năm.");
  await page.getByRole("button", { name: "Ghi quyết định", exact: true }).click();
  await page.getByText("Không được khen", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Rút đề nghị: Sở VHTTDL Yên Bái" }).click();
  await page.getByRole("textbox", { name: "Lý do" }).first().fill("Đơn vị xin rút.");
  await page.getByRole("button", { name: "Rút đề nghị", exact: true }).click();
  await page.getByText("Đã rút: Đơn vị xin rút.").waitFor();
  await clerk.nominations.revoke({
    ...{ year, decision: `${cluster}-dn-ha-giang` },
    body: { does: "revoked", number: "90/QĐ-BVHTTDL", date: `${year}-11-18`, reason: "Kê khai không đúng." },
  });
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 780 });
    await page.goto(nominations);
    for (const state of ["Chờ trả lời", "Được khen", "Không được khen", "Đã rút", "Đã thu hồi"])
      await page.getByText(state, { exact: true }).waitFor();
    await expectAccessible(page);
  }
  expect(complaints).toEqual([]);
});
