import type { Left } from "../left.ts";

const units = { days: "วัน", hours: "ชั่วโมง", minutes: "นาที" };

export const leftIn = (left: NonNullable<Left>): string => `${left.count} ${units[left.unit]}`;
