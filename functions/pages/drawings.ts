import { encodeQR } from "qr";
import { html, type Markup } from "./markup.ts";

const share = (part: number, of: number) =>
  of > 0 ? Math.round(Math.min(Math.max((100 * part) / of, 0), 100) * 100) / 100 : 0;

/** A bar whose lengths are attributes: it needs no style of its own, and it prints. */
export function bar({
  value,
  of,
  name,
  last,
  kind = "",
}: {
  value: number;
  of: number;
  name: string;
  last?: number | undefined;
  kind?: "" | "honour";
}): Markup {
  return html`<svg class="bar" role="img" aria-label="${name}"><rect class="track" width="100%" height="100%" rx="2"/><rect class="fill ${kind}" width="${share(value, of)}%" height="100%" rx="2"/>${
    last !== undefined &&
    html`<rect class="last" x="${share(last, of) * 0.985}%" y="-30%" width="2" height="160%"/>`
  }</svg>`;
}

export const icon = (name: "award" | "rise" | "fall" | "same" | "print" | "search" | "link"): Markup =>
  html`<svg class="icon" aria-hidden="true"><use href="/reading/icons.svg#i-${name}"/></svg>`;

/** An address to be scanned from paper, with a fold across it. */
export function qrOf(address: string, name: string): Markup {
  const rows = encodeQR(address, "raw", { ecc: "medium", border: 2 });
  return html`<svg class="qr" viewBox="0 0 ${rows.length} ${rows.length}" role="img" aria-label="${name}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${rows.length}v${rows.length}H0z"/><path d="${pathOf(rows)}"/></svg>`;
}

/** Each run of dark squares of a row as one stroke. */
function pathOf(rows: readonly boolean[][]): string {
  let path = "";
  for (const [y, row] of rows.entries())
    for (let x = 0; x < row.length; x += 1) {
      const from = x;
      while (row[x]) x += 1;
      if (x > from) path += `M${from} ${y}h${x - from}v1h${from - x}z`;
    }
  return path;
}
