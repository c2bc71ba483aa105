import * as z from "zod/mini";
import { passesAt } from "#lib/passing.ts";
import { expectPhase, type Phase, phases } from "./calendar.ts";
import type { Cluster } from "./cluster.ts";
import { appraiserOf, isRecused } from "./cross-check.ts";
import { Role } from "./person.ts";
import { refuse } from "./refuse.ts";
import { Slug } from "./text.ts";
import { phaseOf, type Year } from "./year.ts";

/** Whoever is asking, as the rules see them: read from the table, so that a right ends when the office ends. */
export const Caller = z.object({
  council: z.string(),
  person: z.string(),
  role: z.union([Role, z.literal("operator"), z.literal("nobody"), z.literal("delegate")]),
  unit: z.optional(Slug),
  agency: z.optional(Slug),
});
export type Caller = z.output<typeof Caller>;

/**
 * What somebody is in regard to what is asked: their role in the council, and the office their unit holds
 * in the cluster of the address. `own` is an officer of the unit in the address, `other` the head or a deputy
 * where that unit is not theirs and has no appraiser; `appraiser` is an officer of the member that appraises it,
 * `recused` of one that stepped back from it.
 */
type Office =
  | "nobody"
  | "operator"
  | "clerk"
  | "officer"
  | "auditor"
  | "council"
  | "teller"
  | "agency"
  | "delegate"
  | "part"
  | "own"
  | "head"
  | "other"
  | "appraiser"
  | "recused";

/**
 * `whileClosing`: also in a year that is being closed, for what stands in the way of it. `notOwn`: never on the sheet
 * of one's own unit, whatever else one is. `lasting`: not in a demo, which leaves nothing behind.
 */
type Right = {
  who: readonly Office[];
  phases?: readonly Phase[];
  whileClosing?: true;
  notOwn?: true;
  lasting?: true;
};

const open = phases.filter((phase) => phase !== "closed");
const reading = { who: ["clerk", "auditor", "council", "agency", "teller", "part"] } as const;
const conference: readonly Phase[] = ["voting", "counting"];

/** Every right there is. What is not said here is denied. */
export const rights = {
  anybody: { who: ["nobody"] },
  operate: { who: ["operator"] },
  "demo/open": { who: ["clerk", "operator"], lasting: true },
  "council/read": { who: ["officer"] },
  "council/run": { who: ["clerk"] },
  "council/audit": { who: ["clerk", "auditor"] },
  "cluster/read": reading,
  "cluster/set-up": { who: ["clerk"], phases: open },
  "unit/remind": { who: ["clerk", "head"], phases: ["covenant", "running", "scoring", "review"] },
  "notice/write": { who: ["clerk"], phases: open },
  "calendar/move": { who: ["clerk"], phases: open },
  "covenant/write": { who: ["head", "clerk"], phases: ["covenant", "running"] },
  "covenant/sign": { who: ["own"], phases: ["covenant", "running"] },
  "covenant/reach": { who: ["own", "clerk"], phases: ["running", "scoring", "review", "voting", "counting"] },
  "sheet/read": reading,
  "sheet/fill": { who: ["own"], phases: ["scoring", "review"] },
  "sheet/return": { who: ["clerk"], phases: ["scoring", "review"] },
  "sheet/find": { who: ["other", "appraiser", "clerk", "agency"], phases: ["review"], notOwn: true },
  "sheet/explain": { who: ["own"], phases: ["review"] },
  "sheet/finish": { who: ["clerk"], phases: ["review", "voting", "counting"], notOwn: true },
  "evidence/judge": { who: ["other", "appraiser", "clerk"], phases: ["scoring", "review"], notOwn: true },
  "sheet/comment": {
    who: ["own", "head", "appraiser", "clerk", "agency"],
    phases: ["scoring", "review", ...conference],
  },
  "lines/assign": { who: ["clerk", "head"], phases: ["covenant", "running", "scoring", "review"] },
  "cross-check/settle": { who: ["clerk", "head"], phases: ["covenant", "running", "scoring", "review"] },
  "cross-check/recuse": {
    who: ["other", "appraiser", "recused"],
    phases: ["covenant", "running", "scoring", "review"],
    notOwn: true,
  },
  "ranking/read": reading,
  "ranking/announce": { who: ["clerk", "head"], phases: ["review", ...conference] },
  "movement/write": { who: ["head", "clerk"], phases: open },
  "movement/contribute": { who: ["part", "clerk"], phases: open },
  "poll/prepare": { who: ["head", "clerk"], phases: open },
  "poll/run": { who: ["head", "clerk"], phases: conference },
  "poll/void": { who: ["head", "clerk"], phases: open, whileClosing: true },
  "poll/vote": { who: ["own"], phases: conference },
  "poll/tell": { who: ["teller", "clerk"], phases: conference },
  "poll/seal": { who: ["head", "clerk", "teller"], phases: conference },
  "conference/prepare": { who: ["head", "clerk"], phases: open },
  "conference/run": { who: ["head", "clerk"], phases: open },
  "conference/receive": { who: ["head", "clerk", "teller"], phases: open },
  "conference/read": { who: ["head", "clerk", "teller", "auditor", "council"] },
  "ceremony/hold": { who: ["teller", "clerk"], phases: open },
  "ballot/cast": { who: ["delegate"] },
  "hall/watch": { who: ["nobody"] },
  "nomination/write": { who: ["head", "clerk"], phases: conference },
  "nomination/survey": { who: ["clerk", "auditor", "council"] },
  "decision/write": { who: ["clerk"] },
  "publication/read": { who: ["clerk", "auditor"] },
  "publication/write": { who: ["clerk"], lasting: true },
  /** What a council has let out is everybody's. */
  "public/read": { who: ["nobody"] },
  "succession/write": { who: ["head", "clerk"], phases: conference },
  "succession/recognise": { who: ["clerk"] },
  "handover/write": { who: ["head", "clerk"] },
  "handover/receive": { who: ["own"] },
} as const satisfies Record<string, Right>;
export type RightName = keyof typeof rights;

export type Place = { year?: Year | undefined; cluster?: Cluster | undefined; unit?: string | undefined };

/** Everything somebody is at a place. */
export function officesOf(caller: Caller, { cluster, unit }: Place): Set<Office> {
  const offices = new Set<Office>(["nobody"]);
  if (caller.role === "nobody") return offices;
  if (caller.role === "delegate") return offices.add("delegate");
  if (caller.role === "operator") return offices.add("operator");
  offices.add("officer");
  if (caller.role === "member") offices.add("council");
  if (
    caller.role === "clerk" ||
    caller.role === "auditor" ||
    caller.role === "teller" ||
    caller.role === "agency"
  )
    offices.add(caller.role);
  if ((caller.role !== "scorer" && caller.role !== "leader") || !caller.unit || !cluster) return offices;

  if (!cluster.members.includes(caller.unit)) return offices;
  offices.add("part");
  if (caller.unit === unit) offices.add("own");
  const leads = cluster.head === caller.unit || cluster.deputies.includes(caller.unit);
  if (leads) offices.add("head");
  if (unit === undefined || caller.unit === unit) return offices;
  if (isRecused(cluster, { unit, appraiser: caller.unit })) return offices.add("recused");
  const appraiser = appraiserOf(cluster, unit);
  if (appraiser === caller.unit) offices.add("appraiser");
  if (leads && appraiser === undefined) offices.add("other");
  return offices;
}

/** Whether a cluster is theirs to look at, whatever day it is. */
export const mayRead = (caller: Caller, cluster: Cluster): boolean => {
  const offices = officesOf(caller, { cluster });
  return rights["cluster/read"].who.some((office) => offices.has(office));
};

/** Role, then office, then phase; the phase is asked again right before each write. */
export function expectMay(caller: Caller, name: RightName, place: Place, now: string) {
  const right: Right = rights[name];
  const offices = officesOf(caller, place);
  if (!right.who.some((office) => offices.has(office))) {
    if (right.who.includes("other") && offices.has("head")) throw notTheirs(caller, place);
    throw refuse("caller/not-allowed", { right: name });
  }
  if (right.lasting && passesAt(caller.council)) throw refuse("demo/not-here", { right: name });
  if (right.notOwn && caller.unit !== undefined && caller.unit === place.unit)
    throw refuse("office/own-sheet", { unit: place.unit });
  if (!right.phases || !place.year) return;
  const { cluster, year } = place;
  if (right.whileClosing && year.state === "closing") return;
  if (!cluster) {
    if (year.state !== "open") throw refuse("year/closed", { year: year.year });
    return;
  }
  if (phaseOf(year, cluster.calendar, now) === "closed" && !right.phases.includes("closed"))
    throw refuse("year/closed", { year: year.year });
  expectPhase({ ...cluster.calendar, closed: year.calendar.closed }, now, right.phases);
}

/** Why whoever leads the cluster does not appraise this unit. */
function notTheirs(caller: Caller, { cluster, unit = "" }: Place) {
  if (!cluster || !caller.unit || caller.unit === unit) return refuse("office/own-sheet", { unit });
  if (isRecused(cluster, { unit, appraiser: caller.unit }))
    return refuse("cross-check/recused", { unit, appraiser: caller.unit });
  return refuse("cross-check/not-yours", { unit, appraiser: appraiserOf(cluster, unit) });
}
