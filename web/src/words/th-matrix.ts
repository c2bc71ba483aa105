import type { crossCheck as crossCheckVi, matrix as matrixVi } from "./vi-matrix.ts";

const groupOf = (kind: string) => (kind === "khối" ? "กลุ่มภารกิจ" : "กลุ่ม");

export const matrix: typeof matrixVi = {
  title: (year) => `ตารางเทียบคะแนนปี ${year}`,
  tabs: "ตรวจประเมินและจัดอันดับ",
  tab: "เทียบคะแนน",
  sentence: (differing, unfound) => {
    if (differing === 0 && unfound === 0) return "ทุกบรรทัดตรวจประเมินแล้วและตรงกับคะแนนประเมินตนเอง";
    if (differing === 0) return `ยังไม่มีบรรทัดใดต่างจากคะแนนประเมินตนเอง เหลือ ${unfound} จุดรอตรวจประเมิน`;
    return unfound === 0
      ? `${differing} จุดต่างจากคะแนนประเมินตนเอง ไม่มีจุดใดรอตรวจประเมิน`
      : `${differing} จุดต่างจากคะแนนประเมินตนเอง เหลือ ${unfound} จุดรอตรวจประเมิน`;
  },
  criterion: "เกณฑ์",
  most: (points) => `สูงสุด ${points}`,
  each: (points) => `หัก ${points} แต่ละครั้ง`,
  filters: "กรองบรรทัด",
  show: "แสดง",
  all: "ทุกบรรทัด",
  differing: (count) => `ต่างจากประเมินตนเอง (${count})`,
  unfound: (count) => `รอตรวจประเมิน (${count})`,
  section: "ส่วน",
  allSections: "ทั้งตาราง",
  rest: "พิเศษ หัก",
  rows: (shown, of) => `${shown} จาก ${of} บรรทัด`,
  nothing: "ไม่มีบรรทัดเช่นนั้น",
  nothingHow: "โปรดเลือก ทุกบรรทัด เพื่อดูทั้งตารางอีกครั้ง",
  foundLong: (count, of) => `ตรวจประเมินแล้ว ${count} จาก ${of} บรรทัด`,
  ownUnit: "หน่วยงานของท่าน",
  kinds: {
    blank: "เว้นว่าง",
    claimed: "ให้คะแนนตนเองแล้ว รอตรวจประเมิน",
    same: "ตรวจประเมินแล้วตรงกับประเมินตนเอง",
    less: "ตรวจประเมินแล้วต่ำกว่าประเมินตนเอง",
    more: "ตรวจประเมินแล้วสูงกว่าประเมินตนเอง",
    apart: "ตรวจประเมินแล้วต่างกัน คะแนนเท่ากัน",
    found: "ตรวจประเมินแล้ว หน่วยงานไม่ได้ให้คะแนนตนเอง",
    unassigned: "ไม่ได้มอบหมาย",
  },
  cell: (kind, by, papers) =>
    [kind, by, papers > 0 ? `หลักฐาน ${papers} รายการ` : ""].filter(Boolean).join(" "),
  papers: (count) => `หลักฐาน ${count} รายการ`,
  explained: "มีคำชี้แจง",
  open: (unit, code) => `${unit} บรรทัด ${code}`,
  close: "ปิด",
  before: "บรรทัดก่อน",
  after: "บรรทัดถัดไป",
  lineOf: (at, of) => `บรรทัดที่ ${at} จาก ${of}`,
  whole: "เปิดทั้งใบ",
  notOwn: "นี่คือใบของหน่วยงานของท่าน ดูเท่านั้น หน่วยงานอื่นตรวจประเมิน",
  keys: "ปุ่มลูกศรเลื่อนระหว่างช่อง Enter เปิดช่อง Esc ปิด",
  print: "พิมพ์ A4 แนวนอน",
  printed: (part, of) => `ตาราง ${part} จาก ${of}`,
  noScheme: "กลุ่มยังไม่มีตารางเกณฑ์",
  noSchemeHow: "เจ้าหน้าที่ฝ่ายเลขานุการเลือกตารางเกณฑ์ให้กลุ่ม",
};

export const crossCheck: typeof crossCheckVi = {
  title: (year) => `ตรวจประเมินไขว้ปี ${year}`,
  tab: "ตรวจประเมินไขว้",
  sentence: (given, of) =>
    given === 0
      ? "ยังไม่ได้มอบหมายการตรวจประเมินไขว้"
      : given === of
        ? `ทั้ง ${of} หน่วยงานมีหน่วยงานตรวจประเมินแล้ว`
        : `${given} จาก ${of} หน่วยงานมีหน่วยงานตรวจประเมินแล้ว`,
  how: (kind) =>
    `หน่วยงานที่ได้รับมอบหมายตรวจประเมินแทนหัวหน้าและรองหัวหน้า${groupOf(kind)} ใบที่ยังไม่มอบให้ใคร หัวหน้าและรองหัวหน้า${groupOf(kind)}ยังเป็นผู้ตรวจประเมิน ฝ่ายเลขานุการสภาดูทุกใบอีกครั้ง`,
  unit: "ใบของ",
  appraiser: "หน่วยงานตรวจประเมิน",
  state: "ใบ",
  nobody: "ยังไม่มอบ",
  byHead: (kind) => `ยังไม่มอบ: หัวหน้า รองหัวหน้า${groupOf(kind)}`,
  choose: (unit) => `หน่วยงานตรวจประเมินใบของ ${unit}`,
  recused: (unit) => `${unit} (ถอนตัวแล้ว)`,
  states: {
    blank: "ยังไม่เริ่ม",
    filling: "กำลังให้คะแนน",
    submitted: "ยื่นแล้ว",
    returned: "ถูกส่งคืน",
    review: "กำลังตรวจประเมิน",
    final: "สรุปแล้ว",
  },
  propose: "เสนอแบบหมุนเวียน",
  proposeHow: "แต่ละหน่วยงานตรวจประเมินหน่วยงานอื่นหนึ่งแห่ง แต่ละปีไม่ซ้ำกัน เว้นคู่ที่ถอนตัวแล้ว",
  save: "บันทึกการมอบหมาย",
  unsaved: "การมอบหมายยังไม่บันทึก",
  saved: (name, at) => `${name} มอบหมาย ${at}`,
  clear: "เอาการมอบหมายทั้งหมดออก",
  toSheet: (unit) => `ตรวจประเมิน ${unit}`,
  ring: (pairs) => pairs.map(([appraiser, unit]) => `${appraiser} ตรวจประเมิน ${unit}`).join("; "),
  recusals: "การถอนตัวจากการตรวจประเมิน",
  noRecusals: "ยังไม่มีหน่วยงานถอนตัว",
  recusal: (appraiser, unit) => `${appraiser} ไม่ตรวจประเมิน ${unit}`,
  by: (name, at) => `${name} ${at}`,
  addRecusal: "บันทึกการถอนตัว",
  who: "หน่วยงานที่ถอนตัว",
  about: "ไม่ตรวจประเมิน",
  reason: "เหตุผล",
  reasonHow: "ตัวอย่าง: ผู้นำสองหน่วยงานเป็นญาติกัน ทั้งกลุ่มอ่านได้",
  add: "บันทึก",
  takeBack: (appraiser, unit) => `เอาการถอนตัวของ ${appraiser} จาก ${unit} ออก`,
  stepBack: (unit) => `ถอนตัวจากการตรวจประเมิน ${unit}`,
  stepBackTitle: (unit) => `ถอนตัวจากการตรวจประเมิน ${unit}`,
  stepBackHow: "ใบนี้กลับไปหาหัวหน้ากลุ่มจนกว่าจะมอบให้หน่วยงานอื่น เหตุผลจะถูกบันทึก",
  cancel: "ยกเลิก",
};
