import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { api } from "#api";
import { built } from "#infra/local/build.ts";
import { fill } from "#lib/template.ts";
import { atMost, type Line, median } from "./line.ts";
import type { Stage } from "./stage.ts";

const bundle = `${built.assembly}/bundles/ballots/index.cjs`;

/** A process of its own takes in the bundle and answers one request; it says how long it has been there by then. */
const program = `
  const [, bundle, event] = process.argv;
  require(bundle).handler(JSON.parse(event), {}).then(({ statusCode }) =>
    process.stdout.write(JSON.stringify({ statusCode, took: performance.now() })));
`;

/** P10: how much the function of the ballots weighs, and how soon a new process of it has asked the database. */
export async function startingCold({ local, engine }: Stage): Promise<Line[]> {
  const code = readFileSync(bundle);
  const strangers = ["POWERTOOLS_", "ERR_JOSE", "ERR_JWT"].filter((mark) => code.includes(mark));
  const times: number[] = [];
  for (let run = 0; run < 9; run++) times.push(await firstReply(engine.direct, local.tableName));
  return [
    atMost({
      id: "P10",
      name: "bundle of the ballots",
      measured: gzipSync(code, { level: 9 }).length / 1000,
      unit: "KB gz",
      bound: 125,
    }),
    atMost({
      id: "P10",
      name: "Powertools or jose in it",
      measured: strangers.length,
      unit: "found",
      bound: 1,
      target: 0,
    }),
    atMost({
      id: "P10",
      name: "start to first reply from the database (elsewhere 375)",
      measured: median(times),
      unit: "ms",
      bound: 90,
      gates: false,
    }),
  ];
}

/** Somebody whom the table does not know asks: that takes one reading, and nothing has to be there. */
async function firstReply(endpoint: string, TABLE_NAME: string): Promise<number> {
  const route = Object.values(api.ballots).find(({ method, by }) => method === "GET" && by === "token");
  if (!route) throw new Error("Nothing of the ballots can be read.");
  const names = new Proxy({}, { get: (_, name) => (name === "year" ? 2026 : "a") });
  const event = {
    version: "2.0",
    headers: {},
    requestContext: {
      timeEpoch: Date.now(),
      http: { method: route.method, path: fill(route.path, names) },
      authorizer: { jwt: { claims: { username: "p10:nobody" } } },
    },
  };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["-e", program, `./${bundle}`, JSON.stringify(event)],
    { env: { ...process.env, TABLE_NAME, AWS_ENDPOINT_URL_DYNAMODB: endpoint, LOG: "off" } },
  );
  const { statusCode, took } = JSON.parse(stdout);
  if (statusCode !== 403) throw new Error(`The database was not asked: ${stdout}`);
  return took;
}
