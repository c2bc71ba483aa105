import { api } from "#api";
import type { Local } from "#infra/local/local.ts";
import { type Client, client } from "#lib/client.ts";
import type { YearFile } from "./file.ts";

export type Caller = Client<typeof api>;
/** Who plays: the clerk, the tellers, and one scorer a unit. */
export type Cast = { clerk: Caller; teller: Caller; of: Map<string, Caller> };

/** A year as it is told, where it is lived, and what had to be filled in. */
export type Story = { file: YearFile; local: Local; cast: Cast; filledIn: string[] };

/** A made password: whoever plays every part needs no other. */
export const password = "Thi-dua-ai-quoc-1948";

type Account = { council?: string; person: string; password: string };

/** The typed client as somebody, signed in anew whenever the clock has outlived the token; or as nobody. */
export function callerOf(local: Local, account?: Account): Caller {
  const nobody = client(api, (path, init) => fetch(local.url + path, init));
  if (!account) return nobody;
  let session = { token: "", until: 0 };
  return client(api, async (path, init) => {
    if (Date.now() >= session.until) {
      const { token, expiresIn } = await nobody.units.signIn({ body: account });
      session = { token, until: Date.now() + (expiresIn - 60) * 1000 };
    }
    return fetch(local.url + path, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${session.token}` },
    });
  });
}

/** Founds the council and brings everybody in by a slip and a password. */
export async function gatherPeople({ council, cluster, year }: YearFile, local: Local): Promise<Cast> {
  const operator = callerOf(local, { person: local.operator.name, password: local.operator.password });
  const taken = new Set(cluster.members.map(({ id }) => id));
  const free = (id: string): string => (taken.has(id) ? free(`${id.slice(0, 37)}-1`) : id);
  const [clerkId, tellerId] = [free("thuong-truc"), free("kiem-phieu")];
  const slip = await operator.units.createCouncil({
    body: {
      council: council.id,
      name: council.name,
      kind: council.kind,
      clerk: { person: clerkId, name: "Chuyên viên thường trực" },
    },
  });
  const enter = async (given: typeof slip) => {
    await callerOf(local).units.firstSignIn({ body: { ...given, password } });
    return callerOf(local, { council: given.council, person: given.person, password });
  };
  const clerk = await enter(slip);

  const join = async (person: string, body: { name: string; role: "scorer" | "teller"; unit?: string }) => {
    await clerk.units.savePerson({ person, body });
    return enter(await clerk.units.makeSlip({ person }));
  };
  const of = new Map<string, Caller>();
  for (const { id, name } of cluster.members) {
    await clerk.units.saveUnit({ unit: id, body: { name, since: year } });
    of.set(id, await join(id, { name: "Cán bộ thi đua", role: "scorer", unit: id }));
  }
  return { clerk, of, teller: await join(tellerId, { name: "Tổ kiểm phiếu", role: "teller" }) };
}
