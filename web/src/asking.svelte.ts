import { Refusal } from "#lib/refusal.ts";

/** Patience before a line says what is awaited. */
const lateAfter = 1000;

/** Something asked: under way, answered, or refused. The one place where a page meets a refusal. */
export class Asking<T> {
  answer = $state.raw<T>();
  refusal = $state.raw<Refusal>();
  isBusy = $state(false);
  isLate = $state(false);

  constructor(question?: () => Promise<T>) {
    if (question) void this.ask(question);
  }

  /** Tells whether it was answered. */
  async ask(question: () => Promise<T>): Promise<boolean> {
    this.isBusy = true;
    const timer = setTimeout(() => {
      this.isLate = true;
    }, lateAfter);
    try {
      this.answer = await question();
      this.refusal = undefined;
      return true;
    } catch (error) {
      this.refusal = refusalFrom(error);
      return false;
    } finally {
      clearTimeout(timer);
      this.isBusy = false;
      this.isLate = false;
    }
  }
}

/** Why a rule says no, or undefined. */
export function refusalOf(rule: () => unknown): Refusal | undefined {
  try {
    rule();
    return undefined;
  } catch (error) {
    return refusalFrom(error);
  }
}

/** A bug of ours is told like the server's own, and shows itself to whoever looks for it. */
export function refusalFrom(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  console.error(error);
  return new Refusal(500, "server/bug");
}
