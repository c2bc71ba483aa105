import { afterAll } from "vitest";
import type * as z from "zod/mini";
import type { Table } from "#domain/scheme.ts";
import { startLocal } from "#infra/local/local.ts";
import { callerOf, password } from "#infra/year/cast.ts";

/*
 * The named world: the council of the culture ministry, its cluster no. 4 and the people in it.
 * One engine and one council for each test file; each test makes itself a cluster of its own.
 */
export const local = await startLocal({ quiet: true });
afterAll(() => local.stop());

export type Caller = ReturnType<typeof callerOf>;
export const nobody = callerOf(local);
export const operator = callerOf(local, { person: local.operator.name, password: local.operator.password });

/** An instant as people of the story say it, in Vietnam's time. */
export const at = (day: string) => new Date(`${day.replace(" ", "T")}:00+07:00`).toISOString();
export const moveTo = (day: string) => local.clock.moveTo(Date.parse(at(day)));

export const year = 2026;
export const calendar = {
  running: at("2026-04-01 00:00"),
  scoring: at("2026-12-01 00:00"),
  review: at("2026-12-20 17:00"),
  voting: at("2027-01-17 07:00"),
  counting: at("2027-01-17 16:00"),
  closed: at("2027-03-31 17:00"),
};

/** A day well inside each phase. */
export const days = {
  covenant: "2026-03-02 08:00",
  running: "2026-06-01 08:00",
  scoring: "2026-12-10 08:00",
  review: "2026-12-22 08:00",
  voting: "2027-01-17 08:00",
  counting: "2027-01-20 08:00",
  closed: "2027-04-02 08:00",
} as const;

export const [langSon, tuyenQuang, haGiang, caoBang, bacKan] = [
  "lang-son",
  "tuyen-quang",
  "ha-giang",
  "cao-bang",
  "bac-kan",
] as const;
const names = {
  [langSon]: "Sở VHTTDL Lạng Sơn",
  [tuyenQuang]: "Sở VHTTDL Tuyên Quang",
  [haGiang]: "Sở VHTTDL Hà Giang",
  [caoBang]: "Sở VHTTDL Cao Bằng",
  [bacKan]: "Sở VHTTDL Bắc Kạn",
};
export const members = Object.keys(names);

/** Founds a council and gives its first clerk, signed in. */
export async function found(council: string): Promise<Caller> {
  const slip = await operator.units.createCouncil({
    body: {
      council,
      name: `Hội đồng ${council}`,
      kind: "ministry",
      clerk: { person: "thuong-truc", name: "Chuyên viên" },
    },
  });
  return signedIn(slip);
}

/** Whoever holds a slip, with a password of their own. */
export async function signedIn(slip: { council: string; person: string; slip: string }): Promise<Caller> {
  await nobody.units.firstSignIn({ body: { ...slip, password } });
  return callerOf(local, { council: slip.council, person: slip.person, password });
}

export async function join(
  clerk: Caller,
  person: string,
  body: Parameters<Caller["units"]["savePerson"]>[0]["body"],
) {
  await clerk.units.savePerson({ person, body });
  return signedIn(await clerk.units.makeSlip({ person }));
}

/** The whole cast of the ministry's council, each signed in. */
export async function theCouncil(council = "vhttdl") {
  moveTo("2026-01-06 08:00");
  const clerk = await found(council);
  await clerk.rotation.openYear({ yearNo: year, body: { calendar } });
  const scorers = new Map<string, Caller>();
  for (const [unit, name] of Object.entries(names)) {
    await clerk.units.saveUnit({ unit, body: { name, since: year } });
    scorers.set(unit, await join(clerk, unit, { name: "Cán bộ thi đua", role: "scorer", unit }));
  }
  const as = (unit: string) => {
    const caller = scorers.get(unit);
    if (!caller) throw new Error(`Nobody of ${unit} is in the cast.`);
    return caller;
  };
  return {
    council,
    clerk,
    as,
    teller: await join(clerk, "kiem-phieu", { name: "Tổ kiểm phiếu", role: "teller" }),
  };
}

/** A table of four lines that adds up to 40, one bonus above it and one deduction. */
export const criteria: z.input<typeof Table> = {
  total: 40,
  groups: [
    {
      code: "I",
      title: "Chuyên môn",
      criteria: [
        { code: "1.1", title: "Tham mưu", way: { way: "judged", max: 10 } },
        {
          code: "1.2",
          title: "Thôn văn hóa",
          way: {
            way: "steps",
            of: "rate",
            steps: [
              { from: 80, points: 10 },
              { from: 60, points: 7 },
              { from: 0, points: 4 },
            ],
          },
        },
        { code: "1.3", title: "Lượt bạn đọc", way: { way: "target-and-leader", max: 10 } },
        { code: "1.4", title: "Báo cáo đúng hạn", way: { way: "yes-no", points: 10 } },
      ],
    },
  ],
  bonus: [
    { code: "T1", title: "Mô hình mới", way: { way: "per-time", points: 1, limit: 3 }, aboveTotal: true },
  ],
  deductions: [{ code: "P1", title: "Không ký giao ước", points: 8, by: "clerk" }],
};

let clusters = 0;

/** A cluster of the five, under the table above, on a day of the phase asked for. */
export async function aCluster(
  clerk: Caller,
  phase: keyof typeof days,
  settings: Partial<Parameters<Caller["units"]["saveCluster"]>[0]["body"]> = {},
) {
  moveTo(days.covenant);
  clusters += 1;
  const cluster = `cum-${clusters}`;
  const scheme = `bang-${clusters}`;
  await clerk.scoring.saveScheme({ year, scheme, body: { title: "Bảng tiêu chí", table: criteria } });
  await clerk.scoring.publishScheme({ year, scheme });
  await clerk.units.saveCluster({
    year,
    clusterId: cluster,
    body: {
      kind: "cụm",
      name: `Cụm thi đua số ${clusters}`,
      members,
      head: langSon,
      deputies: [tuyenQuang],
      scheme: { scheme, no: 1 },
      ...settings,
    },
  });
  moveTo(days[phase]);
  return { year, cluster };
}
