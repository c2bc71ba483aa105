import type { RightName } from "#domain/caller.ts";
import type { Place } from "../../office.svelte.ts";

/** The rooms of a conference, in the order they are needed, and by which right one is at work there. */
const rooms = {
  conference: "conference/read",
  plan: "conference/prepare",
  roll: "conference/prepare",
  tickets: "conference/prepare",
  desk: "conference/receive",
  run: "conference/run",
  keys: "ceremony/hold",
} as const satisfies Record<string, RightName>;
export type Room = keyof typeof rooms;

/** Where this person has work; that it is not the hour for it yet, the room itself says. */
export const roomsFor = (place: Pick<Place, "refusalFor">): Room[] =>
  (Object.keys(rooms) as Room[]).filter(
    (room) => place.refusalFor(rooms[room])?.code !== "caller/not-allowed",
  );
