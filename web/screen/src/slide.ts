import { isOpenAt } from "#domain/ballot.ts";
import type { Day, Outcome, Question } from "./hall.ts";

/** What the hall looks at; everything a slide shows comes with it. */
export type Slide =
  | { name: "gathering" }
  | { name: "agenda"; on: number }
  | { name: "ready" | "open" | "closing" | "sealed" | "void"; question: Question }
  | { name: "result"; outcome: Outcome }
  | { name: "next-head"; next: NonNullable<Day["next"]> }
  | { name: "covenant"; covenant: NonNullable<Day["covenant"]> }
  | { name: "ended" };

/** The slide of a day at an instant. Between opening and publishing none of them carries a choice. */
export function slideOf(day: Day, now: number): Slide {
  if (day.ended) return { name: "ended" };
  const { on } = day;
  const point = on === undefined ? undefined : day.agenda[on];
  if (on === undefined || !point) return { name: "gathering" };
  if (day.covenant) return { name: "covenant", covenant: day.covenant };
  if (day.next) return { name: "next-head", next: day.next };
  if (day.question?.poll === point.poll && day.question) return slideOfPoll(day, day.question, now, on);
  return { name: "agenda", on };
}

function slideOfPoll(day: Day, question: Question, now: number, on: number): Slide {
  switch (question.state) {
    case "draft":
      return { name: "agenda", on };
    case "ready":
    case "void":
      return { name: question.state, question };
    case "open":
    case "closing":
      // The clock closes a box without anybody telling: the screen knows as soon as the server does.
      return { name: isOpenAt(question, new Date(now).toISOString()) ? "open" : "closing", question };
    case "sealed":
    case "counted":
      return { name: "sealed", question };
    case "published": {
      const outcome = day.outcomes.find(({ poll }) => poll === question.poll);
      return outcome ? { name: "result", outcome } : { name: "sealed", question };
    }
  }
}

/** What is said of a candidate: passed, tied for what is left, or neither. */
export type Standing = "passed" | "tied" | "not-passed";

/** The lines of a result in the order of the ballot; without votes where only who passed is published. */
export function linesOf({ candidates, tally, decision }: Outcome) {
  const votes = tally?.votes ?? {};
  const hasFigures = Object.keys(votes).length > 0;
  return candidates.map(({ id, name }) => ({
    id,
    name,
    standing: standingOf(decision, id),
    ...(hasFigures && { votes: votes[id] ?? 0, percent: decision.percent[id] ?? 0 }),
  }));
}
export type Line = ReturnType<typeof linesOf>[number];

function standingOf({ passed, tied }: Outcome["decision"], id: string): Standing {
  if (passed.includes(id)) return "passed";
  return tied.includes(id) ? "tied" : "not-passed";
}

/** What the whole hall has to know of a result beside its lines; undefined where the lines say all. */
export function verdictOf({ tally, decision }: Outcome): "no-quorum" | "tied" | "nobody" | undefined {
  if (tally && !tally.quorum) return "no-quorum";
  if (decision.tied.length > 0) return "tied";
  return decision.passed.length === 0 ? "nobody" : undefined;
}
