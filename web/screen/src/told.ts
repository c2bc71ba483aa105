import { shortNamesOf } from "../../src/short-names.ts";
import type { Day } from "./hall.ts";
import { format, say } from "./language.ts";
import { linesOf, type Slide, verdictOf } from "./slide.ts";

/** What a poll is called in the hall: as the chair wrote it in the programme. */
export function questionIn({ agenda }: Day, poll: string): string {
  return agenda.find((point) => point.poll === poll)?.title ?? "";
}

/** The slide as one sentence, for whoever listens rather than looks. Counts are left out: they would never end. */
export function toldOf(day: Day, slide: Slide): string {
  switch (slide.name) {
    case "gathering":
      return say.opensAt(format.deadline(day.at));
    case "agenda":
      return day.agenda[slide.on]?.title ?? "";
    case "ready":
      return say.told(questionIn(day, slide.question.poll), say.readyNow);
    case "open":
      return say.told(questionIn(day, slide.question.poll), say.openNow);
    case "closing":
      return say.told(questionIn(day, slide.question.poll), say.over);
    case "sealed":
      return say.told(questionIn(day, slide.question.poll), say.sealed);
    case "void":
      return say.void;
    case "result":
      return say.told(questionIn(day, slide.outcome.poll), resultOf(slide));
    case "covenant":
      return say.covenant;
    case "next-head":
      return say.told(say.nextHead(day), slide.next.head?.name ?? say.nobodyYet);
    case "ended":
      return say.ended;
  }
}

function resultOf({ outcome }: Extract<Slide, { name: "result" }>): string {
  const verdict = verdictOf(outcome);
  const words = say.standings(outcome.for);
  const passed = linesOf(outcome).filter(({ standing }) => standing === "passed");
  const won = passed.length > 0 ? [`${format.list(passed.map(({ name }) => name))} ${words.passed}`] : [];
  return [...won, ...(verdict ? [verdictIn(outcome)] : [])].join(". ").replace(/\.$/, "");
}

/** The sentence under a result that its lines do not say. */
export function verdictIn(outcome: Extract<Slide, { name: "result" }>["outcome"]): string {
  const verdict = verdictOf(outcome);
  if (verdict === undefined) return "";
  if (verdict !== "tied") return say.verdict[verdict];
  const { short } = shortNamesOf(new Map(outcome.candidates.map(({ id, name }) => [id, name])));
  const tied = Array.from(short).filter(([id]) => outcome.decision.tied.includes(id));
  return say.tie(format.list(tied.map(([, name]) => name)), outcome.rule.tie, outcome.round);
}
