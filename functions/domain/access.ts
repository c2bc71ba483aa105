import * as z from "zod/mini";
import type { Deed } from "./trail.ts";

/**
 * When one person came in during one month, and how often a wrong password was tried in their name: one small item
 * that only their own signing in writes. Under no person at all stands what was tried in names that nobody bears.
 */
export const Access = z.object({
  month: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
  person: z.string(),
  /** Day, hour and minute, six figures each; once in ten minutes is enough, so that it cannot grow without end. */
  came: z.string().check(z.regex(/^(\d{6})*$/)),
  /** By day and hour, at least so many: of tries in the same instant one is counted. */
  wrong: z.record(z.string().check(z.regex(/^\d{4}$/)), z.int()),
});
export type Access = z.output<typeof Access>;

export const monthOf = (instant: string) => instant.slice(0, "2026-12".length);
const stampOf = (instant: string) =>
  instant.slice("2026-12-".length, "2026-12-01T00:00".length).replace(/\D/g, "");

/** Every month from one to another. A day of Vietnam begins in the month before where it is a first. */
export function monthsIn(from: string, to: string): string[] {
  const numberOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const first = numberOf(from) - (from.slice(8, 10) === "01" ? 1 : 0);
  return Array.from({ length: Math.max(0, numberOf(to) - first + 1) }, (_, at) => {
    const month = first + at;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
}

type At = { person: string; at: string };
const blank = ({ person, at }: At): Access => ({ month: monthOf(at), person, came: "", wrong: {} });

/** The very same where they came in just before. */
export function cameIn(was: Access | undefined, who: At): Access {
  const access = was ?? blank(who);
  const stamp = stampOf(who.at);
  const isSame = was !== undefined && was.came.slice(-6, -1) === stamp.slice(0, -1);
  return isSame ? was : { ...access, came: access.came + stamp };
}

export function triedWrong(was: Access | undefined, who: At): Access {
  const access = was ?? blank(who);
  const hour = stampOf(who.at).slice(0, 4);
  return { ...access, wrong: { ...access.wrong, [hour]: (access.wrong[hour] ?? 0) + 1 } };
}

const instantOf = (month: string, stamp: string) =>
  `${month}-${stamp.slice(0, 2)}T${stamp.slice(2, 4)}:${stamp.slice(4, 6) || "00"}:00.000Z`;

/** What of it lies on some days, or undefined where nothing does. */
export function accessOn(access: Access, isOn: (instant: string) => boolean): Access | undefined {
  const { month } = access;
  const came = (access.came.match(/\d{6}/g) ?? []).filter((stamp) => isOn(instantOf(month, stamp))).join("");
  const wrong = Object.fromEntries(
    Object.entries(access.wrong).filter(([stamp]) => isOn(instantOf(month, stamp))),
  );
  return came === "" && Object.keys(wrong).length === 0 ? undefined : { ...access, came, wrong };
}

/** Told as deeds among others. Whose hand typed a wrong password nobody knows. */
export function deedsOfAccess({ month, person, came, wrong }: Access): Deed[] {
  const about = { kind: "access", key: { person } };
  return [
    ...(came.match(/\d{6}/g) ?? []).map((stamp) => ({
      ...{ at: instantOf(month, stamp), by: person, did: "units.signIn", ...about },
    })),
    ...Object.entries(wrong).map(([stamp, times]) => ({
      ...{ at: instantOf(month, stamp), by: "", did: "access.wrong", times, ...about },
    })),
  ];
}
