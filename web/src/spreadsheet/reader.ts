import { tableInPage } from "./page.ts";
import { type FileFault, type Table, Unreadable } from "./table.ts";

/** A table of twenty thousand rows has two or three megabytes. */
const mostBytes = 10_000_000;
/** A page of the web is read where it is shown: a larger one would hold everything up. */
const mostOfPage = 1_000_000;
/** As long as anybody waits for a file to be read. */
const patience = 30_000;

export type Asked = { bytes: Uint8Array<ArrayBuffer>; mostRows: number };
type Answer = { tables: Table[] } | { fault: FileFault };

/** The tables of a file, each up to so many rows, or `Unreadable`; nothing of it leaves the device. */
export async function readTables(file: File, mostRows: number): Promise<Table[]> {
  // By its size, before any of it is read.
  if (file.size > mostBytes) throw new Unreadable("too-big");
  const bytes = new Uint8Array(await file.arrayBuffer());
  // What many programs call .xls is a page of the web.
  const beginning = new TextDecoder().decode(bytes.subarray(0, 2_000));
  if (/<(html|table|!doctype)[\s>]/i.test(beginning) && !beginning.includes("office:spreadsheet"))
    return [pageIn(bytes)];
  const answer = await beside({ bytes, mostRows });
  if ("fault" in answer) throw new Unreadable(answer.fault);
  return answer.tables;
}

function pageIn(bytes: Uint8Array): Table {
  if (bytes.length > mostOfPage) throw new Unreadable("web-page");
  const table = tableInPage(new TextDecoder().decode(bytes));
  if (!table) throw new Unreadable("no-table");
  return table;
}

function beside(asked: Asked): Promise<Answer> {
  const worker = new Worker(new URL("./reading.ts", import.meta.url), { type: "module" });
  return new Promise<Answer>((resolve) => {
    setTimeout(() => resolve({ fault: "too-slow" }), patience);
    worker.addEventListener("message", ({ data }) => resolve(data));
    worker.addEventListener("error", () => resolve({ fault: "damaged" }));
    worker.postMessage(asked, [asked.bytes.buffer]);
  }).finally(() => worker.terminate());
}
