/** The day it is in Vietnam at an instant. */
export const dayAt = (instant: string) =>
  new Date(Date.parse(instant) + 7 * 60 * 60_000).toISOString().slice(0, "2026-01-01".length);

/** The day it will be there in so many days. */
export const dayAfter = (instant: string, days: number) =>
  dayAt(new Date(Date.parse(instant) + days * 24 * 60 * 60_000).toISOString());
