import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { local } from "../world.ts";
import { expectAccessible, signIn, windowFor } from "./browser.ts";
import { cluster, makeCouncil, password, year } from "./council.ts";
import { browser } from "./house.ts";

const stage = await makeCouncil(local);

const phone = { width: 360, height: 780 };
const desk = { width: 1280, height: 900 };
const next = year + 1;
const sheetOf = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const clusterIn = async (yearNo: number, id: string) =>
  (await stage.clerk.units.listClusters({ year: yearNo })).find((each) => each.cluster === id);

async function asClerk(screen: { width: number; height: number }) {
  const window = await windowFor(browser, local.url, screen);
  await signIn(window.page, "thuong-truc");
  return window;
}

test("who is late is reminded by one click, once a day, and the unit reads it on its board", async () => {
  const { page, complaints } = await asClerk(desk);
  await page.getByText("Hai đơn vị chưa nộp phiếu.").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Nhắc Hà Giang và Bắc Kạn" }).click();
  await page.getByText("Đã nhắc hai đơn vị.").waitFor();
  await page.getByText("Hôm nay đã nhắc mọi đơn vị còn chậm.").waitFor();
  expect(await stage.clerk.rotation.remind({ year, cluster, body: {} })).toEqual({ reminded: [] });

  const unit = await windowFor(browser, local.url, phone);
  await signIn(unit.page, "ha-giang");
  await unit.page.getByText(/^Xin nộp phiếu chấm trước/).waitFor();
  await expectAccessible(unit.page);
  const other = await windowFor(browser, local.url, phone);
  await signIn(other.page, "cao-bang");
  await other.page.getByText("Ba trên năm đơn vị đã nộp.").waitFor();
  expect(await other.page.getByText(/^Xin nộp phiếu/).count()).toBe(0);
  expect([...complaints, ...unit.complaints]).toEqual([]);
});

test("a notice stands on the units' first page until it is withdrawn, and again when that is undone", async () => {
  const { page } = await asClerk(phone);
  await page.getByRole("link", { name: "Thông báo" }).click();
  await page.getByLabel("Một câu cho người đọc").fill("Nộp kèm báo cáo số liệu");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Đăng thông báo" }).click();
  await page.getByText("Một thông báo đang hiện").waitFor();

  const unit = await windowFor(browser, local.url, desk);
  await signIn(unit.page, "ha-giang");
  await unit.page.getByText("Nộp kèm báo cáo số liệu").waitFor();

  await page.getByRole("button", { name: "Rút Nộp kèm báo cáo số liệu" }).click();
  await page.getByText("Đã rút: Nộp kèm").waitFor();
  expect(await stage.of.get("ha-giang")?.rotation.listNotices({ year })).toEqual([]);
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await page.getByText("Một thông báo đang hiện").waitFor();
  expect(await stage.of.get("ha-giang")?.rotation.listNotices({ year })).toHaveLength(1);
});

test("a deadline is moved with a reason, not without, and moved back by undoing it", async () => {
  const was = (await clusterIn(year, cluster))?.calendar.review;
  const { page } = await asClerk(desk);
  await page.getByRole("link", { name: "Gia hạn" }).first().click();
  await page.getByLabel("Dời đến").fill(`${next}-01-08T17:00`);
  await page.getByLabel("Hạn nào").selectOption({ label: "Thẩm định xong" });
  await page.getByLabel("Dời đến").fill(`${next}-01-08T17:00`);
  await page.getByLabel(/^Cụm thi đua số 4/).check();
  await page.getByRole("button", { name: "Dời hạn cho một cụm" }).click();
  await page.getByText("Xin ghi lý do.").waitFor();
  await expectAccessible(page);
  await page.getByLabel("Hạn nào").selectOption({ label: "Hết hạn tự chấm" });
  await page.getByLabel("Dời đến").fill(`${(was ?? "").slice(0, 10)}T23:00`);
  await page.getByLabel("Lý do", { exact: true }).fill("Mưa lũ tại Hà Giang");
  await page.getByRole("button", { name: "Dời hạn cho một cụm" }).click();
  await page.getByText("Đã dời hạn cho một cụm.").waitFor();
  expect((await clusterIn(year, cluster))?.calendar.review).toMatch(/T16:00/);
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await page.getByText("Đã trả lại hạn cũ.").waitFor();
  expect((await clusterIn(year, cluster))?.calendar.review).toBe(was);
  await page.getByText("Hoàn tác: Mưa lũ tại Hà Giang").waitFor();
});

test("the trail tells in words who did what; its address, sent to an auditor, shows the same", async () => {
  const { page } = await asClerk(desk);
  await page.getByRole("link", { name: "Nhật ký" }).first().click();
  const deeds = page.locator("main ol li");
  await page.getByLabel("Người làm").selectOption({ label: "Hoàng Thị Lan" });
  await page.getByLabel("Loại việc").selectOption({ label: "phiếu chấm" });
  await deeds.filter({ hasText: "nộp phiếu của Sở VHTTDL Lạng Sơn, lần 1" }).first().waitFor();
  const told = await deeds.allTextContents();
  expect(told.every((deed) => deed.includes("Hoàng Thị Lan"))).toBe(true);
  // Words find what stands in a line, over the whole year; who came in stands there too.
  await page.getByRole("button", { name: "Bỏ lọc" }).click();
  await page.getByRole("button", { name: `Cả năm ${year}` }).click();
  await page.getByLabel("Tìm chữ").fill("pham thu ha dang nhap");
  await deeds.filter({ hasText: "Phạm Thu Hà đăng nhập" }).first().waitFor();
  await page.getByLabel("Tìm chữ").fill("cap phieu vang thi mai");
  await deeds.filter({ hasText: "Phạm Thu Hà cấp phiếu cho Vàng Thị Mai" }).first().waitFor();
  expect(await deeds.filter({ hasText: "đăng nhập" }).count()).toBe(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Bỏ lọc" }).click();
  await page.getByLabel("Người làm").selectOption({ label: "Hoàng Thị Lan" });
  await page.getByLabel("Loại việc").selectOption({ label: "phiếu chấm" });
  await deeds.filter({ hasText: "nộp phiếu của Sở VHTTDL Lạng Sơn, lần 1" }).first().waitFor();
  await expectAccessible(page);

  await stage.clerk.units.savePerson({
    person: "thanh-tra",
    body: { name: "Đỗ Thị Minh", role: "auditor" },
  });
  const slip = await stage.clerk.units.makeSlip({ person: "thanh-tra" });
  await stage.clerk.units.firstSignIn({ body: { ...slip, password } });
  const auditor = await windowFor(browser, local.url, phone);
  await signIn(auditor.page, "thanh-tra");
  await auditor.page.goto(page.url());
  await auditor.page.getByText("lần 1").first().waitFor();
  await auditor.page.getByText(`${told.length} việc trong những ngày này.`).waitFor();
  await expectAccessible(auditor.page);
  await auditor.page.getByRole("link", { name: "nộp phiếu của Sở VHTTDL Lạng Sơn, lần 1" }).first().click();
  await auditor.page.waitForURL(/sheets\/lang-son/);
});

test("a year is opened on days filled in; a day out of order is told before it is sent", async () => {
  const { page, complaints } = await asClerk(phone);
  await page.goto(`/${next + 1}/calendar`);
  await page.getByText(`Năm ${next + 1} chưa mở.`).waitFor();
  await page.getByLabel("Chạy theo").selectOption({ label: "Năm học" });
  await page
    .getByText(`17:00 thứ Bảy 30/09/${next + 1}`)
    .or(page.getByText(`30/09/${next + 1}`))
    .first()
    .waitFor();
  const scoring = page.getByLabel("Bắt đầu tự chấm");
  const usual = await scoring.inputValue();
  await scoring.fill(`${next + 3}-06-01T00:00`);
  await page.getByText("Phải sau hoặc cùng lúc với: Bắt đầu tự chấm.").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: `Mở năm ${next + 1}` }).click();
  expect((await stage.clerk.units.readMe({})).years.map((each) => each.year)).not.toContain(next + 1);
  await scoring.fill(usual);
  await page.getByRole("button", { name: `Mở năm ${next + 1}` }).click();
  await page.getByText(`Đã mở năm ${next + 1}.`).waitFor();
  const opened = (await stage.clerk.units.readMe({})).years.find((each) => each.year === next + 1);
  expect(opened).toMatchObject({ runs: "school", state: "open" });

  // Moved afterwards, a day wants its reason.
  await page.getByLabel("Đóng năm", { exact: true }).fill(`${next + 2}-08-15T17:00`);
  await page.getByRole("button", { name: "Lưu lịch mới" }).click();
  await page.getByText("Xin ghi lý do.").waitFor();
  await page.getByLabel("Lý do dời ngày").fill("Công văn 12/BGDĐT");
  await page.getByRole("button", { name: "Lưu lịch mới" }).click();
  await page.getByText("Đã lưu lịch.").waitFor();
  await page.getByText("Công văn 12/BGDĐT").waitFor();
  expect(complaints).toEqual([]);
});

test("units go into clusters by dragging and, on a phone, by ticking; each move can be taken back", async () => {
  const desktop = await asClerk(desk);
  await stage.clerk.rotation.openYear({ yearNo: next, body: { calendar: await calendarOf(next) } });
  await stage.clerk.units.saveUnit({
    unit: "thai-nguyen",
    body: { name: "Sở VHTTDL Thái Nguyên", since: 2020 },
  });
  const { page } = desktop;
  await page.goto(`/${next}/grouping`);
  await page.getByRole("button", { name: `Chép các cụm năm ${year}` }).click();
  await page.getByText("Đã chép một cụm.").waitFor();
  await page.getByText("Sở VHTTDL Thái Nguyên chưa vào cụm nào.").waitFor();
  await page.getByLabel("Tên cụm hoặc khối mới").fill("Khối thi đua miền núi");
  await page.getByRole("button", { name: "Thêm cụm" }).click();
  await sheetOf(page, "Khối thi đua miền núi").waitFor();
  await page
    .getByRole("listitem")
    .filter({ hasText: "Sở VHTTDL Hà Giang" })
    .dragTo(sheetOf(page, "Khối thi đua miền núi"));
  await page.getByText("Đã chuyển một đơn vị sang Khối thi đua miền núi.").waitFor();
  expect((await clusterIn(next, "khoi-thi-dua-mien-nui"))?.members).toEqual(["ha-giang"]);
  await expectAccessible(page);

  const { page: small } = await asClerk(phone);
  await small.goto(`/${next}/grouping`);
  await small.getByLabel("Sở VHTTDL Thái Nguyên").check();
  await small.getByLabel("Sở VHTTDL Bắc Kạn").check();
  await small.getByLabel("Chuyển sang").selectOption({ label: "Khối thi đua miền núi" });
  await small.getByRole("button", { name: "Chuyển", exact: true }).click();
  await small.getByText("Đã chuyển hai đơn vị").waitFor();
  expect((await clusterIn(next, "khoi-thi-dua-mien-nui"))?.members.toSorted()).toEqual([
    "bac-kan",
    "ha-giang",
    "thai-nguyen",
  ]);
  await small.getByRole("button", { name: "Hoàn tác" }).click();
  await small.getByText("Sở VHTTDL Thái Nguyên chưa vào cụm nào.").waitFor();
  expect((await clusterIn(next, "cum-4"))?.members).toContain("bac-kan");
  await expectAccessible(small);

  // Head and table are settled in the cluster's own place.
  await small.getByRole("button", { name: "Thiết đặt Khối thi đua miền núi" }).click();
  await small.getByLabel("Khối trưởng").selectOption({ label: "Sở VHTTDL Hà Giang" });
  await small.getByLabel("Nằm trong").selectOption({ label: "Cụm thi đua số 4" });
  await expectAccessible(small);
  await small.getByRole("button", { name: "Lưu" }).click();
  await small.getByText("Đã lưu Khối thi đua miền núi.").waitFor();
  expect(await clusterIn(next, "khoi-thi-dua-mien-nui")).toMatchObject({
    kind: "khối",
    head: "ha-giang",
    within: "cum-4",
  });
});

test("what a year still needs is listed, each with the link that mends it", async () => {
  for (const screen of [desk, phone]) {
    const { page } = await asClerk(screen);
    await page.goto(`/${next}/readiness`);
    await page.getByText("Sở VHTTDL Thái Nguyên").first().waitFor();
    await page.getByText("Cụm thi đua số 4 và Khối thi đua miền núi").first().waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Xếp vào cụm" }).click();
    await page.waitForURL(/grouping/);
  }
});

test("of two clerks at one cluster the later is told who changed what, and chooses; so with the days of a year", async () => {
  await stage.clerk.units.savePerson({ person: "minh", body: { name: "Trần Văn Minh", role: "clerk" } });
  const slip = await stage.clerk.units.makeSlip({ person: "minh" });
  await stage.clerk.units.firstSignIn({ body: { ...slip, password } });
  const { page, complaints } = await windowFor(browser, local.url, desk);
  await signIn(page, "minh");
  await page.goto(`/${next}/grouping`);
  await page.getByRole("button", { name: "Thiết đặt Khối thi đua miền núi" }).click();
  const clusterId = "khoi-thi-dua-mien-nui";
  const members = (await clusterIn(next, clusterId))?.members ?? [];
  await stage.clerk.units.saveCluster({
    ...{ year: next, clusterId },
    body: { kind: "khối", name: "Khối thi đua vùng cao", members, within: "cum-4" },
  });
  await page.getByLabel("Tên", { exact: true }).fill("Khối thi đua miền núi phía Bắc");
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await page.getByText("Phạm Thu Hà vừa đổi thiết đặt của cụm.").waitFor();
  await page.getByText("Tên: Khối thi đua vùng cao (trước là Khối thi đua miền núi).").waitFor();
  await page.getByText("Khối trưởng: để trống (trước là Sở VHTTDL Hà Giang).").waitFor();
  await expectAccessible(page);
  expect((await clusterIn(next, clusterId))?.name).toBe("Khối thi đua vùng cao");
  await page.getByRole("button", { name: "Lưu bản của tôi" }).click();
  await page.getByText("Đã lưu Khối thi đua miền núi phía Bắc.").waitFor();
  expect(await clusterIn(next, clusterId)).toMatchObject({ head: "ha-giang", saved: { by: "minh" } });

  await page.goto(`/${next}/calendar`);
  await page.getByLabel("Khẩu hiệu").fill("Đoàn kết");
  const { calendar } = (await stage.clerk.units.readMe({})).years.find(({ year }) => year === next) ?? {};
  if (!calendar) throw new Error("No year.");
  await stage.clerk.rotation.openYear({ yearNo: next, body: { calendar, motto: "Sáng tạo" } });
  await page.getByRole("button", { name: "Lưu lịch mới" }).click();
  await page.getByText("Phạm Thu Hà vừa đổi cài đặt của năm.").waitFor();
  await page.getByText("Khẩu hiệu: Sáng tạo (trước là để trống).").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Lấy bản mới" }).click();
  await page.getByText("Phạm Thu Hà vừa đổi").waitFor({ state: "detached" });
  expect(await page.getByLabel("Khẩu hiệu").inputValue()).toBe("Sáng tạo");
  expect(complaints).toEqual([]);
});

test("a cluster made by mistake is deleted, and is there again by undoing it; one in which work was done is not", async () => {
  await stage.clerk.units.saveUnit({ unit: "lai-chau", body: { name: "Sở VHTTDL Lai Châu", since: 2020 } });
  await stage.clerk.units.saveCluster({
    ...{ year: next, clusterId: "cum-thua" },
    body: { kind: "cụm", name: "Cụm lập nhầm", members: ["lai-chau"], head: "lai-chau" },
  });
  const { page, complaints } = await asClerk(phone);
  await page.goto(`/${next}/grouping`);
  await page.getByRole("button", { name: "Thiết đặt Cụm lập nhầm" }).click();
  await page.getByRole("button", { name: "Xóa cụm" }).click();
  await page.getByRole("heading", { name: "Xóa Cụm lập nhầm?" }).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Xóa", exact: true }).click();
  await page.getByText("Đã xóa Cụm lập nhầm.").waitFor();
  expect(await clusterIn(next, "cum-thua")).toBeUndefined();
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await sheetOf(page, "Cụm lập nhầm").waitFor();
  expect(await clusterIn(next, "cum-thua")).toMatchObject({ members: ["lai-chau"], head: "lai-chau" });

  await page.goto(`/${year}/grouping`);
  await page.getByRole("button", { name: /^Thiết đặt Cụm thi đua số 4/ }).click();
  await page.getByRole("button", { name: "Xóa cụm" }).click();
  await page.getByRole("button", { name: "Xóa", exact: true }).click();
  await page
    .getByText(/^Cụm thi đua số 4.* đã có giao ước đã ký, phiếu chấm.* nên không xóa được\.$/)
    .waitFor();
  await expectAccessible(page);
  expect(await clusterIn(year, cluster)).toBeDefined();
  expect(complaints).toEqual([]);
});

test("a table that clusters still use from the year before stands on the page of tables, with where it is from", async () => {
  for (const screen of [desk, phone]) {
    const { page } = await asClerk(screen);
    await page.goto(`/${next}/schemes`);
    await page.getByRole("heading", { name: "Dùng từ năm trước" }).waitFor();
    const lent = page.getByRole("region", { name: "Dùng từ năm trước" });
    await lent.getByText(`năm ${year}, bản 1`).waitFor();
    await lent.getByText(/Cụm thi đua số 4.* đang dùng\./).waitFor();
    await expectAccessible(page);
    await lent.getByRole("link", { name: "Xem và in" }).click();
    await page.waitForURL(`**/${year}/schemes/bang-tieu-chi/versions/1`);
  }
});

const calendarOf = async (yearNo: number) => {
  const { calendar } =
    (await stage.clerk.units.readMe({})).years.find((each) => each.year === yearNo - 1) ?? {};
  if (!calendar) throw new Error(`No year before ${yearNo}.`);
  const later = (instant: string) => `${Number(instant.slice(0, 4)) + 1}${instant.slice(4)}`;
  return Object.fromEntries(
    Object.entries(calendar).map(([phase, at]) => [phase, later(at)]),
  ) as typeof calendar;
};
