import type { Left } from "../left.ts";

const numerals = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];
const units = { days: "ngày", hours: "giờ", minutes: "phút" };

/** Small numbers in words, as they are said in a sentence. */
export const counted = (count: number): string => numerals[count] ?? String(count);

export const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

export const leftIn = (left: NonNullable<Left>): string => `${left.count} ${units[left.unit]}`;
