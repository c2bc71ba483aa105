import { join } from "node:path";
import { readAssembly } from "./assembly.ts";
import { build, built } from "./build.ts";
import { startEngine } from "./engine.ts";
import { adopt, awsEnvironment } from "./environment.ts";
import { environmentOf } from "./lambdas.ts";
import { giveUp } from "./trouble.ts";

/** `npm run audit:verify`: every history in the data folder, from the first write on; ends non-zero when one does not hold. Roots kept elsewhere may be named behind it. */
const { DATA_DIR = ".data" } = process.env;
process.on("uncaughtException", giveUp);
await build({ site: false });
const engine = await startEngine(join(DATA_DIR, "table.sqlite"));
try {
  adopt({
    ...awsEnvironment(),
    ...environmentOf(readAssembly(built.assembly)),
    AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
  });
  const { faultsKept } = await import("#functions/audit.ts");
  const { histories, links, sheets, roots, faults } = await faultsKept(process.argv.slice(2));
  for (const fault of faults) console.error(fault);
  for (const { council, day, root } of roots) console.log(`${council} ${day} ${root}`);
  console.log(`${histories} histories with ${links} links and ${sheets} sheets: ${faults.length} faults`);
  if (faults.length > 0) process.exitCode = 1;
} finally {
  await engine.stop();
}
