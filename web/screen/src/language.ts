import { type Format, formatIn } from "../../src/words/format.ts";
import { en } from "./words/en.ts";
import { lo } from "./words/lo.ts";
import { th } from "./words/th.ts";
import { vi, type Words } from "./words/vi.ts";

const languages = { vi, en, lo, th };

/** Vietnamese, unless the address says `?en`, `?lo` or `?th`: the hall reads one language, whoever set up the projector. */
const asked = new URLSearchParams(location.search);
const name = (["en", "lo", "th"] as const).find((each) => asked.has(each)) ?? "vi";
document.documentElement.lang = name;

export const say: Words = languages[name];
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
