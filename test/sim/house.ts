import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Local, startLocal } from "#infra/local/local.ts";
import { callerOf, password } from "#infra/year/cast.ts";
import { luckOf } from "./chance.ts";
import { errandBook } from "./errands.ts";
import { faultsOf, type Level } from "./faults.ts";
import { listening } from "./listening.ts";
import { networkTo } from "./network.ts";
import { shakyEngine } from "./shaky-engine.ts";
import { timelineFrom } from "./timeline.ts";
import { truthOf } from "./truth.ts";

export const council = "vhttdl";
export const year = 2026;
export const cluster = "cum-1";
export const units = ["lang-son", "tuyen-quang", "ha-giang", "cao-bang", "bac-kan", "lao-cai", "yen-bai"];
/** The morning of the conference. */
const morning = Date.parse("2027-01-17T01:00:00.000Z");

export const officers = ["clerk", "chair", "teller-1", "teller-2"] as const;
export type Officer = (typeof officers)[number];
export type Founded = { folder: string; tokens: Record<Officer, string> };

/** A council with its people, kept in a folder that every run begins with a copy of. */
export async function found(): Promise<Founded> {
  const folder = mkdtempSync(join(tmpdir(), "sim-founded-"));
  const local = await startLocal({ dataDir: folder, quiet: true });
  local.clock.moveTo(morning);
  try {
    return { folder, tokens: await gather(local) };
  } finally {
    await local.stop();
  }
}

async function gather(local: Local): Promise<Record<Officer, string>> {
  const operator = callerOf(local, { person: local.operator.name, password: local.operator.password });
  const nobody = callerOf(local);
  const enter = async (slip: { council: string; person: string; slip: string }) =>
    (await nobody.units.firstSignIn({ body: { ...slip, password } })).token;
  const slip = await operator.units.createCouncil({
    body: {
      council,
      name: "Hội đồng",
      kind: "ministry",
      clerk: { person: "thuong-truc", name: "Chuyên viên" },
    },
  });
  const token = await enter(slip);
  const { client } = await import("#lib/client.ts");
  const { api } = await import("#api");
  const clerk = client(api, (path, init) =>
    fetch(local.url + path, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } }),
  );
  const calendar = {
    running: "2026-04-01T00:00:00.000Z",
    scoring: "2026-12-01T00:00:00.000Z",
    review: "2026-12-20T10:00:00.000Z",
    voting: "2027-01-17T00:00:00.000Z",
    counting: "2027-01-18T00:00:00.000Z",
    closed: "2027-03-31T10:00:00.000Z",
  };
  await clerk.rotation.openYear({ yearNo: year, body: { calendar } });
  for (const unit of units) await clerk.units.saveUnit({ unit, body: { name: `Sở ${unit}`, since: year } });
  await clerk.units.saveCluster({
    year,
    clusterId: cluster,
    body: { kind: "cụm", name: "Cụm số 1", members: units, head: units[0], deputies: [] },
  });
  const join = async (person: string, body: { name: string; role: "scorer" | "teller"; unit?: string }) => {
    await clerk.units.savePerson({ person, body });
    return enter(await clerk.units.makeSlip({ person }));
  };
  return {
    clerk: token,
    chair: await join("chu-tri", { name: "Chủ trì", role: "scorer", unit: units[0] as string }),
    "teller-1": await join("kiem-phieu-1", { name: "Tổ trưởng", role: "teller" }),
    "teller-2": await join("kiem-phieu-2", { name: "Thư ký", role: "teller" }),
  };
}

export type House = Awaited<ReturnType<typeof openHouse>>;

/** One machine for one run: its own data, its own time, its own faults. */
export async function openHouse({ founded, seed, level }: { founded: Founded; seed: number; level: Level }) {
  const folder = mkdtempSync(join(tmpdir(), "sim-"));
  cpSync(founded.folder, folder, { recursive: true });
  const luck = luckOf(seed);
  const timeline = timelineFrom(morning);
  const faults = faultsOf(luck, level);
  const errands = errandBook(timeline);
  const truth = truthOf();
  const said = listening();
  const engine = await shakyEngine(join(folder, "table.sqlite"), { timeline, faults, errands, truth });
  const before = process.env["AWS_ENDPOINT_URL_DYNAMODB"];
  process.env["AWS_ENDPOINT_URL_DYNAMODB"] = engine.endpoint;
  const start = () => startLocal({ dataDir: folder });
  let local = await start();
  const network = networkTo(() => local.port, { timeline, faults, errands });
  const as = Object.fromEntries(
    officers.map((name) => [name, network.as(name, `Bearer ${founded.tokens[name]}`)]),
  ) as Record<Officer, ReturnType<typeof network.as>>;

  /** Who has been let in once is known from then on; the first time takes real time. */
  async function letIn() {
    local.clock.moveTo(timeline.now());
    for (const name of officers)
      await fetch(`http://127.0.0.1:${local.port}/api/me`, {
        headers: { authorization: `Bearer ${founded.tokens[name]}` },
      });
  }
  await letIn();

  return {
    ...{ luck, timeline, faults, errands, truth, engine, network, as, said, folder },
    tableName: local.tableName,
    url: () => `http://127.0.0.1:${local.port}`,
    /** Lets a story happen in its own time. */
    async tell<T>(story: () => Promise<T>): Promise<T> {
      engine.bePlain(false);
      try {
        return await timeline.tellAll(() => local.clock, story);
      } finally {
        engine.bePlain(true);
      }
    },
    /** Everything ends where it is, and is started again on what was written. */
    async crash() {
      await timeline.working(
        timeline.standStill(async () => {
          errands.killAll();
          network.breakAll();
          engine.bePlain(true);
          await local.stop();
          await engine.restart();
          local = await start();
          await letIn();
          engine.bePlain(false);
        }),
      );
    },
    async restart() {
      network.breakAll();
      await local.stop();
      await engine.restart();
      local = await start();
      await letIn();
    },
    async stop() {
      network.stop();
      await local.stop();
      await engine.stop();
      errands.stop();
      said.stop();
      if (before === undefined) delete process.env["AWS_ENDPOINT_URL_DYNAMODB"];
      else process.env["AWS_ENDPOINT_URL_DYNAMODB"] = before;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
