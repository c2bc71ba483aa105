import { ticketIn } from "../address.ts";
import { h } from "../element.ts";
import { helpOf, noticeOf } from "./parts.ts";
import type { Here, View } from "./view.ts";

/** Where nobody has come in yet: the eight characters of a ticket, or a scanner that types its whole address. */
export function codeView(here: Here, refused?: string): View {
  const { words, isKiosk } = here;
  const say = words.code;
  const title = isKiosk ? words.kiosk.title : say.title;
  const refusals: Record<string, { what: string; next: string }> = words.refusals;
  const told = refused === undefined ? undefined : (refusals[refused] ?? words.refusals.other);
  return {
    parts: [
      h(
        "div",
        { class: "face" },
        isKiosk && h("p", { class: "phase" }, words.kiosk.stamp),
        h("h1", { tabindex: "-1" }, title),
        told && noticeOf("refusal", told, helpOf(here)),
        h("p", {}, here.place ? (isKiosk ? words.kiosk.how : say.how) : say.scanOnly),
        here.place && formOf(here),
        here.place && here.scan && cameraOf(here, here.scan),
        isKiosk && h("p", { class: "small quiet" }, words.kiosk.wiped),
      ),
    ],
    said: told?.what ?? title,
  };
}

/** The tablet's camera reads the ticket, for as long as the page asks for one. */
function cameraOf(here: Here, scan: NonNullable<Here["scan"]>): HTMLElement {
  const { kiosk, code } = here.words;
  const told = h("p", { class: "small quiet", role: "status" });
  const at = h("div", { class: "camera" });
  const button = h("button", { class: "button", type: "button" }, kiosk.scan);
  button.addEventListener("click", async () => {
    button.hidden = true;
    told.textContent = kiosk.hold;
    const isOn = await scan(at, async (text) => {
      if ((await here.enter(text)) === "lost") told.textContent = code.lost;
    });
    if (!isOn) told.textContent = kiosk.noCamera;
  });
  return h("div", { class: "road" }, button, at, told);
}

function formOf(here: Here): HTMLElement {
  const say = here.words.code;
  const input = h("input", {
    class: "input",
    id: "code",
    name: "code",
    type: "text",
    inputmode: "text",
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
    "aria-describedby": "code-hint code-fault",
  });
  const fault = h("p", { class: "fault", id: "code-fault", role: "alert" });
  const button = h("button", { class: "button main", type: "submit" }, say.go);
  const tell = (text: string) => {
    fault.textContent = text;
    input.setAttribute("aria-invalid", String(text !== ""));
  };
  input.addEventListener("input", () => tell(""));
  // A scanner that types needs a place to type into.
  if (here.isKiosk) setTimeout(() => input.focus());
  let isGoing = false;
  const go = async () => {
    if (isGoing) return;
    const { rest = "", council } = ticketIn(input.value);
    const count = rest.replace("-", "").length;
    if (council === undefined && count !== 8) {
      tell(count < 8 ? say.short(count) : say.long(count));
      input.focus();
      return;
    }
    isGoing = true;
    button.textContent = say.going;
    const came = await here.enter(input.value);
    isGoing = false;
    button.textContent = say.go;
    if (came === "lost") tell(say.lost);
  };
  return h(
    "form",
    {
      class: "entry",
      submit: (event) => {
        event.preventDefault();
        void go();
      },
    },
    h("label", { for: "code" }, say.label),
    input,
    h("p", { class: "small quiet", id: "code-hint" }, say.hint),
    fault,
    button,
  );
}
