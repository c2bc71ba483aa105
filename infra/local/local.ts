import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readAssembly } from "./assembly.ts";
import { built } from "./build.ts";
import type { Certificate } from "./certificate.ts";
import { type Clock, startClock } from "./clock.ts";
import { startEngine } from "./engine.ts";
import { adopt, awsEnvironment } from "./environment.ts";
import { front } from "./front.ts";
import { startIdentity } from "./identity.ts";
import { environmentOf, loadLambdas } from "./lambdas.ts";
import { listen } from "./listen.ts";
import { startObjects } from "./objects.ts";
import { openSecrets } from "./secrets.ts";
import { gateway } from "./server.ts";
import { site } from "./site.ts";
import { forgetExpired, makeTable } from "./table.ts";
import { Trouble } from "./trouble.ts";
import { authorizers } from "./verify.ts";

export type Settings = {
  /** A free one where nothing is said. */
  port?: number | undefined;
  /** Only this machine may come in where nothing is said. */
  host?: string | undefined;
  /** Everything stays in memory where nothing is said. */
  dataDir?: string | undefined;
  operatorPassword?: string | undefined;
  quiet?: boolean | undefined;
  /** With one, phones in a hall may seal their ballots. */
  certificate?: Certificate | undefined;
};

export type Local = {
  url: string;
  port: number;
  clock: Pick<Clock, "now" | "moveTo" | "release">;
  runSchedules: Clock["runSchedules"];
  /** Takes away what has expired by the clock as it now stands. */
  forgetExpired: () => Promise<void>;
  endpoint: string;
  tableName: string;
  operator: { name: string; password: string };
  stop: () => Promise<void>;
};

/** Runs in this process what the stacks say, as `build()` left them: database, accounts, functions, schedules, site. */
export async function startLocal(settings: Settings = {}): Promise<Local> {
  await using started = new AsyncDisposableStack();
  const { port = 0, host = "127.0.0.1", dataDir, operatorPassword, quiet } = settings;
  if (dataDir) makeFolder(dataDir);
  const fileOf = (name: string) => dataDir && join(dataDir, `${name}.sqlite`);
  const keep = <Part extends { stop: () => unknown }>(part: Part) =>
    started.adopt(part, async ({ stop }) => {
      await stop();
    });
  const assembly = readAssembly(built.assembly, openSecrets(dataDir && join(dataDir, "secrets.json")));

  keep(adopt(awsEnvironment()));
  // First, because it holds the folder against a second process.
  const identity = keep(await startIdentity(assembly, fileOf("identity")));
  const operator = await identity.seedOperator(operatorPassword);
  const engine = keep(await startEngine(fileOf("table")));
  const objects = keep(await startObjects(assembly, dataDir && join(dataDir, "objects")));
  const tableName = await makeTable(assembly, engine.endpoint);
  keep(
    adopt({
      ...environmentOf(assembly),
      AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
      AWS_ENDPOINT_URL_S3: objects.endpoint,
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: identity.endpoint,
      ...(quiet && { LOG: "off" }),
    }),
  );

  const lambda = loadLambdas(assembly);
  const clock = keep(startClock(assembly, lambda));
  const origins = {
    site: site(assembly, built.web, objects.find),
    gateway: gateway(assembly, lambda, authorizers(assembly, identity.keys)),
    objects,
  };
  const server = keep(await listen(front(assembly, origins, settings.certificate), port, host));

  // Everything is up: from here on it ends when it is told to.
  const running = started.move();
  return {
    url: addressOf(settings, server.port),
    port: server.port,
    clock,
    runSchedules: clock.runSchedules,
    async forgetExpired() {
      objects.forgetExpired();
      await forgetExpired(assembly, engine.endpoint);
    },
    endpoint: engine.endpoint,
    tableName,
    operator,
    stop: () => running.disposeAsync(),
  };
}

const addressOf = ({ certificate }: Settings, port: number) =>
  certificate ? `https://${certificate.host}:${port}` : `http://localhost:${port}`;

function makeFolder(folder: string) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const probe = join(folder, ".probe");
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (cause) {
    throw new Trouble(
      `Không ghi được vào thư mục ${folder}: hãy cấp quyền ghi, hoặc đặt DATA_DIR khác.`,
      `The folder ${folder} cannot be written to: give the right to, or set another DATA_DIR.`,
      cause,
    );
  }
}
