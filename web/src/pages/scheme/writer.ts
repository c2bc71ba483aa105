import { office } from "../../office.svelte.ts";
import { session } from "../../session.svelte.ts";

/** Whether whoever is signed in writes the tables of this year: the standing office, while the year is open. */
export const mayWrite = (year: number): boolean =>
  office.isClerk && office.me?.years.find((each) => each.year === year)?.state === "open";

/** Under whose name this device keeps what they write. */
export const ownerHere = () => [session.kept?.council, session.kept?.person].join(" ");
