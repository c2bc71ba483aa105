import type { movements as vietnamese } from "./vi-movements.ts";

export const movements: typeof vietnamese = {
  title: (year) => `ຂະບວນການປີ ${year}`,
  up: "ເພີ່ມຂຶ້ນ",
  down: "ຫຼຸດລົງ",
  moreThan: "ຫຼາຍກວ່າ",
  since: (year) => `ທຽບປີ ${year}`,
  noChange: "ຍັງບໍ່ມີຕົວເລກປີກ່ອນຄົບເພື່ອທຽບ.",
  noContribution: "ຍັງບໍ່ມີຜົນທີ່ບັນທຶກ.",
  none: "ປີນີ້ຍັງບໍ່ມີຂະບວນການ.",
  noneHow: "ຫົວໜ້າກຸ່ມ ຫຼື ອົງການປະຈຳການສະພາປຸກລະດົມ; ຫົວໜ່ວຍຕ່າງໆບັນທຶກຜົນ.",
};
