import type { Award, HonoursPage, Leader } from "#domain/public-page.ts";
import { bar, icon } from "./drawings.ts";
import { scan } from "./frame.ts";
import { html, type Markup } from "./markup.ts";
import { seek } from "./seek.ts";
import { vi as all } from "./words.ts";
import { dayIn, listIn, numberIn } from "./written.ts";

const say = all.honours;

export const honoursTitle = ({ year }: HonoursPage) => say.title(year);

/** How much is told, in one sentence or two. */
export function honoursSentence({ leaders, register = [] }: HonoursPage): string {
  const people = register.filter(({ isPerson }) => isPerson).length;
  const collectives = register.length - people;
  const awarded =
    people > 0 && collectives > 0
      ? say.awarded(numberIn(collectives), numberIn(people))
      : people > 0
        ? say.people(numberIn(people))
        : collectives > 0
          ? say.collectives(numberIn(collectives))
          : "";
  return [leaders && say.clusters(leaders.length), awarded].filter(Boolean).join(" ");
}

export function honoursBody(page: HonoursPage, site: string): Markup {
  const { council, year, leaders, register } = page;
  return html`<div class="hero">
<div class="flow far">
<p class="crumb"><a href="/c/${council.council}">${council.name}</a><span>${all.year(year)}</span></p>
<h1>${say.head}<br>${say.headYear(year)}</h1>
<p class="quiet">${honoursSentence(page)}</p>
${page.motto && html`<p class="motto">${page.motto}</p>`}
${(leaders || register) && seek}
</div>
${register && register.length > 0 && countsOf(register)}
</div>
${leaders && leadersIn(leaders)}
${register && registerIn(register, `${site}/c/${council.council}/check`)}`;
}

/** How many of each award, the most given first. */
function countsOf(register: readonly Award[]): Markup {
  const counts = Array.from(
    Map.groupBy(register, ({ award }) => award),
    ([award, given]) => ({
      award,
      count: given.length,
    }),
  )
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 4);
  const most = counts[0]?.count ?? 1;
  return html`<figure class="counts"><figcaption class="label">${say.byAward}</figcaption><ol>${counts.map(
    ({ award, count }) =>
      html`<li><p><b class="figure">${numberIn(count)}</b> <span>${award}</span></p>${bar({ value: count, of: most, name: `${numberIn(count)} ${award}`, kind: "honour" })}</li>`,
  )}</ol></figure>`;
}

const leadersIn = (leaders: readonly Leader[]) => html`<section class="part" aria-labelledby="leaders">
<div><h2 id="leaders">${say.leaders}</h2><p class="small quiet">${say.leadersHow}</p></div>
<ol class="gold">${leaders.map(
  ({ cluster, size, units }) =>
    html`<li data-row>${icon("award")}<p><span class="small quiet">${say.units(cluster, size)}</span><br><span class="strong">${listIn(units)}</span></p></li>`,
)}</ol>
</section>`;

const registerIn = (
  register: readonly Award[],
  check: string,
) => html`<section class="part" aria-labelledby="register">
<div><h2 id="register">${say.register}</h2><p class="small quiet">${say.registerHow}</p></div>
<div><table class="ledger stacked">
<caption class="sr">${say.register}</caption>
<thead><tr><th scope="col">${say.recipient}</th><th scope="col">${say.award}</th><th scope="col">${say.decision}</th><th scope="col" class="n">${say.date}</th><th scope="col" class="n">${say.code}</th></tr></thead>
<tbody>${register.map(
  ({ recipient, position, of, award, number, date, code }) =>
    html`<tr data-row id="${code}"><th scope="row">${recipient}${of && html`<br><span class="small quiet">${[position, of].filter(Boolean).join(", ")}</span>`}</th><td>${award}</td><td class="nowrap">${number}</td><td class="n">${dayIn(date)}</td><td class="n code">${code}</td></tr>
`,
)}</tbody>
</table>
${scan(check, say.scan)}</div>
</section>`;
