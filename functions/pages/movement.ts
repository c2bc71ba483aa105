import { homeOf } from "#domain/public-address.ts";
import type { Figure, MovementPage, Shares, Told } from "#domain/public-page.ts";
import { bar, icon } from "./drawings.ts";
import { html, type Markup } from "./markup.ts";
import { section } from "./section.ts";
import { quoted, type Tongue } from "./tongue.ts";

/** A movement by its name, which is Vietnamese in whatever language one reads. */
export function movementHead(name: string, tongue: Tongue): Markup {
  const [before, after] = tongue.say.movement.quotes;
  return html`${before}${quoted(name, tongue)}${after}`;
}

export function movementDays({ from, to }: Pick<Told, "from" | "to">, { say, day }: Tongue): string {
  const { movement: words } = say;
  const days = [from && words.from(day(from)), to && words.to(day(to))].filter(Boolean).join(", ");
  return days.charAt(0).toLocaleUpperCase() + days.slice(1);
}

export const movementTitle = ({ movement, year }: MovementPage, { say }: Tongue) =>
  say.movement.title(movement.name, year);

/** The first number, and of how many units it is where they are told. */
export function movementSentence({ figures, units }: MovementPage, tongue: Tongue): string {
  const say = tongue.say.movement;
  const [first] = figures ?? [];
  if (!first) return "";
  const told = `${first.metric}: ${tongue.number(first.value)} ${first.measure}`;
  const count = units?.[0]?.byUnit.length;
  return count === undefined ? say.total(told) : say.sentence(told, count);
}

export function movementBody(page: MovementPage, tongue: Tongue): Markup {
  const { council, year, cluster, movement, goal, figures, units } = page;
  const { say, language } = tongue;
  const home = homeOf(council.council, language);
  const numbers = (figures ?? units ?? []).map(({ metric, measure }, at) => ({
    ...{ metric, measure, figure: figures?.[at], shares: units?.[at] },
  }));
  return html`<div class="hero">
<div class="flow far">
<p class="crumb"><a href="${home}">${council.name}</a><a href="${home}#y${year}">${say.year(year)}</a><span>${cluster.name}</span></p>
<h1>${movementHead(movement.name, tongue)} <br>${say.cluster.headYear(year)}</h1>
<p class="quiet">${movementSentence(page, tongue)}</p>
<p class="small quiet">${movementDays(movement, tongue)}</p>
</div>
</div>
${goal && section("goal", say.movement.goal, "", html`<div class="goal flow near">${paragraphs(goal).map((one) => html`<p>${quoted(one, tongue)}</p>`)}</div>`)}
${numbers.map(({ figure, shares, ...number }, at) =>
  section(
    `number-${at + 1}`,
    quoted(number.metric, tongue),
    shares?.byUnit.some(({ last }) => last !== undefined) ? say.movement.how : "",
    html`<div class="book">${figure && figureIn(figure, figure.measure, tongue)}
${shares && sharesIn(shares, tongue)}</div>`,
  ),
)}`;
}

const paragraphs = (text: string) => text.split(/\n+/).filter((line) => line.trim() !== "");

/** What a number counts; where the words of it begin alike, once. */
export const labelOf = ({ measure, metric }: Pick<Figure, "measure" | "metric">) =>
  metric.toLocaleLowerCase("vi").startsWith(measure.toLocaleLowerCase("vi"))
    ? metric
    : `${measure}, ${metric}`;

/** One number, large, and how it has changed since the year before. */
export function figureIn(
  { value, measure, atLeast, changePercent, last }: Figure,
  label: string,
  tongue: Tongue,
): Markup {
  const { number, percent } = tongue;
  const say = tongue.say.movement;
  const way = (changePercent ?? 0) > 0 ? "rise" : (changePercent ?? 0) < 0 ? "fall" : "same";
  const mark = { rise: "up", fall: "down", same: "same" }[way];
  const written = number(value);
  // Beside its bars there is room for four signs of that size.
  return html`<div><p class="num-big"${written.length > 4 && html` data-long`}>${written}</p><p>${quoted(label, tongue)}${atLeast && `, ${say.more}`}</p>${
    changePercent !== null &&
    last !== undefined &&
    html`<p><span class="change" data-way="${mark}">${icon(way)}${percent(Math.abs(changePercent))}</span> <span class="small quiet">${say.before(`${number(last)} ${measure}`)}</span></p>`
  }</div>`;
}

/** Each unit's part of a number, the year before beside it. */
export function sharesIn(
  { byUnit, measure }: Shares,
  { number, column, say: { movement: say } }: Tongue,
): Markup {
  const written = column(byUnit.map(({ value }) => value));
  const most = Math.max(...byUnit.flatMap(({ value, last = 0 }) => [value, last]), 0);
  return html`<ol class="by">${byUnit.map(
    ({ unit, value, last }) =>
      html`<li><span>${unit}</span>${bar({ value, of: most, last, name: say.bar(`${number(value)} ${measure}`, last === undefined ? undefined : number(last)) })}<b class="num">${written(value)}</b></li>`,
  )}</ol>`;
}
