/*
 * How many votes a threshold comes to. Phones say it in the rule's one sentence, so it comes without the schemas;
 * whole numbers only, as everywhere votes are compared.
 */

/** The least whole number that is more than, or at least, this share of so many. */
export function enoughOf({ moreThan, atLeast }: Share, base: number): number {
  const [over = 0, under = 1] = (moreThan ?? atLeast ?? "0/1").split("/").map(Number);
  return moreThan === undefined ? Math.ceil((base * over) / under) : Math.floor((base * over) / under) + 1;
}

type Share = { moreThan?: string | undefined; atLeast?: string | undefined };
