import type { Local } from "#infra/local/local.ts";
import { callerOf, password } from "#infra/year/cast.ts";
import { council, year } from "./council.ts";

const hour = 60 * 60_000;
const at = (hours: number) => new Date(Math.floor(Date.now() / hour) * hour + hours * hour).toISOString();

/** A year whose conference is today. */
const calendar = {
  running: at(-24 * 40),
  scoring: at(-24 * 30),
  review: at(-24 * 20),
  voting: at(-24),
  counting: at(24 * 2),
  closed: at(24 * 60),
};

export const cluster = "cum-12";
export const units = {
  "bac-giang": "Bắc Giang",
  "bac-kan": "Bắc Kạn",
  "cao-bang": "Cao Bằng",
  "dien-bien": "Điện Biên",
  "ha-giang": "Hà Giang",
  "hoa-binh": "Hòa Bình",
  "lai-chau": "Lai Châu",
  "lang-son": "Lạng Sơn",
  "lao-cai": "Lào Cai",
  "phu-tho": "Phú Thọ",
  "son-la": "Sơn La",
  "yen-bai": "Yên Bái",
};

/** A council with one cluster of twelve on the day it meets: a clerk, a chair from the head, and two tellers. */
export async function aClusterOfTwelve(local: Local) {
  const operator = callerOf(local, { person: local.operator.name, password: local.operator.password });
  const enter = async (slip: { council: string; person: string; slip: string }) => {
    await callerOf(local).units.firstSignIn({ body: { ...slip, password } });
    return callerOf(local, { council, person: slip.person, password });
  };
  const clerk = await enter(
    await operator.units.createCouncil({
      body: {
        council,
        name: "Hội đồng Thi đua - Khen thưởng Bộ Văn hóa, Thể thao và Du lịch",
        kind: "ministry",
        clerk: { person: "thuong-truc", name: "Phạm Thu Hà" },
      },
    }),
  );
  await clerk.rotation.openYear({ yearNo: year, body: { calendar } });
  for (const [unit, name] of Object.entries(units))
    await clerk.units.saveUnit({ unit, body: { name: `Sở VHTTDL ${name}`, since: year } });
  await clerk.units.saveCluster({
    year,
    clusterId: cluster,
    body: {
      kind: "cụm",
      name: "Cụm thi đua số 12",
      members: Object.keys(units),
      head: "lang-son",
      deputies: [],
    },
  });
  for (const [person, body] of [
    ["lang-son", { name: "Hoàng Thị Lan", role: "leader", unit: "lang-son" }],
    ["to-truong", { name: "Nguyễn Văn Hưng", role: "teller" }],
    ["thu-ky", { name: "Vàng Thị Mai", role: "teller" }],
  ] as const) {
    await clerk.units.savePerson({ person, body });
    await enter(await clerk.units.makeSlip({ person }));
  }
  return { clerk };
}
