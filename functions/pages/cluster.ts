import type { ClusterPage, Told } from "#domain/public-page.ts";
import { bar, icon } from "./drawings.ts";
import { html, type Markup } from "./markup.ts";
import { vi as all } from "./words.ts";
import { dayIn, listIn, numberIn, percentIn } from "./written.ts";

const say = all.cluster;

export const clusterTitle = ({ cluster, year }: ClusterPage) => say.title(cluster.name, year);

export function clusterSentence({ cluster, results }: ClusterPage): string {
  const leading = results?.places.filter(({ rank }) => rank === 1).map(({ unit }) => unit) ?? [];
  return [say.units(cluster.size), leading.length > 0 && say.leads(listIn(leading))]
    .filter(Boolean)
    .join(" ");
}

export function clusterBody(page: ClusterPage): Markup {
  const { council, year, cluster, members, results, movements, heads } = page;
  return html`<div class="hero">
<div class="flow far">
<p class="crumb"><a href="/c/${council.council}">${council.name}</a><a href="/c/${council.council}#y${year}">${all.year(year)}</a></p>
<h1>${cluster.name}<br>${say.headYear(year)}</h1>
<p class="quiet">${clusterSentence(page)}</p>
</div>
</div>
${results && resultsIn(results)}
${movements?.map(movementIn)}
${members && membersIn(members, cluster.kind)}
${heads && section("heads", say.heads(cluster.kind, year + 1), say.headsHow, officesIn(heads, cluster.kind))}`;
}

const section = (id: string, title: string, how: string, content: Markup) =>
  html`<section class="part" aria-labelledby="${id}"><div><h2 id="${id}">${title}</h2>${how && html`<p class="small quiet">${how}</p>`}</div>${content}</section>
`;

function resultsIn({ byRate, places }: NonNullable<ClusterPage["results"]>): Markup {
  const hasWorth = places.some(({ worth }) => worth !== undefined);
  return section(
    "results",
    say.results,
    say.resultsHow,
    html`<table class="ledger places"><caption class="sr">${say.results}</caption>
<thead><tr><th scope="col">${say.rank}</th><th scope="col">${say.unit}</th>${hasWorth && html`<th scope="col" class="n">${byRate ? say.rate : say.points}</th>`}</tr></thead>
<tbody>${places.map(
      ({ rank, unit, worth }) =>
        html`<tr data-rank="${rank}"><td class="num">${rank}</td><th scope="row">${rank === 1 && icon("award")}${unit}</th>${hasWorth && html`<td class="n">${worth === undefined ? "" : byRate ? percentIn(worth) : numberIn(worth)}</td>`}</tr>`,
    )}</tbody></table>`,
  );
}

/** What a number counts; where the words of it begin alike, once. */
const labelOf = ({ measure, metric }: Told["main"]) =>
  metric.toLocaleLowerCase("vi").startsWith(measure.toLocaleLowerCase("vi"))
    ? metric
    : `${measure}, ${metric}`;

function movementIn({ name, from, to, main, others }: Told, at: number): Markup {
  const days = [from && say.from(dayIn(from)), to && say.to(dayIn(to))].filter(Boolean).join(", ");
  const most = Math.max(...main.byUnit.flatMap(({ value, last = 0 }) => [value, last]), 0);
  const figure = (value: number) => `${numberIn(value)} ${main.measure}`;
  const way = (main.changePercent ?? 0) > 0 ? "rise" : (main.changePercent ?? 0) < 0 ? "fall" : "same";
  return section(
    `movement-${at + 1}`,
    say.movement(name),
    days,
    html`<div class="flow farther">
<div class="book"><div><p class="num-big">${numberIn(main.value)}</p><p>${labelOf(main)}${main.atLeast && `, ${say.more}`}</p>${
      main.changePercent !== null &&
      main.last !== undefined &&
      html`<p><span class="change" data-way="${way === "rise" ? "up" : way === "fall" ? "down" : "same"}">${icon(way)}${percentIn(Math.abs(main.changePercent))}</span> <span class="small quiet">${say.before(figure(main.last))}</span></p>`
    }</div>
<ol class="by">${main.byUnit.map(
      ({ unit, value, last }) =>
        html`<li><span>${unit}</span>${bar({ value, of: most, last, name: say.bar(figure(value), last === undefined ? undefined : numberIn(last)) })}<b class="num">${numberIn(value)}</b></li>`,
    )}</ol></div>
${
  others.length > 0 &&
  html`<div class="facts">${others.map(
    ({ metric, measure, value, atLeast }) =>
      html`<p><span class="figure">${numberIn(value)}<small>${measure}</small></span><span class="small quiet">${metric}${atLeast && `, ${say.more}`}</span></p>`,
  )}</div>`
}</div>`,
  );
}

function membersIn({ head, deputies, names }: NonNullable<ClusterPage["members"]>, kind: string): Markup {
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

const officesIn = ({ head, deputies }: NonNullable<ClusterPage["heads"]>, kind: string) =>
  html`<ul class="members">${head && html`<li><span>${head}</span> <span class="small quiet">${say.head(kind)}</span></li>`}${deputies.map(
    (deputy) => html`<li><span>${deputy}</span> <span class="small quiet">${say.deputy(kind)}</span></li>`,
  )}</ul>`;
