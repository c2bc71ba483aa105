type Value = string | boolean | undefined | ((event: Event) => void);
export type Child = Node | string | false | undefined | readonly Child[];

/** An element with attributes, listeners and what is in it; no markup is ever made from text. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, Value> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value === true) element.setAttribute(key, "");
    else if (typeof value === "string") element.setAttribute(key, value);
  }
  fill(element, children);
  return element;
}

export function fill(element: Element, children: readonly Child[]) {
  for (const child of children) {
    if (Array.isArray(child)) fill(element, child);
    else if (child !== undefined && child !== false) element.append(child as Node | string);
  }
}

const svg = "http://www.w3.org/2000/svg";

/** A drawing out of parts with attributes: nothing inline, so that a strict policy holds. */
export function drawing(
  attributes: Record<string, string>,
  ...parts: [name: string, attributes: Record<string, string>][]
): SVGElement {
  const element = document.createElementNS(svg, "svg");
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  for (const [name, given] of parts) {
    const part = document.createElementNS(svg, name);
    for (const [key, value] of Object.entries(given)) part.setAttribute(key, value);
    element.append(part);
  }
  return element;
}

/** One of the icons that lie in the page. */
export const icon = (name: string) =>
  drawing({ class: "icon", "aria-hidden": "true" }, ["use", { href: `#i-${name}` }]);
