import type { Column, Kind } from "#domain/heading.ts";
import type { Fault, FaultCode } from "#domain/roster-line.ts";
import type { importing as vietnamese } from "./vi-importing.ts";

const number = new Intl.NumberFormat("en-GB").format;
const things: Record<Kind, string> = { units: "หน่วยงาน", people: "คน" };

const columns: Record<Kind, Record<Column, string>> = {
  units: { id: "รหัสหน่วยงาน", name: "ชื่อหน่วยงาน", role: "", unit: "", agency: "" },
  people: {
    id: "ชื่อผู้ใช้",
    name: "ชื่อและนามสกุล",
    role: "บทบาท",
    unit: "หน่วยงาน",
    agency: "หน่วยงานเฉพาะด้าน",
  },
};

const faults: Record<FaultCode, (fault: Fault) => string> = {
  "column-missing": () => "ขาดคอลัมน์นี้",
  missing: () => "ช่องนี้ว่าง",
  "bad-code": () => "มีเพียงตัวเล็กไม่มีวรรณยุกต์ ตัวเลข และขีด",
  duplicate: ({ first }) => `ซ้ำกับบรรทัด ${first ?? ""}`,
  taken: () => "รหัสนี้เป็นของชื่ออื่นในสภาแล้ว",
  "unknown-unit": () => "ยังไม่มีหน่วยงานชื่อนี้",
  "unknown-role": () => "ไม่รู้บทบาทนี้",
  "not-composed": () => "เครื่องหมายแยกจากตัวอักษร จะค้นหาไม่พบ",
  "stray-spaces": () => "มีช่องว่างหรือการขึ้นบรรทัดเกิน",
  "hidden-characters": () => "มีอักขระซ่อนหรือรูปสัญลักษณ์",
  "too-long": () => "ยาวกว่า 200 ตัว",
  "too-many-rows": () => "มากกว่า 20,000 บรรทัด",
};

export const importing: typeof vietnamese = {
  titles: { units: "นำเข้าหน่วยงาน", people: "นำเข้าผู้ใช้" },
  kinds: { units: "หน่วยงาน", people: "ผู้ใช้" },
  ledeNone: {
    units: "เอารายชื่อหน่วยงานทั้งหมดเข้าในครั้งเดียว",
    people: "เอารายชื่อผู้ใช้ทั้งหมดเข้าในครั้งเดียว",
  },
  how: "ไฟล์อ่านในเครื่องนี้ ยังไม่ส่งสิ่งใดออกไปจนได้ดูก่อน",
  choose: "เลือกไฟล์ Excel หรือ CSV",
  drop: "หรือลากไฟล์มาวางที่นี่",
  paste: "หรือวางตารางที่คัดลอกจาก Excel, Word",
  pasteHow: "คัดลอกบรรทัดชื่อคอลัมน์ด้วย",
  template: "ดาวน์โหลดไฟล์แบบ",
  pasted: "ตารางที่วาง",
  rows: (count, sheet) => (sheet ? `${number(count)} บรรทัด ตาราง “${sheet}”` : `${number(count)} บรรทัด`),
  other: "เปลี่ยนไฟล์",
  sheet: "ไฟล์มีหลายตาราง เอาตารางใด",
  columnsTitle: "คอลัมน์ใดคืออะไร",
  columns,
  noColumn: "ไม่มี",
  made: { units: "ไม่มี ตั้งเองจากชื่อ", people: "ไม่มี ตั้งเองจากชื่อ" },
  column: (no, heading) => heading || `คอลัมน์ ${no}`,
  everyRole: "ทุกคนในไฟล์คือ",
  nameFirst: "เลือกคอลัมน์ชื่อก่อน",

  lede: (kind, good) => (good === 0 ? "ยังไม่มีบรรทัดใดนำเข้าได้" : `${number(good)} ${things[kind]}อ่านได้ทันที`),
  toSee: (count) => `${number(count)} บรรทัด`,
  left: "ยังมี",
  toSeeEnd: "ต้องดู",
  nothingWritten: "ยังไม่บันทึกสิ่งใด แก้ที่นี่ หรือนำเข้าส่วนที่ถูกก่อนแล้วแก้ภายหลัง",
  tried: "เซิร์ฟเวอร์ตรวจแล้ว ยังไม่บันทึกสิ่งใด",
  trying: "เซิร์ฟเวอร์กำลังตรวจ",
  good: "บรรทัดถูก",
  wrong: "บรรทัดผิด",
  repeats: "บรรทัดซ้ำ",
  kept: "มีแล้ว คงไว้",
  strip: (all, good, wrong, repeats) =>
    `${number(all)} บรรทัด: ถูก ${number(good)} ผิด ${number(wrong)} ซ้ำ ${number(repeats)}`,
  mendAll: (count) => `แก้ ${number(count)} ช่องที่แก้ได้ทันที`,
  dropRepeats: (count) => `เอา ${number(count)} บรรทัดที่ซ้ำกันหมดออก`,
  apart: (count) => `ให้รหัสต่างกันแก่ ${number(count)} บรรทัดที่ซ้ำ`,
  faultsTitle: "บรรทัดที่ต้องดู",
  line: "บรรทัด",
  how_: "วิธีแก้",
  empty: "ว่าง",
  faults,
  identical: (first) => `ซ้ำกับบรรทัด ${number(first)} เหมือนกันหมด`,
  put: (text) => `ใช้ “${text}”`,
  putAll: (text, count) => `ใช้ “${text}” สำหรับ ${number(count)} บรรทัด`,
  chooseRole: "เลือกบทบาท",
  dropLine: "เอาบรรทัดนี้ออก",
  more: (count) => `ดูอีก ${number(count)} บรรทัด`,
  sample: "ดูบรรทัดที่ถูก",
  sampleOf: (shown, all) =>
    all > shown ? `${number(shown)} บรรทัดแรกจาก ${number(all)} บรรทัด` : `${number(all)} บรรทัด`,
  bringIn: (count, isAll) => `นำเข้า ${number(count)} บรรทัด${isAll ? "" : "ที่ถูก"}`,
  download: (count) => `ดาวน์โหลด ${number(count)} บรรทัดเพื่อแก้`,
  downloadName: "dong-can-sua",
  downloadSheet: "ต้องแก้",
  reason: "ต้องดู",
  templateName: { units: "mau-don-vi", people: "mau-nguoi-dung" },
  example: {
    units: [
      ["so-noi-vu", "Sở Nội vụ"],
      ["so-tai-chinh", "Sở Tài chính"],
    ],
    people: [["lo-thi-mai", "Lò Thị Mai", "Cán bộ chấm điểm", "Sở Nội vụ", ""]],
  },

  written: (kind, done, of) => `บันทึกแล้ว ${number(done)} จาก ${number(of)} ${things[kind]}`,
  secondsLeft: (seconds) => `เหลือประมาณ ${number(seconds)} วินาที โปรดเปิดหน้านี้ไว้`,
  unseen: "ยังไม่มีใครเห็นจนบันทึกบรรทัดสุดท้าย หากเครือข่ายขาดก็ทำต่อได้ ไม่หาย ไม่ซ้ำ",
  goOn: "ทำต่อ",
  cameIn: (kind, count) => `นำเข้า ${number(count)} ${things[kind]}แล้ว`,
  undo: "เลิกทำ",
  undone: "เลิกทำแล้ว ไม่มีสิ่งใดของการนำเข้านี้เหลือ",
  next: { units: "ดูหน่วยงาน", people: "ออกใบให้พวกเขา" },
  unfinished: (kind, count) => `การนำเข้า ${number(count)} ${things[kind]}ยังค้าง ยังไม่มีใครเห็น`,
  giveUp: "เอาการนำเข้านั้นออก",
  meanwhile: "ข้อมูลของสภาเพิ่งเปลี่ยนจึงมีบรรทัดที่ไม่ถูกอีก ตรวจใหม่แล้ว โปรดดูบรรทัดด้านล่าง",
};
