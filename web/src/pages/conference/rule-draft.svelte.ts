import type { Poll, Rule, Share } from "#domain/poll.ts";
import { isSmall } from "./run.svelte.ts";

export type Purpose = "head" | "deputy" | "nomination";
/** Shares as they stand in most rules; any other is written in per cent. */
export const shares = ["1/2", "2/3", "3/4", "7/10", "4/5", "9/10"] as const;
export type Measure = { how: "moreThan" | "atLeast"; share: string; percent: string };

const measureOf = (share: Share): Measure => {
  const [how, fraction] =
    share.moreThan === undefined
      ? (["atLeast", share.atLeast] as const)
      : (["moreThan", share.moreThan] as const);
  if (fraction === undefined || shares.some((one) => one === fraction))
    return { how, share: fraction ?? "1/2", percent: "" };
  const [part = 0, whole = 1] = fraction.split("/").map(Number);
  return { how, share: "other", percent: String((100 * part) / whole) };
};

/** The share a measure says, or undefined where what was typed is none. */
function shareOf({ how, share, percent }: Measure): Share | undefined {
  if (share !== "other") return { [how]: share };
  const hundredths = Math.round(Number(percent.replace(",", ".")) * 100);
  return hundredths > 0 && hundredths <= 10_000 ? { [how]: `${hundredths}/10000` } : undefined;
}

const fields = [
  "purpose",
  "award",
  "candidates",
  "secret",
  "voter",
  "ownUnit",
  "hasQuorum",
  "quorum",
  "base",
  "threshold",
  "yesNo",
  "min",
  "max",
  "seats",
  "tie",
  "publish",
  "written",
  "mayChange",
] as const;

/** A poll and its whole rule, while they are being written. */
export class RuleDraft {
  purpose = $state<Purpose>("head");
  award = $state("CO_BT");
  candidates = $state<string[]>([]);
  secret = $state(true);
  voter = $state<Rule["voter"]>("unit");
  ownUnit = $state(true);
  hasQuorum = $state(true);
  quorum = $state<Measure>({ how: "atLeast", share: "2/3", percent: "" });
  base = $state<Rule["threshold"]["base"]>("members");
  threshold = $state<Measure>({ how: "moreThan", share: "1/2", percent: "" });
  yesNo = $state(false);
  min = $state(0);
  max = $state(1);
  seats = $state(1);
  tie = $state<Rule["tie"]>("second-round");
  publish = $state<Rule["publish"]>("figures");
  written = $state(false);
  mayChange = $state(false);
  readonly round: number;
  readonly #voters: number;
  readonly #order: (a: string, b: string) => number;
  #saved = $state("");

  /** `voters`: how many have a vote; few of them are shown only who passed, unless the chair wants otherwise. */
  constructor(
    was: Pick<Poll, "for" | "award" | "candidates" | "round" | "rule"> | undefined,
    {
      members,
      voters,
      order,
    }: { members: readonly string[]; voters: number; order: (a: string, b: string) => number },
  ) {
    this.#voters = voters;
    this.#order = order;
    this.round = was?.round ?? 1;
    this.candidates = was ? [...was.candidates] : [...members];
    if (!was && isSmall(voters)) this.publish = "passed";
    if (was && was.for !== "rehearsal") this.purpose = was.for;
    if (was?.award) this.award = was.award;
    if (was?.rule) this.#take(was.rule);
    if (was) this.settle();
  }

  readonly isSmall = $derived.by(() => isSmall(this.#voters));
  readonly faults = $derived.by(() => ({
    candidates: this.candidates.length === 0,
    quorum: this.hasQuorum && shareOf(this.quorum) === undefined,
    threshold: shareOf(this.threshold) === undefined,
    choose: !(this.min <= this.max && this.max >= 1) || (!this.yesNo && this.max > this.candidates.length),
    seats: !(this.seats >= 1 && this.seats <= this.candidates.length),
  }));
  readonly isWhole = $derived.by(() => !Object.values(this.faults).some(Boolean));

  readonly rule: Rule | undefined = $derived.by(() => {
    const [quorum, threshold] = [shareOf(this.quorum), shareOf(this.threshold)];
    if (!this.isWhole || !threshold) return undefined;
    return {
      secret: this.secret,
      voter: this.voter,
      ownUnit: this.ownUnit,
      quorum: this.hasQuorum && quorum ? { of: "members", ...quorum } : null,
      threshold: { base: this.base, ...threshold },
      choose: this.yesNo ? { min: 0, max: this.candidates.length } : { min: this.min, max: this.max },
      seats: this.seats,
      tie: this.tie,
      publish: this.publish,
      ...(this.written && this.secret && { written: true }),
      ...(this.mayChange && { mayChange: true }),
      ...(this.yesNo && { yesNo: true }),
    };
  });

  readonly body = $derived.by(() => ({
    for: this.purpose,
    ...(this.purpose === "nomination" && { award: this.award }),
    candidates: this.candidates.toSorted(this.#order),
    ...(this.rule && { rule: this.rule }),
    round: this.round,
  }));
  readonly isChanged = $derived.by(() => JSON.stringify(this.body) !== this.#saved);

  get typed() {
    return Object.fromEntries(fields.map((name) => [name, this[name]]));
  }
  set typed(left: Record<string, unknown>) {
    Object.assign(this, left);
  }

  settle() {
    this.#saved = JSON.stringify(this.body);
  }

  #take(rule: Rule) {
    this.secret = rule.secret;
    this.voter = rule.voter;
    this.ownUnit = rule.ownUnit;
    this.hasQuorum = rule.quorum !== null;
    if (rule.quorum) this.quorum = measureOf(rule.quorum);
    this.base = rule.threshold.base;
    this.threshold = measureOf(rule.threshold);
    this.yesNo = rule.yesNo === true;
    this.min = rule.choose.min;
    this.max = rule.choose.max;
    this.seats = rule.seats;
    this.tie = rule.tie;
    this.publish = rule.publish;
    this.written = rule.written === true;
    this.mayChange = rule.mayChange === true;
  }
}
