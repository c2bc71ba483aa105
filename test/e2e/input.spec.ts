import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "#infra/local/build.ts";
import { type Local, startLocal } from "#infra/local/local.ts";
import { expectAccessible, launch, signIn, windowFor } from "./browser.ts";
import { makeCouncil, year } from "./council.ts";
import { container, crowded, withPart, workbook } from "./workbooks.ts";

let local: Local;
let browser: Browser;
let folder: string;
beforeAll(async () => {
  await build();
  local = await startLocal({ quiet: true });
  folder = mkdtempSync(join(tmpdir(), "thi-dua-tep-"));
  [browser] = await Promise.all([launch(), makeCouncil(local)]);
});
afterAll(async () => {
  await browser?.close();
  await local?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const phone = { width: 360, height: 780 };
const desk = { width: 1280, height: 900 };
/** Machines that run journeys are slower than those people have; a freeze of seconds is one anywhere. */
const longest = 400;

/** Where a list is brought in, and where a scoring table is: one reader behind both. */
const places = {
  list: async (page: Page) => {
    await page.goto("/import/units");
    await page.locator(".drop").waitFor();
  },
  scheme: async (page: Page) => {
    await page.goto(`/${year}/new-scheme`);
    await page.getByText("Từ tệp Excel").click();
    await page.getByLabel("Tệp Excel hoặc CSV").waitFor();
  },
};
type Where = keyof typeof places;

async function clerkAt(where: Where, screen = desk) {
  const opened = await windowFor(browser, local.url, screen);
  await opened.page.addInitScript(() => {
    const told = window as unknown as { freezes: number[] };
    told.freezes = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) told.freezes.push(duration);
    }).observe({ type: "longtask" });
  });
  await signIn(opened.page, "thuong-truc");
  await places[where](opened.page);
  return opened;
}

/** How long the page answered nobody at the longest, since it was asked last. */
const longestFreeze = (page: Page) =>
  page.evaluate(() => Math.max(0, ...(window as unknown as { freezes: number[] }).freezes.splice(0)));

/** A file of that name, chosen as from a folder. */
async function choose(page: Page, name: string, content: Uint8Array | string) {
  const path = join(folder, name);
  writeFileSync(path, content);
  await page.locator("input[type=file]").setInputFiles(path);
}

const list = [
  ["STT", "Tên đơn vị"],
  [1, "Sở Y tế"],
];
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);

describe.each(["list", "scheme"] as const)("where a %s is brought in", (where) => {
  test("a file that is no table is told as what it is, and what to do", async () => {
    const { page, complaints } = await clerkAt(where, phone);
    const plain = await workbook(list);
    const cases: [string, Uint8Array | string, string, string][] = [
      ["anh.xlsx", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), "Tệp này là ảnh", "gõ lại bảng bằng Excel"],
      ["khoa.xlsx", container("EncryptedPackage"), "Tệp có mật khẩu", "bỏ mật khẩu"],
      ["cu.xls", container("Workbook"), "Excel kiểu cũ (.xls)", "Lưu thành"],
      [
        "lenh.xlsm",
        await withPart(plain, "xl/vbaProject.bin", randomBytes(64)),
        "chứa lệnh (macro)",
        "Lưu thành",
      ],
      ["cut.xlsx", plain.subarray(0, 900), "Tệp bị hỏng", "Thử mở bằng Excel"],
      [
        "trang.xls",
        `<html><table>${"<tr><td>1</td></tr>".repeat(60_000)}`,
        "Tệp này là trang web",
        "Lưu thành",
      ],
      ["rong.csv", "\r\n;;\r\n", "Tệp không có dòng nào", "Xem lại"],
    ];
    for (const [name, content, what, how] of cases) {
      await choose(page, name, content);
      const notice = page.getByRole("alert").filter({ hasText: what });
      await notice.waitFor();
      expect(await notice.textContent(), name).toContain(how);
    }
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  });

  test("one of fifty megabytes, and one of ten with tens of thousands of rows, never hold up the page", async () => {
    const { page, complaints } = await clerkAt(where);
    const small = await workbook(list);
    const large = await withPart(small, "xl/media/anh.png", randomBytes(50_000_000));
    await choose(page, "50-mb.xlsx", large);
    await page.getByText("Tệp lớn hơn 10 MB").waitFor();
    const many = await crowded(45_000);
    expect(many.length / 1_000_000).toBeGreaterThan(9.5);
    expect(many.length).toBeLessThan(10_000_000);
    await choose(page, "45-nghin-dong.xlsx", many);
    await page.getByText("Đang đọc tệp 9,7 MB trên máy này.").waitFor();
    const most = where === "list" ? "20.000" : "1.000";
    await page.getByText(`Bảng có 45.001 dòng, ở đây nhận nhiều nhất ${most}.`).waitFor({ timeout: 60_000 });
    expect(await longestFreeze(page)).toBeLessThan(longest);
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  });
});

test("twenty thousand good lines are read, checked and mended, and the page answers all the while", async () => {
  const { page, complaints } = await clerkAt("list");
  const names = Array.from({ length: 20_000 }, (_, at) => `Ủy ban nhân dân xã số ${at + 1}`);
  await choose(page, "xa.csv", ["Tên đơn vị", ...names].join("\r\n"));
  await page.getByText("20.000 đơn vị đọc được ngay.").waitFor();
  await page.getByText("Máy chủ đã soát, chưa ghi gì.").waitFor({ timeout: 60_000 });
  expect(await longestFreeze(page)).toBeLessThan(longest / 2);

  await page.getByRole("button", { name: "Đổi tệp" }).click();
  await choose(page, "cach.csv", ["Tên đơn vị", ...names.map((name) => `${name}  `)].join("\r\n"));
  await page.getByRole("button", { name: "Sửa 20.000 ô sửa được ngay" }).click();
  await page.getByText("20.000 đơn vị đọc được ngay.").waitFor();
  expect(await longestFreeze(page)).toBeLessThan(longest / 2);
  expect(complaints).toEqual([]);
});

test("a list is read from the letters Windows had, from UTF-16, from merged cells, formulas and days", async () => {
  const { page, complaints } = await clerkAt("list");
  // "Tên đơn vị;Mã" and "Sở Y tế;so-y-te", as Windows-1258 has them: marks apart.
  const old = Buffer.from("T\xean \xf0\xf5n vi\xf2;M\xe3\r\nS\xf5\xd2 Y t\xea\xec;so-y-te\r\n", "latin1");
  await choose(page, "cu.csv", old);
  await page.getByText("Một đơn vị đọc được ngay.").waitFor();
  await page.getByText("Xem các dòng đúng").click();
  await page.getByRole("cell", { name: "Sở Y tế", exact: true }).waitFor();
  await page.getByRole("button", { name: "Đổi tệp" }).click();

  await choose(page, "utf16.csv", utf16("Mã\tTên đơn vị\r\nso-y-te\tSở Y tế\r\n"));
  await page.getByText("Một đơn vị đọc được ngay.").waitFor();
  await page.getByRole("button", { name: "Đổi tệp" }).click();

  const merged = { value: "Sở Y tế", rowSpan: 2 };
  const day = { value: new Date(Date.UTC(2026, 0, 2)), format: "dd/mm/yyyy" };
  await choose(
    page,
    "gop.xlsx",
    await workbook([
      ["Mã", "Tên đơn vị"],
      ["y-te-1", merged],
      [day, null],
    ] as never),
  );
  await page.getByText("1 ô gộp nhiều dòng (ô đầu là B2)").waitFor();
  await page.getByText("Excel hay đổi mã như 1-2 thành ngày").waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test("a scoring table is read with points of formulas, codes that became days are told, merged cells stay one line", async () => {
  const { page, complaints } = await clerkAt("scheme", phone);
  const sum = { type: "Formula", value: "5+7.5" } as never;
  const rows = [
    ["TT", "Tiêu chí", "Điểm tối đa"],
    ["I", "Chuyên môn", sum],
    [{ value: "1.1", rowSpan: 3 }, "Tỷ lệ hồ sơ đúng hạn", 5],
    [null, "- Từ 95% trở lên", 5],
    [null, "- Dưới 95%", 2],
    [{ value: new Date(Date.UTC(2026, 1, 1)), format: "dd/mm/yyyy" }, "Kế hoạch", 7.5],
  ];
  await choose(page, "bang.xlsx", await workbook(rows as never));
  await page.getByText("1 ô là công thức chưa có kết quả (ô đầu là C2)").waitFor();
  await page.getByText("1 ô là ngày tháng (ô đầu là A6)").waitFor();
  await page.getByText("Từ 95 %: 5; dưới 95 %: 2").waitFor();
  await expectAccessible(page);

  await choose(
    page,
    "bang.csv",
    utf16("TT\tTiêu chí\tĐiểm\r\nI\tChuyên môn\t12,5\r\n1\tKế hoạch\t7,5\r\n2\tBáo cáo\t5\r\n"),
  );
  await page.getByText("Hai dòng trong một nhóm, cộng 12,5 điểm.").waitFor();
  expect(complaints).toEqual([]);
});
