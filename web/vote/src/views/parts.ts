import { enoughOf } from "#domain/enough.ts";
import { drawing, h, icon } from "../element.ts";
import type { Question } from "../hall.ts";
import { isTaking } from "../scene.ts";
import type { RefusalWords } from "../words/vi.ts";
import type { Here } from "./view.ts";

/** Vietnam's hour, wherever the phone thinks it is. */
export const hourOf = (instant: string) =>
  new Date(Date.parse(instant) + 7 * 60 * 60_000).toISOString().slice(11, 16);

/** Minutes and seconds until then; nothing where it has passed. */
export function leftUntil(instant: string, { words, now }: Pick<Here, "words" | "now">): string {
  const seconds = Math.max(0, Math.ceil((Date.parse(instant) - now()) / 1_000));
  const minutes = Math.floor(seconds / 60);
  const parts = [minutes > 0 && words.unit.minute(minutes), minutes < 10 && words.unit.second(seconds % 60)];
  return parts.filter(Boolean).join(" ");
}

/** Where the poll is: a stamp that counts down while the box is open. */
export function stampOf(question: Question, here: Here): { element: HTMLElement; tick: () => void } {
  const element = h("p", { class: "phase" });
  let shown = "";
  const tick = () => {
    const { words } = here;
    // What is on may have got an end meanwhile; the question was read before that.
    const day = here.watch?.day;
    const current = [day?.question, day?.rehearsal].find((one) => one?.poll === question.poll) ?? question;
    const { state, closesAt } = current;
    const takes = isTaking(current, here.now());
    const text = takes
      ? words.stamp.open(closesAt === undefined ? "" : leftUntil(closesAt, here))
      : state === "ready" || state === "draft"
        ? words.stamp.soon
        : state === "published" || state === "void"
          ? words.stamp[state]
          : state === "sealed"
            ? words.stamp.counting
            : words.stamp.closed(closesAt === undefined ? "" : hourOf(closesAt));
    if (text === shown) return;
    shown = text;
    element.dataset["state"] = takes ? "now" : "";
    element.textContent = "";
    element.append(icon(takes ? "ballot" : state === "ready" ? "wait" : "lock"), text);
  };
  tick();
  return { element, tick };
}

/** Stamps and the question; where another sentence is the page's first, the question stands back. */
export function headOf(question: Question, here: Here, isFirst = true) {
  const stamp = stampOf(question, here);
  const isRehearsal = question.for === "rehearsal";
  const parts = [
    h(
      "div",
      { class: "stamps" },
      stamp.element,
      isRehearsal && h("p", { class: "phase", "data-state": "care" }, here.words.stamp.rehearsal),
    ),
    isFirst
      ? h("h1", { tabindex: "-1" }, here.nameOf(question))
      : h("p", { class: "strong" }, here.nameOf(question)),
  ];
  return { parts, tick: stamp.tick };
}

/** The rule in one sentence, with the number of votes worked out as far as it is known. */
export function ruleOf(question: Question, { words }: Pick<Here, "words">): HTMLElement {
  const { rule, meter, candidates } = question;
  const bases = { members: meter?.entitled, present: meter?.present, cast: meter?.entitled };
  const base = bases[rule.threshold.base];
  const [before, decides, after] = words.rule(rule, {
    enough: !base ? undefined : enoughOf(rule.threshold, base),
    of: base ?? candidates.length,
    isRehearsal: question.for === "rehearsal",
    isAward: question.for === "nomination",
  });
  return h(
    "p",
    { class: "rule" },
    before,
    h("strong", {}, decides),
    `${after}${rule.mayChange && question.for !== "rehearsal" ? ` ${words.mayChange}` : ""}`,
  );
}

/** What stands in the way, what to do, and whom to call. */
export function noticeOf(
  state: "care" | "refusal" | "good",
  { what, next }: RefusalWords,
  help?: HTMLElement,
  shape = state === "good" ? "check" : state === "care" ? "offline" : "stop",
): HTMLElement {
  return h(
    "div",
    { class: "notice", "data-state": state },
    icon(shape),
    h("div", {}, h("p", { class: "strong" }, what), next !== "" && h("p", { class: "small" }, next), help),
  );
}

/** Whom to call: a number in it can be tapped. */
export function helpOf({ words, watch }: Pick<Here, "words" | "watch">): HTMLElement {
  const help = watch?.day?.help ?? words.tellers;
  const [number] = /\+?\d[\d .]{6,}\d/.exec(help) ?? [];
  if (number === undefined) return h("p", { class: "call" }, words.help(help));
  const name = help.replace(number, "").replace(/[\s,;:()–-]+$/, "");
  return h(
    "p",
    { class: "call" },
    `${words.help(name || words.tellers)} `,
    h("a", { href: `tel:${number.replace(/[^+\d]/g, "")}` }, icon("call"), number),
  );
}

/** A bar from 0, with the threshold across it. */
export const barOf = (percent: number, threshold: number | undefined, isPassed: boolean) =>
  drawing(
    { class: "bar", "aria-hidden": "true" },
    ["rect", { class: "track", width: "100%", height: "100%", rx: "2" }],
    [
      "rect",
      {
        class: isPassed ? "fill passed" : "fill",
        width: `${Math.min(percent, 100)}%`,
        height: "100%",
        rx: "2",
      },
    ],
    ...(threshold === undefined
      ? []
      : ([
          ["line", { class: "threshold", x1: `${threshold}%`, x2: `${threshold}%`, y1: "-40%", y2: "140%" }],
        ] as [string, Record<string, string>][])),
  );
