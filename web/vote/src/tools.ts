import type { Device } from "./device.ts";
import { h } from "./element.ts";
import { type LanguageName, languages } from "./language.ts";
import type { Page } from "./page.ts";
import type { Words } from "./words/vi.ts";

export type Look = { language?: LanguageName; isLarge?: boolean };
type Given = { words: Words; look: Look; device: Device; page?: Page };

/** Larger text, another language, another ticket: at the foot of the page, out of the way. */
export function byHand({ words, look, device, page }: Given) {
  const root = document.documentElement;
  root.lang = words.language;
  if (look.isLarge) root.dataset["text"] = "large";
  const keep = (change: Look) => device.write("look", { ...look, ...change });

  const large = h("button", { class: "button", type: "button" }, words.frame.largeText);
  const press = () => large.setAttribute("aria-pressed", String(root.dataset["text"] === "large"));
  large.addEventListener("click", () => {
    if (root.dataset["text"] === "large") delete root.dataset["text"];
    else root.dataset["text"] = "large";
    look.isLarge = root.dataset["text"] === "large";
    keep({});
    press();
  });
  press();

  const chosen = h("select", { class: "button", "aria-label": words.frame.language });
  for (const [name, text] of Object.entries(languages))
    chosen.append(h("option", { value: name, lang: name }, text));
  (chosen as HTMLSelectElement).value = words.language;
  chosen.addEventListener("change", () => {
    keep({ language: (chosen as HTMLSelectElement).value as LanguageName });
    location.reload();
  });
  const tools = document.getElementById("tools");
  tools?.append(large, chosen);
  if (!page || page.isKiosk) return;
  tools?.append(
    h(
      "button",
      { class: "button other-ticket", type: "button", click: () => page.leave() },
      words.frame.otherTicket,
    ),
  );
}
