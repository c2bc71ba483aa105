import { expect, test } from "vitest";
import * as z from "zod/mini";
import { type Lived, pageOf } from "#domain/closing.ts";
import { Cluster } from "#domain/cluster.ts";
import { digestOf } from "#lib/digest.ts";
import { pollOf, ruleOf } from "./polls.ts";

const at = { by: "an", at: "2027-01-17T01:00:00.000Z" };
const day = (month: number) => `2026-0${month}-01T00:00:00.000Z`;
const cluster = z.parse(Cluster, {
  year: 2026,
  cluster: "cum-4",
  kind: "cụm",
  name: "Cụm số 4",
  members: ["lang-son"],
  deputies: [],
  calendar: {
    running: day(2),
    scoring: day(3),
    review: day(4),
    voting: day(5),
    counting: day(6),
    closed: day(7),
  },
  moves: [],
  notAssigned: {},
});
const lived: Lived = {
  cluster,
  standings: [],
  sheets: [],
  covenant: undefined,
  signatures: [],
  movements: [],
  contributions: [],
  polls: [],
  nominations: [],
  succession: { head: null, deputies: [] },
};
const rule = ruleOf("> 1/2 of members");

test("figures the chair kept back, or has not shown yet, are in no digest of the archive; who passed is", () => {
  const tally = (votes: number) => ({
    entitled: 5,
    present: 5,
    issued: 5,
    collected: 5,
    valid: 5,
    blank: 5 - votes,
    votes: { a: votes },
    quorum: true,
  });
  const digest = (votes: number, change: Partial<Lived["polls"][number]>) => {
    const told = { rule, tally: tally(votes), answers: `${votes}`.repeat(64), conference: "hn-1" };
    const flag = { ...pollOf("flag", { ...told, state: "published", ...change }), passed: ["a"], tied: [] };
    return pageOf({ ...lived, polls: [flag] }, digestOf).polls[0]?.["digest"];
  };
  const keptBack = { published: { ...at, as: "passed" as const } };
  const notYet = { state: "counted" as const };
  for (const change of [keptBack, notYet]) expect(digest(5, change)).toBe(digest(4, change));
  const shown = { published: { ...at, as: "figures" as const } };
  expect(digest(5, shown)).not.toBe(digest(4, shown));
});
