import { build } from "./build.ts";
import { startLocal } from "./local.ts";
import { sample } from "./sample.ts";
import { Trouble } from "./trouble.ts";

const { PORT = "3000", DATA_DIR = ".data", HOST, OPERATOR_PASSWORD, SAMPLE } = process.env;

/** What keeps us from going on is told in a sentence; anything else is a bug and shows where it is. */
function giveUp(error: unknown): never {
  console.error(error instanceof Trouble ? error.message : error);
  process.exit(1);
}
process.on("uncaughtException", giveUp);
process.on("unhandledRejection", giveUp);

if (HOST && !OPERATOR_PASSWORD)
  throw new Trouble(
    "HOST mở máy này ra mạng: hãy đặt thêm OPERATOR_PASSWORD, vì mật khẩu có sẵn ai cũng biết.",
    "HOST opens this machine to the network: set OPERATOR_PASSWORD too, since the one it comes with is known to all.",
  );

await build(console.log);
const local = await startLocal({
  port: Number(PORT),
  host: HOST,
  dataDir: DATA_DIR,
  operatorPassword: OPERATOR_PASSWORD,
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.once(signal, () => local.stop().then(() => process.exit()));

// With a password of one's own this is real use, and people with known passwords stay out.
const isSample = SAMPLE ? SAMPLE !== "no" : !OPERATOR_PASSWORD;
const people = isSample ? await sample(local) : [];
// What fell due while this machine was off.
await local.runSchedules();

console.log(`ready ${local.url}`);
for (const { name, password, who } of people) console.log(`  ${name}  ${password}  ${who}`);
