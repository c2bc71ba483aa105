import { resolve } from "node:path";
import type { Plugin } from "vite";

/**
 * What writes workbooks packs them in workers made of blobs, which our policy refuses: here the browser packs them.
 * That leaves a packing library out as well.
 */
export const excelPacking = (): Plugin => ({
  name: "excel-packing",
  enforce: "pre",
  resolveId: {
    filter: { id: /\/zipToArrayBuffer\.js$/ },
    handler: (_id, importer) =>
      importer?.includes("/write-excel-file/") ? resolve("web/src/spreadsheet/packing.ts") : undefined,
  },
});
