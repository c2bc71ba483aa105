import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "#infra/local/build.ts";
import { type Local, startLocal } from "#infra/local/local.ts";
import { expectAccessible, launch, signIn, windowFor } from "./browser.ts";
import { council, makeCouncil, type Stage, year } from "./council.ts";

const cluster = "cum-9";
const at = { year, cluster };
const day = 24 * 60 * 60_000;
const phone = { width: 360, height: 780 };
const desk = { width: 1280, height: 900 };
const path = `/${year}/clusters/${cluster}/covenant`;

let local: Local;
let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  await build();
  local = await startLocal({ quiet: true });
  [browser, stage] = await Promise.all([launch(), makeCouncil(local)]);
  // A cluster that is about to agree on its covenant.
  const days = [2, 10, 20, 30, 35].map((each) => new Date(Date.now() + each * day).toISOString());
  const [running = "", scoring = "", review = "", voting = "", counting = ""] = days;
  const { calendar } = await stage.clerk.units.readCluster({ year, cluster: "cum-4" });
  await stage.clerk.units.saveCluster({
    year,
    clusterId: cluster,
    body: {
      kind: "cụm",
      name: "Cụm thi đua số 9",
      members: ["lang-son", "ha-giang", "cao-bang"],
      head: "lang-son",
      calendar: { ...calendar, running, scoring, review, voting, counting },
    },
  });
});
afterAll(async () => {
  await browser?.close();
  await local?.stop();
});

const complaints: string[] = [];
async function follow(person: string, screen: typeof desk): Promise<Page> {
  const window = await windowFor(browser, local.url, screen);
  window.page.on("pageerror", (error) => complaints.push(String(error)));
  window.page.setDefaultTimeout(15_000);
  await signIn(window.page, person);
  return window.page;
}
const see = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const saved = (page: Page) => see(page, /^Đã lưu lúc/);

/** Held as a finger would hold it. */
async function hold(page: Page, unit: string) {
  const button = page.getByRole("button", { name: `Giữ nút để ký cho ${unit}` });
  await button.hover();
  await page.mouse.down();
  await see(page, "Đang ký, xin giữ tiếp.");
  await see(page, new RegExp(`^${unit} đã ký lúc|^${unit} đã ký`));
  await page.mouse.up();
}

test("a covenant is written by two at once, signed on phones, changed knowingly and signed again", async () => {
  const head = await follow("lang-son", desk);
  await head.goto(path);
  await see(head, `Chưa có giao ước năm ${year}.`);
  await expectAccessible(head);
  await head.getByRole("link", { name: "Soạn giao ước" }).click();
  await head.getByLabel("Khẩu hiệu").fill("Đoàn kết, sáng tạo, về đích sớm");
  await head
    .getByLabel("Lời giao ước")
    .fill("Các đơn vị trong cụm cùng cam kết:\nHoàn thành các chỉ tiêu sau.");
  await head.getByText("Dán chỉ tiêu từ Excel").click();
  await head
    .getByLabel("Dán từ Excel")
    .fill(
      "Nội dung\tĐVT\tMức\tHà Giang\nThôn, bản đạt chuẩn văn hóa\t%\t85\t\nLượt bạn đọc thư viện\tlượt\tmười\t12000",
    );
  await see(head, "Đọc được 2 chỉ tiêu, 1 dòng cần xem lại.");
  await expectAccessible(head);
  await head.getByRole("button", { name: "Thêm 2 chỉ tiêu" }).click();
  await head.locator("#value-1").fill("9000");
  await saved(head);

  // The clerk is at the same text, and neither loses what they wrote.
  const clerk = await follow("thuong-truc", desk);
  await clerk.goto(`${path}/draft`);
  await clerk.getByRole("button", { name: "Thêm chỉ tiêu", exact: true }).click();
  await clerk.locator("#target-2").fill("Không có đơn thư vượt cấp kéo dài");
  await saved(clerk);
  await head.getByLabel("Lời giao ước").fill("Các đơn vị trong cụm cùng cam kết thi đua.");
  await see(head, "Phạm Thu Hà cũng vừa sửa.");
  expect(await head.locator("#target-2").inputValue()).toBe("Không có đơn thư vượt cấp kéo dài");
  await clerk.getByLabel("Khẩu hiệu").fill("Khẩu hiệu của thường trực");
  await see(clerk, "Hoàng Thị Lan cũng vừa sửa.");
  await head.getByLabel("Khẩu hiệu").fill("Khẩu hiệu của cụm trưởng");
  await see(head, "Hai người cùng sửa khẩu hiệu.");
  await expectAccessible(head);
  await head.getByRole("button", { name: "Lấy bản này" }).click();
  await saved(head);
  expect((await stage.clerk.rotation.readCovenant(at)).covenant).toMatchObject({
    motto: "Khẩu hiệu của cụm trưởng",
    text: "Các đơn vị trong cụm cùng cam kết thi đua.",
    targets: [
      { value: 85 },
      { value: 9000, byUnit: { "ha-giang": 12000 } },
      { text: "Không có đơn thư vượt cấp kéo dài" },
    ],
  });
  await head.getByRole("button", { name: "Xem bản sẽ ký" }).click();
  await see(head, "Giao ước đã soạn, chưa đơn vị nào ký.");

  // Two sign on their phones: one holds the button, one types the name; the head sees it happen.
  const haGiang = await follow("ha-giang", phone);
  await haGiang.goto(path);
  await haGiang.getByRole("link", { name: "Đọc và ký cho Hà Giang" }).waitFor();
  await expectAccessible(haGiang);
  await haGiang.getByRole("link", { name: "Đọc và ký cho Hà Giang" }).click();
  await see(haGiang, "Mã của bản này");
  await expectAccessible(haGiang);
  await haGiang.getByRole("button", { name: /^Giữ nút/ }).click();
  await see(haGiang, "Thả tay sớm, chưa ký.");
  await hold(haGiang, "Hà Giang");
  await see(haGiang, "Còn hai đơn vị chưa ký.");
  const caoBang = await follow("cao-bang", phone);
  await caoBang.goto(`${path}/signing`);
  await caoBang.getByText("Không giữ nút được? Gõ tên đơn vị").click();
  await caoBang.getByLabel("Gõ Cao Bằng").fill("cao bang");
  await expectAccessible(caoBang);
  await caoBang.getByRole("button", { name: "Ký cho Cao Bằng", exact: true }).click();
  await see(caoBang, /^Cao Bằng đã ký/);
  await see(head, "Hai trên ba đơn vị đã ký.");
  await expectAccessible(head);

  // A change asks first, and says whose signatures fall away.
  await head.getByRole("link", { name: "Soạn, sửa giao ước" }).click();
  await see(head, "chữ ký của Hà Giang, Cao Bằng không tính cho bản mới");
  await expectAccessible(head);
  await head.getByRole("button", { name: "Tôi hiểu, mở ra để sửa" }).click();
  await head.getByLabel("Khẩu hiệu").fill("Về đích sớm");
  await saved(head);
  await haGiang.goto(path);
  await see(haGiang, "Giao ước đã được sửa sau khi Hà Giang ký.");
  await expectAccessible(haGiang);
  expect(complaints).toEqual([]);
});

test("the hall sees the names come one by one on the big screen", async () => {
  const conference = "hn-ky-giao-uoc-x7k2";
  await stage.clerk.ballots.saveConference({
    ...at,
    conference,
    body: {
      title: "Hội nghị ký giao ước",
      at: new Date(Date.now()).toISOString(),
      agenda: [{ title: "Khai mạc" }],
    },
  });
  const head = await follow("lang-son", desk);
  await head.goto(path);
  await head.getByRole("button", { name: "Chiếu lễ ký" }).click();
  await see(head, "Màn hình đang chiếu lễ ký.");
  const screen = await windowFor(browser, local.url, { width: 1280, height: 720 });
  await screen.page.goto(`/screen/#${council}.${conference}`);
  await screen.page.getByRole("img", { name: /^0 trên 3 đơn vị đã ký/ }).waitFor();
  const haGiang = await follow("ha-giang", phone);
  await haGiang.goto(`${path}/signing`);
  await hold(haGiang, "Hà Giang");
  await screen.page.getByRole("img", { name: /^1 trên 3 đơn vị đã ký/ }).waitFor();
  await expectAccessible(screen.page);
  await head.getByRole("link", { name: "Đọc và ký cho Lạng Sơn" }).click();
  await head.getByRole("button", { name: /^Giữ nút/ }).focus();
  await head.keyboard.down("Space");
  await see(head, /^Lạng Sơn đã ký/);
  await head.keyboard.up("Space");
  await screen.page.getByRole("img", { name: /^2 trên 3 đơn vị đã ký/ }).waitFor();
  expect(screen.complaints).toEqual([]);
});

test("at the end of the year results stand against what each unit promised, and the covenant prints", async () => {
  await stage.clerk.rotation.moveDeadline({
    ...at,
    body: { phase: "running", starts: new Date(Date.now() - day).toISOString(), reason: "Ký xong sớm." },
  });
  const haGiang = await follow("ha-giang", phone);
  await haGiang.goto(path);
  const own = haGiang.getByRole("region", { name: "Hà Giang đã đạt" }).getByRole("textbox");
  await own.nth(0).fill("82,5");
  await own.nth(1).fill("15000");
  await saved(haGiang);
  await haGiang.reload();
  await haGiang.getByRole("img", { name: "Hà Giang đạt 15.000 lượt, giao ước 12.000 lượt" }).waitFor();
  await see(haGiang, /bằng 125\s% mức giao ước/);
  await expectAccessible(haGiang);
  const head = await follow("lang-son", desk);
  await head.goto(path);
  await see(head, "Kết quả so với giao ước");
  await expectAccessible(head);
  await head.emulateMedia({ media: "print" });
  await see(head, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  await see(head, "ĐẠI DIỆN SỞ VHTTDL HÀ GIANG");
  expect(await head.getByText("Kết quả so với giao ước").isVisible()).toBe(false);
  expect(complaints).toEqual([]);
});
