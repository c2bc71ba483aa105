import { readTables } from "./reader.ts";
import { type FileFault, type Table, Unreadable } from "./table.ts";

/** A file somebody chose as a table: being read, or why it cannot be. */
export class ChosenFile {
  fault = $state<FileFault>();
  /** In bytes, while it is being read. */
  size = $state<number>();
  readonly #mostRows: number;

  constructor(mostRows: number) {
    this.#mostRows = mostRows;
  }

  /** Its tables, or nothing where it cannot be read. */
  async read(file: File): Promise<Table[] | undefined> {
    this.fault = undefined;
    this.size = file.size;
    try {
      return await readTables(file, this.#mostRows);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.fault = error.fault;
      return undefined;
    } finally {
      this.size = undefined;
    }
  }
}
