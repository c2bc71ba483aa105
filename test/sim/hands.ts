import { codeOf } from "./network.ts";
import type { Room } from "./room.ts";

const mostTries = 80;
/** What an officer's page does on its own: asks again after no answer, a lost race, a box not yet settled, a roll being saved. */
const isPassing = (code: string) =>
  /^no answer$|changed-meanwhile$|^poll\/not-settled$|^roll\/missing$|^ballot\/ask-again$/.test(code);

/** Does a step until it is done; gives the refusal's code where it is refused for good. */
export async function until<T>(
  { house: { timeline, luck }, ledger }: Room,
  who: string,
  what: string,
  step: () => Promise<T>,
  most = mostTries,
): Promise<T | { refused: string }> {
  for (let attempt = 1; attempt <= most; attempt++) {
    try {
      const done = await step();
      ledger.say(`${who} ${what} done`);
      return done;
    } catch (error) {
      const code = codeOf(error);
      ledger.say(`${who} ${what} ${code}`);
      if (!isPassing(code)) return { refused: code };
    }
    if (most === 1) return { refused: "no answer" };
    await timeline.sleep(luck.between(200, 1_500, "tries again", who, what, attempt), `${who} ${what}`);
  }
  throw new Error(`${who} could not ${what}.`);
}

export const isRefused = (answer: unknown): answer is { refused: string } =>
  typeof answer === "object" && answer !== null && "refused" in answer;

/** A step that has to be done in the end. */
export async function sure<T>(room: Room, who: string, what: string, step: () => Promise<T>): Promise<T> {
  const done = await until(room, who, what, step);
  if (isRefused(done)) throw new Error(`${who} could not ${what}: ${done.refused}`);
  return done;
}
