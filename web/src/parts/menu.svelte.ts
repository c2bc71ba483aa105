import type { office as theOffice } from "../office.svelte.ts";
import { addressOf, type PageName, type router as theRouter } from "../router.svelte.ts";
import type { IconName } from "./Sprite.svelte";

type Entry = {
  name:
    | "units"
    | "people"
    | "council"
    | "clusters"
    | "closing"
    | "publishing"
    | "trail"
    | "board"
    | "sheet"
    | "ranking"
    | "movements"
    | "polls"
    | "covenant"
    | "nominations"
    | "rotation"
    | "register"
    | "schemes"
    | "clusterScheme";
  icon: IconName;
  address: string;
};

const within: Partial<Record<PageName, PageName>> = {
  unit: "units",
  slips: "people",
  drafting: "covenant",
  signing: "covenant",
  posting: "publishing",
  nominating: "nominations",
  handover: "rotation",
  matrix: "ranking",
  crossCheck: "ranking",
  appraisal: "ranking",
  councilRanking: "ranking",
  calendar: "clusters",
  grouping: "clusters",
  readiness: "clusters",
  quotas: "clusters",
  notices: "clusters",
  deadlines: "clusters",
  schemeNew: "schemes",
  schemeDraft: "schemes",
  scheme: "schemes",
  schemeChanges: "schemes",
};

/** Who takes part is set up apart from any year, by the clerk. */
const setup: Entry[] = [
  { name: "units", icon: "unit", address: addressOf("units", {}) },
  { name: "people", icon: "people", address: addressOf("people", {}) },
  { name: "council", icon: "gear", address: addressOf("council", {}) },
];

/** Under which entry of the menu one is: whatever belongs to a conference is found from its list. */
export const entryOf = ({
  page,
  conference,
  kind,
}: Pick<typeof theRouter, "page" | "conference" | "kind">): PageName | undefined =>
  page === "importing"
    ? kind === "people"
      ? "people"
      : "units"
    : conference
      ? "polls"
      : ((page && within[page]) ?? page);

/** Where one can go from here: the pages of this cluster and year, the most used first. */
export function menuOf(router: typeof theRouter, office: typeof theOffice): Entry[] {
  const year = router.year || office.year?.year;
  const setups = office.isClerk && !router.cluster ? setup : [];
  if (!office.me || year === undefined) return setups;
  const { cluster } = router;
  const trail: Entry = { name: "trail", icon: "history", address: addressOf("trail", { year }) };
  const schemes: Entry = { name: "schemes", icon: "edit", address: addressOf("schemes", { year }) };
  const council: Entry[] = office.isClerk
    ? [
        schemes,
        { name: "publishing", icon: "link", address: addressOf("publishing", { year }) },
        { name: "closing", icon: "seal", address: addressOf("closing", { year }) },
        trail,
      ]
    : office.me.person.role === "auditor"
      ? [trail]
      : [];
  const register: Entry = { name: "register", icon: "award", address: addressOf("register", {}) };
  const clusters: Entry = { name: "clusters", icon: "board", address: addressOf("clusters", { year }) };
  const ranking: Entry = { name: "ranking", icon: "rank", address: addressOf("councilRanking", { year }) };
  if (!cluster)
    return [clusters, ranking, ...(office.isClerk ? [] : [schemes]), register, ...setups, ...council];

  const at = { year, cluster };
  const unit = router.page === "sheet" ? router.unit : (office.ownUnit ?? router.unit);
  const sheet: Entry[] = unit
    ? [{ name: "sheet", icon: "sheet", address: addressOf("sheet", { ...at, unit }) }]
    : [];
  return [
    { name: "board", icon: "board", address: addressOf("board", at) },
    ...sheet,
    { name: "ranking", icon: "rank", address: addressOf("ranking", at) },
    { name: "movements", icon: "movement", address: addressOf("movements", at) },
    { name: "polls", icon: "ballot", address: addressOf("polls", at) },
    { name: "covenant", icon: "covenant", address: addressOf("covenant", at) },
    { name: "nominations", icon: "award", address: addressOf("nominations", at) },
    { name: "rotation", icon: "history", address: addressOf("rotation", at) },
    { name: "clusterScheme", icon: "info", address: addressOf("clusterScheme", at) },
    ...(office.ownUnit === undefined ? [clusters] : []),
    ...council,
  ];
}
