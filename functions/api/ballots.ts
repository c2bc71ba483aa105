import { conferences } from "./conferences.ts";
import { hall } from "./hall.ts";
import { polls } from "./polls.ts";

export const ballots = { ...polls, ...conferences, ...hall };
