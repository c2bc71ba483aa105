import { expect, test } from "vitest";
import { local } from "../world.ts";
import { cast, codeOn, heading, isIn, lose, mark, patient, phoneSize } from "./ballot-page.ts";
import { expectAccessible, windowFor } from "./browser.ts";
import { browser } from "./house.ts";
import { aHall, type Unit } from "./vote-hall.ts";

const hall = await aHall(local);

const windows: { complaints: string[] }[] = [];

/** A phone that scanned this unit's ticket. */
async function phoneOf(unit: Unit) {
  const window = await windowFor(browser, local.url, phoneSize);
  windows.push(window);
  await window.page.goto(hall.scan(unit));
  return window;
}
test("five delegates vote for a head, through a reload, a lost network, a second tap, a second tab and a second phone", async () => {
  const caoBang = await phoneOf("cao-bang");
  const { page } = caoBang;
  await heading(page, "Chưa có cuộc bỏ phiếu nào đang mở.").waitFor(patient);
  // A ticket is nowhere to be read once the page stands.
  expect(page.url()).not.toContain("#");
  await page.getByRole("button", { name: "Tôi đã có mặt" }).click();
  await page.getByText("Đã điểm danh.").first().waitFor();
  await expectAccessible(page);

  // Before the day everybody may try, and nothing of it counts.
  await hall.rehearse();
  await heading(page, "Bỏ phiếu thử").waitFor(patient);
  await mark(page, "Bắc Kạn");
  await cast(page, "Bỏ phiếu cho Bắc Kạn");
  await heading(page, "Phiếu thử đã vào hòm. Máy này bỏ phiếu được.").waitFor(patient);

  await hall.open("truong");
  await page.getByRole("button", { name: "Mời chọn một tên" }).waitFor(patient);
  await page.getByText("tức từ 3 trên 5 phiếu").waitFor();
  // The own unit is not offered, and the names are in the order of the alphabet.
  expect(await page.locator(".name b").allInnerTexts()).toEqual([
    "Sở VHTTDL Bắc Kạn",
    "Sở VHTTDL Hà Giang",
    "Sở VHTTDL Tuyên Quang",
    "Phiếu trắng",
  ]);
  await expectAccessible(page);
  await mark(page, "Hà Giang");
  await mark(page, "Tuyên Quang");

  // Others vote meanwhile: what is marked here stays marked.
  const haGiang = await phoneOf("ha-giang");
  await mark(haGiang.page, "Tuyên Quang");
  // Two taps where one was meant.
  await haGiang.page.getByRole("button", { name: "Bỏ phiếu cho Tuyên Quang" }).dblclick();
  await isIn(haGiang.page);
  await page.waitForTimeout(4_000);
  await cast(page, "Bỏ phiếu cho Tuyên Quang");
  await isIn(page);
  await expectAccessible(page);
  const code = await codeOn(page);
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await page.reload();
  await isIn(page);
  expect(await codeOn(page)).toBe(code);

  // The same ticket on another phone is told the truth, with the code of what is there.
  const second = await phoneOf("cao-bang");
  await heading(second.page, "Thẻ này đã bỏ phiếu, phiếu đã vào hòm.").waitFor(patient);
  expect(await codeOn(second.page)).toBe(code);
  await expectAccessible(second.page);

  // The network goes as somebody votes; the page is closed, opened anew, and the ballot is still there.
  const langSon = await phoneOf("lang-son");
  await mark(langSon.page, "Phiếu trắng");
  const tab = await langSon.context.newPage();
  await tab.goto("/vote/");
  await tab.getByRole("button", { name: "Mời chọn một tên" }).waitFor(patient);
  await lose(langSon.context);
  await cast(langSon.page, "Bỏ phiếu trắng");
  await langSon.page.getByText("Chưa có mạng, phiếu chưa vào hòm.").waitFor(patient);
  await expectAccessible(langSon.page);
  await heading(tab, "Phiếu đang ở máy này.").waitFor(patient);
  await langSon.page.reload();
  await heading(langSon.page, "Phiếu đang ở máy này.").waitFor(patient);
  await langSon.context.unroute("**/api/**");
  await isIn(langSon.page);
  await isIn(tab);
  expect(await codeOn(tab)).toBe(await codeOn(langSon.page));

  // A shared tablet: typed, voted, forgotten.
  const tablet = await windowFor(browser, local.url, { width: 800, height: 1100 });
  windows.push(tablet);
  await tablet.page.goto(`/vote/#${hall.place}.kiosk`);
  await tablet.page.getByLabel("Mã trên thẻ").fill("ABCD-EFGH");
  await tablet.page.keyboard.press("Enter");
  await tablet.page.getByText("Thẻ này không đúng").first().waitFor(patient);
  await tablet.page.getByLabel("Mã trên thẻ").fill(hall.codeOf("bac-kan").toLowerCase().replace("-", " "));
  await tablet.page.keyboard.press("Enter");
  await mark(tablet.page, "Hà Giang");
  await cast(tablet.page, "Bỏ phiếu cho Hà Giang");
  await isIn(tablet.page);
  await cast(tablet.page, "Xong, mời đại biểu tiếp theo");
  await heading(tablet.page, "Mời đại biểu bỏ phiếu").waitFor(patient);
  const left = await tablet.page.evaluate(() => JSON.stringify(localStorage));
  expect(left).not.toMatch(/holder|ballot\//);

  // Paper was given: a phone that comes late is told so.
  await hall.paper("truong", "tuyen-quang");
  const tuyenQuang = await phoneOf("tuyen-quang");
  await tuyenQuang.page.getByText("Đại biểu đã nhận phiếu giấy").first().waitFor(patient);

  await hall.close("truong");
  await page.getByText("Hòm đã đóng và đang kiểm.").waitFor(patient);
  await page.waitForTimeout(8_000);
  expect(await hall.count("truong", [["tuyen-quang"]])).toMatchObject({
    valid: 5,
    blank: 1,
    votes: { "tuyen-quang": 3, "ha-giang": 1 },
  });
  await page.getByText("3 phiếu, 60 %").waitFor(patient);
  await expectAccessible(page);

  await page.getByRole("link", { name: "Tra cứu phiếu của đại biểu" }).click();
  await page.getByLabel("Mã tra cứu").fill(code.toLowerCase());
  await page.keyboard.press("Enter");
  await page.getByText(`Phiếu ${code} ở trong hòm đã niêm phong.`).waitFor(patient);
  await expectAccessible(page);
  expect(windows.flatMap(({ complaints }) => complaints)).toEqual([]);
});

test("while the box is open a ballot is changed, and on the way out of a poll that is void nothing counts", async () => {
  await hall.open("pho");
  const { page } = await phoneOf("ha-giang");
  await mark(page, "Cao Bằng");
  await mark(page, "Bắc Kạn");
  await cast(page, "Bỏ phiếu cho Bắc Kạn, Cao Bằng");
  await isIn(page);
  const first = await codeOn(page);
  await cast(page, "Đổi lựa chọn");
  await mark(page, "Tuyên Quang");
  await cast(page, "Bỏ phiếu cho Tuyên Quang");
  await isIn(page);
  const changed = await codeOn(page);
  expect(changed).not.toBe(first);

  // Another phone changes it once more, and this one learns of it.
  const other = await phoneOf("ha-giang");
  await heading(other.page, "Thẻ này đã bỏ phiếu, phiếu đã vào hòm.").waitFor(patient);
  await cast(other.page, "Đổi lựa chọn");
  await mark(other.page, "Phiếu trắng");
  await cast(other.page, "Bỏ phiếu trắng");
  await isIn(other.page);
  await page.reload();
  await heading(page, "Thẻ này đã bỏ phiếu, phiếu đã vào hòm.").waitFor(patient);
  expect(await codeOn(page)).toBe(await codeOn(other.page));

  // A ticket made anew ends the one before: the old one is told, the new one is let in.
  const { tickets } = await hall.replaceTicket("tuyen-quang");
  await page.goto(`/vote/#${hall.place}.${tickets[0]?.secret}`);
  await page.locator("#who", { hasText: "Tuyên Quang" }).waitFor(patient);
  const old = await phoneOf("tuyen-quang");
  await old.page.getByText("Thẻ này không đúng, hoặc đã được thay").first().waitFor({ timeout: 40_000 });
  await page.goto(hall.scan("ha-giang"));
  await page.locator("#who", { hasText: "Hà Giang" }).waitFor(patient);

  await hall.void("pho");
  await page.getByText("Cuộc bỏ phiếu này đã hủy.").first().waitFor(patient);
  await page.getByText("Lý do: Mất điện.").waitFor();
  await expectAccessible(page);
});

test("each name is answered, without a network from the first visit on, and the page tells who came too late", async () => {
  const { page, context, complaints } = await phoneOf("cao-bang");
  await hall.open("co", 16);
  const opened = Date.now();
  await page.getByRole("button", { name: "Còn hai tên chưa trả lời" }).waitFor(patient);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expectAccessible(page);

  // The whole page comes from the phone itself, and what is cast on it is kept.
  await context.setOffline(true);
  await page.reload();
  await page.getByRole("button", { name: "Còn hai tên chưa trả lời" }).waitFor(patient);
  for (const name of ["Hà Giang", "Tuyên Quang"])
    await page.getByRole("radiogroup", { name }).getByText("Đồng ý", { exact: true }).click();
  await cast(page, "Bỏ phiếu cho Hà Giang, Tuyên Quang");
  await heading(page, "Phiếu đang ở máy này.").waitFor(patient);
  // Until the box has closed for good, however fast all this was.
  await page.waitForTimeout(Math.max(0, opened + 19_000 - Date.now()));
  await context.setOffline(false);
  await page.getByText("Hòm đã đóng trước khi phiếu này đến").first().waitFor(patient);
  await page.getByRole("link", { name: "0205 3812 345" }).waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test.for([
  ["lo", "ຕົວໜັງສືໃຫຍ່"],
  ["th", "ตัวอักษรใหญ่"],
  ["en", "Larger text"],
] as const)("a delegate reads the ballot in another language: %s", async ([language, text]) => {
  const { page, complaints } = await phoneOf("lang-son");
  await page.locator("#who", { hasText: "Lạng Sơn" }).waitFor(patient);
  await page.getByLabel("Ngôn ngữ").selectOption(language);
  await page.getByText(text).first().waitFor(patient);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
  await expectAccessible(page);
  // The next visit speaks it too.
  await page.reload();
  await page.getByText(text).first().waitFor(patient);
  expect(complaints).toEqual([]);
});
