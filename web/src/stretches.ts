/** Shorter than anybody notices that a page does not answer, in milliseconds. */
const stretch = 16;

/** `map` for thousands of things: in stretches, between which whoever presses a key is answered. */
export async function inStretches<T, Made>(
  things: readonly T[],
  make: (thing: T, at: number) => Made,
): Promise<Made[]> {
  const made: Made[] = [];
  let until = performance.now() + stretch;
  for (const [at, thing] of things.entries()) {
    made.push(make(thing, at));
    if (performance.now() < until) continue;
    await breath();
    until = performance.now() + stretch;
  }
  return made;
}

/** Whatever waits to be answered or drawn comes first. */
export const breath = () => new Promise<void>((done) => setTimeout(done));
