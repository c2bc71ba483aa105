import type { BrowserContext, Page } from "playwright-core";
import { expect, test } from "vitest";
import { pdf } from "../files.ts";
import { local } from "../world.ts";
import { expectAccessible, signIn, windowFor } from "./browser.ts";
import { appraise, cluster, makeCouncil, year } from "./council.ts";
import { browser } from "./house.ts";

const stage = await makeCouncil(local);

const phone = { width: 360, height: 780 };
const desk = { width: 1280, height: 900 };
const at = { year, cluster, unit: "ha-giang" };
const sheet = `/${year}/clusters/${cluster}/sheets/ha-giang`;
const seen = () => stage.clerk.scoring.readSheet(at);

/** A photograph of a page as a phone makes it: large, lying on its side, and with the place written into it. */
async function photograph(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [3200, 2400];
    const paper = canvas.getContext("2d") as CanvasRenderingContext2D;
    paper.fillStyle = "#f4efe2";
    paper.fillRect(0, 0, 3200, 2400);
    paper.fillStyle = "#222";
    paper.font = "160px serif";
    paper.fillText("GIẤY CHỨNG NHẬN 312/GCN", 300, 700);
    return canvas.toDataURL("image/jpeg", 0.9);
  });
  const plain = Buffer.from(drawn.slice(drawn.indexOf(",") + 1), "base64");
  const place = Buffer.from("Exif\0\0GPS 22.8233 104.9836");
  const length = Buffer.from([0xff, 0xe1, 0, place.length + 2]);
  return Buffer.concat([plain.subarray(0, 2), length, place, plain.subarray(2)]);
}

const cut = async (context: BrowserContext) => {
  for (const path of ["**/api/**", "**/objects/**"]) await context.route(path, (route) => route.abort());
};
const mend = async (context: BrowserContext) => {
  for (const path of ["**/api/**", "**/objects/**"]) await context.unroute(path);
};
const isShown = (page: Page) =>
  page.waitForFunction(() =>
    Array.from(document.querySelectorAll<HTMLImageElement>(".thumb img")).some(
      ({ naturalWidth }) => naturalWidth > 0,
    ),
  );

test("a photograph of a paper goes up when the network is back, is returned with a reason, and a better one follows", async () => {
  const officer = await windowFor(browser, local.url, phone);
  const { page } = officer;
  await signIn(page, "ha-giang");
  await page.goto(`${sheet}#d2.1`);
  const photo = page.getByLabel("Chụp ảnh");
  await photo.waitFor({ state: "attached" });
  const bytes = await photograph(page);

  await cut(officer.context);
  await photo.setInputFiles({ name: "IMG_2041.jpg", mimeType: "image/jpeg", buffer: bytes });
  await page.getByText("Mất mạng, sẽ gửi khi có mạng").waitFor();
  await expectAccessible(page);
  await page.reload();
  await page.getByText("Mất mạng, sẽ gửi khi có mạng").waitFor();
  await mend(officer.context);
  await page.getByRole("button", { name: "Xem Ảnh 1" }).waitFor({ timeout: 60_000 });
  await isShown(page);
  const { files } = await seen();
  expect(files).toMatchObject([{ line: "2.1", type: "image/jpeg", by: "ha-giang" }]);
  expect(files[0]?.size).toBeLessThan(bytes.length / 2);
  const address = await page.locator(".thumb img").getAttribute("src");
  const kept = Buffer.from(await (await fetch(new URL(String(address), local.url))).arrayBuffer());
  expect(kept.includes("GPS")).toBe(false);
  await expectAccessible(page);

  // What is no paper is told at once.
  const text = { name: "bao-cao.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html>") };
  await page.getByLabel("Chọn tệp").setInputFiles(text);
  await page.getByText("Tệp này không phải ảnh hoặc PDF đọc được.").waitFor();
  await page.getByRole("button", { name: "Hủy gửi bao-cao" }).click();

  await appraise(stage);
  const head = await windowFor(browser, local.url, desk);
  await signIn(head.page, "lang-son");
  await head.page.goto(`/${year}/clusters/${cluster}/appraisals/ha-giang`);
  await head.page.locator("#d2\\.1").getByText("2 minh chứng").waitFor();
  await head.page.locator("#d2\\.1 a").click();
  await isShown(head.page);
  await expectAccessible(head.page);
  await head.page.getByRole("button", { name: "Xem Ảnh 1" }).click();
  const viewer = head.page.getByRole("dialog");
  await viewer.getByRole("button", { name: "Phóng to" }).first().click();
  await expectAccessible(head.page);
  await viewer.getByRole("button", { name: "Đóng" }).click();

  await head.page.getByRole("button", { name: "Trả lại Ảnh 1" }).click();
  await head.page.getByLabel("Lý do trả lại minh chứng này").fill("Thiếu trang có dấu.");
  await head.page.getByRole("button", { name: "Trả lại minh chứng" }).click();
  await head.page.getByText("Trả lại, Hoàng Thị Lan").waitFor();
  await head.page.getByRole("button", { name: "Trao đổi với đơn vị" }).click();
  await head.page.getByLabel("Viết ngắn cho đơn vị").fill("Xin gửi thêm trang cuối.");
  await head.page.getByRole("button", { name: "Gửi", exact: true }).click();
  await expect.poll(async () => (await seen()).comments.length).toBe(1);
  await expectAccessible(head.page);

  await page.goto(sheet);
  await page.locator("#d2\\.1").getByText("Có minh chứng bị trả lại").waitFor();
  await page.locator("#d2\\.1 a").click();
  await page.getByText("Thiếu trang có dấu.").waitFor();
  await page.getByText("Xin gửi thêm trang cuối.").waitFor();
  const document = { name: "Trang cuối.pdf", mimeType: "application/pdf", buffer: pdf };
  await page.getByLabel("Chọn tệp").setInputFiles(document);
  await page.getByRole("link", { name: "Xem Trang cuối" }).waitFor();
  await page.getByLabel("Viết ngắn cho người thẩm định").fill("Đã gửi trang cuối.");
  await page.getByRole("button", { name: "Gửi", exact: true }).click();
  await expect.poll(async () => (await seen()).comments.length).toBe(2);
  await expectAccessible(page);

  await head.page.reload();
  await head.page.locator("#d2\\.1").getByText("Có trao đổi mới").waitFor();
  await head.page.locator("#d2\\.1 a").click();
  await head.page.getByText("Đã gửi trang cuối.").waitFor();
  const link = head.page.getByRole("link", { name: "Xem Trang cuối" });
  await expect.poll(() => link.getAttribute("href")).toMatch(/\?/);
  expect(await link.getAttribute("target")).toBe("_blank");
  const paper = await fetch(new URL(String(await link.getAttribute("href")), local.url));
  expect(paper.headers.get("content-type")).toBe("application/pdf");
  await head.page.getByRole("button", { name: "Chấp nhận Trang cuối" }).click();
  await head.page.getByText("Chấp nhận, Hoàng Thị Lan").waitFor();
  await expectAccessible(head.page);
  expect([...officer.complaints, ...head.complaints]).toEqual([]);
});
