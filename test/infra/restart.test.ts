import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { api } from "#api";
import { startLocal } from "#infra/local/local.ts";
import { openSecrets } from "#infra/local/secrets.ts";
import { callerOf, password } from "#infra/year/cast.ts";
import { client } from "#lib/client.ts";

const folder = mkdtempSync(join(tmpdir(), "restart-"));
afterAll(() => rmSync(folder, { recursive: true }));

const day = (month: number) => `2026-${String(month).padStart(2, "0")}-01T00:00:00.000Z`;
const calendar = {
  running: day(2),
  scoring: day(3),
  review: day(4),
  voting: day(5),
  counting: day(6),
  closed: day(7),
};
const at = { year: 2026, cluster: "cum-4", conference: "hn-1" };

/** A council with a cluster, a conference and one delegate, whose ticket is printed. */
async function aTicket(local: Awaited<ReturnType<typeof startLocal>>): Promise<string> {
  local.clock.moveTo(Date.parse("2026-01-05T00:00:00.000Z"));
  const operator = callerOf(local, { person: local.operator.name, password: local.operator.password });
  const slip = await operator.units.createCouncil({
    body: { council: "tinh", name: "Tỉnh", kind: "province", clerk: { person: "an", name: "An" } },
  });
  await callerOf(local).units.firstSignIn({ body: { ...slip, password } });
  const clerk = callerOf(local, { council: "tinh", person: "an", password });
  await clerk.rotation.openYear({ yearNo: at.year, body: { calendar } });
  await clerk.units.saveUnit({ unit: "so-noi-vu", body: { name: "Sở Nội vụ", since: at.year } });
  await clerk.units.saveCluster({
    year: at.year,
    clusterId: at.cluster,
    body: { kind: "cụm", name: "Cụm 4", members: ["so-noi-vu"] },
  });
  await clerk.ballots.saveConference({ ...at, body: { title: "Hội nghị", at: day(5), agenda: [] } });
  await clerk.ballots.saveRoll({ ...at, body: { delegates: [{ delegate: "binh", name: "Bình" }] } });
  const { tickets } = await clerk.ballots.makeTickets({ ...at, body: {} });
  return tickets[0]?.secret ?? "";
}

test("a ticket that was printed opens after a restart, by a key that lies beside the database and not in it", async () => {
  const before = await startLocal({ dataDir: folder, quiet: true });
  const ticket = await aTicket(before);
  await before.stop();

  const secrets = join(folder, "secrets.json");
  expect(statSync(secrets).mode & 0o777).toBe(0o600);
  const kept = Object.values(JSON.parse(readFileSync(secrets, "utf8")) as Record<string, string>);
  expect(kept.length).toBeGreaterThanOrEqual(2);
  for (const file of readdirSync(folder).filter((name) => name !== "secrets.json")) {
    const bytes = readFileSync(join(folder, file));
    for (const secret of [...kept, ticket]) expect(bytes.includes(secret), file).toBe(false);
  }

  const after = await startLocal({ dataDir: folder, quiet: true });
  const holder = client(api, (path, init) =>
    fetch(after.url + path, { ...init, headers: { authorization: `Ticket ${ticket}` } }),
  );
  const read = holder.ballots.readTicket({ council: "tinh", conference: at.conference });
  expect(await read.finally(() => after.stop())).toEqual({ delegate: "binh", name: "Bình" });
});

test("a secret is made once, each name has its own, and without a file they live as long as the process", () => {
  const file = join(folder, "mine.json");
  const [one, other] = ["a", "b"].map(openSecrets(file));
  expect(one).not.toBe(other);
  expect(openSecrets(file)("a")).toBe(one);
  const loose = openSecrets(undefined);
  expect(loose("a")).toBe(loose("a"));
  expect(openSecrets(undefined)("a")).not.toBe(loose("a"));
});
