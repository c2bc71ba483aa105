import type { Phase } from "#domain/calendar.ts";
import type { State } from "#domain/sheet.ts";
import type { Left } from "../left.ts";
import { leftIn } from "./thai.ts";
import type { clerk as vietnamese, YearStanding } from "./vi-clerk.ts";

type Part = { text: string; strong?: boolean };

const units = (count: number) => `${count} หน่วยงาน`;
const within = (left: Left, what: string): Part[] =>
  left ? [{ text: "เหลือ " }, { text: leftIn(left), strong: true }, { text: ` ${what} ` }] : [];

function unwritten(standing: YearStanding["standing"]): string | undefined {
  const count = standing.filter(({ progress }) => !progress.hasCovenant).length;
  return count > 0 ? `${count} กลุ่มยังไม่มีข้อตกลง` : undefined;
}

function owing(late: YearStanding["late"], before = ""): Part[] {
  const signatures = late.filter(({ owes }) => owes === "signature").length;
  const parts = [
    ...(signatures > 0 ? [`${units(signatures)}ยังไม่ลงนามข้อตกลง`] : []),
    ...(signatures < late.length ? [`${units(late.length - signatures)}ยังไม่ยื่นใบ`] : []),
  ];
  return parts.length > 0 ? [{ text: before + parts.join(" ") }] : [];
}

const either = (parts: Part[], text: string): Part[] => (parts.length > 0 ? parts : [{ text }]);

function sentence({ of, phase, standing, late }: YearStanding, left: Left, year: number): Part[] {
  if (of === 0) return [{ text: `ปี ${year} ยังไม่มีกลุ่ม` }];
  const all = standing.flatMap(({ progress }) => progress.units);
  const done = (state: State) => all.filter((unit) => unit.state === state).length;
  switch (phase) {
    case undefined:
      return [{ text: `ปีการแข่งขัน ${year}` }];
    case "covenant":
      return [
        ...within(left, "เพื่อลงนามข้อตกลง"),
        ...either(owing(late), unwritten(standing) ?? "ทุกหน่วยงานลงนามแล้ว"),
      ];
    case "running":
      return [...within(left, "จึงเริ่มให้คะแนนตนเอง"), ...either(owing(late), `ปี ${year} กำลังดำเนินงาน`)];
    case "scoring":
      return [...within(left, "เพื่อให้คะแนนตนเอง"), ...either(owing(late), "ทุกหน่วยงานยื่นใบแล้ว")];
    case "review":
      return [
        ...within(left, "เพื่อตรวจประเมิน"),
        { text: `${done("final")} จาก ${all.length} ใบสรุปแล้ว` },
        ...owing(late, " "),
      ];
    case "voting":
      return [{ text: "กลุ่มต่าง ๆ กำลังประชุมและออกเสียง" }, ...owing(late, " ")];
    case "counting":
      return [...within(left, "จึงปิดปี"), { text: "กลุ่มต่าง ๆ กำลังนับบัตร" }, ...owing(late, " ")];
    case "closed":
      return [{ text: `ปี ${year} ปิดแล้ว ข้อมูลทั้งหมดคงเดิม` }];
  }
}

const states: Record<State, string> = {
  blank: "ยังไม่เริ่ม",
  filling: "กำลังให้คะแนน",
  submitted: "ยื่นแล้ว",
  returned: "ถูกส่งคืน ยังไม่ยื่นใหม่",
  review: "กำลังตรวจประเมิน",
  final: "สรุปแล้ว",
};

function done(phase: Phase, done: number, of: number) {
  if (phase === "covenant" || phase === "running") return `${done} จาก ${of} หน่วยงานลงนามข้อตกลงแล้ว`;
  return phase === "scoring" ? `${done} จาก ${of} หน่วยงานยื่นแล้ว` : `${done} จาก ${of} ใบสรุปแล้ว`;
}

const named = (names: readonly string[], list: (names: readonly string[]) => string) =>
  names.length > 3 ? units(names.length) : list(names);

export const clerk: typeof vietnamese = {
  title: (year) => `ปีการแข่งขัน ${year}`,
  sentence,
  next: (what, at) => `${what}: ${at}`,
  toGrouping: "ตั้งกลุ่มและเลือกสมาชิก",
  remindAll: (names, list, isRest) => `${isRest ? "เตือนเพิ่ม" : "เตือน"} ${named(names, list)}`,
  remind: "เตือน",
  reminded: (count) =>
    count === 0 ? "วันนี้เตือนแล้ว ไม่เตือนอีก" : `เตือน ${units(count)}แล้ว คำเตือนปรากฏที่หน้าแรกของหน่วยงาน`,
  remindedAt: (at) => `เตือนแล้ว ${at}`,
  allReminded: "วันนี้เตือนทุกหน่วยงานที่ช้าแล้ว",
  extend: "ขยายเวลา",
  clusters: "กลุ่มต่าง ๆ",
  done,
  marks: { done: "เสร็จ", half: "กำลังทำ", empty: "ยังไม่เริ่ม" },
  without: (names, list) => ` เหลือ ${list(names)}`,
  headless: () => "ยังไม่มีหัวหน้ากลุ่ม",
  forClusters: (names, list) => (names.length > 3 ? `${names.length} กลุ่ม` : list(names)),
  late: "ยังช้า",
  lateCount: (count) => units(count),
  owes: (owed, state, filled, of) =>
    owed === "signature"
      ? "ยังไม่ลงนามข้อตกลง"
      : `${states[state]}${of > 0 ? ` ${filled} จาก ${of} บรรทัด` : ""}`,
  all: (count) => `ดูทั้ง ${count} หน่วยงาน`,
  fewer: "ย่อ",
  notices: "ประกาศของฝ่ายเลขานุการสภา",
  toldBy: (name, at) => `${name} ${at}`,
  moreNotices: (count) => `อีก ${count} ประกาศ`,
  remindedYou: (owed, at) => (owed === "signature" ? `โปรดลงนามข้อตกลงก่อน ${at}` : `โปรดยื่นใบให้คะแนนก่อน ${at}`),
  remindedWhen: (at) => `ได้รับการเตือน ${at}`,
  toReadiness: "ดูว่าปีพร้อมแล้วหรือไม่",
  owesYou: (owed) => (owed === "signature" ? "หน่วยงานยังไม่ลงนามข้อตกลง" : "หน่วยงานยังไม่ยื่นใบให้คะแนน"),
  passwords: "หน่วยงานลืมรหัสผ่านหรือ ออกใบใหม่ที่หน้าผู้ใช้",
  returnedToYou: "ใบถูกส่งคืน โปรดแก้แล้วยื่นใหม่",
  noticesTitle: "ประกาศ",
  noticesSentence: (count) => (count === 0 ? "ไม่มีประกาศที่แสดงอยู่" : `${count} ประกาศแสดงอยู่ที่หน้าแรกของหน่วยงาน`),
  noticeTitle: "หนึ่งประโยคสำหรับผู้อ่าน",
  noticeText: "กล่าวเพิ่ม หากจำเป็น",
  noticeFor: "ส่งถึง",
  everybody: "ทุกหน่วยงาน",
  publish: "ลงประกาศ",
  published: (title) => `ลงแล้ว: ${title}`,
  withdraw: "ถอน",
  withdrawn: (title) => `ถอนแล้ว: ${title}`,
  withdrawnAt: (name, at) => `ถอนแล้ว ${name} ${at}`,
  again: "ลงใหม่",
  toWhom: (cluster) => (cluster ? `ถึง ${cluster}` : "ถึงทุกหน่วยงาน"),
  noNotices: "ปีนี้ยังไม่มีประกาศ",
  noNoticesHow: "เขียนหนึ่งประโยคด้านบนแล้วลง หน่วยงานเห็นทันทีที่หน้าแรก",
  deadlines: "ขยายเวลา",
  deadlinesSentence: (moves) => (moves === 0 ? "ยังไม่เลื่อนกำหนดใด" : `เลื่อนกำหนด ${moves} ครั้งในปี`),
  deadlinesHow: "การเลื่อนกำหนดคือคำสั่ง มีผู้ทำ มีเหตุผล และปรากฏในบันทึก",
  which: "กำหนดใด",
  until: "เลื่อนไป",
  why: "เหตุผล",
  whyHow: "ตัวอย่าง: หนังสือ 142/SVHTTDL ขอเลื่อนเพราะน้ำท่วม",
  forWhom: "ให้กลุ่มใด",
  pickAll: "ทุกกลุ่ม",
  is: (at) => `ขณะนี้คือ ${at}`,
  move: (count) => (count === 0 ? "เลื่อนกำหนด" : `เลื่อนกำหนดให้ ${count} กลุ่ม`),
  moving: (done, of) => `เลื่อนแล้ว ${done} จาก ${of} กลุ่ม`,
  moved: (count) => `เลื่อนกำหนดให้ ${count} กลุ่มแล้ว`,
  undone: "กลับไปกำหนดเดิมแล้ว",
  undoReason: (reason) => `เลิกทำ: ${reason}`,
  missingReason: "โปรดเขียนเหตุผล",
  missingCluster: "โปรดเลือกอย่างน้อยหนึ่งกลุ่ม",
  notMoved: "เลื่อนไม่ได้",
  decisions: "คำสั่งเลื่อนกำหนด",
  allMoves: (count) => `ดูทั้ง ${count} ครั้ง`,
  fromTo: (was, to) => `จาก ${was} ถึง ${to}`,
};
