import type { movements as vietnamese } from "./vi-movements.ts";

export const movements: typeof vietnamese = {
  title: (year) => `ขบวนการปี ${year}`,
  up: "เพิ่มขึ้น",
  down: "ลดลง",
  moreThan: "มากกว่า",
  since: (year) => `เทียบกับปี ${year}`,
  noChange: "ยังมีตัวเลขปีก่อนไม่ครบที่จะเทียบ",
  noContribution: "ยังไม่มีผลที่บันทึก",
  none: "ปีนี้ยังไม่มีขบวนการ",
  noneHow: "หัวหน้ากลุ่มหรือฝ่ายเลขานุการสภาประกาศเริ่มขบวนการ หน่วยงานต่าง ๆ บันทึกผล",
};
