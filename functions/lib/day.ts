/** The day it is in Vietnam at an instant. */
export const dayAt = (instant: string) =>
  new Date(Date.parse(instant) + 7 * 60 * 60_000).toISOString().slice(0, "2026-01-01".length);
