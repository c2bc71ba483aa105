import type { search as vietnamese } from "./vi-search.ts";

export const search: typeof vietnamese = {
  open: "ค้นหา",
  title: "ค้นหาหน่วยงาน กลุ่ม ปี หน้า",
  how: "พิมพ์ชื่อมีวรรณยุกต์หรือไม่มี หรือตัวแรก: sls คือ Sở … Lạng Sơn",
  found: (count) => (count === 0 ? "ไม่พบ" : `${count} ผล`),
  none: (typed) => `ไม่มีสิ่งใดตรงกับ “${typed}”`,
  noneHow: "ลองส่วนหนึ่งของชื่อ หรือตัวแรกของคำ",
  recent: "เพิ่งเปิด",
  close: "ปิด",
  kinds: { page: "หน้า", unit: "หน่วยงาน", person: "คน", cluster: "กลุ่ม", year: "ปี" },
  inCluster: (cluster, year) => `${cluster} ปี ${year}`,
  notIn: (year) => `ไม่อยู่ในกลุ่มใดในปี ${year}`,
};
