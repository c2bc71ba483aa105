import type { Left } from "../left.ts";

const numerals = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** Small numbers in words, as they are said in a sentence. */
export const counted = (count: number): string => numerals[count] ?? String(count);

export const plural = (count: number, one: string, many = `${one}s`) =>
  `${counted(count)} ${count === 1 ? one : many}`;

export const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

export const leftIn = ({ unit, count }: NonNullable<Left>): string =>
  `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;

export const kindOf = (kind: string) => (kind === "khối" ? "bloc" : "cluster");
