import { h, icon } from "../element.ts";
import type { Question } from "../hall.ts";
import { nameOf } from "../kept.ts";
import { namesFor } from "../marks.ts";
import { headOf, helpOf, hourOf, noticeOf, ruleOf } from "./parts.ts";
import type { Here, View } from "./view.ts";

/** Nothing to do but wait: what the hall is at, what comes next, and that the ballot comes by itself. */
export function waitingView(here: Here): View {
  const { words } = here;
  const on = h("div", { class: "road" });
  let shown = "";
  const tick = () => {
    const day = here.watch?.day;
    const at = day?.on ?? -1;
    const point = day?.agenda[at];
    const next = day?.agenda.find((one, place) => place > at && one.poll !== undefined);
    const lines = [
      point && words.waiting.now(point.title),
      day && !point && words.waiting.today(`${hourOf(day.at)} ${dayOf(day.at)}`),
      next && words.waiting.next(next.title),
      words.waiting.how,
    ];
    const text = lines.filter(Boolean).join("\n");
    if (text === shown) return;
    shown = text;
    on.textContent = "";
    on.append(...text.split("\n").map((line) => h("p", { class: "quiet" }, line)));
  };
  tick();
  return {
    parts: [
      h(
        "div",
        { class: "face" },
        h("div", { class: "empty" }, icon("wait"), h("h1", { class: "strong" }, words.waiting.title), on),
        arrivalOf(here),
        mineOf(here),
      ),
    ],
    said: words.waiting.title,
    tick,
  };
}

const dayOf = (instant: string) => {
  const [year, month, day] = new Date(Date.parse(instant) + 7 * 60 * 60_000)
    .toISOString()
    .slice(0, 10)
    .split("-");
  return `${day}/${month}/${year}`;
};

/** Delegates say that they are there, where the conference lets them: on the day itself, from three hours before. */
function arrivalOf(here: Here): HTMLElement | false {
  const { words } = here;
  const day = here.watch?.day;
  if (here.hasArrived) return noticeOf("good", { what: words.waiting.arrived, next: "" });
  if (!day?.selfCheckIn || here.isKiosk || here.now() < Date.parse(day.at) - 3 * 60 * 60_000) return false;
  const button = h("button", { class: "button main", type: "button" }, words.waiting.arrive);
  const told = h("p", { class: "small quiet", role: "status" });
  button.addEventListener("click", async () => {
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    told.textContent = words.waiting.arriving;
    const isThere = await here.arrive();
    button.setAttribute("aria-disabled", "false");
    told.textContent = isThere ? words.waiting.arrived : words.waiting.notArrived;
    button.hidden = isThere;
  });
  return h("div", { class: "road" }, button, told);
}

/** The codes of this delegate's ballots so far, each leading to where it can be looked up. */
function mineOf(here: Here): HTMLElement | false {
  const { words, place, delegate, outbox, watch } = here;
  if (!place || !delegate || here.isKiosk) return false;
  const rows = (watch?.day?.agenda ?? []).flatMap(({ title, poll }) => {
    const kept = poll !== undefined && outbox.of(nameOf({ ...place, delegate: delegate.delegate, poll }));
    const code = kept && kept.state === "in" ? kept.code : undefined;
    if (code === undefined) return [];
    const to = `/vote/check/#${place.council}.${place.conference}.${poll}`;
    return [h("li", {}, h("span", {}, title), h("a", { href: to }, h("b", { class: "mono" }, code)))];
  });
  return rows.length > 0 && h("section", { class: "mine" }, h("h2", {}, words.mine), h("ul", {}, rows));
}

export function endedView(here: Here): View {
  const { ended } = here.words;
  return {
    parts: [
      h(
        "div",
        { class: "face" },
        h(
          "div",
          { class: "empty" },
          icon("check"),
          h("h1", { class: "strong" }, ended.title),
          h("p", { class: "quiet" }, ended.how),
        ),
        mineOf(here),
      ),
    ],
    said: ended.title,
  };
}

/** The question may be read before the box opens. */
export function soonView(question: Question, here: Here): View {
  const head = headOf(question, here);
  const { offered } = namesFor(question, { unit: here.delegate?.unit });
  return {
    parts: [
      h(
        "div",
        { class: "face" },
        head.parts,
        ruleOf(question, here),
        h(
          "ul",
          { class: "list" },
          offered.map(({ name }) => h("li", {}, h("b", {}, name))),
        ),
        h("p", { class: "quiet" }, here.words.waiting.how),
        arrivalOf(here),
      ),
    ],
    said: `${here.words.stamp.soon}: ${here.nameOf(question)}`,
    tick: head.tick,
  };
}

/** Nothing of this delegate is in a box that takes nothing any more, or there never was one for them. */
export function shutView(scene: "closed" | "void" | "no-voter", question: Question, here: Here): View {
  const { words } = here;
  const head = headOf(question, here);
  const because = question.reason !== undefined && words.void.because(question.reason);
  const told =
    scene === "void"
      ? { what: words.void.title, next: [because, words.void.how].filter(Boolean).join(" ") }
      : scene === "no-voter"
        ? { what: words.noVoter.title, next: words.noVoter.how }
        : undefined;
  return {
    parts: [
      h(
        "div",
        { class: "face" },
        head.parts,
        told ? noticeOf("refusal", told, helpOf(here)) : h("p", { class: "quiet" }, words.closed.how),
        !told && helpOf(here),
      ),
    ],
    said: `${here.nameOf(question)}. ${told?.what ?? words.closed.how}`,
    tick: head.tick,
  };
}

export function openingView(here: Here): View {
  const { opening } = here.words;
  const told = h("p", { class: "quiet" });
  const tick = () => {
    told.textContent = here.watch?.isLost ? opening.lost : "";
  };
  tick();
  return {
    parts: [
      h(
        "div",
        { class: "face" },
        h("div", { class: "empty" }, icon("wait"), h("h1", { class: "strong" }, opening.title), told),
      ),
    ],
    said: opening.title,
    tick,
  };
}
