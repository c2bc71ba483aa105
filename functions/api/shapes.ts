import * as z from "zod/mini";

/** Nothing more to say than that it was done. */
export const Done = z.object({});

/** Where a sheet stands. */
export const State = z.enum(["blank", "filling", "submitted", "returned", "review", "final"]);
