import type { FileFault, Note } from "../spreadsheet/table.ts";
import type { spreadsheet as vietnamese } from "./vi-spreadsheet.ts";

const number = new Intl.NumberFormat("en-GB").format;

const asExcel = "เปิดไฟล์ด้วย Excel เลือกบันทึกเป็น ชนิด “Excel Workbook (.xlsx)” แล้วเลือกไฟล์นั้นอีกครั้ง";
const files: Record<FileFault, readonly [string, string]> = {
  "too-big": ["ไฟล์ใหญ่กว่า 10 MB ตารางไม่ต้องใหญ่ขนาดนั้น", "ลบรูปและตารางอื่นในไฟล์ หรือคัดลอกเฉพาะตารางที่ต้องการไปไฟล์ใหม่"],
  picture: ["ไฟล์นี้เป็นรูป ไม่ใช่ตาราง", "ขอไฟล์ Excel จากผู้ส่ง หรือพิมพ์ตารางใหม่ด้วย Excel"],
  pdf: ["ไฟล์นี้เป็น PDF ไม่ใช่ตาราง", "ขอไฟล์ Excel หรือ Word จากผู้ส่ง ตารางใน Word ให้คัดลอกแล้ววางในหน้านี้"],
  "old-excel": ["ไฟล์นี้เป็น Excel แบบเก่า (.xls)", asExcel],
  "web-page": ["ไฟล์นี้เป็นหน้าเว็บที่ใช้ชื่อ Excel ใหญ่กว่า 1 MB", asExcel],
  password: ["ไฟล์มีรหัสผ่านจึงอ่านไม่ได้", "เปิดด้วย Excel เอารหัสผ่านออก บันทึกแล้วเลือกอีกครั้ง"],
  macro: ["ไฟล์มีคำสั่ง (macro) จึงไม่รับ", asExcel],
  "binary-excel": ["ไฟล์นี้เป็น Excel แบบไบนารี (.xlsb)", asExcel],
  "other-office": ["ไฟล์นี้ไม่ใช่ตาราง Excel", "ตารางใน Word หรือโปรแกรมอื่นให้คัดลอกแล้ววางในหน้านี้"],
  damaged: ["ไฟล์เสียหรือดาวน์โหลดไม่ครบ", "ลองเปิดด้วย Excel หากเปิดได้ให้บันทึกใหม่แล้วเลือกไฟล์นั้น"],
  "too-much": ["ไฟล์เล็กแต่เปิดออกใหญ่เกินไปจึงหยุดอ่าน", "คัดลอกเฉพาะตารางที่ต้องการไปไฟล์ใหม่แล้วเลือกไฟล์นั้น"],
  empty: ["ไฟล์ไม่มีบรรทัดใด", "ตรวจว่าเป็นไฟล์ที่ถูกต้อง และได้บันทึกหลังพิมพ์แล้วหรือไม่"],
  "no-table": ["ไฟล์นี้ไม่ใช่ตาราง", "เลือกไฟล์ Excel (.xlsx) หรือ CSV หรือวางตารางในหน้านี้"],
  "old-browser": ["เบราว์เซอร์นี้ยังอ่านไฟล์ Excel ไม่ได้", "อัปเดตเบราว์เซอร์ หรือเปิดด้วย Excel แล้วคัดลอกตารางมาวางในหน้านี้"],
  "too-slow": ["อ่านไฟล์นี้เกินครึ่งนาทีจึงหยุด", "คัดลอกเฉพาะตารางที่ต้องการไปไฟล์ใหม่แล้วเลือกไฟล์นั้น"],
};

const notes: Record<Note["note"], (count: number, first: string) => string> = {
  merged: (count, first) => `${number(count)} ช่องรวมหลายบรรทัด (ช่องแรก ${first}) ทุกบรรทัดเอาข้อความของช่องรวม`,
  formulas: (count, first) => `${number(count)} ช่องเป็นสูตร (ช่องแรก ${first}) เอาผลแล้ว`,
  "no-values": (count, first) =>
    `${number(count)} ช่องเป็นสูตรที่ไม่มีผล (ช่องแรก ${first}) อ่านเป็นช่องว่าง เปิดด้วย Excel บันทึกแล้วเลือกอีกครั้ง`,
  errors: (count, first) => `${number(count)} ช่องขึ้นผิดใน Excel (ช่องแรก ${first}) อ่านเป็นช่องว่าง`,
  dates: (count, first) =>
    `${number(count)} ช่องเป็นวันที่ (ช่องแรก ${first}) Excel มักเปลี่ยนรหัสเช่น 1-2 เป็นวันที่ โปรดตรวจดู`,
};

export const spreadsheet: typeof vietnamese = {
  reading: (size) => `กำลังอ่านไฟล์ ${size} MB ในเครื่องนี้ ไฟล์ใหญ่อาจใช้เวลาครึ่งนาที หน้านี้ยังใช้งานได้`,
  files,
  notes,
  tooLong: (rows, most) => `ตารางมี ${rows} บรรทัด ที่นี่รับมากที่สุด ${most}`,
  tooLongHow: "คัดลอกเฉพาะบรรทัดที่ต้องการไปไฟล์ใหม่ หรือแบ่งตารางเป็นหลายไฟล์",
};
