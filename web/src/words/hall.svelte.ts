import { language } from "../language.svelte.ts";
import { conferenceEn } from "./en-conference.ts";
import { type ConferenceWords, conferenceVi } from "./vi-conference.ts";

/** What the pages of a conference say. It comes with these pages: nobody else's first visit waits for it. */
class HallWords {
  get current(): ConferenceWords {
    return language.pages?.hall ?? (language.name === "vi" ? conferenceVi : conferenceEn);
  }
}

export const hallWords = new HallWords();
