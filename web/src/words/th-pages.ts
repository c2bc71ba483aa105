import { sentenceTh } from "./rule-th.ts";
import type { closing as closingVi, polls as pollsVi } from "./vi-pages.ts";

export const closing: typeof closingVi = {
  title: (year) => `ปิดปี ${year}`,
  sentence: ({ state, done, of }, format, closes) =>
    state === "closed"
      ? "ปีปิดและปิดผนึกแล้ว"
      : state === "closing"
        ? `กำลังปิดปี: ${done} จาก ${of} กลุ่ม`
        : `ปีปิดเวลา ${format.deadline(closes)}`,
  what: "การปิดปีเก็บใบ คะแนน อันดับ และผลการออกเสียงของแต่ละกลุ่มไว้ตามเดิม ปิดผนึกทั้งปี และตั้งกลุ่มสำหรับปีหน้า งานที่ค้างเก็บไว้ตามที่เป็นอยู่",
  readiness: "ยังมีสิ่งใดไม่เสร็จ",
  ready: "พร้อมแล้ว",
  open: {
    "not-submitted": (count) => `${count} หน่วยงานยังไม่ยื่นใบ`,
    "not-final": (count) => `${count} ใบยังไม่สรุป`,
    "not-announced": () => "ยังไม่ประกาศอันดับ",
    "polls-open": (count) => `${count} การออกเสียงยังไม่นับ`,
  },
  close: (year) => `ปิดปี ${year}`,
  byItself: (at) => `หากไม่กด ปีจะปิดเองเวลา ${at}`,
  dialogTitle: (year) => `ปิดปี ${year} หรือไม่`,
  dialogHow: "ย้อนกลับไม่ได้ ตั้งแต่กด ไม่มีใครแก้สิ่งใดในปีนี้ได้อีก",
  early: (at) => `ปียังเปิดถึง ${at} ปิดตอนนี้คือปิดก่อนกำหนด`,
  underWay: "กำลังปิดปี",
  done: (done, of) => `บันทึกแล้ว ${done} จาก ${of} กลุ่ม`,
  waits: (seconds) => `รอ ${seconds} วินาทีให้สิ่งที่กำลังส่งมาถึง`,
  goesOn: "ออกจากหน้านี้ได้ งานยังดำเนินต่อ",
  closed: (year, at) => `ปี ${year} ปิดแล้ว${at ? `เวลา ${at}` : ""}`,
  closedHow: "ข้อมูลทั้งหมดคงเดิม การแก้ไขคือบันทึกใหม่ มีวันที่และผู้บันทึก",
  seal: "ผนึก",
  sealHow: (of) => `คำนวณจากสำเนาของ ${of} กลุ่มและคำสั่ง ผู้มีสำเนาก็คำนวณผนึกนี้ใหม่ได้`,
  blocked: "ยังปิดไม่ได้",
  toPolls: "เปิดการประชุมของกลุ่ม",
  toNext: (year) => `กลุ่มของปี ${year} ตั้งไว้แล้ว ดูปฏิทินปี ${year}`,
  because: (code) =>
    code.startsWith("poll")
      ? "ยังมีการออกเสียงเปิดอยู่ นับบัตรหรือยกเลิกแล้วลองอีกครั้ง"
      : "กลุ่มยังมีงานไม่เสร็จ เปิดกลุ่ม ดูสิ่งที่ต้องทำแล้วลองอีกครั้ง",
};

export const polls: typeof pollsVi = {
  title: (year) => `การประชุมปี ${year}`,
  none: "ยังไม่มีการออกเสียง",
  noneHow: (at) => `หัวหน้ากลุ่มหรือฝ่ายเลขานุการสภาเตรียม ออกเสียงตั้งแต่ ${at}`,
  noConference: "ยังไม่ได้ตั้งการประชุม",
  noConferenceHow: "ตั้งการประชุมเพื่อเขียนวาระ เชิญผู้แทน ออกเสียงลับบนโทรศัพท์ และพิมพ์รายงาน",
  makeConference: "ตั้งการประชุม",
  conferenceTitle: (year) => `การประชุมสรุปผลปี ${year}`,
  ended: (at) => `สิ้นสุดเวลา ${at}`,
  toScreen: "จอใหญ่",
  toMinutes: "รายงานการนับบัตร",
  toCheck: "ตรวจสอบรหัสบัตร",
  question: (purpose, award) =>
    purpose === "head"
      ? "เลือกหัวหน้ากลุ่มปีหน้า"
      : purpose === "deputy"
        ? "เลือกรองหัวหน้ากลุ่มปีหน้า"
        : `ออกเสียงเสนอเพื่อเชิดชูเกียรติ${award ? `: ${awards[award] ?? award}` : ""}`,
  round: (round) => `รอบที่ ${round}`,
  states: {
    draft: "กำลังเตรียม",
    ready: "จะเปิด",
    open: "กำลังออกเสียง",
    closing: "รอนับบัตร",
    sealed: "ปิดผนึกแล้ว กำลังนับ",
    counted: "นับบัตรแล้ว",
    published: "ประกาศแล้ว",
    void: "ยกเลิกแล้ว",
  },
  rule: sentenceTh,
  voided: (reason) => `เหตุผลที่ยกเลิก: ${reason}`,
  tally: ({ entitled, present, issued, collected, valid, quorum }) =>
    `สมาชิก ${present} จาก ${entitled} เข้าร่วม จ่าย ${issued} รับคืน ${collected} บัตรดี ${valid} ใบ${quorum ? "" : " ไม่ครบองค์ประชุม"}`,
  cast: (cast, of) => `${cast} จาก ${of} หน่วยงานออกเสียงแล้ว`,
  count: (votes) => `${votes} เสียง`,
  votes: (votes, percent) => `${votes} เสียง ${percent}`,
  passed: "ผ่าน",
  notPassed: "ไม่ผ่าน",
  tied: "เสียงเท่ากัน",
};
const awards: Record<string, string> = {
  BK_TTG: "ใบประกาศเกียรติคุณของนายกรัฐมนตรี",
  BK_BT: "ใบประกาศเกียรติคุณของกระทรวง ภาคส่วน หรือจังหวัด",
  CO_CP: "ธงเกียรติยศการแข่งขันของรัฐบาล",
  CO_BT: "ธงเกียรติยศการแข่งขันของกระทรวง ภาคส่วน หรือจังหวัด",
  TTLDXS: "หมู่คณะผู้ปฏิบัติงานยอดเยี่ยม",
  TTLDTT: "หมู่คณะผู้ปฏิบัติงานก้าวหน้า",
  CSTDTQ: "นักแข่งขันดีเด่นระดับชาติ",
  CSTD_BT: "นักแข่งขันดีเด่นระดับกระทรวง ภาคส่วน หรือจังหวัด",
  CSTDCS: "นักแข่งขันดีเด่นระดับหน่วยงาน",
};
