import { language } from "../language.svelte.ts";
import { help as helpEn } from "./en-help.ts";
import { help as helpVi } from "./vi-help.ts";

/** The guides come with their page. */
class Help {
  get current(): typeof helpVi {
    return language.name === "vi" ? helpVi : helpEn;
  }
}

export const helpWords = new Help();
