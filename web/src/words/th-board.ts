import type { Phase } from "#domain/calendar.ts";
import type { Left } from "../left.ts";
import { leftIn } from "./thai.ts";
import type { Part, Standing, board as vietnamese } from "./vi-board.ts";

/** Who has done what: nobody, all, or how many of how many. */
const whoHas = (count: number, of: number, done: string) =>
  count === 0
    ? `ยังไม่มีหน่วยงานใด${done}`
    : count === of
      ? `ทั้ง ${of} หน่วยงาน${done}แล้ว`
      : `${count} จาก ${of} หน่วยงาน${done}แล้ว`;
const within = (left: Left, what: string): Part[] =>
  left ? [{ text: "เหลือ " }, { text: leftIn(left), strong: true }, { text: ` ${what} ` }] : [];

function sentence(board: Standing, left: Left): Part[] {
  const all = board.members.length;
  switch (board.phase) {
    case "covenant":
      return [
        ...within(left, "เพื่อลงนามข้อตกลง"),
        { text: whoHas(board.covenant.signatures.length, all, "ลงนาม") },
      ];
    case "running":
      return [...within(left, "จึงเริ่มให้คะแนนตนเอง"), { text: `ปี ${board.place.year.year} กำลังดำเนินงาน` }];
    case "scoring":
      return [...within(left, "เพื่อให้คะแนนตนเอง"), { text: whoHas(board.in.length, all, "ยื่น") }];
    case "review":
      return [
        ...within(left, "เพื่อตรวจประเมิน"),
        { text: board.announced ? "ประกาศอันดับแล้ว" : whoHas(board.final.length, all, "สรุปใบ") },
      ];
    case "voting":
      return [{ text: "กลุ่มกำลังออกเสียง " }, ...within(left, "จึงนับบัตร")];
    case "counting":
      return [...within(left, "จึงปิดปี"), { text: board.announced ? "ประกาศอันดับแล้ว" : "อันดับยังไม่ประกาศ" }];
    case "closed":
      return [{ text: `ปี ${board.place.year.year} ปิดแล้ว ข้อมูลทั้งหมดคงเดิม` }];
  }
}

const then: Record<Phase, (at: string) => string> = {
  covenant: (at) => `กำหนดลงนาม ${at} หลังจากนั้นกลุ่มเริ่มดำเนินงาน`,
  running: (at) => `ให้คะแนนตนเองตั้งแต่ ${at}`,
  scoring: (at) => `หมดกำหนด ${at} หลังเวลานี้ใบล็อกเองและกลุ่มเริ่มตรวจประเมิน`,
  review: (at) => `ตรวจประเมินถึง ${at} หลังจากนั้นกลุ่มประชุมและออกเสียง`,
  voting: (at) => `นับบัตรตั้งแต่ ${at}`,
  counting: (at) => `ปิดปีเวลา ${at} หลังเวลานี้แก้ไม่ได้อีก`,
  closed: () => "",
};

export const board: typeof vietnamese = {
  notes: "รายงานยังบันทึกว่า",
  sentence,
  whatThen: (phase, at) => then[phase](at),
  deeds: "สิ่งที่ต้องทำ",
  deed: {
    sign: () => "อ่านและลงนามข้อตกลง",
    fill: () => "ให้คะแนนใบของหน่วยงาน",
    appraise: (unit) => `ตรวจประเมิน ${unit}`,
    announce: () => "ดูและประกาศอันดับ",
    close: () => "ปิดปี",
  },
  thread: "ระยะต่าง ๆ ของปี",
  until: (day) => `ถึง ${day}`,
  from: (day) => `ตั้งแต่ ${day}`,
  progress: "ความคืบหน้าแต่ละหน่วยงาน",
  withPapers: "มีหลักฐาน",
  withoutPapers: "ไม่มีหลักฐาน",
  blank: "ยังไม่ให้คะแนน",
  bonus: "พิเศษ",
  noScheme: "กลุ่มยังไม่มีตารางเกณฑ์ เมื่อเจ้าหน้าที่ฝ่ายเลขานุการประกาศใช้จึงให้คะแนนได้",
  head: () => "หัวหน้ากลุ่ม",
  deputy: () => "รองหัวหน้ากลุ่ม",
  filled: (filled, of) => `${filled} จาก ${of} บรรทัดให้คะแนนแล้ว`,
  states: {
    blank: () => "ยังไม่เริ่ม",
    filling: (at) => (at ? `กำลังให้คะแนน ${at}` : "กำลังให้คะแนน"),
    stopped: (_at, day) => `หยุดตั้งแต่ ${day}`,
    submitted: (at) => `ยื่นแล้ว ${at}`,
    returned: (at) => `ถูกส่งคืน ${at}`,
    review: () => "กำลังตรวจประเมิน",
    final: (at) => `สรุปแล้ว ${at}`,
  },
  returned: (reason) => `เหตุผลที่ส่งคืน: ${reason}`,
  claims: "คะแนนประเมินตนเอง",
  provisional: (maximum, hasBefore) =>
    `ชั่วคราวจาก ${maximum} คะแนน ยังไม่ตรวจประเมิน${hasBefore ? " เส้นตั้งคือคะแนนรวมปีก่อน" : ""}`,
  claimed: (unit, points, before) => `${unit} ${points} คะแนน${before ? ` ปีก่อน ${before}` : ""}`,
  notIn: (units, list, of) =>
    `${units.length > 3 ? `${units.length} หน่วยงาน` : list(units)} ยังไม่ยื่น อันดับปรากฏเมื่อครบ ${of} ใบ`,
  relativeLater: "บรรทัดที่เทียบกับหน่วยงานอื่นจะบวกเมื่อจัดอันดับ",
  due: "กำหนดเวลา",
  begins: {
    covenant: "เปิดปี",
    running: "หมดกำหนดลงนามข้อตกลง",
    scoring: "เริ่มให้คะแนนตนเอง",
    review: "หมดกำหนดให้คะแนนตนเอง",
    voting: "ตรวจประเมินเสร็จ",
    counting: "นับบัตร",
    closed: "ปิดปี",
  },
  moreThan: "มากกว่า",
  sinceLast: (metric, year) => `เทียบกับปี ${year} ${metric}`,
  noContribution: "ยังไม่มีผลที่บันทึก",
  allMovements: (count) => (count > 1 ? `ดูทั้ง ${count} ขบวนการ` : "ดูขบวนการ"),
  covenantOf: (year) => `ข้อตกลง ${year}`,
  signed: (signed, of, targets) =>
    `${signed} จาก ${of} หน่วยงานลงนาม${targets > 0 ? ` ${targets} เป้าหมาย` : ""}`,
  unsigned: (units, list) =>
    units.length > 3 ? `ยังมี ${units.length} หน่วยงานที่ไม่ลงนาม` : `ยังไม่ลงนาม: ${list(units)}`,
  readCovenant: "ดูข้อตกลง",
  noCovenant: "ยังไม่มีข้อตกลง หัวหน้ากลุ่มหรือเจ้าหน้าที่ฝ่ายเลขานุการร่างในระยะต้นปี",
};
