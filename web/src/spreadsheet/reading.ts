import { tablesIn } from "./file.ts";
import type { Asked } from "./reader.ts";
import { Unreadable } from "./table.ts";

/** Reads one file beside the page, so that the page goes on answering. */
addEventListener("message", async ({ data }: MessageEvent<Asked>) => {
  try {
    postMessage({ tables: await tablesIn(data.bytes, data.mostRows) });
  } catch (error) {
    postMessage({ fault: error instanceof Unreadable ? error.fault : "damaged" });
  }
});
