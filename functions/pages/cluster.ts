import { addressOfPage, homeOf, pageOfMovement } from "#domain/public-address.ts";
import type { ClusterPage, Told } from "#domain/public-page.ts";
import { icon } from "./drawings.ts";
import { html, type Markup } from "./markup.ts";
import { figureIn, labelOf, movementDays, movementHead, sharesIn } from "./movement.ts";
import { section } from "./section.ts";
import type { Tongue } from "./tongue.ts";

export const clusterTitle = ({ cluster, year }: ClusterPage, { say }: Tongue) =>
  say.cluster.title(cluster.name, year);

export function clusterSentence({ cluster, results }: ClusterPage, tongue: Tongue): string {
  const say = tongue.say.cluster;
  const leading = results?.places.filter(({ rank }) => rank === 1).map(({ unit }) => unit) ?? [];
  return [say.units(cluster.size), leading.length > 0 && say.leads(tongue.list(leading))]
    .filter(Boolean)
    .join(" ");
}

export function clusterBody(page: ClusterPage, tongue: Tongue): Markup {
  const { council, year, cluster, members, results, movements, heads } = page;
  const { say } = tongue;
  const home = homeOf(council.council, tongue.language);
  return html`<div class="hero">
<div class="flow far">
<p class="crumb"><a href="${home}">${council.name}</a><a href="${home}#y${year}">${say.year(year)}</a></p>
<h1>${cluster.name} <br>${say.cluster.headYear(year)}</h1>
<p class="quiet">${clusterSentence(page, tongue)}</p>
</div>
</div>
${results && resultsIn(results, tongue)}
${movements?.map((told, at) => movementIn(told, { page, at }, tongue))}
${members && membersIn(members, cluster.kind, tongue)}
${heads && section("heads", say.cluster.heads(cluster.kind, year + 1), say.cluster.headsHow, officesIn(heads, cluster.kind, tongue))}`;
}

function resultsIn({ byRate, places }: NonNullable<ClusterPage["results"]>, tongue: Tongue): Markup {
  const say = tongue.say.cluster;
  const worths = places.flatMap(({ worth }) => (worth === undefined ? [] : [worth]));
  const hasWorth = worths.length > 0;
  const written = tongue.column(worths);
  return section(
    "results",
    say.results,
    say.resultsHow,
    html`<table class="ledger places"><caption class="sr">${say.results}</caption>
<thead><tr><th scope="col">${say.rank}</th><th scope="col">${say.unit}</th>${hasWorth && html`<th scope="col" class="n">${byRate ? say.rate : say.points}</th>`}</tr></thead>
<tbody>${places.map(
      ({ rank, unit, worth }) =>
        html`<tr data-rank="${rank}"><td class="num">${rank}</td><th scope="row">${rank === 1 && icon("award")}${unit}</th>${hasWorth && html`<td class="n">${worth !== undefined && `${written(worth)}${byRate ? "\u00a0%" : ""}`}</td>`}</tr>`,
    )}</tbody></table>`,
  );
}

function movementIn(
  { name, movement, main, others, ...days }: Told,
  { page: { council, year, cluster }, at }: { page: ClusterPage; at: number },
  tongue: Tongue,
): Markup {
  const { number, say, language } = tongue;
  const own = movement && pageOfMovement(cluster.cluster, movement);
  return section(
    `movement-${at + 1}`,
    movementHead(name, tongue),
    movementDays(days, tongue),
    html`<div class="flow farther">
<div class="book">${figureIn(main, labelOf(main), tongue)}
${sharesIn(main, tongue)}</div>
${
  others.length > 0 &&
  html`<div class="facts">${others.map(
    ({ metric, measure, value, atLeast }) =>
      html`<p><span class="figure">${number(value)}<small>${measure}</small></span><span class="small quiet">${metric}${atLeast && `, ${say.movement.more}`}</span></p>`,
  )}</div>`
}
${own && html`<p><a class="onward" href="${addressOfPage(council.council, year, own, language)}">${say.movement.own}</a></p>`}</div>`,
  );
}

function membersIn(
  { head, deputies, names }: NonNullable<ClusterPage["members"]>,
  kind: string,
  { say: { cluster: say } }: Tongue,
): Markup {
  const officeOf = (name: string) =>
    name === head ? say.head(kind) : deputies.includes(name) ? say.deputy(kind) : undefined;
  return section(
    "members",
    say.members,
    "",
    html`<ul class="members">${names.map((name) => {
      const office = officeOf(name);
      return html`<li><span>${name}</span>${office && html` <span class="small quiet">${office}</span>`}</li>`;
    })}</ul>`,
  );
}

const officesIn = (
  { head, deputies }: NonNullable<ClusterPage["heads"]>,
  kind: string,
  { say: { cluster: say } }: Tongue,
) =>
  html`<ul class="members">${head && html`<li><span>${head}</span> <span class="small quiet">${say.head(kind)}</span></li>`}${deputies.map(
    (deputy) => html`<li><span>${deputy}</span> <span class="small quiet">${say.deputy(kind)}</span></li>`,
  )}</ul>`;
