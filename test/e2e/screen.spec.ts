import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { aConference, castSealed, readOn, rehearsed } from "../hall.ts";
import {
  aCluster,
  bacKan,
  caoBang,
  days,
  haGiang,
  langSon,
  local,
  members,
  moveTo,
  theCouncil,
  tuyenQuang,
} from "../world.ts";
import { expectAccessible, windowFor } from "./browser.ts";
import { browser } from "./house.ts";

const cast = await theCouncil("man-hinh");

const projector = { width: 1280, height: 720 };
const secret = {
  secret: true,
  voter: "unit",
  ownUnit: true,
  quorum: { of: "members", atLeast: "2/3" },
  threshold: { base: "members", moreThan: "1/2" },
  choose: { min: 0, max: 1 },
  seats: 1,
  tie: "second-round",
  publish: "figures",
} as const;
const agenda = [
  { title: "Báo cáo tổng kết năm 2026" },
  { title: "Bầu cụm trưởng năm 2027", poll: "truong" },
  { title: "Ra mắt cụm trưởng năm 2027", shows: "next-head" as const },
  { title: "Ký giao ước thi đua", shows: "covenant" as const },
];
const wait = (seconds: number) => local.clock.moveTo(local.clock.now() + seconds * 1000);

/** Whoever sits in the last row reads it: names from 1/18 and figures from 1/8 of the height, all within the screen. */
async function expectLegible(page: Page) {
  const seen = await page.evaluate(() => {
    const sizes = (selector: string) =>
      Array.from(document.querySelectorAll(selector), (each) =>
        Number.parseFloat(getComputedStyle(each).fontSize),
      );
    const words = Array.from(document.querySelectorAll("main, main *, footer, header *"));
    return {
      names: Math.min(...sizes("main .name"), innerHeight),
      figures: Math.min(...sizes("main .figure, main .figure *"), innerHeight),
      words: Math.min(...words.map((each) => Number.parseFloat(getComputedStyle(each).fontSize))),
      over: document.documentElement.scrollHeight - innerHeight,
    };
  });
  expect(seen.names).toBeGreaterThanOrEqual(projector.height / 18);
  expect(seen.figures).toBeGreaterThanOrEqual(projector.height / 8);
  expect(seen.words).toBeGreaterThanOrEqual(0.022 * projector.width);
  expect(seen.over).toBeLessThanOrEqual(0);
}

test("the hall watches its day on the big screen, from the first delegate to the last signature", async () => {
  const { council, clerk, teller, as } = cast;
  const here = await aCluster(clerk, "covenant");
  const { digest } = await clerk.rotation.saveCovenant({
    ...here,
    body: { targets: [], motto: "Đoàn kết, sáng tạo" },
  });
  const sign = (unit: string) => as(unit).rotation.signCovenant({ ...here, digest, unit });
  for (const unit of [langSon, haGiang]) await sign(unit);
  moveTo(days.voting);
  const { at, ticketOf } = await aConference(clerk, here, members);
  const poll = { ...at, poll: "truong" };
  await clerk.ballots.savePoll({
    ...poll,
    body: { for: "head", candidates: [haGiang, caoBang], rule: secret },
  });
  await clerk.ballots.saveConference({
    ...at,
    body: { title: "Hội nghị tổng kết năm 2026", place: "Lạng Sơn", at: "2027-01-17T01:30:00.000Z", agenda },
  });
  const shares = await rehearsed(teller, at);
  const show = (on: number) => clerk.ballots.showPoint({ ...at, body: { on } });

  const { page, context, complaints } = await windowFor(browser, local.url, projector);
  page.setDefaultTimeout(15_000);
  const see = (text: string | RegExp) => page.getByText(text).first().waitFor();
  const ring = (name: RegExp) => page.getByRole("img", { name }).waitFor();
  await page.goto(`/screen/#${council}.${at.conference}`);
  await see("Khai mạc lúc 08:30 Chủ nhật 17/01/2027");
  await ring(/^0 trên 5 đại biểu có mặt/);
  for (const delegate of [langSon, tuyenQuang, haGiang, caoBang])
    await clerk.ballots.checkIn({ ...at, delegate });
  await ring(/^4 trên 5/);
  await expectLegible(page);

  await show(0);
  await page.locator("[aria-current=step]", { hasText: "Báo cáo tổng kết năm 2026" }).waitFor();
  await expectLegible(page);

  await show(1);
  await clerk.ballots.preparePoll({ ...poll, body: { conference: at.conference } });
  await see("Trúng cử khi được từ 3 trên 5 phiếu.");
  await see("đã đủ để mở bỏ phiếu");
  await page.locator(".name", { hasText: "Sở VHTTDL Hà Giang" }).waitFor();
  await expectLegible(page);
  await expectAccessible(page);

  const opened = await clerk.ballots.openPoll({ ...poll, body: { conference: at.conference } });
  await ring(/^0 trên 5 phiếu đã vào hòm, số tối thiểu 4/);
  for (const unit of [langSon, tuyenQuang, haGiang, caoBang])
    await (
      await castSealed(council, opened, ticketOf.get(unit) ?? "", [unit === caoBang ? caoBang : haGiang])
    ).send();
  await teller.ballots.givePaper({ ...poll, delegate: bacKan, body: { on: "paper" } });
  await ring(/^5 trên 5/);
  await expectLegible(page);
  await expectAccessible(page);
  // Until it is published, no candidate stands beside a count.
  expect(await page.locator("main").textContent()).not.toContain("Hà Giang");

  await clerk.ballots.closePoll(poll);
  await see("Đã hết giờ bỏ phiếu.");
  wait(11);
  const { seal } = await teller.ballots.sealPoll(poll);
  await see("Tổ kiểm phiếu đang mở hòm.");
  await see(`Niêm phong ${seal?.root.slice(0, 4).toUpperCase()}`);
  await page.getByRole("img", { name: "5 phiếu trong hòm đã niêm phong" }).waitFor();
  expect(await page.locator("main").textContent()).not.toContain("Hà Giang");
  await expectLegible(page);

  await readOn(teller, council, poll, "may-1", [shares[0], shares[2]], [[haGiang]]);
  await readOn(teller, council, poll, "may-2", [shares[1], shares[2]], [[haGiang]]);
  expect(await page.locator("main").textContent()).not.toContain("Hà Giang");
  await clerk.ballots.publishPoll({ ...poll, body: {} });
  const won = page.locator("[data-standing=passed]");
  await won.getByText("trúng cử").waitFor();
  await page.locator("main.new").waitFor();
  expect(await won.textContent()).toMatch(/80\s%/);
  await page.getByRole("status").getByText("Sở VHTTDL Hà Giang trúng cử").waitFor({ state: "attached" });
  await expectLegible(page);
  await expectAccessible(page);
  // Revealed once: whoever opens the screen later finds it there.
  await page.reload();
  await won.getByText("trúng cử").waitFor();
  expect(await page.locator("main.new").count()).toBe(0);

  await show(2);
  await page.getByRole("heading", { name: "Sở VHTTDL Hà Giang" }).waitFor();
  await show(3);
  await ring(/^2 trên 5 đơn vị đã ký/);
  await expectLegible(page);

  // The network goes: the hall keeps what it saw, and reads since when.
  await context.route("**/api/**", (route) => route.abort());
  await see(/Mất mạng từ \d\d:\d\d/);
  await ring(/^2 trên 5 đơn vị đã ký/);
  await expectAccessible(page);
  await context.unroute("**/api/**");
  await page.getByText(/Mất mạng/).waitFor({ state: "hidden" });

  await page.keyboard.press("d");
  expect(await page.evaluate(() => document.documentElement.dataset["theme"])).toBe("dark");
  await clerk.ballots.endConference(at);
  await see("Hội nghị đã kết thúc");
  await see("Trân trọng cảm ơn quý đại biểu.");
  await expectLegible(page);
  expect(complaints).toEqual([]);
});

test("a link that leads nowhere says so", async () => {
  const { page } = await windowFor(browser, local.url, projector);
  await page.goto("/screen/#man-hinh.khong-co");
  await page.getByRole("heading", { name: "Không tìm thấy hội nghị này" }).waitFor();
  await expectAccessible(page);
});
