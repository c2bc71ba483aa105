import { isRehearsed } from "#domain/ceremony.ts";
import type { Seen } from "./hall.svelte.ts";
import type { Room } from "./rooms.ts";

export type Item = {
  what: "agenda" | "rules" | "roll" | "tickets" | "keys" | "rehearsal" | "tried";
  isDone: boolean;
  count: number;
  all: number;
  /** Where it is mended. */
  room: Room;
  poll?: string;
};

/** What a conference needs before its day, in the order it is done. It advises: the server decides what may open. */
export function readinessOf(seen: Pick<Seen, "conference" | "held" | "delegates" | "ceremony">): Item[] {
  const { conference, held, delegates, ceremony } = seen;
  const secret = held.some(({ poll }) => poll.rule?.secret ?? true);
  const ruled = held.filter(({ poll }) => poll.rule);
  const unruled = held.find(({ poll }) => !poll.rule)?.poll.poll;
  const having = (is: (one: (typeof delegates)[number]) => boolean) => delegates.filter(is).length;
  const item = (
    what: Item["what"],
    room: Room,
    count: number,
    all: number,
    isDone = all > 0 && count >= all,
  ): Item => ({
    what,
    room,
    count,
    all,
    isDone,
  });
  return [
    item("agenda", "plan", conference.agenda.length, held.length, conference.agenda.length > 0),
    { ...item("rules", "plan", ruled.length, held.length), ...(unruled && { poll: unruled }) },
    item("roll", "roll", delegates.length, 0, delegates.length > 0),
    item(
      "tickets",
      "tickets",
      having(({ ticket }) => ticket),
      delegates.length,
    ),
    ...(secret
      ? [
          item("keys", "keys", ceremony ? 1 : 0, 1),
          item(
            "rehearsal",
            "keys",
            ceremony?.rehearsed.length ?? 0,
            3,
            ceremony !== undefined && isRehearsed(ceremony),
          ),
          item(
            "tried",
            "conference",
            having(({ tried }) => tried),
            delegates.length,
          ),
        ]
      : []),
  ];
}
