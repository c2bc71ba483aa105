import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import unpacked from "@sparticuz/chromium";
import { chromium, type Page } from "playwright-core";
import { cluster, council, makeCouncil, password, year } from "../e2e/council.ts";
import { png } from "../picture.ts";
import { gatherHall } from "./hall.ts";
import { atLeast, type Line } from "./line.ts";
import type { Stage } from "./stage.ts";
import { hallAtAnOpenBox, scan } from "./web.ts";

/** Fetched when it is asked for: nothing of ours is made with it. */
const lighthouse = "lighthouse@13.5.0";
const categories = {
  accessibility: true,
  "best-practices": true,
  seo: true,
  /** A time, and so of this machine; it only shows. */
  performance: false,
} as const;
type Report = { categories: Record<string, { score: number | null }>; runtimeError?: { message: string } };

/** W8: what a stranger's judge says of a page for everybody, of the ballot, and of a sheet as whoever fills it in. */
export async function judged(stage: Stage): Promise<Line[]> {
  if (!(await isThere())) {
    console.error(`W8    skipped: ${lighthouse} could not be fetched.`);
    return [];
  }
  const hall = await gatherHall(stage, "w8", 12);
  await hallAtAnOpenBox(hall);
  stage.local.clock.release();
  await publishLastYear(stage);
  const folder = mkdtempSync(join(tmpdir(), "judged-"));
  const port = await freePort();
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: await unpacked.executablePath(),
    args: ["--no-sandbox", "--disable-gpu", "--headless=shell", `--remote-debugging-port=${port}`],
    baseURL: stage.local.url,
    locale: "vi-VN",
  });
  try {
    await signInToStay(await context.newPage(), "ha-giang");
    const pages: [name: string, path: string, shows: string][] = [
      ["a public page", `/c/${council}/${year - 1}/${cluster}`, "main h1"],
      ["the ballot", scan(hall), "main .name"],
      ["a sheet", `/${year}/clusters/${cluster}/sheets/ha-giang`, "main input[inputmode]"],
    ];
    const lines: Line[] = [];
    for (const [name, path, shows] of pages) {
      // What is judged is the page itself, not one that asks to sign in or says what is missing.
      const page = await context.newPage();
      await page.goto(path);
      await page.locator(shows).first().waitFor();
      await page.close();
      lines.push(...linesOf(name, await reportOn(stage.local.url + path, port, join(folder, "report.json"))));
    }
    return lines;
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Beyond this one window, since the judge opens one of its own. */
async function signInToStay(page: Page, person: string) {
  await page.goto("/");
  await page.getByLabel("Mã hội đồng").fill(council);
  await page.getByLabel("Tên đăng nhập").fill(person);
  await page.getByLabel("Mật khẩu").fill(password);
  await page.getByRole("checkbox").check();
  await page.keyboard.press("Enter");
  await page.locator(".office h1").waitFor();
}

const linesOf = (page: string, { categories: judged, runtimeError }: Report): Line[] =>
  Object.entries(categories).map(([category, gates]) =>
    atLeast({
      id: "W8",
      name: `${category} of ${page}`,
      measured: runtimeError ? 0 : Math.round(100 * (judged[category]?.score ?? 0)),
      unit: "of 100",
      bound: 98,
      gates,
    }),
  );

/** As clerks do it, with the picture they would draw. */
export async function publishLastYear({ local }: Stage) {
  const made = await makeCouncil(local);
  const { clerk } = made;
  const page = `cluster-${cluster}`;
  const choice = {
    parts: ["results", "members", "movements", "heads"] as const,
    totals: true,
    site: local.url,
  };
  const { parts } = await clerk.publishing.readPublication({ year: year - 1, page });
  const ready = choice.parts.filter((part) => parts.some((each) => each.part === part && !each.open));
  const body = { ...choice, parts: ready };
  const { digest } = await clerk.publishing.previewPage({ year: year - 1, page, body });
  await clerk.publishing.publishPage({
    year: year - 1,
    page,
    body: { ...body, digest, pictures: { vi: png() } },
  });
  return made;
}

async function reportOn(address: string, port: number, file: string): Promise<Report> {
  const asked = `--only-categories=${Object.keys(categories).join(",")}`;
  const how = [
    `--port=${port}`,
    "--disable-storage-reset",
    "--output=json",
    `--output-path=${file}`,
    "--quiet",
  ];
  const code = await run([address, ...how, asked]);
  if (code !== 0) throw new Error(`${lighthouse} ended with ${code} on ${address}.`);
  return JSON.parse(readFileSync(file, "utf8"));
}

const isThere = async () => (await run(["--version"])) === 0;

/** Beside this process: the pages it looks at are served here. */
async function run(more: readonly string[]): Promise<number> {
  const child = spawn("npx", ["-y", lighthouse, ...more], { stdio: ["ignore", "ignore", "ignore"] });
  const [code] = await once(child, "exit");
  return Number(code ?? 1);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
