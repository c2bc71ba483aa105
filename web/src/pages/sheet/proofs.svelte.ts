import { pieceOn, type Verdict } from "#domain/evidence.ts";
import type { File } from "#domain/file.ts";
import { Asking } from "../../asking.svelte.ts";
import { call } from "../../call.ts";
import type { Place } from "../../office.svelte.ts";
import { alone, keptFiles } from "./kept-files.ts";
import { newId } from "./new-id.ts";
import { madeSmaller } from "./picture.ts";
import { posted } from "./posting.ts";
import type { SheetView } from "./sheet-draft.svelte.ts";
import { Uploads } from "./uploads.svelte.ts";

/** Addresses of files hold for five minutes; older ones are asked for anew. */
const freshFor = 200_000;

/** Files behind a sheet's lines and what appraisers say of each piece, before whoever looks at the sheet. */
export class Proofs {
  files = $state.raw<readonly File[]>([]);
  verdicts = $state.raw<Readonly<Record<string, Verdict>>>({});
  links = $state.raw<Readonly<Record<string, string>>>({});
  /** What went wrong the last time a piece was removed or judged. */
  readonly asking = new Asking<void>();
  readonly uploads: Uploads;
  readonly #place: Place;
  readonly #unit: string;
  readonly #state: () => string;
  #asked = 0;

  constructor(place: Place, unit: string, view: SheetView, state: () => string) {
    this.#place = place;
    this.#unit = unit;
    this.#state = state;
    this.files = view.files;
    this.verdicts = view.verdicts;
    const { council, person } = place.caller;
    const at = { ...place.at, unit };
    this.uploads = new Uploads({
      at,
      owner: [council, person, at.year, at.cluster, unit].join(" "),
      call: call.scoring,
      kept: keptFiles,
      alone,
      post: posted,
      makeSmaller: madeSmaller,
      newId,
      arrived: (file) => {
        this.files = [...this.files.filter((each) => each.file !== file.file), file];
        void this.refresh(true);
      },
    });
  }

  on = (line: string): File[] => this.files.filter((file) => file.line === line);
  verdictOn = (line: string, piece: string): Verdict | undefined => this.verdicts[pieceOn(line, piece)];
  hasReturned = (line: string): boolean =>
    Object.entries(this.verdicts).some(
      ([piece, { outcome }]) => outcome === "returned" && piece.startsWith(`${line} `),
    );

  /** In review the unit may put a better piece where one was returned. */
  mayAnswer(line: string): boolean {
    const isOwn = this.#place.ownUnit === this.#unit;
    const isOpen = this.#place.phase() === "review" && this.#state() !== "final";
    return isOwn && isOpen && this.hasReturned(line) && this.#place.may("sheet/fill", this.#unit);
  }

  get mayJudge(): boolean {
    const state = this.#state();
    return (state === "submitted" || state === "review") && this.#place.may("evidence/judge", this.#unit);
  }

  /** Addresses that show the files, as long as they hold. */
  async refresh(isChanged = false) {
    if (this.files.length === 0 || (!isChanged && Date.now() - this.#asked < freshFor)) return;
    this.#asked = Date.now();
    const asking = new Asking<Record<string, string>>();
    await asking.ask(() => call.scoring.readFiles(this.#at));
    if (asking.answer) this.links = asking.answer;
    else this.#asked = 0;
  }

  remove(file: string) {
    return this.asking.ask(async () => {
      await call.scoring.removeFile({ ...this.#at, file });
      this.files = this.files.filter((each) => each.file !== file);
    });
  }

  judge(line: string, piece: string, reason: string | undefined) {
    const said =
      reason === undefined ? { outcome: "accepted" as const } : { outcome: "returned" as const, reason };
    return this.asking.ask(async () => {
      const { verdicts } = await call.scoring.judgeEvidence({ ...this.#at, body: { line, piece, ...said } });
      this.verdicts = verdicts;
    });
  }

  get #at() {
    return { ...this.#place.at, unit: this.#unit };
  }
}
