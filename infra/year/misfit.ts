import type * as z from "zod/mini";

/** A file that does not fit: where, and why. */
export class Misfit extends Error {
  override readonly name = "Misfit";
  constructor(place: string, reason: string) {
    super(`${place || "file"}: ${reason}`);
  }
}

/** The first issue, at its place; inside a union the deepest says most, since the union's own says nothing. */
export function misfitOf([issue]: readonly z.core.$ZodIssue[], told: unknown): Misfit {
  if (!issue) return new Misfit("file", "does not fit");
  const place = placeOf(issue.path, told);
  if (issue.code === "unrecognized_keys")
    return new Misfit([place, issue.keys[0]].filter(Boolean).join("."), "unknown field");
  if (issue.code === "invalid_union") {
    const inner = issue.errors.toSorted(
      (a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0),
    )[0]?.[0];
    const isDeeper = inner !== undefined && (inner.path.length > 0 || inner.code === "unrecognized_keys");
    if (isDeeper)
      return misfitOf([{ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue], told);
  }
  return new Misfit(place, issue.message);
}

/** A poll is known by its id, not by its number in the list. */
function placeOf(path: readonly PropertyKey[], told: unknown): string {
  const [first, second, ...rest] = path.map(String);
  const polls = (told as { polls?: { id?: unknown }[] } | undefined)?.polls;
  const id = first === "polls" && Array.isArray(polls) ? polls[Number(second)]?.id : undefined;
  return [first, typeof id === "string" ? id : second, ...rest]
    .filter((part) => part !== undefined)
    .join(".");
}

/** A rule's refusal, said as a place in the file. */
export function at(place: string, rule: () => unknown) {
  try {
    rule();
  } catch (error) {
    throw misfitFrom(place, error);
  }
}

/** What the rules or the server refuse while the file is told, as a place in it; anything else is ours to mend. */
export function misfitFrom(place: string, error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== "Refusal") return error;
  const { code, about } = error as Error & { code: string; about: Record<string, unknown> };
  const { line, ...rest } = about;
  const where = line === undefined ? place : `${place}.${line}`;
  const more = Object.entries(rest).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return new Misfit(where, [code, ...more].join(", "));
}
