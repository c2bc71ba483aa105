import type { Described } from "./described.ts";
import { written } from "./written.ts";

/** Writes one workbook beside the page. */
addEventListener("message", async ({ data }: MessageEvent<Described>) => {
  const file = await written(data);
  postMessage(file, { transfer: [file] });
});
