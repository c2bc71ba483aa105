import { build } from "./build.ts";
import { readCertificate } from "./certificate.ts";
import { startLocal } from "./local.ts";
import { laySample } from "./sample.ts";
import { giveUp, Trouble } from "./trouble.ts";

const {
  PORT = "3000",
  DATA_DIR = ".data",
  HOST,
  OPERATOR_PASSWORD,
  SAMPLE,
  LOG,
  HALL_CERT,
  HALL_KEY,
  npm_lifecycle_event,
} = process.env;

process.on("uncaughtException", giveUp);
process.on("unhandledRejection", giveUp);

let stop = async () => {};
let isEnding = false;
async function end() {
  if (isEnding) return;
  isEnding = true;
  await stop();
  process.exit();
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, end);
// Told to end, npm tells its shell, and the shell tells nobody: when it is gone we end too.
const { ppid } = process;
if (npm_lifecycle_event) setInterval(() => process.ppid !== ppid && end(), 200).unref();

/** `npm start -- --hall`: serves a conference from this machine to the phones in the hall. */
const isHall = process.argv.includes("--hall");
const certificate = isHall ? readCertificate(HALL_CERT, HALL_KEY) : undefined;
if ((HOST || isHall) && !OPERATOR_PASSWORD)
  throw new Trouble(
    "HOST mở máy này ra mạng: hãy đặt thêm OPERATOR_PASSWORD, vì mật khẩu có sẵn ai cũng biết.",
    "HOST opens this machine to the network: set OPERATOR_PASSWORD too, since the one it comes with is known to all.",
  );

await build({ say: console.log });
// With a password of one's own this is real use, and people with known passwords stay out.
const isSample = SAMPLE ? SAMPLE !== "no" : !OPERATOR_PASSWORD;
const people = isSample ? await laySample(DATA_DIR) : [];
const local = await startLocal({
  port: Number(PORT),
  host: HOST ?? (isHall ? "0.0.0.0" : undefined),
  certificate,
  dataDir: DATA_DIR,
  operatorPassword: OPERATOR_PASSWORD,
  quiet: LOG === undefined,
});
stop = local.stop;

// What fell due while this machine was off.
await local.runSchedules();
await local.forgetExpired();
setInterval(local.forgetExpired, 60 * 60_000).unref();

console.log(`ready ${local.url}`);
if (!OPERATOR_PASSWORD)
  console.log(
    `  ${local.operator.name}  ${local.operator.password}  đơn vị vận hành, vào ${local.url}/operate`,
  );
for (const { name, password, who } of people) console.log(`  ${name}  ${password}  ${who}`);
