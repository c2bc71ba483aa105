import * as z from "zod/mini";

/** The number a year is known by, also where it begins in September or closes in the March after. */
export const YearNo = z.int().check(z.gte(2000), z.lte(2999));
export type YearNo = z.output<typeof YearNo>;
