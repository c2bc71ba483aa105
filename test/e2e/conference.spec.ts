import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { local } from "../world.ts";
import { cast, codeOn, heading, isIn, lose, mark, patient, phoneSize as phone } from "./ballot-page.ts";
import { expectAccessible, signIn, windowFor } from "./browser.ts";
import { aClusterOfTwelve, cluster, units } from "./cluster-of-twelve.ts";
import { council, year } from "./council.ts";
import { browser } from "./house.ts";

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

type Unit = keyof typeof units;
const onPhones = (Object.keys(units) as Unit[]).filter((unit) => unit !== "yen-bai");

test("a conference of twelve is prepared, held in two rounds, counted on two devices and put on record by clicking", async () => {
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
  // A lower bar than half, so that two may reach it with one seat to fill.
  await office.getByLabel("Đạt khi được: phần").selectOption("other");
  await office.getByLabel("Đạt khi được, %").fill("40");
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
  const { page: screen } = await windowFor(browser, local.url, { width: 1280, height: 720 });
  await screen.goto(`/screen/#${council}.${conference}`);
  await screen.getByRole("img", { name: /^2 trên 12 đại biểu có mặt/ }).waitFor();
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

  // Eleven phones, each with a day of its own, and one delegate who wants paper.
  const secretOf = (unit: Unit) => tickets.find(({ delegate }) => delegate === unit)?.secret;
  const hands = new Map<Unit, Page>();
  for (const unit of onPhones) {
    const { page } = await windowFor(browser, local.url, phone);
    page.on("pageerror", (error) => complaints.push(`${unit}: ${error}`));
    await page.goto(`/vote/#${council}.${conference}.${secretOf(unit)}`);
    hands.set(unit, page);
  }
  const handOf = (unit: Unit) => hands.get(unit) as Page;
  const table = phones[0];
  const givePaper = async () => {
    await table.goto(`${home}/keys`);
    await table.getByRole("link", { name: "Phát phiếu giấy" }).click();
    await table.getByLabel("Tìm tên hoặc đơn vị").fill("yên bái");
    await press(table, "Phát phiếu giấy Đại biểu Sở VHTTDL Yên Bái");
    await see(table, "nhận phiếu giấy.");
  };
  const vote = async (unit: Unit, choice: Unit) => {
    await mark(handOf(unit), units[choice]);
    await cast(handOf(unit), `Bỏ phiếu cho ${units[choice]}`);
  };
  /** Closes the box, opens it on two devices, each with a slice of its own and one of the other's, and publishes. */
  const count = async (poll: string, paper: Unit, row: string) => {
    await press(chair, "Đóng bỏ phiếu");
    await see(chair, "phiếu đang trên đường");
    await see(chair, "Đã niêm phong 11 phiếu điện thoại và 1 phiếu giấy.");
    await see(screen, "Tổ kiểm phiếu đang mở hòm.");
    for (const [no, device] of phones.entries()) {
      const other = phones[1 - no] as Page;
      await other.goto(`${home}/keys`);
      await press(other, "Đưa lát cho máy khác");
      const slice = await textOn(other);
      await device.goto(`${home}/polls/${poll}/count`);
      await see(device, "Đã có một lát.");
      if (no === 0) await expectAccessible(device);
      await paste(device, slice);
      await device.getByLabel(`Sở VHTTDL ${units[paper]}`).check();
      if (no === 0) await expectAccessible(device);
      await press(device, "Nhập tờ này");
      await press(device, "Đủ phiếu giấy, tiếp");
      await press(device, "Mở hòm và đếm");
      await device.getByRole("row", { name: row }).waitFor();
      await press(device, "Gửi kết quả của máy này");
      await see(device, no === 0 ? "Máy thứ nhất đã gửi." : "Hai máy đọc giống nhau.");
    }
    await press(chair, "Công bố kết quả");
  };
  const openPoll = async () => {
    const [opened] = (await clerk.ballots.listPolls(at)).filter(({ poll }) => poll.state === "open");
    if (!opened) throw new Error("The chair opened no poll.");
    return opened.poll.poll;
  };

  const first = await openPoll();
  // One reloads with a name marked, and votes after it.
  await mark(handOf("bac-giang"), "Sơn La");
  await handOf("bac-giang").reload();
  await handOf("bac-giang").getByRole("button", { name: "Mời chọn một tên" }).waitFor(patient);
  await vote("bac-giang", "lao-cai");
  // One taps twice where once was meant.
  await mark(handOf("cao-bang"), "Lào Cai");
  await handOf("cao-bang").getByRole("button", { name: "Bỏ phiếu cho Lào Cai" }).dblclick();
  // One votes in a dead spot, closes the page, and is in as soon as there is a network.
  await lose(handOf("bac-kan").context());
  await vote("bac-kan", "lao-cai");
  await handOf("bac-kan").getByText("Chưa có mạng, phiếu chưa vào hòm.").waitFor(patient);
  await handOf("bac-kan").reload();
  await heading(handOf("bac-kan"), "Phiếu đang ở máy này.").waitFor(patient);
  for (const unit of ["dien-bien", "ha-giang", "son-la"] as const) await vote(unit, "lao-cai");
  for (const unit of ["hoa-binh", "lai-chau", "lang-son", "lao-cai", "phu-tho"] as const)
    await vote(unit, "son-la");
  await givePaper();
  await expectAccessible(table);
  await screen.getByRole("img", { name: /^11 trên 12 phiếu đã vào hòm/ }).waitFor();
  await handOf("bac-kan").context().unroute("**/api/**");
  for (const hand of hands.values()) await isIn(hand);
  await screen.getByRole("img", { name: /^12 trên 12/ }).waitFor();
  const codes = await Promise.all(Array.from(hands.values(), codeOn));
  expect(new Set(codes).size).toBe(11);

  // Six to six: equals are told as such on the screen and on every phone.
  await count(first, "son-la", "Sở VHTTDL Sơn La 6");
  await see(chair, "6 phiếu, 50 %");
  await expectAccessible(chair);
  await see(screen, /bằng phiếu: bầu lại vòng 2/);
  await expectAccessible(screen);
  for (const hand of hands.values()) await hand.getByText("6 phiếu, 50 %").first().waitFor(patient);
  await expectAccessible(handOf("lao-cai"));

  // The second round is among the equals alone.
  await press(chair, "Thêm vòng 2 vào chương trình");
  await press(chair, /^Sang mục: Bầu cụm trưởng năm sau.*2/);
  await press(chair, "Chuẩn bị bỏ phiếu");
  await press(chair, "Mở bỏ phiếu");
  await see(chair, "trên 12 phiếu trong hòm");
  const second = await openPoll();
  await handOf("bac-giang").getByRole("button", { name: "Mời chọn một tên" }).waitFor(patient);
  expect(await handOf("bac-giang").locator(".name b").allInnerTexts()).toEqual([
    "Sở VHTTDL Lào Cai",
    "Sở VHTTDL Sơn La",
    "Phiếu trắng",
  ]);
  for (const unit of onPhones)
    await vote(unit, ["hoa-binh", "lai-chau", "lao-cai"].includes(unit) ? "son-la" : "lao-cai");
  for (const hand of hands.values()) await isIn(hand);
  await givePaper();
  await count(second, "lao-cai", "Sở VHTTDL Lào Cai 9");
  await see(chair, "9 phiếu, 75 %");
  await screen.locator("[data-standing=passed]").getByText("trúng cử").waitFor();
  for (const hand of hands.values()) await hand.getByText("9 phiếu, 75 %").first().waitFor(patient);
  await press(chair, "Kết thúc hội nghị");
  await see(screen, "Hội nghị đã kết thúc");

  await chair.getByRole("link", { name: /^Biên bản: Bầu cụm trưởng năm sau.*2/ }).click();
  await see(chair, "Sở VHTTDL Lào Cai đạt.");
  await see(chair, "Cách bỏ phiếu: 11 bằng điện thoại, 1 bằng phiếu giấy.");
  await expectAccessible(chair);
  const file = chair.waitForEvent("download");
  await press(chair, "Tải tệp để kiểm lại");
  expect((await file).suggestedFilename()).toBe(`${second}.json`);

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
