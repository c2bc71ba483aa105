import type { Local } from "#infra/local/local.ts";
import { callerOf, password } from "#infra/year/cast.ts";
import type { watchedEngine } from "../watched-engine.ts";

type Watched = Awaited<ReturnType<typeof watchedEngine>>;
export type Caller = ReturnType<typeof callerOf>;
export type Stage = { local: Local; engine: Watched };

export const year = 2026;
const calendar = {
  running: "2026-03-31T17:00:00.000Z",
  scoring: "2026-11-30T17:00:00.000Z",
  review: "2026-12-20T10:00:00.000Z",
  voting: "2027-01-17T00:00:00.000Z",
  counting: "2027-01-17T09:00:00.000Z",
  closed: "2027-03-31T10:00:00.000Z",
};
export const scoringDay = Date.parse("2026-12-10T01:00:00Z");
export const reviewDay = Date.parse("2026-12-22T01:00:00Z");
export const closingDay = Date.parse("2027-04-01T01:00:00Z");

/** A council with its clerk, one open year, and as many scorers as units are asked for. */
export async function council({ local }: Stage, id: string, units: readonly string[]) {
  local.clock.moveTo(Date.parse("2026-03-01T01:00:00Z"));
  const operator = callerOf(local, { person: local.operator.name, password: local.operator.password });
  const enter = async (slip: { council: string; person: string; slip: string }) => {
    await callerOf(local).units.firstSignIn({ body: { ...slip, password } });
    return callerOf(local, { council: slip.council, person: slip.person, password });
  };
  const clerk = await enter(
    await operator.units.createCouncil({
      body: {
        council: id,
        name: id,
        kind: "ministry",
        clerk: { person: "thuong-truc", name: "Chuyên viên" },
      },
    }),
  );
  await clerk.rotation.openYear({ yearNo: year, body: { calendar } });
  const scorers = new Map<string, Caller>();
  for (const unit of units) {
    await clerk.units.saveUnit({ unit, body: { name: `Đơn vị ${unit}`, since: year } });
    await clerk.units.savePerson({ person: unit, body: { name: "Cán bộ", role: "scorer", unit } });
    scorers.set(unit, await enter(await clerk.units.makeSlip({ person: unit })));
  }
  return { clerk, scorers };
}

/** One cluster of all these units, under a table of so many lines of one way. */
export async function cluster(
  clerk: Caller,
  id: string,
  members: readonly string[],
  { lines, pairs = false }: { lines: number; pairs?: boolean },
) {
  const criteria = Array.from({ length: lines }, (_, at) => ({
    code: `${1 + Math.floor(at / 10)}.${1 + (at % 10)}`,
    title: `Tiêu chí ${at + 1}`,
    way: pairs ? ({ way: "ratio", max: 25 } as const) : ({ way: "judged", max: 25 } as const),
  }));
  const table = { groups: [{ code: "I", title: "Chuyên môn", criteria }] };
  await clerk.scoring.saveScheme({ year, scheme: id, body: { title: "Bảng tiêu chí", table } });
  await clerk.scoring.publishScheme({ year, scheme: id });
  await clerk.units.saveCluster({
    year,
    clusterId: id,
    body: {
      kind: "cụm",
      name: `Cụm ${id}`,
      members: [...members],
      head: members[0],
      scheme: { scheme: id, no: 1 },
    },
  });
  return { at: { year, cluster: id }, codes: criteria.map(({ code }) => code) };
}
