import { tablesIn } from "./file.ts";
import { Unreadable } from "./table.ts";

/** Reads one file beside the page, so that the page goes on answering. */
addEventListener("message", async ({ data }: MessageEvent<Uint8Array>) => {
  try {
    postMessage({ tables: await tablesIn(data) });
  } catch (error) {
    postMessage({ fault: error instanceof Unreadable ? error.fault : "damaged" });
  }
});
