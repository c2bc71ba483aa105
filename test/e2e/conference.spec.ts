import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "#infra/local/build.ts";
import { castSealed } from "../hall.ts";
import { type Caller, local } from "../world.ts";
import { expectAccessible, launch, signIn, windowFor } from "./browser.ts";
import { aClusterOfTwelve, cluster, units } from "./cluster-of-twelve.ts";
import { council, year } from "./council.ts";

let browser: Browser;
let clerk: Caller;
beforeAll(async () => {
  await build();
  [browser, { clerk }] = await Promise.all([launch(), aClusterOfTwelve(local)]);
});
afterAll(async () => browser?.close());

const desk = { width: 1280, height: 900 };
const phone = { width: 360, height: 780 };
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

/** What a device shows as a QR code, as the text beside it. */
async function textOn(page: Page): Promise<string> {
  const text = page.getByLabel("Chép nguyên dòng chữ này");
  if (!(await text.isVisible())) await page.getByText("Không quét được? Dùng chữ").click();
  return text.inputValue();
}
async function paste(page: Page, text: string) {
  await page.getByLabel(/^Hoặc dán chữ/).fill(text);
  await press(page, "Nhận");
}

test("a conference of twelve is prepared, held, counted on two devices and put on record by clicking", async () => {
  // Preparing.
  const office = await follow("thuong-truc", desk);
  await office.goto(`/${year}/clusters/${cluster}/polls`);
  await press(office, "Lập hội nghị");
  await office.getByLabel("Nơi họp").fill("Hà Nội");
  await press(office, "Thêm mục");
  await office.getByLabel("Mục 1").fill("Báo cáo tổng kết");
  await expectAccessible(office);
  await press(office, "Thêm cuộc bỏ phiếu");
  await see(office, "được quá nửa số thành viên thì đạt");
  await expectAccessible(office);
  await press(office, "Lưu cuộc bỏ phiếu");
  await office.getByLabel("Mục 2").waitFor();
  const home = new URL(office.url()).pathname.replace(/\/plan$/, "");
  const conference = home.split("/").at(-1) ?? "";
  const at = { year, cluster, conference };

  await office.goto(`${home}/roll`);
  await press(office, "Mỗi đơn vị một đại biểu");
  await office.getByText("Dán hoặc chọn bảng").click();
  await office.getByLabel(/^Dán từ Excel/).fill("Trần Văn An\tSở Nội vụ\t");
  await see(office, "Cụm không có đơn vị “Sở Nội vụ”.");
  await expectAccessible(office);
  await office.getByLabel(/^Dán từ Excel/).fill("");
  await press(office, "Lưu danh sách 12 người");
  await office.getByRole("link", { name: "Tiếp: làm thẻ" }).click();
  const told = office.waitForResponse((response) => response.url().endsWith("/tickets"));
  await press(office, "Làm thẻ cho 12 đại biểu");
  const { tickets }: { tickets: { delegate: string; secret: string }[] } = await (await told).json();
  await see(office, "12 thẻ vừa làm");
  await expectAccessible(office);

  // The keys: made on one device, kept on two phones and a paper, tried in all three pairs.
  const maker = await follow("to-truong", desk);
  const phones = [await follow("to-truong", phone), await follow("thu-ky", phone)] as const;
  await maker.goto(`${home}/keys`);
  await press(maker, "Tạo khóa trên máy này");
  for (const [no, holder] of phones.entries()) {
    await maker.getByRole("heading", { name: `Mảnh ${no + 1}` }).waitFor();
    const share = await textOn(maker);
    await holder.goto(`${home}/keys`);
    await press(holder, "Giữ mảnh trên máy này");
    await paste(holder, share.replace("A", "B").slice(0, -2));
    await see(holder, "Quét chưa trọn hoặc chữ bị sai.");
    // One pastes, the other takes a picture.
    if (no === 0) await paste(holder, share);
    else
      await holder.locator('input[type="file"]').setInputFiles({
        name: "manh.png",
        mimeType: "image/png",
        buffer: await maker.locator(".piece").screenshot(),
      });
    await see(holder, `đang giữ mảnh ${no + 1}`);
    await press(maker, "Máy kia đã nhận");
  }
  await maker.getByRole("heading", { name: "Mảnh 3" }).waitFor();
  const paperShare = await textOn(maker);
  await expectAccessible(maker);
  await press(maker, "Đã in và dán kín");
  await press(maker, "Sang bước thử khóa");
  await press(maker, "Thử trên máy này");
  for (const holder of phones) {
    await press(holder, "Thử khóa");
    await press(holder, "Đưa lát của máy này");
    await paste(maker, await textOn(holder));
  }
  await see(maker, "Mảnh 1 và mảnh 2, mở được");
  await paste(maker, paperShare);
  await see(maker, "Cả ba cặp đều mở được.");
  await office.goto(home);
  await see(office, "Cả ba cặp mảnh đều mở được.");
  await expectAccessible(office);

  // The hall fills: one by name, one by ticket, the others elsewhere.
  const door = phones[1];
  await door.goto(`${home}/desk`);
  await door.getByLabel("Tìm tên hoặc đơn vị").fill("lao cai");
  await press(door, "Có mặt Đại biểu Sở VHTTDL Lào Cai");
  await see(door, "Vừa điểm danh");
  const own = tickets.find(({ delegate }) => delegate === "son-la")?.secret;
  await door
    .getByLabel("Hoặc gõ tám ký tự trên thẻ")
    .fill(`${local.url}/vote/#${council}.${conference}.${own}`);
  await press(door, "Nhận");
  await see(door, "2 trên 12 đại biểu có mặt.");
  await expectAccessible(door);
  for (const delegate of Object.keys(units).slice(0, 8)) await clerk.ballots.checkIn({ ...at, delegate });

  // The day.
  const chair = await follow("lang-son", desk);
  await chair.goto(`${home}/run`);
  await press(chair, "Bắt đầu: Báo cáo tổng kết");
  await press(chair, "Sang mục: Bầu cụm trưởng năm sau");
  await press(chair, "Chuẩn bị bỏ phiếu");
  await see(chair, "10 trên 12 người được bỏ phiếu có mặt");
  await expectAccessible(chair);
  await press(chair, "Mở bỏ phiếu");
  await see(chair, "trên 12 phiếu trong hòm");
  const [opened] = (await clerk.ballots.listPolls(at)).filter(({ poll }) => poll.state === "open");
  if (!opened) throw new Error("The chair opened no poll.");
  const { poll } = opened;
  for (const [place, { delegate, secret }] of tickets.entries()) {
    if (delegate === "yen-bai") continue;
    const choose = place < 7 ? ["lao-cai"] : place < 9 ? ["son-la"] : [];
    await (await castSealed(council, poll, secret, choose)).send();
  }
  const table = phones[0];
  await table.goto(`${home}/keys`);
  await table.getByRole("link", { name: "Phát phiếu giấy" }).click();
  await table.getByLabel("Tìm tên hoặc đơn vị").fill("yên bái");
  await press(table, "Phát phiếu giấy Đại biểu Sở VHTTDL Yên Bái");
  await see(table, "nhận phiếu giấy.");
  await expectAccessible(table);
  await see(chair, "12");
  await press(chair, "Đóng bỏ phiếu");
  await see(chair, "phiếu đang trên đường");
  await see(chair, "Đã niêm phong 11 phiếu điện thoại và 1 phiếu giấy.");

  // Two devices open the box, each with a slice of its own and one of the other's.
  for (const [no, device] of phones.entries()) {
    const other = phones[1 - no] as Page;
    await other.goto(`${home}/keys`);
    await press(other, "Đưa lát cho máy khác");
    const slice = await textOn(other);
    await device.goto(`${home}/polls/${poll.poll}/count`);
    await see(device, "Đã có một lát.");
    if (no === 0) await expectAccessible(device);
    await paste(device, slice);
    await device.getByLabel("Sở VHTTDL Lào Cai").check();
    if (no === 0) await expectAccessible(device);
    await press(device, "Nhập tờ này");
    await press(device, "Đủ phiếu giấy, tiếp");
    await press(device, "Mở hòm và đếm");
    await device.getByRole("row", { name: "Sở VHTTDL Lào Cai 8" }).waitFor();
    await press(device, "Gửi kết quả của máy này");
    await see(device, no === 0 ? "Máy thứ nhất đã gửi." : "Hai máy đọc giống nhau.");
  }
  await press(chair, "Công bố kết quả");
  await see(chair, "8 phiếu, 66,7 %");
  await expectAccessible(chair);
  await press(chair, "Kết thúc hội nghị");

  await chair.getByRole("link", { name: "Biên bản: Bầu cụm trưởng năm sau" }).click();
  await see(chair, "Sở VHTTDL Lào Cai đạt.");
  await see(chair, "Cách bỏ phiếu: 11 bằng điện thoại, 1 bằng phiếu giấy.");
  await expectAccessible(chair);
  const file = chair.waitForEvent("download");
  await press(chair, "Tải tệp để kiểm lại");
  expect((await file).suggestedFilename()).toBe(`${poll.poll}.json`);

  // After the signatures the shares go.
  await table.goto(`${home}/keys`);
  await press(table, "Hủy các mảnh");
  await press(table, "Hủy mảnh này");
  await table.getByRole("dialog").getByRole("button", { name: "Hủy mảnh này" }).click();
  await see(table, "Đã hủy");
  await expectAccessible(table);
  const { ceremony } = await clerk.ballots.readConference(at);
  expect(ceremony?.destroyed.map(({ share }) => share)).toEqual([1]);
  expect(complaints).toEqual([]);
});
