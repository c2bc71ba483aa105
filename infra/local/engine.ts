import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Trouble } from "./trouble.ts";

export type Engine = { endpoint: string; stop: () => Promise<void> };

/**
 * Runs the database and ends it when the third stream closes: the system closes that one
 * even when this process is killed and can no longer say goodbye.
 */
const leash = '"$@" 3<&- & engine=$!; { read _; kill $engine; } <&3 2>/dev/null & wait $engine';

/** The database: whatever the environment names, or the embedded engine with its file, or in memory without one. */
export async function startEngine(file: string | undefined): Promise<Engine> {
  const given = process.env["AWS_ENDPOINT_URL_DYNAMODB"];
  if (given) return { endpoint: given, stop: async () => {} };

  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const serve = [
    "serve",
    "--host",
    "127.0.0.1",
    "--port",
    String(port),
    ...(file ? ["--db-path", file] : []),
  ];
  // A group of its own: Ctrl-C is meant for us, and we end the engine after the last request.
  const child = spawn("/bin/sh", ["-c", leash, "engine", binary(), ...serve], {
    stdio: ["ignore", "ignore", "pipe", "pipe"],
    detached: true,
  });
  const leashEnd = child.stdio[3];
  let said = "";
  child.stderr?.on("data", (text) => (said += text));

  let state: "starting" | "up" | "stopping" = "starting";
  const failed = Promise.withResolvers<never>();
  const closed = once(child, "close");
  child.on("exit", () => leashEnd?.destroy());
  child.on("close", () => {
    if (state === "starting") failed.reject(failure(file, said));
    if (state === "up") throw failure(file, said);
  });
  await Promise.race([failed.promise, untilAnswering(endpoint)]);
  state = "up";

  const stop = async () => {
    state = "stopping";
    leashEnd?.destroy();
    await closed;
  };
  return { endpoint, stop };
}

function binary(): string {
  try {
    const engine = createRequire(import.meta.url).resolve("@dynoxide/linux-x64/package.json");
    return join(dirname(engine), "dynoxide");
  } catch (cause) {
    throw new Trouble(
      "Máy này không có sẵn cơ sở dữ liệu đi kèm (chỉ có cho Linux x64): hãy chạy DynamoDB Local hoặc tương đương rồi đặt AWS_ENDPOINT_URL_DYNAMODB.",
      "The embedded database does not come for this machine (Linux x64 only): run DynamoDB Local or the like and set AWS_ENDPOINT_URL_DYNAMODB.",
      cause,
    );
  }
}

function failure(file: string | undefined, said: string): Trouble {
  if (file && /malformed|not a valid|not a database/.test(said))
    return new Trouble(
      `Tệp dữ liệu ${file} bị hỏng: hãy đặt bản sao lưu vào chỗ đó, hoặc dời tệp đi rồi chạy lại.`,
      `The data file ${file} is damaged: put a backup in its place, or move it away, and start again.`,
    );
  const reason = said.trim().replace(/^error: /, "") || "?";
  return new Trouble(
    `Cơ sở dữ liệu đã dừng (${reason}): hãy chạy lại.`,
    `The database has stopped (${reason}): start again.`,
  );
}

async function untilAnswering(endpoint: string) {
  for (let attempt = 0; attempt < 500; attempt++) {
    try {
      await fetch(endpoint);
      return;
    } catch {
      // Not listening yet; should it never, its own end is reported.
      await setTimeout(10);
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  return typeof address === "object" && address ? address.port : 0;
}
