import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import readExcelFile from "read-excel-file/node";
import { expect, test } from "vitest";
import { local } from "../world.ts";
import { expectAccessible, signIn, windowFor } from "./browser.ts";
import { appraise, cluster, makeCouncil, meet, year } from "./council.ts";
import { browser } from "./house.ts";

const phone = { width: 360, height: 780 };
const desk = { width: 1280, height: 900 };
const path = `/${year}/clusters/${cluster}`;

const stage = await makeCouncil(local);
await appraise(stage);
await meet(stage);

const complaints: string[] = [];
async function follow(person: string, screen: typeof desk): Promise<Page> {
  const window = await windowFor(browser, local.url, screen);
  window.page.on("pageerror", (error) => complaints.push(String(error)));
  window.page.setDefaultTimeout(15_000);
  await signIn(window.page, person);
  return window.page;
}
const see = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();
const listed = () => stage.clerk.nominations.listNominations({ year, cluster });

test("who was head and who is due is seen at a glance, and the next head is named and recognised", async () => {
  const { elected } = await stage.clerk.rotation.readSuccession({ year, cluster });
  expect(elected.head).not.toBeNull();
  const head = await follow("lang-son", desk);
  await head.goto(`${path}/rotation`);
  await see(head, /^Năm 2027 đến lượt/);
  await head.getByRole("cell", { name: "Cụm trưởng" }).first().waitFor();
  await expectAccessible(head);
  await press(head, "Lấy kết quả bầu");
  await press(head, "Ghi người kế nhiệm");
  await see(head, /được đề nghị làm cụm trưởng năm 2027/);
  await see(head, "Hội đồng chưa trả lời.");
  await expectAccessible(head);
  expect((await stage.clerk.rotation.readSuccession({ year, cluster })).succession).toMatchObject({
    head: elected.head,
    how: "election",
  });

  const clerk = await follow("thuong-truc", desk);
  await clerk.goto(`${path}/rotation`);
  await clerk.getByLabel("Số văn bản").fill("77/QĐ-HĐTĐKT");
  await clerk.getByLabel("Ngày", { exact: true }).fill("2026-12-28");
  await press(clerk, "Ghi trả lời của hội đồng");
  await see(clerk, "Được công nhận theo 77/QĐ-HĐTĐKT ngày 28/12/2026.");
  const member = await follow("bac-kan", phone);
  await member.goto(`${path}/rotation`);
  await see(member, /làm cụm trưởng năm 2027, đã được công nhận\./);
  await expectAccessible(member);
  expect(complaints).toEqual([]);
});

test("the file is handed over with all that is in it, and the new head confirms", async () => {
  const head = await follow("lang-son", desk);
  await head.goto(`${path}/handover`);
  await see(head, "Chưa lập biên bản bàn giao.");
  await head.getByLabel("Hồ sơ, hiện vật bàn giao").fill("Cờ luân lưu\nSổ biên bản 2026\n");
  await expectAccessible(head);
  await press(head, "Ghi biên bản");
  await see(head, /đã bàn giao, .* chưa xác nhận đã nhận\./);
  const { handover } = await stage.clerk.rotation.readSuccession({ year, cluster });
  expect(handover).toMatchObject({ from: "lang-son", things: ["Cờ luân lưu", "Sổ biên bản 2026"] });

  const next = await follow(handover?.to ?? "", phone);
  await next.goto(`${path}/handover`);
  await see(next, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  await see(next, "Nông Văn Bình");
  await expectAccessible(next);
  await press(next, /^Xác nhận .* đã nhận$/);
  await see(next, /đã nhận bàn giao từ Lạng Sơn\./);
  await head.reload();
  await see(head, /đã nhận bàn giao từ Lạng Sơn\./);
  await head.emulateMedia({ media: "print" });
  await see(head, "2. Sổ biên bản 2026");
  expect(await head.getByRole("button", { name: "In tập bàn giao khổ A4" }).isVisible()).toBe(false);
  expect(complaints).toEqual([]);
});

test("who passed is nominated with one press, others by hand; decisions are recorded together; the register is searched", async () => {
  const head = await follow("lang-son", desk);
  await head.goto(`${path}/nominations`);
  await see(head, "Chưa có đề nghị khen thưởng nào.");
  await see(head, "Đã đạt ở hội nghị, chưa có trong danh sách");
  await expectAccessible(head);
  for (
    let left = await head.getByRole("button", { name: /^Lập .*đề nghị này$/ }).count();
    left > 0;
    left -= 1
  ) {
    const before = (await listed()).length;
    await press(head, /^Lập .*đề nghị này$/);
    await expect.poll(async () => (await listed()).length).toBeGreaterThan(before);
  }
  await head.getByText("Đã đạt ở hội nghị").waitFor({ state: "detached" });
  const fromPolls = (await listed()).length;

  await head.getByRole("link", { name: "Lập đề nghị" }).click();
  await head.getByLabel("Cá nhân").check();
  await head.getByLabel("Tìm danh hiệu, hình thức").fill("chien si co so");
  await head.getByRole("radio", { name: /^Chiến sĩ thi đua cơ sở/ }).check();
  await head.getByLabel("Họ và tên").fill("Vàng Thị Mai");
  await head.getByLabel("Chức vụ").fill("Trưởng phòng Di sản");
  await head.getByLabel("Đơn vị", { exact: true }).selectOption({ label: "Sở VHTTDL Hà Giang" });
  await head.getByLabel("Thành tích, lý do").fill("Sáng kiến số hóa di sản.");
  await expectAccessible(head);
  await press(head, "Ghi đề nghị");
  await see(head, "Vàng Thị Mai, Sở VHTTDL Hà Giang");
  await head
    .getByText(/^Đối chiếu tiêu chuẩn/)
    .first()
    .click();
  await expectAccessible(head);
  await head.emulateMedia({ media: "print" });
  await head.getByRole("heading", { name: "TỜ TRÌNH" }).waitFor();
  await head.emulateMedia({ media: "screen" });

  const clerk = await follow("thuong-truc", desk);
  await clerk.goto(`${path}/nominations`);
  await clerk.getByRole("checkbox", { name: "Chọn đề nghị của Vàng Thị Mai, Sở VHTTDL Hà Giang" }).check();
  await clerk.getByLabel("Không tặng").check();
  await clerk.getByLabel("Lý do").last().fill("Chưa đủ sáng kiến được công nhận.");
  await press(clerk, "Ghi quyết định");
  await see(clerk, "Chưa đủ sáng kiến được công nhận.");
  await press(clerk, "Chọn mọi đề nghị đang chờ");
  await clerk.getByLabel("Tặng như đề nghị").check();
  await clerk.getByLabel("Số quyết định").fill("412/QĐ-BVHTTDL");
  await clerk.getByLabel("Ngày", { exact: true }).fill("2027-03-10");
  await expectAccessible(clerk);
  await press(clerk, /^Ghi quyết định/);
  await see(clerk, "Ba đề nghị: hai được khen, một không được khen.");
  const answers = (await listed()).map(({ decision }) => decision?.outcome);
  expect(answers.filter((outcome) => outcome === "awarded")).toHaveLength(fromPolls);
  expect(answers.filter((outcome) => outcome === "refused")).toHaveLength(1);

  const member = await follow("bac-kan", phone);
  await member.goto(`${path}/nominations`);
  await see(member, "Đề nghị chưa phải là được khen.");
  await expectAccessible(member);
  await member.goto("/register");
  await see(member, "412/QĐ-BVHTTDL");
  await expectAccessible(member);
  await member.getByLabel("Tìm đơn vị").fill("412/qd");
  await see(member, new RegExp(`^${fromPolls} lần khen thưởng$`));
  await member.getByLabel("Tìm đơn vị").fill("vang thi mai");
  await see(member, "Không tìm thấy.");
  await clerk.goto("/register");
  await see(clerk, "412/QĐ-BVHTTDL");
  await expectAccessible(clerk);
  const [file] = await Promise.all([clerk.waitForEvent("download"), press(clerk, "Tải Excel")]);
  const [sheet] = await readExcelFile(await readFile(await file.path()));
  const days = sheet?.data.flat().filter((cell: unknown) => cell instanceof Date);
  expect(days).toHaveLength(fromPolls);
  expect(days).toContainEqual(new Date("2027-03-10T00:00:00Z"));
  expect(complaints).toEqual([]);
});

test("a unit's record shows where it stood, what it held and what it was awarded, through the years", async () => {
  const member = await follow("bac-kan", phone);
  await member.goto(`${path}/rotation`);
  await member.getByRole("link", { name: "Lạng Sơn", exact: true }).click();
  await see(member, "Sở VHTTDL Lạng Sơn");
  await see(member, /^Tham gia hai năm thi đua, cao nhất hạng \d, một lần được khen\.$/);
  await see(member, "Chưa công bố");
  await see(member, "412/QĐ-BVHTTDL");
  await expectAccessible(member);
  const clerk = await follow("thuong-truc", desk);
  await stage.clerk.scoring.announceRanking({ year, cluster });
  await clerk.goto("/profiles/lang-son");
  await clerk.getByRole("img", { name: /^Tỷ lệ điểm theo năm: 2025 .*, 2026/ }).waitFor();
  await expectAccessible(clerk);
  expect(complaints).toEqual([]);
});
