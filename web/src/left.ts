export type Left = { unit: "days" | "hours" | "minutes"; count: number } | undefined;

const minute = 60_000;
const sizes = [
  ["days", 24 * 60 * minute],
  ["hours", 60 * minute],
  ["minutes", minute],
] as const;

/** How long until an instant, in the largest unit of which there is at least one; nothing once it has come. */
export function leftUntil(instant: string, now: number): Left {
  const left = Date.parse(instant) - now;
  const found = sizes.find(([, size]) => left >= size);
  if (found) return { unit: found[0], count: Math.floor(left / found[1]) };
  return left > 0 ? { unit: "minutes", count: 1 } : undefined;
}
