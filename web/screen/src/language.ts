import { type Format, formatIn } from "../../src/words/format.ts";
import { en } from "./words/en.ts";
import { vi, type Words } from "./words/vi.ts";

/** Vietnamese, unless the address says `?en`: the hall reads one language, whoever set up the projector. */
const name = new URLSearchParams(location.search).has("en") ? "en" : "vi";
document.documentElement.lang = name;

export const say: Words = name === "en" ? en : vi;
export const format: Format = formatIn(name);

/** A digest as people compare it: its first 16 digits in fours. */
export const codeOf = (digest: string) => digest.slice(0, 16).toUpperCase().match(/.{4}/g)?.join(" ") ?? "";

/** Minutes and seconds, with hours where there are some: 3:20, 1:03:20. */
export function clockOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, "0"));
  const hours = Math.floor(seconds / 3600);
  const text = parts.join(":");
  return hours > 0 ? `${hours}:${text}` : text.replace(/^0(?=\d)/, "");
}
