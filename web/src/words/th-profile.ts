import type { profile as vietnamese } from "./vi-profile.ts";

export const profile: typeof vietnamese = {
  sentence: (years, best, awards) =>
    years === 0
      ? "หน่วยงานยังไม่อยู่ในกลุ่มใด"
      : [
          `เข้าร่วม ${years} ปีการแข่งขัน`,
          ...(best === undefined ? [] : [`สูงสุดอันดับ ${best}`]),
          awards === 0 ? "ยังไม่เคยได้รับการเชิดชูเกียรติ" : `ได้รับการเชิดชูเกียรติ ${awards} ครั้ง`,
        ].join(" "),
  kind: "ประวัติหน่วยงาน",
  unknown: "ไม่พบหน่วยงานนี้",
  years: "ตลอดปีต่าง ๆ",
  year: "ปี",
  cluster: "กลุ่ม กลุ่มภารกิจ",
  office: "หน้าที่",
  rank: "อันดับ",
  rankOf: (rank, of) => `${rank} จาก ${of}`,
  total: "คะแนนรวม",
  rate: "อัตราคะแนน",
  hidden: "ยังไม่ประกาศ",
  chart: (points) => `อัตราคะแนนตามปี: ${points}`,
  chartHow: "อัตราจากคะแนนที่มอบหมาย เพราะกรอบคะแนนแต่ละปีต่างกัน",
  head: () => "หัวหน้ากลุ่ม",
  deputy: () => "รองหัวหน้ากลุ่ม",
  member: "สมาชิก",
  as: (name) => `เมื่อยังเป็น ${name}`,
  awards: "การเชิดชูเกียรติ",
  noAwards: "ทะเบียนยังไม่มีคำสั่งให้หน่วยงานหรือคนของหน่วยงาน",
  revoked: (number, date) => `เพิกถอนแล้วตามคำสั่งเลขที่ ${number} วันที่ ${date}`,
  restored: (number, date) => `คืนรางวัลแล้วตามคำสั่งเลขที่ ${number} วันที่ ${date}`,
  because: (reason) => `เหตุผล: ${reason}`,
  names: "ชื่อตลอดปีต่าง ๆ",
  since: (year) => `ตั้งแต่ปี ${year}`,
  into: (name, year) => `รวมเข้า ${name} ตั้งแต่ปี ${year}`,
  from: (names) => `สืบต่อ ${names}`,
  toRegister: "ทะเบียนการเชิดชูเกียรติของทั้งสภา",
  toProfile: (name) => `ประวัติ ${name} ตลอดปีต่าง ๆ`,
};
