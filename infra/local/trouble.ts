/** What keeps this machine from starting or going on, in one sentence that says what to do. */
export class Trouble extends Error {
  override readonly name = "Trouble";

  constructor(vietnamese: string, english: string, cause?: unknown) {
    super(`${vietnamese} · ${english}`, { cause });
  }
}

/** What keeps us from going on is told in a sentence; anything else is a bug and shows where it is. */
export function giveUp(error: unknown): never {
  console.error(error instanceof Trouble ? error.message : error);
  process.exit(1);
}
