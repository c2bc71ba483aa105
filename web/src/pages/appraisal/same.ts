import type { Input } from "#domain/points.ts";

/** Whether two inputs say the same, part by part. */
export function isSameInput(a: Input, b: Input): boolean {
  if (typeof a !== "object" || typeof b !== "object") return a === b;
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(x), ...Object.keys(y)])].every((key) => x[key] === y[key]);
}
