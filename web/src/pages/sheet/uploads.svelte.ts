import type { api } from "#api";
import { expectSound, type File, type FileType, looked, mostBytes } from "#domain/file.ts";
import { refuse } from "#domain/refuse.ts";
import type { Client } from "#lib/client.ts";
import { Refusal } from "#lib/refusal.ts";
import { isPassing } from "../../ask.ts";
import { refusalFrom } from "../../asking.svelte.ts";
import type { KeptFile, KeptFiles } from "./kept-files.ts";
import type { Form } from "./posting.ts";

type Calls = Pick<Client<typeof api>["scoring"], "askUpload" | "addFile">;
type Given = {
  at: { year: number; cluster: string; unit: string };
  owner: string;
  call: Calls;
  kept: KeptFiles;
  post: (
    form: Form,
    file: Blob,
    how: { progress: (sent: number) => void; signal: AbortSignal },
  ) => Promise<void>;
  /** Runs it unless another window does; tells whether it ran. */
  alone: (id: string, work: () => Promise<void>) => Promise<boolean>;
  makeSmaller: (file: Blob) => Promise<Blob | undefined>;
  newId: () => string;
  /** It is evidence now. */
  arrived: (file: File) => void;
};

const atOnce = 2;
const again = { first: 2_000, most: 30_000 };

/** One file on its way, as it is shown. */
export class Upload {
  readonly id: string;
  readonly line: string;
  readonly name: string;
  state = $state<"making" | "waiting" | "sending" | "checking" | "offline" | "refused">("making");
  /** From nothing to all of it. */
  sent = $state(0);
  refusal = $state.raw<Refusal>();
  /** Whether this device keeps it, should the page be closed. */
  isKept = $state(true);
  kept: KeptFile | undefined;
  readonly stopping = new AbortController();

  constructor(id: string, line: string, name: string) {
    this.id = id;
    this.line = line;
    this.name = name;
  }
}

/** Files on their way behind a sheet's lines: made smaller, kept on this device, sent two at a time, and again until they are there. */
export class Uploads {
  all = $state.raw<readonly Upload[]>([]);
  readonly #given: Given;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wait = again.first;

  constructor(given: Given) {
    this.#given = given;
  }

  on = (line: string): Upload[] => this.all.filter((upload) => upload.line === line);
  readonly isFull = $derived.by(() => this.all.some(({ isKept }) => !isKept));

  /** Takes up what an earlier visit left. */
  async restore() {
    for (const kept of await this.#given.kept.left(this.#given.owner)) {
      if (this.all.some(({ id }) => id === kept.id)) continue;
      const upload = new Upload(kept.id, kept.line, kept.title ?? "");
      upload.kept = kept;
      upload.state = "waiting";
      this.all = [...this.all, upload];
    }
    this.resend();
  }

  async add(line: string, files: readonly globalThis.File[]) {
    const chosen = files.map((file) => ({ file, upload: this.#begin(line, file) }));
    // One after the other: a large photograph takes fifty megabytes while it is made smaller.
    for (const { file, upload } of chosen) {
      await this.#make(upload, file);
      this.resend();
    }
  }

  /** Before a sheet is handed in: what is still on its way would come too late. */
  expectDone() {
    if (this.all.length > 0) throw refuse("evidence/on-its-way");
  }

  /** Stops it and forgets it, wherever it is. */
  async cancel(upload: Upload) {
    upload.stopping.abort(new Refusal(0, "network/lost"));
    await this.#drop(upload);
  }

  /** Tries what waits, as when the network is back. */
  resend = () => {
    clearTimeout(this.#timer);
    for (const upload of this.all) if (upload.state === "offline") upload.state = "waiting";
    this.#pump();
  };

  tryAgain(upload: Upload) {
    upload.refusal = undefined;
    upload.state = "waiting";
    this.#pump();
  }

  stop = () => clearTimeout(this.#timer);

  #begin(line: string, file: globalThis.File): Upload {
    const upload = new Upload(this.#given.newId(), line, isDocument(file) ? nameOf(file.name) : "");
    this.all = [...this.all, upload];
    return upload;
  }

  async #make(upload: Upload, file: globalThis.File) {
    const { id, line, name } = upload;
    try {
      const type: FileType = isDocument(file) ? "application/pdf" : "image/jpeg";
      const blob = isDocument(file) ? file : await this.#given.makeSmaller(file);
      if (!blob) throw refuse("evidence/not-that-kind", { type });
      // The server looks again; whoever chose the wrong file learns it before ten megabytes have gone.
      expectSound(await endsOf(blob), type);
      upload.kept = { id, line, type, blob, ...(name && { title: name }) };
      upload.isKept = await this.#given.kept.keep(this.#given.owner, upload.kept);
      if (upload.stopping.signal.aborted) await this.#drop(upload);
      upload.state = "waiting";
    } catch (error) {
      upload.refusal = refusalFrom(error);
      upload.state = "refused";
    }
  }

  #pump() {
    const busy = this.all.filter(({ state }) => state === "sending" || state === "checking").length;
    const next = this.all.filter(({ state }) => state === "waiting").slice(0, Math.max(0, atOnce - busy));
    for (const upload of next) void this.#send(upload);
  }

  async #send(upload: Upload) {
    upload.state = "sending";
    if (!(await this.#given.alone(upload.id, () => this.#sendAlone(upload)))) {
      upload.state = "offline";
      this.#later();
    }
    this.#pump();
  }

  async #sendAlone(upload: Upload) {
    const { kept } = upload;
    if (!kept) return;
    try {
      const { owner } = this.#given;
      if (upload.isKept && !(await this.#given.kept.has(owner, upload.id))) return await this.#drop(upload);
      const file = await this.#arrive(upload, kept);
      this.#wait = again.first;
      await this.#drop(upload);
      this.#given.arrived(file);
    } catch (error) {
      if (upload.stopping.signal.aborted) return;
      upload.sent = 0;
      if (isPassing(error)) {
        upload.state = "offline";
        this.#later();
      } else {
        upload.refusal = refusalFrom(error);
        upload.state = "refused";
      }
    }
  }

  /** An answer may have been lost behind the bytes: whoever has sent them asks first whether they are there. */
  async #arrive(upload: Upload, kept: KeptFile): Promise<File> {
    const { at, call } = this.#given;
    const { line, type, title } = kept;
    const tell = (file: string) => {
      upload.state = "checking";
      return call.addFile({ ...at, file, body: { line, type, ...(title && { title }) } });
    };
    if (kept.file !== undefined) {
      try {
        return await tell(kept.file);
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== "evidence/not-arrived") throw error;
      }
    }
    upload.state = "sending";
    const { file, ...form } = await call.askUpload({ ...at, body: { line, type, size: kept.blob.size } });
    const progress = (sent: number) => {
      upload.sent = sent;
    };
    await this.#given.post(form, kept.blob, { progress, signal: upload.stopping.signal });
    kept.file = file;
    await this.#given.kept.keep(this.#given.owner, kept);
    return tell(file);
  }

  async #drop(upload: Upload) {
    this.all = this.all.filter((each) => each !== upload);
    await this.#given.kept.forget(this.#given.owner, upload.id);
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.resend, this.#wait);
    this.#wait = Math.min(this.#wait * 2, again.most);
  }
}

const isDocument = ({ type }: Blob) => type === "application/pdf";

/** A document is called as its file is, without its ending and without what no name may hold. */
const nameOf = (name: string) =>
  name
    .replace(/\.pdf$/i, "")
    .replace(/[\\/\p{C}]/gu, " ")
    .trim()
    .slice(0, 120);

async function endsOf(blob: Blob) {
  if (blob.size > mostBytes) throw refuse("evidence/too-large", { most: mostBytes });
  const bytes = async (part: Blob) => new Uint8Array(await part.arrayBuffer());
  return {
    first: await bytes(blob.slice(0, looked)),
    last: await bytes(blob.slice(Math.max(0, blob.size - looked))),
    size: blob.size,
  };
}
