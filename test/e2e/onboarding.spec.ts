import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "#infra/local/build.ts";
import { type Local, startLocal } from "#infra/local/local.ts";
import { callerOf, password } from "#infra/year/cast.ts";
import { expectAccessible, launch, windowFor } from "./browser.ts";
import { workbook } from "./workbooks.ts";

let local: Local;
let browser: Browser;
beforeAll(async () => {
  await build();
  local = await startLocal({ quiet: true });
  const operator = callerOf(local, { person: local.operator.name, password: local.operator.password });
  const slip = await operator.units.createCouncil({
    body: {
      council: "tinh-dong",
      name: "Hội đồng Thi đua - Khen thưởng tỉnh Đông",
      kind: "tỉnh",
      clerk: { person: "thuong-truc", name: "Phạm Thu Hà" },
    },
  });
  await callerOf(local).units.firstSignIn({ body: { ...slip, password } });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await local?.stop();
});

const desk = { width: 1280, height: 900 };
const phone = { width: 360, height: 780 };

/** The clerk at a desk or on a phone, at an address. */
async function clerkAt(address: string, screen = desk) {
  const opened = await windowFor(browser, local.url, screen);
  const { page } = opened;
  await page.goto("/");
  await page.getByLabel("Mã hội đồng").fill("tinh-dong");
  await page.getByLabel("Tên đăng nhập").fill("thuong-truc");
  await page.getByLabel("Mật khẩu").fill(password);
  await page.keyboard.press("Enter");
  await page.locator(".office h1").waitFor();
  await page.goto(address);
  await page.locator(".office h1").waitFor();
  return opened;
}

async function addUnit(page: Page, name: string) {
  await page.getByRole("button", { name: "Thêm đơn vị" }).click();
  await page.getByLabel("Tên đơn vị").fill(name);
  await page.getByLabel("Mang tên này từ năm").fill("2020");
  await page.getByRole("button", { name: "Lưu đơn vị" }).click();
  await page.getByRole("link", { name }).waitFor();
}

test("from nothing: the operator founds a council, and its first clerk comes in by the slip", async () => {
  const { page, complaints } = await windowFor(browser, local.url, desk);
  await page.goto("/operate");
  await page.getByLabel("Tên đăng nhập").fill(local.operator.name);
  await page.getByLabel("Mật khẩu").fill(local.operator.password);
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await page.getByText("Một hội đồng trên máy chủ này.").waitFor();
  await page.getByLabel("Tên hội đồng").fill("Hội đồng tỉnh Tây");
  await page.getByLabel("Mã hội đồng").fill("Tỉnh Tây");
  await page.getByText("Mã chỉ gồm chữ thường không dấu").waitFor();
  await page.getByLabel("Mã hội đồng").fill("tinh-tay");
  await page.getByLabel("Loại").fill("tỉnh");
  await page.getByLabel("Họ và tên chuyên viên thường trực").fill("Lê Văn Tây");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Lập hội đồng và cấp phiếu" }).click();
  await page.getByText("Đã lập Hội đồng tỉnh Tây.").waitFor();
  await page.setViewportSize(phone);
  await expectAccessible(page);
  const code = (await page.locator(".typed").textContent()) ?? "";

  const first = await windowFor(browser, local.url, phone);
  await first.page.goto(`/#slip.tinh-tay.le-van-tay.${code}`);
  await first.page.getByLabel("Mật khẩu mới", { exact: true }).fill(password);
  await first.page.getByLabel("Nhập lại mật khẩu mới").fill(password);
  await first.page.getByRole("button", { name: "Đặt mật khẩu và vào" }).click();
  await first.page.locator(".office h1").waitFor();
  expect([...complaints, ...first.complaints]).toEqual([]);
});

test("the clerk says whom to call, and every refusal says it too", async () => {
  const { page, complaints } = await clerkAt("/council");
  await page.getByText("Chưa ghi cần giúp thì gọi ai.").waitFor();
  await page.getByLabel("Cần giúp thì gọi ai").fill("Phòng Thi đua - Khen thưởng, 0205 3812 345");
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.getByText("Đã lưu.").waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test("units are written one by one, renamed, and go into one another with their history", async () => {
  const { page, complaints } = await clerkAt("/units");
  await page.getByText("Chưa có đơn vị nào.").waitFor();
  await expectAccessible(page);
  for (const name of ["Sở Nội vụ", "Sở Tài chính", "Sở Kế hoạch và Đầu tư"]) await addUnit(page, name);
  await page.getByText("Ba đơn vị, ba đơn vị chưa có người chấm.").waitFor();
  await page.getByLabel("Tìm").fill("ke hoach");
  await expect.poll(() => page.locator(".rows > li").count()).toBe(1);

  await page.getByRole("link", { name: "Sở Kế hoạch và Đầu tư" }).click();
  await page.getByLabel("Tên mới").fill("Sở Kế hoạch");
  await page.getByLabel("Từ năm").first().fill("2024");
  await page.getByRole("button", { name: "Đổi tên" }).click();
  await page.getByText("Sở Kế hoạch, tên dùng từ năm 2024.").waitFor();
  await page.getByLabel("Đơn vị nhận").fill("Sở Tài chánh");
  await page.getByText("Chưa có đơn vị tên này.").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Dùng “Sở Tài chính”" }).click();
  await page.getByLabel("Từ năm").last().fill("2025");
  await page.getByLabel("Căn cứ").fill("Nghị quyết số 18/NQ-HĐND");
  await page.getByRole("button", { name: "Ghi sáp nhập" }).click();
  await page.getByText("Sở Kế hoạch đã vào Sở Tài chính từ năm 2025.").waitFor();
  await page.getByText("Sở Kế hoạch và Đầu tư").waitFor();
  expect(complaints).toEqual([]);
});

test("somebody is added, changed, stopped and taken back", async () => {
  const { page, complaints } = await clerkAt("/people");
  await page.getByRole("button", { name: "Thêm người" }).click();
  await page.getByLabel("Họ và tên").fill("Lò Thị Mai");
  expect(await page.getByLabel("Tên đăng nhập").inputValue()).toBe("lo-thi-mai");
  await page
    .getByRole("textbox", { name: "Đơn vị" })
    .or(page.getByRole("combobox", { name: "Đơn vị" }))
    .first()
    .fill("Sở Nội vụ");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await page.getByText("Hai người, một người chưa vào lần nào.").waitFor();
  await page.getByRole("button", { name: "Ngừng dùng Lò Thị Mai" }).click();
  await page.getByText("Lò Thị Mai đã ngừng dùng, không vào được nữa.").waitFor();
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await page.getByRole("button", { name: "Ngừng dùng Lò Thị Mai" }).waitFor();
  expect(complaints).toEqual([]);
});

test("slips are made, printed eight to a page, and the code on one opens the first sign-in with all but the password", async () => {
  const { page, complaints } = await clerkAt("/people/slips");
  await page.getByText("Một người chưa có phiếu.").waitFor();
  await page.getByRole("button", { name: "Cấp 1 phiếu" }).click();
  const card = page.locator(".card");
  await card.getByText("lo-thi-mai").waitFor();
  const code = (await card.locator(".typed").textContent()) ?? "";
  expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  await card.locator("svg.qr").waitFor();
  await expectAccessible(page);
  // On paper nothing of a card is cut off: as wide as an A4 page between its margins.
  await page.setViewportSize({ width: 624, height: 970 });
  await page.emulateMedia({ media: "print" });
  const bottoms = await card.evaluate((card) =>
    [card, ...card.querySelectorAll("*")].map((part) => part.getBoundingClientRect().bottom),
  );
  expect(Math.max(...bottoms)).toBe(bottoms[0]);
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize(desk);

  const asked: string[] = [];
  const mai = await windowFor(browser, local.url, phone);
  mai.page.on("request", (request) => asked.push(request.url()));
  await mai.page.goto(`/#slip.tinh-dong.lo-thi-mai.${code}`);
  await mai.page.getByRole("heading", { name: "Đăng nhập lần đầu" }).waitFor();
  expect(await mai.page.getByLabel("Tên đăng nhập").inputValue()).toBe("lo-thi-mai");
  expect(await mai.page.getByLabel("Mã trên phiếu cấp").inputValue()).toBe(code);
  expect(mai.page.url()).not.toContain(code);
  expect(asked.join(" ")).not.toContain(code);
  await expectAccessible(mai.page);
  await mai.page.getByLabel("Mật khẩu mới", { exact: true }).fill(password);
  await mai.page.getByLabel("Nhập lại mật khẩu mới").fill(password);
  await mai.page.getByRole("button", { name: "Đặt mật khẩu và vào" }).click();
  await mai.page.locator(".office h1").waitFor();

  await page.goto("/people");
  await page.getByText("Hai người, ai cũng đã vào.").waitFor();
  await page.getByRole("button", { name: "Cấp phiếu mới Lò Thị Mai" }).click();
  await page.locator(".card").getByText("lo-thi-mai").waitFor();
  expect([...complaints, ...mai.complaints]).toEqual([]);
});

const file = (name: string, buffer: Uint8Array | ArrayBuffer) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(buffer as ArrayBuffer),
});

test("what is no list is told as such, before anything is sent", async () => {
  const { page, complaints } = await clerkAt("/import/units");
  const sent: string[] = [];
  page.on("request", (request) => request.method() !== "GET" && sent.push(request.url()));
  const choose = page.locator("input[type=file]");
  await choose.setInputFiles(file("anh.xlsx", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0])));
  await page.getByText("Tệp này là ảnh, không phải bảng.").waitFor();
  await expectAccessible(page);
  await choose.setInputFiles(file("lon.xlsx", new Uint8Array(10_000_001)));
  await page.getByText("Tệp lớn hơn 10 MB, một bảng không cần đến thế.").waitFor();
  expect(sent).toEqual([]);
  const template = page.waitForEvent("download");
  await page.getByRole("button", { name: "Tải tệp mẫu" }).click();
  expect((await template).suggestedFilename()).toBe("mau-don-vi.xlsx");
  // What is filled into the template comes back as it went out.
  await choose.setInputFiles(await (await template).path());
  await page.getByText("Hai đơn vị đọc được ngay.").waitFor();
  expect(complaints).toEqual([]);
});

test("five thousand units come in from a file of an office, and are undone", {
  timeout: 240_000,
}, async () => {
  const { page, complaints } = await clerkAt("/import/units");
  const clerk = callerOf(local, { council: "tinh-dong", person: "thuong-truc", password });
  const rows = Array.from({ length: 5_000 }, (_, at) => [String(at + 1), `Ủy ban nhân dân xã số ${at + 1}`]);
  const heading = [["UBND TỈNH ĐÔNG"], ["Danh sách năm 2026"], ["STT", "Tên đơn vị"]];
  await page
    .locator("input[type=file]")
    .setInputFiles(file("xa.xlsx", await workbook([...heading, ...rows])));
  await page.getByText("5.000 đơn vị đọc được ngay.").waitFor();
  await page.getByText("Máy chủ đã soát, chưa ghi gì.").waitFor();
  await page.getByRole("button", { name: "Nhập 5.000 dòng" }).click();
  await page.getByText(/^Đã ghi [\d.]+ trên 5.000 đơn vị$/).waitFor();
  await page.getByText("Đã nhập 5.000 đơn vị.").waitFor({ timeout: 180_000 });
  await expectAccessible(page);
  expect(await clerk.units.listUnits({})).toHaveLength(5_003);
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await page.getByText("Đã hoàn tác, không còn gì của đợt nhập này.").waitFor();
  expect(await clerk.units.listUnits({})).toHaveLength(3);
  await page.getByRole("button", { name: "Nhập 5.000 dòng" }).waitFor();
  expect(complaints).toEqual([]);
});

test("an import whose network failed is there again, and is gone on with or given up", async () => {
  const { page, complaints } = await clerkAt("/import/units");
  await page.route("**/api/imports/*/application", (route) => route.abort());
  await page.getByLabel("Hoặc dán bảng chép từ Excel, Word").fill("Tên đơn vị\nSở Y tế\nSở Giáo dục");
  await page.getByRole("button", { name: "Nhập 2 dòng" }).click();
  await page.getByRole("button", { name: "Làm tiếp" }).waitFor();
  await page.reload();
  await page.getByText("Một đợt nhập 2 đơn vị đang dở, chưa ai thấy.").waitFor();
  await expectAccessible(page);
  await page.unroute("**/api/imports/*/application");
  await page.getByRole("button", { name: "Làm tiếp" }).click();
  await page.getByText("Đã nhập 2 đơn vị.").waitFor();
  await page.getByRole("link", { name: "Xem các đơn vị" }).click();
  await page.getByRole("link", { name: "Sở Giáo dục" }).waitFor();
  expect(complaints).toEqual([]);
});

test("a list of people is mended where it is wrong; the good rows go in first", async () => {
  const { page, complaints } = await clerkAt("/import/people");
  const table = [
    ["Họ và tên", "Đơn vị công tác", "Vai trò"],
    ["Nông Văn Bình", "Sở Nội vụ", "Lãnh đạo"],
    ["Triệu Thị Hoa".normalize("NFD"), "Sở Nội vụ", "Cán bộ chấm điểm"],
    ["Lý Văn Páo", "Sơ Tài chánh", "Cán bộ chấm điểm"],
    ["Vàng Thị Mai", "Sở Nội vụ", "Vua"],
    ["Nông Văn Bình", "Sở Nội vụ", "Lãnh đạo"],
    ["Lò Thị Mai", "Sở Tài chính", "Cán bộ chấm điểm"],
  ];
  const html = `<style>td{color:red}</style><table style="width:9cm">${table.map((row) => `<tr>${row.map((cell) => `<td style="mso-x:1"><b>${cell}</b></td>`).join("")}</tr>`).join("")}</table>`;
  await page.getByLabel("Hoặc dán bảng chép từ Excel, Word").evaluate((field, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, html);
  await page.getByText("Một người đọc được ngay. Còn năm dòng cần xem.").waitFor();
  await page.getByText("Trùng dòng 2, giống hệt.").waitFor();
  await page.getByText("Mã này đã thuộc về tên khác trong hội đồng.").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Sửa 1 ô sửa được ngay" }).click();
  await page.getByRole("button", { name: "Nhập 2 dòng đúng" }).click();
  await page.getByText("Đã nhập hai người.").or(page.getByText("Đã nhập 2 người.")).waitFor();

  await page.getByRole("button", { name: "Dùng “Sở Tài chính”" }).click();
  await page.getByLabel("Chọn vai trò, Dòng 5").selectOption({ label: "Tổ kiểm phiếu" });
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Tải \w+ dòng để sửa$/ }).click();
  expect((await download).suggestedFilename()).toBe("dong-can-sua.xlsx");
  await page.getByRole("button", { name: /^Cho \d dòng trùng mã riêng$/ }).click();
  await page.setViewportSize(phone);
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Nhập \d dòng/ }).click();
  await page.getByRole("link", { name: "Cấp phiếu cho họ" }).waitFor();
  await page.goto("/people");
  await page.getByLabel("Tìm").fill("lo thi mai");
  await expect.poll(() => page.locator(".rows > li").count()).toBe(2);
  expect(complaints).toEqual([]);
});

test("on a phone nothing is wider than the screen, and whoever is no clerk is told so", async () => {
  const { page, complaints } = await clerkAt("/units", phone);
  for (const address of ["/units", "/units/so-noi-vu", "/people", "/people/slips", "/council"]) {
    await page.goto(address);
    await page.locator(".lede").waitFor();
    await expectAccessible(page);
  }
  expect(complaints).toEqual([]);

  const mai = await windowFor(browser, local.url, phone);
  await mai.page.goto("/");
  await mai.page.getByLabel("Mã hội đồng").fill("tinh-dong");
  await mai.page.getByLabel("Tên đăng nhập").fill("lo-thi-mai");
  await mai.page.getByLabel("Mật khẩu").fill(password);
  await mai.page.keyboard.press("Enter");
  await mai.page.locator(".office h1").waitFor();
  await mai.page.goto("/people");
  await mai.page.getByText("Việc này không thuộc phần của tài khoản này.").waitFor();
  await mai.page.getByText("0205 3812 345").waitFor();
});
