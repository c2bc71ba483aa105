import type { api } from "#api";
import { type Phase, phases } from "#domain/calendar.ts";
import { pointsOf } from "#domain/exact.ts";
import { linesOf, shareOf, type Table } from "#domain/scheme.ts";
import type { State } from "#domain/sheet.ts";
import type { Given } from "#lib/route.ts";
import { call } from "../../call.ts";
import { type Left, leftUntil } from "../../left.ts";
import type { Place } from "../../office.svelte.ts";

type Seen = Given<typeof api.scoring.readBoard>;
export type Member = Seen["units"][number];
type Movements = Given<typeof api.movements.listMovements>;
type Covenant = Given<typeof api.rotation.readCovenant>;

export const isIn = (state: State) => state === "submitted" || state === "review" || state === "final";

/** Where a cluster stands in its year, as its board tells it. */
export class Board {
  readonly place: Place;
  readonly phase: Phase;
  readonly members: readonly Member[];
  readonly table: Table | undefined;
  readonly announced: boolean;
  readonly movements: Movements;
  readonly covenant: Covenant;
  /** Totals of the year before, where that year is closed. */
  readonly before: ReadonlyMap<string, number>;

  constructor(
    place: Place,
    board: Seen,
    more: { movements: Movements; covenant: Covenant; before: ReadonlyMap<string, number> },
  ) {
    this.place = place;
    this.phase = board.phase;
    this.members = board.units;
    this.table = board.scheme?.table;
    this.announced = board.announced;
    this.movements = more.movements;
    this.covenant = more.covenant;
    this.before = more.before;
  }

  static async read(place: Place): Promise<Board> {
    const { at } = place;
    const [board, movements, covenant, before] = await Promise.all([
      call.scoring.readBoard(at),
      call.movements.listMovements(at),
      call.rotation.readCovenant(at),
      totalsBefore(place),
    ]);
    return new Board(place, board, { movements, covenant, before });
  }

  /** The phase that follows, and how long until it begins. */
  next(now: number): { phase: Phase; at: string; left: Left } | undefined {
    const phase = phases[phases.indexOf(this.phase) + 1];
    if (!phase || phase === "covenant") return undefined;
    const at = this.place.calendar[phase];
    return { phase, at, left: leftUntil(at, now) };
  }

  get in(): readonly Member[] {
    return this.members.filter(({ state }) => isIn(state));
  }

  get out(): readonly Member[] {
    return this.members.filter(({ state }) => !isIn(state));
  }

  get final(): readonly Member[] {
    return this.members.filter(({ state }) => state === "final");
  }

  /** What may be reached in all, in points. */
  get maximum(): number {
    if (!this.table) return 0;
    return (
      this.table.total ??
      pointsOf(Array.from(linesOf(this.table).values(), shareOf).reduce((sum, share) => sum + share, 0))
    );
  }

  /** The parts of the table and how many lines of the skyline each has; deductions have none. */
  get groups(): { code: string; title: string | undefined; lines: number }[] {
    if (!this.table) return [];
    const groups = this.table.groups.map(({ code, title, criteria }) => ({
      code,
      title,
      lines: criteria.length,
    }));
    return [...groups, { code: "+", title: undefined, lines: this.table.bonus.length }].filter(
      ({ lines }) => lines > 0,
    );
  }

  /** The one thing this person would do next, where there is one. */
  get deed(): { do: "sign" | "fill" | "appraise" | "announce" | "close"; unit?: string } | undefined {
    const { place } = this;
    const own = this.members.find(({ unit }) => unit === place.ownUnit);
    const signed = this.covenant.signatures.some(({ unit }) => unit === place.ownUnit);
    if (own && this.covenant.covenant && !signed && place.may("covenant/sign", own.unit))
      return { do: "sign" };
    if (
      own &&
      !isIn(own.state) &&
      place.may("sheet/fill", own.unit) &&
      (this.phase === "scoring" || own.state === "returned")
    )
      return { do: "fill", unit: own.unit };
    const open = this.members.find(
      ({ unit, state }) => state !== "final" && state !== "returned" && place.may("sheet/find", unit),
    );
    if (open && place.caller.role !== "agency" && this.final.length < this.members.length)
      return { do: "appraise", unit: open.unit };
    if (!this.announced && place.may("ranking/announce")) return { do: "announce" };
    if (place.caller.role === "clerk" && this.phase === "counting") return { do: "close" };
    return undefined;
  }
}

/** A year that was not lived here is no fault: there is just nothing to compare with. */
async function totalsBefore({ at, cluster, before }: Place): Promise<ReadonlyMap<string, number>> {
  if (before?.state !== "closed") return new Map();
  const snapshot = await call.closing.readSnapshot({ ...at, year: before.year }).catch(() => undefined);
  const standings = snapshot?.page.standings ?? [];
  return new Map(
    standings.filter(({ unit }) => cluster.members.includes(unit)).map(({ unit, total }) => [unit, total]),
  );
}
