import { html, type Markup } from "./markup.ts";

/** A part of a page: what it is called, how it came about, and what it tells. */
export const section = (id: string, title: string | Markup, how: string, content: Markup) =>
  html`<section class="part" aria-labelledby="${id}"><div><h2 id="${id}">${title}</h2>${how && html`<p class="small quiet">${how}</p>`}</div>${content}</section>
`;
