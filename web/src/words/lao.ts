import type { Left } from "../left.ts";

const units = { days: "ມື້", hours: "ຊົ່ວໂມງ", minutes: "ນາທີ" };

export const leftIn = (left: NonNullable<Left>): string => `${left.count} ${units[left.unit]}`;
