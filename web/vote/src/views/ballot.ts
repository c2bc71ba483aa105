import { shortNamesOf } from "../../../src/short-names.ts";
import { h, icon } from "../element.ts";
import type { Question } from "../hall.ts";
import { Marks, namesFor } from "../marks.ts";
import { headOf, noticeOf, ruleOf } from "./parts.ts";
import type { Here, View } from "./view.ts";

type Row = { show: () => void; element: HTMLElement };

/** The ballot itself. The first tap marks; the second is a button that carries the name, and nothing asks again. */
export function ballotView(question: Question, no: number, here: Here): View {
  const { words } = here;
  const { rule } = question;
  const { offered, isOwnLeftOut } = namesFor(question, { unit: here.delegate?.unit });
  const marks = new Marks(
    rule,
    offered.map(({ id }) => id),
  );
  const { short } = shortNamesOf(new Map(offered.map(({ id, name }) => [id, name])));
  const head = headOf(question, here);

  const button = h("button", { class: "button", type: "submit" });
  const below = h("p", { id: "below" });
  button.setAttribute("aria-describedby", below.id);
  let isSealing = false;

  const show = () => {
    for (const row of rows) row.show();
    const { missing, chosen } = marks;
    button.setAttribute("aria-disabled", String(missing !== undefined || isSealing));
    button.className = missing === undefined ? "button main" : "button";
    button.textContent = isSealing ? words.ballot.sealing : promptOf();
    below.textContent =
      missing === undefined
        ? rule.secret
          ? rule.mayChange
            ? words.ballot.changeable
            : words.ballot.final
          : words.ballot.finalOpen
        : chosen.length > 0 && !rule.yesNo
          ? words.ballot.chosen(chosen.length, marks.most)
          : words.ballot.nothingSent;
  };
  const promptOf = () => {
    const { missing, chosen } = marks;
    if (missing === undefined)
      return marks.isBlank
        ? words.ballot.castBlank
        : words.ballot.cast(
            chosen.map((id) => short.get(id) ?? id),
            offered.length,
          );
    if ("answers" in missing) return words.ballot.answers(missing.answers);
    if ("many" in missing) return words.ballot.many(missing.many);
    return rule.choose.max > 1 && rule.choose.min <= 1 && chosen.length === 0
      ? words.ballot.some(marks.most)
      : words.ballot.few(missing.few, chosen.length);
  };
  const mark = (id: string, yes: boolean) => {
    if (isSealing) return;
    marks.mark(id, yes);
    show();
  };

  const kind = rule.choose.max === 1 ? "radio" : "checkbox";
  const rows: Row[] = offered.map((one) =>
    rule.yesNo ? answerRow(one, marks, mark, here) : markRow(one, marks, mark, kind),
  );
  if (marks.mayBeBlank)
    rows.push(
      blankRow(marks, kind, here, (yes) => {
        if (isSealing) return;
        marks.leaveBlank(yes);
        show();
      }),
    );

  const send = async () => {
    if (isSealing || marks.missing !== undefined) return;
    isSealing = true;
    show();
    const isKept = await here.cast(question, no, marks.chosen);
    isSealing = false;
    if (isKept) return;
    show();
    below.textContent = words.ballot.fault;
  };
  const form = h(
    "form",
    {
      class: "ballot",
      submit: (event) => {
        event.preventDefault();
        void send();
      },
    },
    h(
      "div",
      { class: "face" },
      head.parts,
      ruleOf(question, here),
      !rule.secret &&
        noticeOf(
          "care",
          { what: words.ballot.open(here.delegate?.name ?? ""), next: "" },
          undefined,
          "ballot",
        ),
      h(
        "fieldset",
        { class: "names" },
        h("legend", { class: "sr" }, words.ballot.legend(rule)),
        rows.map(({ element }) => element),
      ),
      isOwnLeftOut && h("p", { class: "small quiet" }, words.ballot.own),
      rule.secret &&
        question.for !== "rehearsal" &&
        question.meter !== undefined &&
        question.meter.entitled <= 7 &&
        h("p", { class: "small quiet" }, words.ballot.small(question.meter.entitled)),
      question.for === "rehearsal" && h("p", { class: "small quiet" }, words.ballot.rehearsal),
      no > 1 &&
        h(
          "button",
          { class: "button", type: "button", click: () => here.change(undefined) },
          words.ballot.keepOld,
        ),
    ),
    h("div", { class: "cast" }, button, below),
  );
  show();
  return { parts: [form], said: `${here.nameOf(question)}. ${words.ballot.legend(rule)}.`, tick: head.tick };
}

type Named = { id: string; name: string };
type Mark = (id: string, yes: boolean) => void;

const tick = () => h("span", { class: "tick" }, icon("check"));

function markRow({ id, name }: Named, marks: Marks, mark: Mark, type: string): Row {
  const input = h("input", { type, name: "name", value: id, change: () => mark(id, input.checked) });
  const element = h("label", { class: "name" }, input, tick(), h("b", {}, name));
  const show = () => {
    const isOn = marks.answerTo(id) === true;
    input.checked = isOn;
    // With several to choose, no more can be marked than may be; the button says how many that is.
    input.disabled = !isOn && type === "checkbox" && marks.isFull;
    element.dataset["state"] = isOn ? "on" : input.disabled ? "off" : "";
  };
  return { element, show };
}

function answerRow({ id, name }: Named, marks: Marks, mark: Mark, { words }: Here): Row {
  const answers = ([true, false] as const).map((yes) => {
    const input = h("input", { type: "radio", name: `name-${id}`, change: () => mark(id, yes) });
    const text = yes ? words.ballot.yes : words.ballot.no;
    return { yes, input, element: h("label", { class: "answer" }, input, tick(), h("span", {}, text)) };
  });
  const element = h(
    "div",
    { class: "asked", role: "radiogroup", "aria-labelledby": `asked-${id}` },
    h("b", { id: `asked-${id}` }, name),
    h(
      "div",
      { class: "answers" },
      answers.map((answer) => answer.element),
    ),
  );
  const show = () => {
    for (const { yes, input, element: label } of answers) {
      const isOn = marks.answerTo(id) === yes;
      input.checked = isOn;
      input.disabled = yes && !isOn && marks.isFull;
      label.dataset["state"] = isOn ? "on" : input.disabled ? "off" : "";
    }
  };
  return { element, show };
}

function blankRow(marks: Marks, type: string, { words }: Here, leave: (yes: boolean) => void): Row {
  const input = h("input", { type, name: "name", value: "", change: () => leave(input.checked) });
  const label = [h("b", {}, words.ballot.blank), h("span", { class: "small quiet" }, words.ballot.blankHow)];
  const element = h("label", { class: "name blank" }, input, tick(), h("span", {}, label));
  const show = () => {
    input.checked = marks.isBlank;
    element.dataset["state"] = marks.isBlank ? "on" : "";
  };
  return { element, show };
}
