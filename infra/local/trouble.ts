/** What keeps this machine from starting or going on, in one sentence that says what to do. */
export class Trouble extends Error {
  override readonly name = "Trouble";

  constructor(vietnamese: string, english: string, cause?: unknown) {
    super(`${vietnamese} · ${english}`, { cause });
  }
}
