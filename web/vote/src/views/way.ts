import { h, icon } from "../element.ts";
import type { Question } from "../hall.ts";
import { type Kept, nameOf } from "../kept.ts";
import { isTaking } from "../scene.ts";
import { drawCode } from "./code-picture.ts";
import { headOf, helpOf, noticeOf } from "./parts.ts";
import type { Here, View } from "./view.ts";

const twoMinutes = 2 * 60_000;

/** Where a ballot is: kept on this phone, sent, in the box. Green comes only after the server has answered. */
export function wayView(question: Question, kept: Kept, here: Here): View {
  if (kept.state === "refused") return refusedView(question, kept, here);
  return kept.state === "in" ? inView(question, kept, here) : keptView(question, kept, here);
}

type StepState = "done" | "now" | "next";

/** Of a ballot that came from elsewhere this phone knows the last step only. */
function stepsOf(
  here: Here,
  states: readonly [StepState, StepState, StepState],
  sent: string,
  onlyLast = false,
) {
  const { steps, label } = here.words.way;
  const texts = [steps.kept, sent, steps.in];
  const isIn = states[2] === "done";
  return h(
    "ol",
    { class: isIn ? "way last" : "way", "aria-label": label },
    ["device", "sent", "stored"].map((shape, at) => {
      const state = states[at];
      const isHere = isIn ? at === 2 : state === "now";
      if (onlyLast && at < 2) return undefined;
      return h(
        "li",
        { "data-state": state === "next" ? undefined : "done", "aria-current": isHere ? "step" : undefined },
        icon(shape),
        h("span", {}, texts[at]),
      );
    }),
  );
}

function inView(question: Question, kept: Kept, here: Here): View {
  const { words } = here;
  const head = headOf(question, here, false);
  const isRehearsal = question.for === "rehearsal";
  const said = kept.isElsewhere ? words.way.elsewhere : isRehearsal ? words.way.rehearsed : words.way.in;
  const count = h("p", { class: "small quiet" });
  const change = h(
    "button",
    { class: "button", type: "button", click: () => here.change(question.poll) },
    words.way.change,
  );
  const tick = () => {
    head.tick();
    const takes = isTaking(question, here.now());
    const known = here.watch?.count;
    count.textContent = takes
      ? known && known.count > 0 && known.count <= known.of
        ? words.way.count(known.count, known.of)
        : ""
      : isRehearsal
        ? ""
        : words.way.counting;
    change.hidden = !question.rule.mayChange || !takes;
  };
  tick();
  return {
    parts: [
      h(
        "div",
        { class: "face done" },
        h("h1", { class: "big", tabindex: "-1" }, said),
        stepsOf(here, ["done", "done", "done"], words.way.steps.sent, kept.isElsewhere),
        kept.isElsewhere && h("p", { class: "small quiet" }, words.way.elsewhereHow),
        kept.code !== undefined && !isRehearsal && codeOf(kept.code, question, here),
        change,
        h("div", { class: "about" }, head.parts, count),
      ),
    ],
    said,
    tick,
  };
}

function codeOf(code: string, question: Question, here: Here): HTMLElement {
  const { way, kiosk } = here.words;
  return h(
    "div",
    { class: "keep" },
    h(
      "div",
      { class: "code" },
      h("span", { class: "label" }, way.code),
      h("b", {}, code),
      h("span", { class: "small quiet" }, way.codeHow),
    ),
    h("p", { class: "small quiet" }, here.isKiosk ? kiosk.copy : way.keepCode),
    !here.isKiosk &&
      h(
        "button",
        { class: "button", type: "button", click: () => drawCode(code, here.nameOf(question), way) },
        icon("image"),
        way.picture,
      ),
  );
}

function keptView(question: Question, kept: Kept, here: Here): View {
  const { words } = here;
  const way = h("div", { class: "road" });
  const state = h("div", { class: "road" });
  let shown = "";
  const tick = () => {
    const { tries, isSending } = here.outbox.underWay(nameOf(kept));
    const isLate = Date.now() - kept.keptAt > twoMinutes;
    const isLost = tries > 0;
    const name = `${isSending} ${isLost} ${isLate}`;
    if (name === shown) return;
    shown = name;
    way.textContent = "";
    way.append(
      isSending
        ? stepsOf(here, ["done", "now", "next"], words.way.steps.sending)
        : stepsOf(here, ["now", "next", "next"], words.way.steps.sent),
    );
    const told = isLate ? "late" : isLost ? "lost" : "";
    // What somebody reads or is about to tap is left alone while it still holds.
    if (told === state.dataset["told"]) return;
    state.dataset["told"] = told;
    state.textContent = "";
    if (told === "") return;
    state.append(
      isLate
        ? noticeOf("care", { what: words.way.late, next: words.way.lateHow }, helpOf(here))
        : noticeOf("care", { what: words.way.lost, next: words.way.lostHow }),
      h(
        "button",
        { class: "button", type: "button", click: () => here.outbox.hurry() },
        icon("sent"),
        words.way.again,
      ),
      ...(isLate ? [] : [h("p", { class: "small quiet" }, words.way.soonLate)]),
    );
  };
  tick();
  return {
    parts: [
      h(
        "div",
        { class: "face done" },
        h("h1", { class: "big", tabindex: "-1" }, words.way.kept),
        way,
        h("div", { class: "road", role: "status" }, state),
        h("p", { class: "small quiet" }, here.nameOf(question)),
      ),
    ],
    said: words.way.kept,
    tick,
  };
}

function refusedView(question: Question, kept: Kept, here: Here): View {
  const { words } = here;
  const head = headOf(question, here);
  const code = kept.refusal?.code ?? "";
  const refusals: Record<string, { what: string; next: string }> = words.refusals;
  const isPaper = code === "ballot/on-paper";
  const isEntered = isPaper && !question.rule.secret;
  const told = isEntered ? words.refusals.entered : (refusals[code] ?? words.refusals.other);
  return {
    parts: [
      h(
        "div",
        { class: "face" },
        head.parts,
        noticeOf(isPaper ? "good" : "refusal", told, helpOf(here)),
        kept.stands && noticeOf("good", { what: words.way.stands, next: "" }),
        kept.stands?.code !== undefined && codeOf(kept.stands.code, question, here),
      ),
    ],
    said: told.what,
    tick: head.tick,
  };
}
