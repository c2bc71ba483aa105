import * as z from "zod/mini";
import { Instant, Slug } from "./text.ts";
import { YearNo } from "./year-no.ts";

/** A council exists, and with whom it began. Nothing else of it is known outside it. */
export const KnownCouncil = z.object({ council: Slug, clerk: Slug });

/** A year is to be closed from this instant on. It may have moved since: the year itself is asked again. */
export const Due = z.object({ at: Instant, council: Slug, year: YearNo });
export type Due = z.output<typeof Due>;

/** A conference is under way: whoever would deploy waits. */
export const OpenHall = z.object({ council: Slug, conference: Slug });
