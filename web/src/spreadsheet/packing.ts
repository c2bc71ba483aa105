import { packed } from "./zip.ts";

/** Stands where what writes workbooks would pack them (`web/excel-packing.ts`). */
export default (files: Readonly<Record<string, Uint8Array>>): Promise<ArrayBuffer> =>
  packed(new Map(Object.entries(files)));
