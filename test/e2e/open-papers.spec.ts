import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { local } from "../world.ts";
import { heading, isIn, mark, phoneSize } from "./ballot-page.ts";
import { expectAccessible, signIn, windowFor } from "./browser.ts";
import { aClusterOfTwelve, cluster, units } from "./cluster-of-twelve.ts";
import { council, year } from "./council.ts";
import { browser } from "./house.ts";
import { faultsOnPaper } from "./paper.ts";

const { clerk } = await aClusterOfTwelve(local);

const desk = { width: 1280, height: 900 };
const complaints: string[] = [];
async function follow(person: string, screen: typeof desk): Promise<Page> {
  const window = await windowFor(browser, local.url, screen);
  window.page.on("pageerror", (error) => complaints.push(String(error)));
  window.page.setDefaultTimeout(15_000);
  await signIn(window.page, person);
  return window.page;
}
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();
const see = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const seek = (page: Page) => page.getByLabel("Tìm tên hoặc đơn vị");

const at = { year, cluster, conference: "hn-cong-khai" };
const poll = { ...at, poll: "co" };
const rule = {
  secret: false,
  voter: "unit",
  ownUnit: false,
  quorum: null,
  threshold: { base: "present", moreThan: "1/2" },
  choose: { min: 0, max: 2 },
  seats: 2,
  tie: "second-round",
  publish: "figures",
  written: true,
} as const;

/** An open poll on the cluster's day, everybody in the hall. */
async function anOpenBox() {
  const day = { title: "Hội nghị tổng kết", at: new Date(local.clock.now()).toISOString() };
  await clerk.ballots.savePoll({
    ...poll,
    body: { for: "nomination", award: "CO_BT", candidates: ["ha-giang", "son-la", "lao-cai"], rule },
  });
  await clerk.ballots.saveConference({
    ...at,
    body: { ...day, agenda: [{ title: "Đề nghị tặng Cờ thi đua", poll: "co" }] },
  });
  const delegates = Object.entries(units).map(([unit, name]) => ({
    delegate: unit,
    name: `Đại biểu ${name}`,
    unit,
  }));
  await clerk.ballots.saveRoll({ ...at, body: { delegates } });
  const { tickets } = await clerk.ballots.makeTickets({ ...at, body: {} });
  for (const { delegate } of delegates) await clerk.ballots.checkIn({ ...at, delegate });
  await clerk.ballots.showPoint({ ...at, body: { on: 0 } });
  await clerk.ballots.openPoll({ ...poll, body: { conference: at.conference } });
  return (unit: keyof typeof units) => {
    const secret = tickets.find(({ delegate }) => delegate === unit)?.secret;
    return `/vote/#${council}.${at.conference}.${secret}`;
  };
}

test("in an open poll a teller enters a paper while a phone votes; the big screen counts both, and each stays the only one", async () => {
  const scan = await anOpenBox();
  const { page: screen } = await windowFor(browser, local.url, { width: 1280, height: 720 });
  await screen.goto(`/screen/#${council}.${at.conference}`);
  const ring = (name: RegExp) => screen.getByRole("img", { name }).waitFor({ timeout: 15_000 });
  await ring(/^0 trên 12 phiếu đã vào hòm/);

  // By the keyboard alone: who, what, in.
  const teller = await follow("to-truong", phoneSize);
  await teller.goto(`/${year}/clusters/${cluster}/conferences/${at.conference}/polls/co/papers`);
  await heading(teller, /^Nhập phiếu giấy$/).waitFor();
  await see(teller, "không sửa, không rút lại được");
  await expectAccessible(teller);
  await seek(teller).fill("yên bái");
  await seek(teller).press("Enter");
  await heading(teller, /^Phiếu của Đại biểu Yên Bái/).waitFor();
  const first = teller.getByLabel("Sở VHTTDL Hà Giang");
  await teller.waitForFunction(() => document.activeElement?.matches('input[type="checkbox"]'));
  await expectAccessible(teller);
  for (const name of ["Hà Giang", "Sơn La", "Lào Cai"]) await teller.getByLabel(`Sở VHTTDL ${name}`).check();
  await see(teller, "Thể lệ cho chọn nhiều nhất 2 tên.");
  expect(await teller.getByRole("button", { name: /^Nhập:/ }).isDisabled()).toBe(true);
  await first.uncheck();
  await teller.getByLabel("Sở VHTTDL Lào Cai").press("Enter");
  await see(teller, /^Đã nhập phiếu của Đại biểu Yên Bái: .*Sơn La, .*Lào Cai\.$/);
  await heading(teller, "Đã nhập 1 phiếu giấy").waitFor();
  await teller.waitForFunction(() => document.activeElement?.matches('input[type="search"]'));
  await ring(/^1 trên 12 phiếu đã vào hòm/);

  // A phone meanwhile; another finds that its delegate has voted on paper.
  const { page: phone } = await windowFor(browser, local.url, phoneSize);
  await phone.goto(scan("bac-kan"));
  await mark(phone, "Sơn La");
  await phone.getByRole("button", { name: /^Bỏ phiếu cho .*Sơn La$/ }).click();
  await isIn(phone);
  await ring(/^2 trên 12 phiếu đã vào hòm/);
  const { page: late } = await windowFor(browser, local.url, phoneSize);
  await late.goto(scan("yen-bai"));
  await see(late, "Phiếu giấy của đại biểu đã vào hòm.");

  // A paper for whoever has voted by phone is not taken; one of somebody absent comes by letter.
  await seek(teller).fill("bắc kạn");
  await press(teller, "Nhập phiếu Đại biểu Bắc Kạn");
  await teller.getByLabel("Sở VHTTDL Hà Giang").check();
  await press(teller, /^Nhập: .*Hà Giang$/);
  await see(teller, "Đại biểu này đã bỏ phiếu bằng điện thoại, phiếu đã vào hòm.");
  await expectAccessible(teller);
  await press(teller, "Thôi, chưa nhập");
  await seek(teller).fill("sơn la");
  await press(teller, "Nhập phiếu Đại biểu Sơn La");
  await see(teller, "Thể lệ không cho chọn đơn vị mình");
  await teller.getByLabel("Thư").check();
  await press(teller, "Nhập: phiếu trắng");
  await see(teller, "Đã nhập phiếu của Đại biểu Sơn La: phiếu trắng.");
  await ring(/^3 trên 12 phiếu đã vào hòm/);

  await clerk.ballots.closePoll(poll);
  local.clock.moveTo(local.clock.now() + 11_000);
  await clerk.ballots.sealPoll(poll);
  await clerk.ballots.publishPoll({ ...poll, body: { as: "figures" } });
  const office = await follow("thuong-truc", desk);
  await office.goto(`/${year}/clusters/${cluster}/conferences/${at.conference}/polls/co/minutes`);
  await see(office, "1 bằng điện thoại, 1 bằng phiếu giấy, 1 bằng thư của người vắng");
  const row = (name: string) =>
    office.getByRole("row", { name: new RegExp(`Đại biểu ${name}`) }).textContent();
  expect(await row("Yên Bái")).toMatch(/Phiếu giấy.*Sơn La, .*Lào Cai$/);
  expect(await row("Bắc Kạn")).toMatch(/Điện thoại.*Sơn La$/);
  expect(await row("Sơn La")).toMatch(/Thưphiếu trắng$/);
  await expectAccessible(office);
  expect(await faultsOnPaper(office)).toEqual([]);
  expect(complaints).toEqual([]);
});
