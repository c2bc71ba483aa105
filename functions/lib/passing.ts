/**
 * `thu-k7m2q9xwab-20261128`: a root whose name says the day on which it is forgotten with all that is kept under it.
 * So whoever writes there, and whoever asks, knows it without looking anything up.
 */
const passing = /^thu-[a-z0-9]{10}-(\d{4})(\d{2})(\d{2})$/;

/** So begins the name of every such root. */
export const passingBeginning = "thu-";

/** How many days from the one on which it is founded. */
export const passingDays = 7;

export const passingName = (random: string, day: string) =>
  `${passingBeginning}${random}-${day.replaceAll("-", "")}`;

/** When all that is kept under this root is forgotten: as that day begins in Vietnam. Undefined where it stays. */
export function passesAt(root: string): string | undefined {
  const [, year, month, day] = passing.exec(root) ?? [];
  if (day === undefined) return undefined;
  const at = Date.parse(`${year}-${month}-${day}T00:00:00.000+07:00`);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
