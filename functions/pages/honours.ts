import { homeOf } from "#domain/public-address.ts";
import type { Award, HonoursPage, Leader } from "#domain/public-page.ts";
import { bar, icon } from "./drawings.ts";
import { scan } from "./frame.ts";
import { html, type Markup } from "./markup.ts";
import { seek } from "./seek.ts";
import { awardIn, awardName, type Tongue } from "./tongue.ts";

export const honoursTitle = ({ year }: HonoursPage, { say }: Tongue) => say.honours.title(year);

/** How much is told, in one sentence or two. */
export function honoursSentence({ leaders, register = [] }: HonoursPage, tongue: Tongue): string {
  const { number } = tongue;
  const say = tongue.say.honours;
  const held = register.filter(({ revoked }) => !revoked);
  const people = held.filter(({ isPerson }) => isPerson).length;
  const collectives = held.length - people;
  const awarded =
    people > 0 && collectives > 0
      ? say.awarded(number(collectives), number(people))
      : people > 0
        ? say.people(number(people))
        : collectives > 0
          ? say.collectives(number(collectives))
          : "";
  return [leaders && say.clusters(leaders.length), awarded].filter(Boolean).join(" ");
}

export function honoursBody(page: HonoursPage, site: string, tongue: Tongue): Markup {
  const { council, year, leaders, register } = page;
  const { say } = tongue;
  const home = homeOf(council.council, tongue.language);
  return html`<div class="hero">
<div class="flow far">
<p class="crumb"><a href="${home}">${council.name}</a><span>${say.year(year)}</span></p>
<h1>${say.honours.head} <br>${say.honours.headYear(year)}</h1>
<p class="quiet">${honoursSentence(page, tongue)}</p>
${page.motto && html`<p class="motto" lang="vi">${page.motto}</p>`}
${(leaders || register) && seek(tongue)}
</div>
${register && countsOf(register, tongue)}
</div>
${leaders && leadersIn(leaders, tongue)}
${register && registerIn(register, `${site}${home}/check`, tongue)}`;
}

/** How many of each award, the most given first. */
function countsOf(register: readonly Award[], tongue: Tongue): Markup | false {
  const { number, say } = tongue;
  const held = register.filter(({ revoked }) => !revoked);
  if (held.length === 0) return false;
  const counts = Array.from(
    Map.groupBy(held, ({ award }) => award),
    ([award, given]) => ({ award, count: given.length }),
  )
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 4);
  const most = counts[0]?.count ?? 1;
  return html`<figure class="counts"><figcaption class="label">${say.honours.byAward}</figcaption><ol>${counts.map(
    ({ award, count }) =>
      html`<li><p><b class="figure">${number(count)}</b> <span>${awardIn(award, tongue)}</span></p>${bar({ value: count, of: most, name: `${number(count)} ${awardName(award, tongue)}`, kind: "honour" })}</li>`,
  )}</ol></figure>`;
}

const leadersIn = (
  leaders: readonly Leader[],
  { say: { honours: say }, list }: Tongue,
) => html`<section class="part" aria-labelledby="leaders">
<div><h2 id="leaders">${say.leaders}</h2><p class="small quiet">${say.leadersHow}</p></div>
<ol class="gold">${leaders.map(
  ({ cluster, size, units }) =>
    html`<li data-row>${icon("award")}<p><span class="small quiet">${say.units(cluster, size)}</span><br><span class="strong">${list(units)}</span></p></li>`,
)}</ol>
</section>`;

function registerIn(register: readonly Award[], check: string, tongue: Tongue): Markup {
  const say = tongue.say.honours;
  return html`<section class="part" aria-labelledby="register">
<div><h2 id="register">${say.register}</h2><p class="small quiet">${say.registerHow}</p></div>
<div><table class="ledger stacked">
<caption class="sr">${say.register}</caption>
<thead><tr><th scope="col">${say.recipient}</th><th scope="col">${say.award}</th><th scope="col">${say.decision}</th><th scope="col" class="n">${say.date}</th><th scope="col" class="n">${say.code}</th></tr></thead>
<tbody>${register.map((award) => awardRow(award, tongue))}</tbody>
</table>
${scan(check, say.scan)}</div>
</section>`;
}

/** What was taken back stays on the page, struck through, with the decision that took it back. */
function awardRow(award: Award, tongue: Tongue): Markup {
  const { recipient, position, of, number, date, code, revoked, restored } = award;
  const name = awardIn(award.award, tongue);
  const later = revoked
    ? html`<br><span class="small strong later">${tongue.say.revoked(revoked.number, tongue.day(revoked.date))}</span>`
    : restored &&
      html`<br><span class="small quiet">${tongue.say.restored(restored.number, tongue.day(restored.date))}</span>`;
  return html`<tr data-row id="${code}"${revoked && html` data-revoked`}><th scope="row">${recipient}${of && html`<br><span class="small quiet">${[position, of].filter(Boolean).join(", ")}</span>`}</th><td>${revoked ? html`<s>${name}</s>` : name}${later}</td><td class="nowrap">${number}</td><td class="n">${tongue.day(date)}</td><td class="n code">${code}</td></tr>
`;
}
