import type { Decision } from "#domain/nomination.ts";
import type { Registered, Revocation } from "#domain/revocation.ts";
import type { Table } from "#lib/table.ts";
import { items } from "./items.ts";

/** The council's answers of a year, each with what has become of it since. */
export async function registerIn(
  table: Table,
  year: number,
  how: { eventual?: boolean } = {},
): Promise<Registered[]> {
  const [decisions, revocations] = await Promise.all([
    table.list(items.decision, { year }, how),
    table.list(items.revocation, { year }, how),
  ]);
  return withLater(decisions, revocations);
}

/** Each decision with the later ones that are about it. */
export function withLater(decisions: readonly Decision[], revocations: readonly Revocation[]): Registered[] {
  const later = Map.groupBy(revocations, ({ decision }) => decision);
  return decisions.map((decision) => {
    const own = later.get(decision.decision);
    return own ? { ...decision, revocations: own } : decision;
  });
}
