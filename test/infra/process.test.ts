import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build, built } from "#infra/local/build.ts";

const folder = mkdtempSync(join(tmpdir(), "process-"));
// All of it once, the site too, so that those started side by side find nothing left to build.
beforeAll(() => build(), 60_000);
afterAll(() => rmSync(folder, { recursive: true }));
const folderOf = (name: string) => join(folder, name);

/** What `npm start` starts, without the sample people. */
const start = (environment: Record<string, string>) =>
  spawn(process.execPath, ["infra/local/main.ts"], {
    env: { ...process.env, PORT: "0", SAMPLE: "no", NODE_COMPILE_CACHE: built.compiled, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });

async function untilReady({ stdout }: ChildProcess) {
  for await (const chunk of stdout ?? []) {
    const [, url] = /ready (\S+)/.exec(String(chunk)) ?? [];
    if (url) return url;
  }
  throw new Error("It ended before it was ready.");
}

/** The processes that work on a folder: the engine, and the shell that holds it. */
function workingOn(place: string): string[] {
  return readdirSync("/proc").filter((id) => {
    try {
      return readFileSync(`/proc/${id}/cmdline`, "utf8").includes(join(place, "table.sqlite"));
    } catch {
      // No process, or gone meanwhile.
      return false;
    }
  });
}

async function failure(environment: Record<string, string>) {
  const child = start(environment);
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  return { said: said.trim(), code };
}

describe.concurrent("npm start", () => {
  test.for(["SIGINT", "SIGTERM"] as const)("%s stops everything", async (signal) => {
    const place = folderOf(signal);
    const child = start({ DATA_DIR: place });
    await untilReady(child);
    expect(workingOn(place).length).toBeGreaterThan(0);
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(workingOn(place)).toEqual([]);
  });

  test("even when it is killed no database is left running", async () => {
    const place = folderOf("killed");
    const child = start({ DATA_DIR: place });
    await untilReady(child);
    child.kill("SIGKILL");
    for (let time = 0; time < 50 && workingOn(place).length > 0; time++) await setTimeout(20);
    expect(workingOn(place)).toEqual([]);
  });

  test("it answers with the contract, as a document for machines and as a page for people", async () => {
    const child = start({ DATA_DIR: folderOf("document") });
    const url = await untilReady(child);
    const document = await fetch(`${url}/api/openapi.json`);
    expect(document.headers.get("content-type")).toBe("application/json");
    expect(Object.keys((await document.json()).paths)).toContain("/api/session");
    const page = await fetch(`${url}/api-doc.html`);
    expect(page.headers.get("content-type")).toMatch(/^text\/html/);
    const text = await page.text();
    expect(text).toContain("POST /api/session");
    const [, style = ""] = /href="(\/[^"]+\.css)"/.exec(text) ?? [];
    expect((await fetch(url + style)).headers.get("content-type")).toMatch(/^text\/css/);
    child.kill("SIGTERM");
    await once(child, "exit");
  });

  test("a taken port is told in a sentence", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const address = taken.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    const { said, code } = await failure({ PORT: port, DATA_DIR: folderOf("port") });
    taken.close();
    expect(code).toBe(1);
    expect(said).toMatch(new RegExp(`^Cổng ${port} .* · Port ${port} is taken: .*$`));
    expect(workingOn(folderOf("port"))).toEqual([]);
  });

  test.for(["table", "identity"])(
    "a damaged %s file is told in a sentence, and left as it is",
    async (file) => {
      const place = mkdtempSync(join(folder, "damaged-"));
      const damaged = join(place, `${file}.sqlite`);
      writeFileSync(damaged, "no database at all ".repeat(500));
      const { said, code } = await failure({ DATA_DIR: place });
      expect(code).toBe(1);
      expect(said).toMatch(/^Tệp dữ liệu .* · The data file .* is damaged: .*$/);
      expect(readFileSync(damaged, "utf8")).toContain("no database at all");
    },
  );

  test("a folder that cannot be written to is told in a sentence", async () => {
    writeFileSync(folderOf("file"), "");
    const { said, code } = await failure({ DATA_DIR: folderOf("file") });
    expect(code).toBe(1);
    expect(said).toMatch(/^Không ghi được .* · The folder .* cannot be written to: .*$/);
  });

  test("a second one on the same folder is told in a sentence", async () => {
    const first = start({ DATA_DIR: folderOf("shared") });
    await untilReady(first);
    const { said, code } = await failure({ DATA_DIR: folderOf("shared") });
    first.kill("SIGTERM");
    await once(first, "exit");
    expect(code).toBe(1);
    expect(said).toMatch(/ · Another process works on this data folder: .*$/);
  });

  test("a host open to the network needs a password of its own", async () => {
    const { said, code } = await failure({ HOST: "0.0.0.0", DATA_DIR: folderOf("open") });
    expect(code).toBe(1);
    expect(said).toContain("OPERATOR_PASSWORD");
  });
});
