import { notAssignedTo } from "#domain/cluster.ts";
import type { Paper } from "#domain/evidence.ts";
import { refuse } from "#domain/refuse.ts";
import type { Line, Scheme } from "#domain/scheme.ts";
import type { Sheet, State } from "#domain/sheet.ts";
import { call } from "../../call.ts";
import { device } from "../../device.ts";
import { language } from "../../language.svelte.ts";
import type { Place } from "../../office.svelte.ts";
import { Proofs } from "../sheet/proofs.svelte.ts";
import type { SheetView } from "../sheet/sheet-draft.svelte.ts";
import { type Talk, talkOf } from "../sheet/talk.svelte.ts";
import { FindingsDraft } from "./findings-draft.svelte.ts";

type Read = {
  place: Place;
  unit: string;
  scheme: Scheme;
  view: SheetView;
  states: ReadonlyMap<string, State>;
};

/** One unit's sheet before those who appraise it. */
export class Appraisal {
  readonly place: Place;
  readonly unit: string;
  readonly scheme: Scheme;
  readonly sheet: Sheet;
  readonly evidence: Readonly<Record<string, Paper[]>>;
  readonly draft: FindingsDraft;
  readonly proofs: Proofs;
  readonly talk: Talk;
  /** Every unit of the cluster and where its sheet stands. */
  readonly states: ReadonlyMap<string, State>;
  state = $state<State>("blank");

  constructor({ place, unit, scheme, view, states }: Read) {
    this.place = place;
    this.unit = unit;
    this.scheme = scheme;
    this.sheet = view.sheet;
    this.evidence = view.evidence;
    this.states = states;
    this.state = view.state;
    this.proofs = new Proofs(place, unit, view, () => this.state);
    this.talk = talkOf(place, unit, view);
    const { council, person, role, agency } = place.caller;
    this.draft = new FindingsDraft({
      at: { ...place.at, unit },
      me: person,
      owner: `${council}:${person}`,
      finder: role === "clerk" ? "office" : role === "agency" ? "agency" : "cluster",
      agency,
      table: scheme.table,
      notAssigned: notAssignedTo(place.cluster, unit),
      sheet: view.sheet,
      device,
      call: call.scoring,
      typed: (number) => language.format.typed(number),
    });
  }

  static async read(place: Place, unit: string, known?: Pick<Read, "scheme" | "states">): Promise<Appraisal> {
    const [{ scheme, states }, view] = await Promise.all([
      known ?? readAround(place),
      call.scoring.readSheet({ ...place.at, unit }),
    ]);
    const appraisal = new Appraisal({ place, unit, scheme, view, states });
    await appraisal.talk.restore();
    if (appraisal.mayFind) {
      await appraisal.draft.outbox.restore();
      appraisal.draft.open = appraisal.draft.after(undefined);
    }
    return appraisal;
  }

  /** Why not, or undefined. */
  get refusal() {
    if (this.state === "final") return refuse("phase/not-now", { phase: "review" });
    if (this.state === "returned") return refuse("sheet/not-submitted", { unit: this.unit });
    return this.place.refusalFor("sheet/find", this.unit);
  }

  get mayFind(): boolean {
    return this.refusal === undefined;
  }

  get maySay(): boolean {
    return this.place.may("sheet/comment", this.unit);
  }

  /** The others: nobody is offered the sheet of their own unit. */
  get others(): string[] {
    return this.place.cluster.members.filter((unit) => unit !== this.place.ownUnit);
  }

  get mayReturn(): boolean {
    return (
      this.state !== "blank" &&
      this.state !== "filling" &&
      this.state !== "returned" &&
      this.place.may("sheet/return", this.unit)
    );
  }

  get mayFinish(): boolean {
    return this.state !== "final" && this.state !== "returned" && this.place.may("sheet/finish", this.unit);
  }

  get parts(): { code: string; title: string; lines: Line[] }[] {
    const { groups } = this.scheme.table;
    const { lines } = this.draft;
    const own = groups.map(({ code, title = "" }) => ({
      code,
      title,
      lines: lines.filter((line) => line.kind === "criterion" && line.group === code),
    }));
    return [...own, { code: "+", title: "", lines: lines.filter(({ kind }) => kind !== "criterion") }].filter(
      ({ lines }) => lines.length > 0,
    );
  }

  async giveBack(reason: string) {
    await this.draft.outbox.flush();
    const { state } = await call.scoring.returnSheet({ ...this.place.at, unit: this.unit, body: { reason } });
    this.state = state;
  }

  async finish() {
    await this.draft.outbox.flush();
    const { state } = await call.scoring.finishSheet({ ...this.place.at, unit: this.unit });
    this.state = state;
  }
}

/** The table of criteria, and where everybody's sheet stands. */
async function readAround({ at, cluster, year }: Place): Promise<Pick<Read, "scheme" | "states">> {
  const { scheme: chosen } = cluster;
  if (!chosen) throw refuse("scheme/not-published");
  const [scheme, board] = await Promise.all([
    call.scoring.readScheme({ ...chosen, year: chosen.year ?? year.year }),
    call.scoring.readBoard(at),
  ]);
  return { scheme, states: new Map(board.units.map(({ unit, state }) => [unit, state])) };
}
