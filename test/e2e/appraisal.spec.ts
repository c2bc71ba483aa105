import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { local } from "../world.ts";
import { expectAccessible, signIn, windowFor } from "./browser.ts";
import { appraise, cluster, makeCouncil, year } from "./council.ts";
import { browser } from "./house.ts";

/* The head's weeks of review: who appraises whom, what is found and answered, what comes of it, and what was given. */
const stage = await makeCouncil(local);
await appraise(stage);

const phone = { width: 360, height: 780 };
const desk = { width: 1280, height: 900 };
const here = `/${year}/clusters/${cluster}`;
const at = { year, cluster };
const complaints: string[] = [];
async function open(person: string, screen: typeof phone) {
  const window = await windowFor(browser, local.url, screen);
  await signIn(window.page, person);
  return { ...window, end: () => complaints.push(...window.complaints) };
}
const stored = (page: Page) => page.getByText(/^Đã lưu lúc/).waitFor();
const clerk = () => stage.clerk;
let appraiser = "";

test("the head notes a recusal, takes the proposed rotation and saves it", async () => {
  const { page, end } = await open("lang-son", desk);
  await page.goto(`${here}/cross-check`);
  await page.getByText("Chưa phân công chấm chéo.").waitFor();
  await expectAccessible(page);

  await page.getByText("Ghi một từ chối").click();
  await page.getByLabel("Đơn vị từ chối").selectOption("lang-son");
  await page.getByLabel("Không thẩm định").selectOption("ha-giang");
  await page.getByLabel("Lý do").fill("Lãnh đạo hai sở là người nhà.");
  await page.getByRole("button", { name: "Ghi", exact: true }).click();
  await page.getByText("Lạng Sơn không thẩm định Hà Giang").waitFor();
  await page.getByRole("button", { name: "Đề xuất theo vòng" }).click();
  await page.getByText("Cả năm đơn vị đã có đơn vị thẩm định.").waitFor();
  await page.getByText("Phân công chưa lưu.").waitFor();
  await page.getByRole("button", { name: "Lưu phân công" }).click();
  await page.getByText(/^Hoàng Thị Lan phân công/).waitFor();
  await expectAccessible(page);

  const { crossCheck } = await clerk().units.readCluster(at);
  const pairs = Object.entries(crossCheck?.appraisers ?? {});
  expect(new Set(pairs.map(([, who]) => who)).size).toBe(5);
  expect(pairs.filter(([unit, who]) => unit === who)).toEqual([]);
  appraiser = crossCheck?.appraisers["ha-giang"] ?? "";
  expect(appraiser).not.toBe("lang-son");
  await page.reload();
  await expect
    .poll(() => page.getByLabel("Đơn vị thẩm định phiếu của Hà Giang").inputValue())
    .toBe(appraiser);

  // It keeps its own hands off what it stepped back from.
  await page.goto(`${here}/appraisals/ha-giang`);
  await page.getByText("Đơn vị đã từ chối thẩm định Sở VHTTDL Hà Giang, có ghi lý do.").waitFor();
  await page.locator("#d2\\.6 a").click();
  expect(await page.locator(".line.open input, .line.open textarea").count()).toBe(0);
  end();
});

test("the member that was assigned finds on a phone, with a reason, and the unit answers on its own", async () => {
  const finder = await open(appraiser, phone);
  await finder.page.goto(`${here}/cross-check`);
  await finder.page.getByRole("link", { name: "Thẩm định Hà Giang" }).click();
  await finder.page.locator("#d2\\.6 a").click();
  await finder.page.getByRole("textbox", { name: "Điểm" }).fill("17");
  await finder.page.getByLabel(/Lý do khác tự chấm/).fill("Chưa công khai kết quả tiết kiệm quý III.");
  await stored(finder.page);
  await expectAccessible(finder.page);
  finder.end();

  const unit = await open("ha-giang", phone);
  await unit.page.goto(`${here}/sheets/ha-giang#d2.6`);
  const thread = unit.page.getByRole("list", { name: /Trao đổi về dòng này/ });
  await thread.getByText("Cụm thẩm định").waitFor();
  expect(await thread.getByRole("listitem").count()).toBe(2);
  await unit.page.getByLabel("Giải trình").fill("Đã công khai trên trang của Sở ngày 12/10.");
  await stored(unit.page);
  await expectAccessible(unit.page);
  unit.end();

  const stranger = await open(["cao-bang", "bac-kan"].find((each) => each !== appraiser) ?? "", desk);
  await stranger.page.goto(`${here}/appraisals/ha-giang`);
  await stranger.page.getByText("Chỉ xem: thẩm định là việc của cụm trưởng").waitFor();
  expect(await stranger.page.getByRole("alert").count()).toBe(0);
  await stranger.page.locator("#d2\\.6 a").click();
  await stranger.page.getByText("Chỉ xem.").waitFor();
  stranger.end();
});

test("side by side the standing office walks by keys to what differs, reads the thread and settles it", async () => {
  const { page, end } = await open("thuong-truc", desk);
  await page.goto(`${here}/matrix`);
  await page.getByText(/chỗ khác tự chấm/).waitFor();
  await expectAccessible(page);
  const grid = page.getByRole("grid");
  await page.getByLabel("Hiện").selectOption("differing");
  const row = grid.getByRole("row").filter({ hasText: "Phòng, chống tham nhũng" });
  await row.locator("[data-at]").first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");

  const panel = page.getByRole("region", { name: "Sở VHTTDL Hà Giang, dòng 2.6" });
  const thread = panel.getByRole("listitem");
  await panel.getByText("Đã công khai trên trang của Sở ngày 12/10.").waitFor();
  expect(await thread.locator(".what").allInnerTexts()).toEqual([
    "Đơn vị tự chấm",
    "Cụm thẩm định",
    "Đơn vị giải trình",
  ]);
  await panel.getByRole("textbox", { name: "Điểm" }).fill("18");
  await panel.getByLabel(/Lý do khác tự chấm/).fill("Có công khai, nhưng chậm.");
  await panel.getByText(/^Đã lưu lúc/).waitFor();
  await panel.getByText("Thường trực hội đồng thẩm định").waitFor();
  await row.locator("[aria-current]").getByText("18", { exact: true }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });
  expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-at"))).toBe(true);

  // On paper: landscape, over several pages.
  await page.getByLabel("Hiện").selectOption("all");
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const boxes = Array.from(
    pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g),
    ([, wide, high]) => [Number(wide), Number(high)] as const,
  );
  expect(boxes.length).toBeGreaterThan(1);
  expect(boxes.filter(([wide, high]) => wide < high)).toEqual([]);
  end();
});

test("on a phone one criterion stands for all units, and one's own sheet is only read", async () => {
  const { page, end } = await open("lang-son", phone);
  await page.goto(`${here}/matrix`);
  await page.getByText("Dòng 1 trên 40").waitFor();
  await page.getByRole("button", { name: "Dòng sau" }).click();
  await page.getByText("Dòng 2 trên 40").waitFor();
  await page.getByRole("button", { name: /^Lạng Sơn/ }).click();
  await page.getByText("Đây là phiếu của đơn vị mình").waitFor();
  expect(await page.locator(".work input").count()).toBe(0);
  await expectAccessible(page);
  end();
});

test("the standing office makes a sheet final, the head announces, and the council's ranking is searched", async () => {
  const office = await open("thuong-truc", desk);
  await office.page.goto(`${here}/appraisals/bac-kan`);
  await office.page.getByRole("button", { name: "Chốt phiếu" }).click();
  await office.page.getByRole("dialog").getByRole("button", { name: "Chốt phiếu" }).click();
  await office.page.getByText("Phiếu đã chốt.").first().waitFor();
  await expectAccessible(office.page);

  const head = await open("lang-son", desk);
  await head.page.goto(`${here}/ranking`);
  await head.page.getByRole("button", { name: "Công bố xếp hạng" }).click();
  await head.page.getByRole("dialog").getByRole("button", { name: "Công bố xếp hạng" }).click();
  await head.page.getByText("Chưa công bố").waitFor({ state: "hidden" });
  head.end();

  await office.page.goto(`/${year}/ranking`);
  await office.page.getByText("Hội đồng chưa công bố xếp hạng.").waitFor();
  await office.page.getByRole("button", { name: "Công bố toàn hội đồng" }).click();
  await office.page.getByText("Cụm duy nhất đã có xếp hạng.").waitFor();
  await expectAccessible(office.page);
  office.end();

  const unit = await open("cao-bang", phone);
  await unit.page.goto(`/${year}/ranking`);
  await unit.page.getByLabel("Tìm đơn vị hoặc cụm").fill("cao bang");
  await unit.page.getByRole("rowheader", { name: "Sở VHTTDL Cao Bằng" }).waitFor();
  expect(await unit.page.getByRole("rowheader").count()).toBe(1);
  await expectAccessible(unit.page);
  await unit.page.getByLabel("Tìm đơn vị hoặc cụm").fill("không có");
  await unit.page.getByText("Không tìm thấy “không có”.").waitFor();
  unit.end();
});

test("the head launches a movement, two units enter what they gave on their phones, and a slip is undone", async () => {
  const head = await open("lang-son", desk);
  await head.page.goto(`${here}/movements`);
  await head.page.getByRole("button", { name: "Phát động phong trào" }).click();
  await head.page.getByLabel("Tên phong trào").fill("Tặng kệ sách");
  await head.page.getByLabel("Mục tiêu").fill("Mỗi trường một kệ sách");
  await expectAccessible(head.page);
  await head.page.getByRole("button", { name: "Phát động phong trào" }).click();
  await head.page.getByRole("heading", { name: "Tặng kệ sách", exact: true }).waitFor();

  const enter = async (page: Page, metric: string, value: string, measure: string) => {
    await page.getByLabel("Kết quả", { exact: true }).fill(metric);
    await page.getByLabel("Số lượng").fill(value);
    await page.getByLabel("Đơn vị tính").fill(measure);
  };
  const send = (page: Page) => page.locator("form").getByRole("button", { name: "Ghi kết quả" }).click();
  const unit = await open("ha-giang", phone);
  await unit.page.goto(`${here}/movements`);
  await unit.page.getByRole("button", { name: "Ghi kết quả: Tặng kệ sách" }).click();
  await enter(unit.page, "Sách tặng", "1.250", "cuốn");
  await unit.page.getByText("1.250 đọc được hai cách. Ý là số nào?").waitFor();
  await expectAccessible(unit.page);
  await unit.page.getByRole("button", { name: "Ghi 1.250" }).click();
  await send(unit.page);
  await unit.page.getByText("Đã ghi 1.250 cuốn của Hà Giang.").waitFor();
  await unit.page.getByRole("button", { name: "Hoàn tác" }).click();
  const ofBooks = unit.page.getByRole("region", { name: "Tặng kệ sách" });
  await ofBooks.getByText("Chưa có kết quả nào được ghi.").waitFor();
  await enter(unit.page, "Sách tặng", "641", "cuốn");
  await send(unit.page);
  await ofBooks.locator(".figure", { hasText: "641" }).waitFor();
  await expectAccessible(unit.page);
  unit.end();

  const other = await open("cao-bang", phone);
  await other.page.goto(`${here}/movements`);
  await other.page.getByRole("button", { name: "Ghi kết quả: Tặng kệ sách" }).click();
  await enter(other.page, "Quyên góp", "33800000", "đồng");
  await send(other.page);
  await other.page.getByText("33,8").first().waitFor();
  await other.page.getByText("triệu đồng").first().waitFor();
  other.end();

  await head.page.reload();
  const region = head.page.getByRole("region", { name: "Tặng kệ sách" });
  await region.getByText("Các lần ghi (3)").click();
  await region.getByText(/thu lại .*không tính nữa/).waitFor();
  await region.getByText("Bảng số liệu").click();
  await region.getByRole("cell", { name: "33.800.000" }).first().waitFor();
  await expectAccessible(head.page);
  head.end();
  expect(complaints).toEqual([]);
});
