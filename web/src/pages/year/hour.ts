/** A field for day and hour writes Vietnam's time without saying so: `2026-12-20T17:00`. */
const offset = 7 * 60 * 60_000;

export const fieldFrom = (instant: string): string =>
  new Date(Date.parse(instant) + offset).toISOString().slice(0, "2026-12-20T17:00".length);

/** The instant a field means, or nothing where it is not filled in. */
export function instantFrom(field: string): string | undefined {
  const at = Date.parse(`${field}:00+07:00`);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
