import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Scheme } from "#domain/scheme.ts";
import { callerOf } from "#infra/year/cast.ts";
import { local } from "../world.ts";
import { expectAccessible, signIn, windowFor } from "./browser.ts";
import { cluster, council, makeCouncil, password, year } from "./council.ts";
import { browser } from "./house.ts";
import { container, workbook } from "./workbooks.ts";

const stage = await makeCouncil(local);

/** Typing pauses a second before it is sent. */
const soon = { timeout: 15_000 };
const phone = { width: 360, height: 780 };
const desk = { width: 1280, height: 900 };
const stored = async (scheme: string): Promise<Scheme | undefined> =>
  (await stage.clerk.scoring.listSchemes({ year })).filter((each) => each.scheme === scheme).at(-1);
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const isStored = (page: Page) => page.getByText(/^Đã lưu lúc/).waitFor();

/** Goes there by Tab alone, as somebody without a mouse. */
async function tabTo(page: Page, goal: Locator) {
  for (let tabs = 0; tabs < 80; tabs += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("It was not reached by Tab.");
}

test("a clerk writes a small table with the keyboard alone, is told what does not add up, and publishes it", async () => {
  const { page, complaints } = await windowFor(browser, local.url, desk);
  const { keyboard } = page;
  await signIn(page, "thuong-truc");
  await page.goto(`/${year}/schemes`);
  await page.getByText("Một bảng đã ban hành.").waitFor();
  await expectAccessible(page);
  await tabTo(page, page.getByRole("link", { name: "Lập bảng tiêu chí" }));
  await keyboard.press("Enter");
  await tabTo(page, page.getByRole("radio", { name: "Từ mẫu thật" }));
  await keyboard.press("ArrowLeft");
  await tabTo(page, field(page, "Tên bảng"));
  await keyboard.type("Khối sở ngành");
  await tabTo(page, page.getByRole("button", { name: "Lập bảng này" }));
  await keyboard.press("Enter");

  await tabTo(page, field(page, "Nội dung, nhóm I"));
  await keyboard.type("Nhiệm vụ chuyên môn");
  await keyboard.press("ArrowDown");
  await keyboard.type("Thực hiện kế hoạch năm");
  await keyboard.press("Tab");
  await keyboard.type("40");
  await keyboard.press("Enter");
  await keyboard.type("Cải cách hành chính");
  await keyboard.press("Tab");
  await keyboard.type("27,5");
  await keyboard.press("Enter");
  await keyboard.press("Shift+Tab");
  await keyboard.type("Thi đua, khen thưởng");
  await keyboard.press("Enter");
  await keyboard.type("Ký giao ước đúng hạn");
  await keyboard.press("Tab");
  await keyboard.type("22,5");
  await keyboard.press("Enter");
  await keyboard.press("Backspace");
  await expect
    .poll(() => field(page, "Nội dung, tiêu chí 2.1").evaluate((box) => box === document.activeElement), soon)
    .toBe(true);
  await keyboard.press("Alt+ArrowUp");
  await field(page, "Nội dung, tiêu chí 2.1").waitFor();
  await keyboard.press("Control+z");
  await tabTo(page, page.locator("#total"));
  await keyboard.type("100");
  await page.getByText("Các dòng cộng 90, còn thiếu 10 điểm.").first().waitFor();
  await isStored(page);
  expect(await page.getByRole("button", { name: "Ban hành" }).getAttribute("aria-disabled")).toBe("true");
  await expectAccessible(page);

  await page.keyboard.press("Shift+Tab");
  for (let back = 0; back < 40; back += 1) {
    if (await field(page, "Điểm, dòng 2.1").evaluate((box) => box === document.activeElement)) break;
    await keyboard.press("Shift+Tab");
  }
  await keyboard.press("Control+a");
  await keyboard.type("32,5");
  await page.getByText("Các dòng cộng đúng 100 điểm.").first().waitFor();
  await tabTo(page, page.getByRole("button", { name: "Ban hành" }));
  await keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Bản đầu tiên: 3 dòng, 100 điểm.").waitFor();
  await expectAccessible(page);
  await tabTo(page, dialog.getByRole("button", { name: "Ban hành" }));
  await keyboard.press("Enter");
  await page.getByText(/^3 dòng, 100 điểm. Bản 1, ban hành ngày/).waitFor();
  await expectAccessible(page);
  expect(await stored("khoi-so-nganh")).toMatchObject({
    no: 1,
    title: "Khối sở ngành",
    published: { by: "thuong-truc" },
    table: {
      total: 100,
      groups: [
        {
          code: "I",
          title: "Nhiệm vụ chuyên môn",
          criteria: [{ code: "1.1" }, { code: "1.2", way: { max: 27.5 } }],
        },
        { code: "II", title: "Thi đua, khen thưởng", criteria: [{ code: "2.1", way: { max: 32.5 } }] },
      ],
    },
  });
  expect(complaints).toEqual([]);
});

test("last year's table is copied and changed, every way of scoring is tried, and the change is told line by line", async () => {
  const { page, complaints } = await windowFor(browser, local.url, desk);
  await signIn(page, "thuong-truc");
  await page.goto(`/${year}/new-scheme`);
  await page.getByText("Chép từ bảng đã có").click();
  await page
    .getByRole("button", { name: `Chép bảng này: Bảng tiêu chí ${year - 1}, bản 1, năm ${year - 1}` })
    .click();
  await page.getByText("Các dòng cộng đúng 1.000 điểm.").first().waitFor();

  await page.getByRole("button", { name: /^Cách chấm dòng 1\.3:/ }).click();
  const trial = page.getByRole("region", { name: "Thử một số" });
  await trial.getByLabel("Tỷ lệ đạt được, %").fill("74,5");
  await trial.getByText("Được 25 điểm").waitFor();
  await trial.getByText("nằm ở bậc 70–80 %").waitFor();
  await field(page, "Bậc 2, từ").fill("80");
  await page.getByText("Hai bậc cùng mốc 80. Cần sửa một mốc.").waitFor();
  await expectAccessible(page);
  await field(page, "Bậc 2, từ").fill("75");
  await trial.getByText("Được 20 điểm").waitFor();
  await page.getByLabel("Bỏ bậc 4").click();
  await page.getByText("Hở: dưới 60 chưa có bậc nào nên được 0 điểm.").waitFor();
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await page.getByText("Hở: dưới 60").waitFor({ state: "hidden" });

  await page.getByRole("button", { name: /^Cách chấm dòng 1\.10:/ }).click();
  await trial.getByLabel("Kết quả").first().fill("120");
  await trial.getByLabel("Chỉ tiêu, nếu được giao").first().fill("100");
  await trial.getByText("Được 40 điểm").waitFor();
  await trial.getByLabel("Kết quả").last().fill("140");
  await trial.getByLabel("Chỉ tiêu, nếu được giao").last().fill("100");
  await trial.getByText("Được 30 điểm").waitFor();

  const [line, target] = [
    page.locator(".line", { has: field(page, "Mã, tiêu chí 1.2") }),
    page.locator(".line", { has: field(page, "Mã, tiêu chí 1.1") }),
  ];
  await line.scrollIntoViewIfNeeded();
  await line.hover();
  const [from, to] = [await line.locator(".grip").boundingBox(), await target.boundingBox()];
  await page.mouse.move((from?.x ?? 0) + 4, (from?.y ?? 0) + 10);
  await page.mouse.down();
  await page.mouse.move((to?.x ?? 0) + 60, (to?.y ?? 0) + 10, { steps: 4 });
  await page.mouse.up();
  await isStored(page);
  const id = `bang-tieu-chi-2`;
  await expect
    .poll(async () => (await stored(id))?.table.groups[0]?.criteria.slice(0, 2).map(({ code }) => code), soon)
    .toEqual(["1.2", "1.1"]);
  expect((await stored(id))?.copiedFrom).toMatchObject({ year: year - 1 });

  await page.getByRole("button", { name: "Ban hành" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(`So với bảng năm ${year - 1}:`).waitFor();
  await dialog.getByText("Sửa một dòng.").waitFor();
  await dialog.getByText("Từ 80 %: 30; 75–80 %: 25; 60–75 %: 20; dưới 60 %: 15").waitFor();
  await dialog.getByRole("button", { name: "Ban hành" }).click();
  await page.getByRole("button", { name: "Cụm thi đua số 4 dùng bản này" }).click();
  await page.getByText("Đang dùng bản này").waitFor();
  expect((await stage.clerk.units.readCluster({ year, cluster })).scheme).toEqual({ scheme: id, no: 1 });
  await page.getByRole("link", { name: "So sánh" }).click();
  await page.getByText("Sửa một dòng.").waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);

  // Everybody in the cluster reads it, on a phone as well, and nothing there can be changed.
  const unit = await windowFor(browser, local.url, phone);
  await signIn(unit.page, "bac-kan");
  await unit.page.goto(`/${year}/clusters/${cluster}/scheme`);
  await unit.page.getByText("Từ 80 %: 30; 75–80 %: 25; 60–75 %: 20; dưới 60 %: 15").waitFor();
  await unit.page.getByText(/Chép từ bang-tieu-chi năm/).waitFor();
  await expectAccessible(unit.page);
  await unit.page.goto(`/${year}/schemes/${id}/draft`);
  await unit.page.getByText("Chỉ chuyên viên thường trực soạn bảng tiêu chí").waitFor();
  await unit.page.emulateMedia({ media: "print" });
  await unit.page.goto(`/${year}/clusters/${cluster}/scheme`);
  await unit.page.getByText("Độc lập - Tự do - Hạnh phúc").waitFor();
  expect(await unit.page.getByRole("button", { name: "In bảng" }).isVisible()).toBe(false);
  expect(unit.complaints).toEqual([]);
});

const spreadsheet = () =>
  workbook([
    ["TT", "Tiêu chí", "Điểm tối đa"],
    ["I", "Chuyên môn", 12.5],
    [1, "Kế hoạch", 7.5],
    [2, "Báo cáo", 5],
  ]);

const excel = `<html><head><style><!-- .xl65{font-weight:700;} .xl66{mso-char-indent-count:1;} --></style></head><body><table>
<tr><td class=xl65>TT</td><td class=xl65>Nội dung tiêu chí</td><td class=xl65>Điểm tối đa</td></tr>
<tr><td class=xl65>I</td><td class=xl65>Chuyên môn</td><td class=xl65>30</td></tr>
<tr><td>1.1</td><td>Thực hiện <span style="font-weight:700">kế hoạch</span></td><td>25</td></tr>
<tr><td rowspan=3>1.2</td><td>Tỷ lệ hồ sơ đúng hạn</td><td>5</td></tr>
<tr><td class=xl66>- Từ 95% trở lên</td><td>5</td></tr><tr><td class=xl66>- Dưới 95%</td><td>2</td></tr>
<tr><td>II</td><td>Điểm thưởng</td><td></td></tr><tr><td>1</td><td>Mô hình mới</td><td>3</td></tr>
<tr><td colspan=2>Tổng cộng</td><td>33</td></tr></table></body></html>`;

test("a table pasted from a spreadsheet is seen before it is taken, and what one types without network is kept", async () => {
  const { page, context, complaints } = await windowFor(browser, local.url, phone);
  await signIn(page, "thuong-truc");
  await page.goto(`/${year}/new-scheme`);
  await page.getByText("Từ tệp Excel").click();
  await page
    .locator("#file")
    .setInputFiles({ name: "cu.xls", mimeType: "application/vnd.ms-excel", buffer: container("Workbook") });
  await page.getByText("Tệp này là Excel kiểu cũ (.xls).").waitFor();
  await page
    .locator("#file")
    .setInputFiles({ name: "bang.xlsx", mimeType: "application/octet-stream", buffer: await spreadsheet() });
  await page.getByText("Hai dòng trong một nhóm, cộng 12,5 điểm.").waitFor();
  await expectAccessible(page);

  await page.getByText("Dán từ Excel, Word").click();
  await field(page, "Dán bảng vào đây").evaluate((box, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", "TT");
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, excel);
  await page.getByText("Ba dòng trong một nhóm, cộng 33 điểm.").waitFor();
  await page.getByText("Từ 95 %: 5; dưới 95 %: 2").waitFor();
  await expectAccessible(page);
  await page.getByLabel("Điểm", { exact: true }).selectOption("");
  await page.getByText(/cộng 33 điểm/).waitFor({ state: "hidden" });
  await page.getByLabel("Điểm", { exact: true }).selectOption("2");

  await context.route("**/api/**", (route) => route.abort());
  await field(page, "Tên bảng").fill("Khối doanh nghiệp");
  await page.getByRole("button", { name: "Lập bảng này" }).click();
  await page.waitForURL(/khoi-doanh-nghiep/);
  await context.unroute("**/api/**");
  await page.reload();
  await page.getByText("Các dòng cộng đúng 33 điểm.").first().waitFor();
  await isStored(page);
  expect(await stored("khoi-doanh-nghiep")).toMatchObject({
    table: {
      total: 33,
      groups: [
        {
          criteria: [
            { code: "1.1", title: "Thực hiện kế hoạch" },
            { code: "1.2", way: { way: "steps" } },
          ],
        },
      ],
      bonus: [{ title: "Mô hình mới" }],
    },
  });

  // One line is open at a time; a thumb reaches all of it.
  await page.getByRole("button", { name: /^Cách chấm dòng 1\.2:/ }).click();
  await page.getByRole("button", { name: /^Cách chấm dòng 1\.1:/ }).click();
  expect(await page.getByLabel("Loại dòng").count()).toBe(1);
  await page.getByLabel("Ai cho điểm").selectOption("agency");
  await page.getByLabel("Mã cơ quan").fill("so-tai-chinh");
  await isStored(page);
  await expectAccessible(page);
  expect((await stored("khoi-doanh-nghiep"))?.table.groups[0]?.criteria[0]).toMatchObject({
    agency: "so-tai-chinh",
  });
  expect(complaints).toEqual([]);
});

test("two clerks at one table: the second sees what differs and chooses, and a real table is there to begin with", async () => {
  await stage.clerk.units.savePerson({ person: "minh", body: { name: "Trần Văn Minh", role: "clerk" } });
  await callerOf(local).units.firstSignIn({
    body: { ...(await stage.clerk.units.makeSlip({ person: "minh" })), password },
  });
  const minh = callerOf(local, { council, person: "minh", password });

  const { page, complaints } = await windowFor(browser, local.url, desk);
  await signIn(page, "thuong-truc");
  await page.goto(`/${year}/new-scheme`);
  await page.getByRole("button", { name: /Tây Nguyên/ }).click();
  await page.getByRole("link", { name: "lmhtxdaknong.vn" }).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Dùng bảng này" }).click();
  await isStored(page);
  const scheme = page.url().split("/").at(-2) ?? "";
  const theirs = await stored(scheme);
  const body = { title: "Minh đổi tên", table: theirs?.table as Scheme["table"] };
  await minh.scoring.saveScheme({ year, scheme, body });

  await field(page, "Điểm, dòng 1.1").fill("4,5");
  await page.getByText("Người khác vừa lưu bảng này.").waitFor();
  await page.getByText(/^Trần Văn Minh lưu/).waitFor();
  await page.getByText("4,5 điểm", { exact: true }).waitFor();
  await expectAccessible(page);
  // Whoever is far down is led to the choice, and publishes nothing before it is made.
  expect(await page.getByRole("button", { name: "Ban hành" }).count()).toBe(0);
  await page.getByRole("button", { name: "Chọn bản để giữ" }).click();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toBe("Lấy phần của người kia");
  await page.keyboard.press("Enter");
  await expect.poll(() => field(page, "Tên bảng").inputValue(), soon).toBe("Minh đổi tên");
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await expect
    .poll(async () => (await stored(scheme))?.table.groups[0]?.criteria[0]?.way, soon)
    .toEqual({ way: "judged", max: 4.5 });
  expect(complaints).toEqual([]);
});
