import { fill, type Names, namesIn } from "#lib/template.ts";
import { patternOf } from "./address-pattern.ts";

/**
 * Every page and its address, written as the API's are. Sixty lines of our own: a library that makes addresses from
 * its pages has every page import itself in a circle. The worker that keeps the office for when there is no network
 * answers for these and no others (`web/offline.ts` reads them here).
 */
const pages = {
  home: "/",
  help: "/help",
  demo: "/demo",
  council: "/council",
  units: "/units",
  unit: "/units/{unit}",
  people: "/people",
  slips: "/people/slips",
  importing: "/import/{kind}",
  clusters: "/{year}",
  closing: "/{year}/closing",
  publishing: "/{year}/publishing",
  posting: "/{year}/publishing/{posting}",
  calendar: "/{year}/calendar",
  grouping: "/{year}/grouping",
  readiness: "/{year}/readiness",
  quotas: "/{year}/quotas",
  notices: "/{year}/notices",
  deadlines: "/{year}/deadlines",
  trail: "/{year}/trail",
  schemes: "/{year}/schemes",
  schemeNew: "/{year}/new-scheme",
  schemeDraft: "/{year}/schemes/{scheme}/draft",
  scheme: "/{year}/schemes/{scheme}/versions/{no}",
  schemeChanges: "/{year}/schemes/{scheme}/versions/{no}/changes",
  board: "/{year}/clusters/{cluster}",
  sheet: "/{year}/clusters/{cluster}/sheets/{unit}",
  appraisal: "/{year}/clusters/{cluster}/appraisals/{unit}",
  ranking: "/{year}/clusters/{cluster}/ranking",
  matrix: "/{year}/clusters/{cluster}/matrix",
  crossCheck: "/{year}/clusters/{cluster}/cross-check",
  councilRanking: "/{year}/ranking",
  movements: "/{year}/clusters/{cluster}/movements",
  polls: "/{year}/clusters/{cluster}/polls",
  conference: "/{year}/clusters/{cluster}/conferences/{conference}",
  plan: "/{year}/clusters/{cluster}/conferences/{conference}/plan",
  rule: "/{year}/clusters/{cluster}/conferences/{conference}/polls/{poll}",
  roll: "/{year}/clusters/{cluster}/conferences/{conference}/roll",
  tickets: "/{year}/clusters/{cluster}/conferences/{conference}/tickets",
  desk: "/{year}/clusters/{cluster}/conferences/{conference}/desk",
  run: "/{year}/clusters/{cluster}/conferences/{conference}/run",
  keys: "/{year}/clusters/{cluster}/conferences/{conference}/keys",
  papers: "/{year}/clusters/{cluster}/conferences/{conference}/polls/{poll}/papers",
  count: "/{year}/clusters/{cluster}/conferences/{conference}/polls/{poll}/count",
  minutes: "/{year}/clusters/{cluster}/conferences/{conference}/polls/{poll}/minutes",
  covenant: "/{year}/clusters/{cluster}/covenant",
  drafting: "/{year}/clusters/{cluster}/covenant/draft",
  signing: "/{year}/clusters/{cluster}/covenant/signing",
  rotation: "/{year}/clusters/{cluster}/rotation",
  handover: "/{year}/clusters/{cluster}/handover",
  nominations: "/{year}/clusters/{cluster}/nominations",
  nominating: "/{year}/clusters/{cluster}/nominations/new",
  register: "/register",
  profile: "/profiles/{unit}",
  clusterScheme: "/{year}/clusters/{cluster}/scheme",
} as const;
export type PageName = keyof typeof pages;
type Values<P extends PageName> = { [N in Names<(typeof pages)[P]>]: string | number };

export function addressOf<P extends PageName>(page: P, values: Values<P>): string {
  return fill(pages[page], values, encodeURIComponent);
}

const readers = Object.entries(pages).map(([page, template]) => ({
  page: page as PageName,
  names: namesIn(template),
  pattern: patternOf(template),
}));

/** Where we are. */
class Router {
  pathname = $state(location.pathname);
  /** The first page is where the browser put the reader; later ones are told by moving the focus to their heading. */
  isFirst = true;
  readonly #read = $derived.by(() => {
    for (const { page, names, pattern } of readers) {
      const found = pattern.exec(this.pathname);
      if (found)
        return {
          page,
          values: Object.fromEntries(
            names.map((name, at) => [name, decodeURIComponent(found[at + 1] ?? "")]),
          ),
        };
    }
    return undefined;
  });

  get page(): PageName | undefined {
    return this.#read?.page;
  }

  /** What the `{name}`s stand for here; a page knows its own. */
  get year(): number {
    return Number(this.#read?.values["year"]);
  }
  get cluster(): string {
    return this.#read?.values["cluster"] ?? "";
  }
  get unit(): string {
    return this.#read?.values["unit"] ?? "";
  }
  get conference(): string {
    return this.#read?.values["conference"] ?? "";
  }
  get poll(): string {
    return this.#read?.values["poll"] ?? "";
  }
  get scheme(): string {
    return this.#read?.values["scheme"] ?? "";
  }
  get no(): number {
    return Number(this.#read?.values["no"]);
  }

  get kind(): string {
    return this.#read?.values["kind"] ?? "";
  }

  get posting(): string {
    return this.#read?.values["posting"] ?? "";
  }

  go(address: string, how: "push" | "replace" = "push") {
    history[`${how}State`](null, "", address);
    this.#arrive();
    scrollTo(0, 0);
  }

  listen(): () => void {
    const moved = () => this.#arrive();
    const clicked = (event: MouseEvent) => {
      const link = (event.target as Element).closest?.("a");
      if (!link || !isOurs(event, link)) return;
      event.preventDefault();
      this.go(link.href);
    };
    addEventListener("popstate", moved);
    addEventListener("click", clicked);
    return () => {
      removeEventListener("popstate", moved);
      removeEventListener("click", clicked);
    };
  }

  #arrive() {
    if (this.pathname === location.pathname) return;
    this.isFirst = false;
    this.pathname = location.pathname;
  }
}

/** A plain click on a page of the office; places within the page, and whatever else lies on this host, are the browser's own affair. */
function isOurs(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  const isWithin = link.hash !== "" && link.pathname === location.pathname;
  const isPage =
    link.origin === location.origin && readers.some(({ pattern }) => pattern.test(link.pathname));
  return isPlain && isPage && !event.defaultPrevented && !link.target && !isWithin;
}

export const router = new Router();
