import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Browser, Page } from "playwright-core";

/** `npm run pictures` takes them anew; the tests only look. */
const isTakingAnew = process.env["PICTURES"] === "take";

/** The share of pixels in which two pictures clearly differ; all of them where their sizes do. */
async function differenceOf(browser: Browser, one: Buffer, other: Buffer): Promise<number> {
  // A page without a policy: pictures are handed to it as addresses.
  const page = await browser.newPage();
  const urls = [one, other].map((picture) => `data:image/png;base64,${picture.toString("base64")}`);
  const share = await page.evaluate(async (urls) => {
    const [a, b] = await Promise.all(
      urls.map(async (url) => {
        const image = new Image();
        image.src = url;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext("2d");
        context?.drawImage(image, 0, 0);
        return context?.getImageData(0, 0, image.width, image.height);
      }),
    );
    if (!a || !b || a.width !== b.width || a.height !== b.height) return 1;
    let differing = 0;
    for (let at = 0; at < a.data.length; at += 4) {
      const apart = [0, 1, 2].map((channel) =>
        Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0)),
      );
      if (Math.max(...apart) > 48) differing += 1;
    }
    return differing / (a.width * a.height);
  }, urls);
  await page.close();
  return share;
}

/** How far a page is from the picture that is kept of it, as a share of its pixels. */
export async function apartFromKept(browser: Browser, page: Page, file: string): Promise<number> {
  const seen = await page.screenshot({ fullPage: true, animations: "disabled" });
  if (isTakingAnew) await keep(file, seen);
  return differenceOf(browser, await readFile(file), seen);
}

async function keep(file: string, picture: Buffer) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, picture);
}

/** A desk by light and dark, a phone beside each: one picture, kept when they are taken anew. */
export async function keepTogether(
  browser: Browser,
  [deskLight, deskDark, phoneLight, phoneDark]: Buffer[],
  file: string,
) {
  if (!isTakingAnew) return;
  const page = await browser.newPage({ viewport: { width: 960, height: 916 } });
  const images = [deskLight, phoneLight, deskDark, phoneDark].map(
    (picture) => `<img src="data:image/png;base64,${picture?.toString("base64")}">`,
  );
  await page.setContent(
    `<style>body{margin:0;background:#8a7d6d;display:grid;grid-template-columns:auto auto;gap:12px;justify-content:center}img{height:452px;display:block}</style>${images.join("")}`,
  );
  await keep(file, await page.screenshot({ type: "jpeg", quality: 78 }));
  await page.close();
}
