import { tableInPage } from "./page.ts";
import { type FileFault, type Table, Unreadable } from "./table.ts";

/** A table of twenty thousand rows has two or three megabytes. */
const mostBytes = 10_000_000;
/** As long as anybody waits for a file to be read. */
const patience = 30_000;

type Answer = { tables: Table[] } | { fault: FileFault };

/** The tables of a file, or `Unreadable`; nothing of it leaves the device. */
export async function readTables(file: File): Promise<Table[]> {
  // By its size, before any of it is read.
  if (file.size > mostBytes) throw new Unreadable("too-big");
  const bytes = new Uint8Array(await file.arrayBuffer());
  // What many programs call .xls is a page of the web.
  const beginning = new TextDecoder().decode(bytes.subarray(0, 2_000));
  if (/<(html|table|!doctype)\b/i.test(beginning)) {
    const table = tableInPage(new TextDecoder().decode(bytes));
    if (!table) throw new Unreadable("no-table");
    return [table];
  }
  const answer = await beside(bytes);
  if ("fault" in answer) throw new Unreadable(answer.fault);
  return answer.tables;
}

function beside(bytes: Uint8Array<ArrayBuffer>): Promise<Answer> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  return new Promise<Answer>((resolve) => {
    setTimeout(() => resolve({ fault: "too-slow" }), patience);
    worker.addEventListener("message", ({ data }) => resolve(data));
    worker.addEventListener("error", () => resolve({ fault: "damaged" }));
    worker.postMessage(bytes, [bytes.buffer]);
  }).finally(() => worker.terminate());
}
