// Installs what is missing. Plain JavaScript for any Node from 20 on: it runs before the project's own Node is there.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";

const installed = "node_modules/.package-lock.json";
const isCurrent =
  existsSync(installed) && statSync(installed).mtimeMs >= statSync("package-lock.json").mtimeMs;

if (!isCurrent) {
  // Not on standard output, which belongs to the command that follows.
  console.error("Đang cài đặt, chỉ một lần… · Installing, only once…");
  // Not `npm ci`: it refuses a lock file written where a registry lacked the packages of some other platform.
  const { status } = spawnSync("npm install --no-save --no-audit --no-fund --loglevel=error", {
    shell: true,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0)
    giveUp(
      "Không cài được: hãy xem lỗi ở trên và kết nối mạng.",
      "Installing failed: see above, and the network.",
    );
}

const comesWithIts = existsSync("node_modules/.bin/node") || existsSync("node_modules/.bin/node.cmd");
if (!comesWithIts && Number.parseInt(process.versions.node, 10) < 24)
  giveUp(
    "Máy này cần Node 24: hãy cài rồi chạy lại.",
    "This machine needs Node 24: install it and start again.",
  );

function giveUp(vietnamese, english) {
  console.error(`${vietnamese} · ${english}`);
  process.exit(1);
}
