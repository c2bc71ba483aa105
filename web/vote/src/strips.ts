import { h } from "./element.ts";

let shown = "";

/** What is true of the page as a whole, above everything: no network, nothing kept, an older ballot on its way. */
export function warn(lines: readonly (string | false | undefined)[]) {
  const said = lines.filter((line): line is string => Boolean(line));
  const text = said.join("\n");
  const strips = document.getElementById("strips");
  if (text === shown || !strips) return;
  shown = text;
  strips.textContent = "";
  strips.append(...said.map((line) => h("p", {}, line)));
}
