/** A rule said no: the caller is told the code and what it is about. Anything else thrown is a bug: the caller is told nothing. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly code: string;
  readonly about: Record<string, unknown>;

  constructor(status: number, code: string, about: Record<string, unknown> = {}) {
    super(code);
    this.status = status;
    this.code = code;
    this.about = about;
  }
}
