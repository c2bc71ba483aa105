import type { Line } from "#domain/scheme.ts";
import type { Change, Part } from "#domain/scheme-changes.ts";
import type { Fault } from "../pages/scheme/reading.ts";
import type { Note } from "../pages/scheme/said.svelte.ts";
import type { Kind } from "../pages/scheme/typed.ts";
import type { Format } from "./format.ts";
import { sheet } from "./th-sheet.ts";
import type { scheme as vietnamese } from "./vi-scheme.ts";

const kinds: Record<Kind, string> = {
  group: "หมวด",
  criterion: "เกณฑ์",
  bonus: "คะแนนพิเศษ",
  deduction: "คะแนนหัก",
};

function way(line: Line, most: string, format: Format): string {
  if (line.kind === "deduction") return `แต่ละครั้งหัก ${format.number(line.points)} คะแนน`;
  const { way } = line;
  if (way.way === "steps") {
    const up = way.steps.toSorted((a, b) => a.from - b.from);
    const steps = up.map(({ from, points }, at) => {
      const step = sheet.step(from, up[at + 1]?.from, way.of, format);
      return `${step}: ${format.number(points)}`;
    });
    return (way.of === "rate" ? steps.toReversed() : steps).join("; ");
  }
  const uncapped = way.way === "ratio" && way.uncapped ? " เกินเป้าหมายได้คะแนนเกิน" : "";
  return sheet.because(line, undefined, most, format) + uncapped;
}

function owner(line: Line): string {
  if (line.kind !== "deduction" && line.agency !== undefined) return `หน่วยงาน ${line.agency} ให้คะแนน`;
  return line.by === "clerk" ? "ฝ่ายเลขานุการสภาบันทึก" : "";
}

function place(line: Line): string {
  if (line.kind === "criterion") return `หมวด ${line.group}`;
  if (line.kind === "deduction") return "คะแนนหัก";
  return line.aboveTotal ? "คะแนนพิเศษนอกคะแนนรวม" : "คะแนนพิเศษในคะแนนรวม";
}

function note(note: Note, format: Format): string {
  if ("flaw" in note)
    return note.flaw === "code-twice"
      ? `รหัส ${note.line} ใช้สองครั้ง`
      : `สองขั้นมีจุดเริ่มเดียวกัน ${format.number(note.from)} ต้องแก้หนึ่งขั้น`;
  switch (note.warning) {
    case "no-step-below":
      return `มีช่องว่าง ต่ำกว่า ${format.number(note.at)} ไม่มีขั้น จึงได้ 0 คะแนน`;
    case "steps-fall":
      return `ตั้งแต่ ${format.number(note.at)} ได้คะแนนน้อยกว่าขั้นที่ต่ำกว่า ถูกต้องหรือไม่`;
    case "count-not-whole":
      return `จุดเริ่ม ${format.number(note.at)} ไม่ใช่จำนวนเต็ม แต่ขั้นคิดตามจำนวน`;
    case "no-points":
      return "บรรทัดนี้ยังไม่มีคะแนน";
  }
}

const fields: Record<Fault["field"], string> = {
  code: "รหัส",
  title: "เนื้อหา",
  points: "คะแนน",
  each: "คะแนนแต่ละครั้ง",
  minus: "คะแนนหักแต่ละครั้ง",
  least: "คะแนนต่ำสุด",
  steps: "ขั้น",
  agency: "หน่วยงานให้คะแนน",
};

function fault({ field, why, at }: Fault): string {
  const name = at === undefined ? fields[field] : `${fields[field]} ${at + 1}`;
  switch (why) {
    case "missing":
      return field === "steps" && at === undefined ? "ยังไม่มีขั้น" : `${name}: ยังขาด`;
    case "no-number":
      return `${name}: ไม่ใช่ตัวเลข ตัวอย่าง 7.5`;
    case "too-fine":
      return `${name}: ทศนิยมมากที่สุดสองตำแหน่ง`;
    case "below":
      return `${name}: ติดลบไม่ได้`;
    case "bad-code":
      return "รหัสมีเพียงตัวอักษร ตัวเลข และ . - _ / ( )";
    case "too-long":
      return `${name}: ยาวหรือใหญ่เกินไป`;
    case "above-most":
      return "คะแนนต่ำสุดมากกว่าคะแนนสูงสุด";
    case "bad-agency":
      return "รหัสหน่วยงานเขียนตัวเล็ก ไม่มีวรรณยุกต์ ต่อด้วยขีด ตัวอย่าง so-tai-chinh";
  }
}

const parts: Record<Part, string> = {
  code: "เปลี่ยนรหัส",
  title: "เปลี่ยนเนื้อหา",
  place: "ย้ายที่",
  points: "เปลี่ยนคะแนน",
  way: "เปลี่ยนวิธีให้คะแนน",
  owner: "เปลี่ยนผู้ให้คะแนน",
};

function partOf(line: Line, part: Part, most: string, format: Format): string {
  switch (part) {
    case "code":
      return line.code;
    case "title":
      return line.title ?? "(เว้นว่าง)";
    case "place":
      return place(line);
    case "points":
      return `${most} คะแนน`;
    case "way":
      return way(line, most, format);
    case "owner":
      return owner(line) || "หน่วยงานให้คะแนนเอง";
  }
}

function summary(changes: readonly Change[]): string {
  const count = (what: Change["what"]) => changes.filter((change) => change.what === what).length;
  const said = [
    [count("added"), "เพิ่ม"],
    [count("removed"), "เอาออก"],
    [count("changed"), "แก้"],
  ] as const;
  const told = said.flatMap(([no, verb]) => (no > 0 ? [`${verb} ${no} บรรทัด`] : []));
  const rest = changes.length - said.reduce((sum, [no]) => sum + no, 0);
  if (rest > 0) told.push(`${rest} การเปลี่ยนแปลงทั่วไป`);
  return told.length === 0 ? "ไม่มีสิ่งใดต่าง" : told.join(" ");
}

function sum(sum: number, total: number | undefined, { number }: Format): string {
  const lacking = Math.round(((total ?? sum) - sum) * 100) / 100;
  if (total === undefined) return `รวมทุกบรรทัด ${number(sum)} คะแนน`;
  if (lacking === 0) return `รวมทุกบรรทัดได้ ${number(sum)} คะแนนพอดี`;
  return lacking > 0
    ? `รวมทุกบรรทัด ${number(sum)} ยังขาด ${number(lacking)} คะแนน`
    : `รวมทุกบรรทัด ${number(sum)} เกิน ${number(-lacking)} คะแนน`;
}

export const scheme: typeof vietnamese = {
  sumTold: sum,
  kinds,
  way,
  owner,
  note,
  fault,
  parts,
  partOf,
  summary,
  change: {
    added: "เพิ่ม",
    removed: "เอาออก",
    changed: "แก้",
    total: "คะแนนรวม",
    group: "หมวด",
    bands: "ระดับจัดประเภท",
  },
  title: (year) => `ตารางเกณฑ์การให้คะแนนปี ${year}`,
  sentence: (published, drafts) =>
    published + drafts === 0
      ? "ปีนี้ยังไม่มีตารางเกณฑ์"
      : drafts === 0
        ? `${published} ตารางประกาศใช้แล้ว`
        : published === 0
          ? `${drafts} ตารางกำลังร่าง ยังไม่ประกาศใช้`
          : `${published} ตารางประกาศใช้แล้ว ${drafts} ตารางกำลังร่าง`,
  noneHow: "ทำจากแบบจริง คัดลอกจากปีก่อน วางจาก Excel หรือ Word หรือเขียนใหม่",
  noneFor: "เจ้าหน้าที่ฝ่ายเลขานุการร่างและประกาศใช้ตารางเกณฑ์",
  make: "ทำตารางเกณฑ์",
  version: (no) => `ฉบับ ${no}`,
  drafting: "กำลังร่าง",
  published: (day) => `ประกาศใช้ ${day}`,
  savedBy: (name, at) => `${name} แก้ ${at}`,
  linesAndTotal: (lines, total) => `${lines} บรรทัด ${total} คะแนน`,
  usedBy: (clusters) => `${clusters.join(", ")} กำลังใช้`,
  lent: "ใช้จากปีก่อน",
  lentHow: "กลุ่มเหล่านี้ยังไม่เลือกตารางของปีนี้ จึงยังใช้ตารางเดิม",
  oneFrom: (year, no) => `ปี ${year} ฉบับ ${no}`,
  usedByNobody: "ยังไม่มีกลุ่มใช้",
  goOn: "ร่างต่อ",
  begin: "ร่างฉบับใหม่",
  look: "ดูและพิมพ์",
  compare: "เปรียบเทียบ",
  toList: "กลับไปรายการตารางเกณฑ์",
  notChosen: "กลุ่มยังไม่มีตารางเกณฑ์ที่ประกาศใช้",
  notChosenHow: "เจ้าหน้าที่ฝ่ายเลขานุการประกาศใช้แล้วเลือกให้กลุ่ม",
  print: "พิมพ์ตาราง",
  code: "รหัส",
  content: "เนื้อหา",
  how: "วิธีให้คะแนน",
  points: "คะแนน",
  sum: "รวม",
  total: "คะแนนรวม",
  above: "นอกคะแนนรวม",
  bands: "ระดับจัดประเภท",
  band: (title, from, floor) =>
    `${title}: ตั้งแต่ ${from} ของคะแนนที่มอบหมาย${floor === undefined ? "" : ` ไม่มีบรรทัดใดต่ำกว่า ${floor}`}`,
  source: "อ้างอิง",
  copiedFrom: (year, title, no) => `คัดลอกจาก ${title} ปี ${year} ฉบับ ${no}`,
  stamp: (no, day) => (day === undefined ? `ฉบับ ${no} กำลังร่าง ยังไม่มีผล` : `ฉบับ ${no} ประกาศใช้วันที่ ${day}`),
  signs: { maker: "NGƯỜI LẬP", head: "TM. HỘI ĐỒNG" },
  clusters: "กลุ่มที่ใช้ตารางเกณฑ์",
  uses: (title, no) => (title === undefined ? "ยังไม่เลือกตาราง" : `${title} ฉบับ ${no}`),
  usesThis: "กำลังใช้ฉบับนี้",
  use: (cluster) => `${cluster} ใช้ฉบับนี้`,
  useHow: "ใบที่ให้คะแนนตามตารางเดิมคงตัวเลขไว้ บรรทัดที่ไม่มีในตารางใหม่ไม่นับ",

  makeTitle: "ทำตารางเกณฑ์",
  makeSentence: "เลือกวิธีเริ่มหนึ่งวิธี ยังไม่มีสิ่งใดประกาศใช้จนกว่าเจ้าหน้าที่กดประกาศใช้",
  ways: {
    template: "จากแบบจริง",
    copy: "คัดลอกจากตารางที่มี",
    paste: "วางจาก Excel, Word",
    file: "จากไฟล์ Excel",
    empty: "เขียนใหม่",
  },
  templateHow: "ตารางจริงของหน่วยงานต่าง ๆ มีเฉพาะส่วนที่อ่านได้ เลือกเพื่อดูก่อน",
  templateTotal: (lines, total) => `${lines} บรรทัด${total === undefined ? "" : ` รวม ${total} คะแนน`}`,
  noYear: "ไม่ระบุปี",
  seen: "อ่านได้",
  take: "ใช้ตารางนี้",
  copy: "คัดลอกตารางนี้",
  copyHow: "สำเนาเป็นฉบับร่างใหม่ ระบุว่าคัดลอกมาจากที่ใด",
  copyNone: "ยังไม่มีตารางให้คัดลอก",
  pasteHow: "เลือกทั้งตารางใน Excel หรือ Word คัดลอก แล้ววางในช่องนี้ ระบบรู้จักคอลัมน์รหัส เนื้อหา คะแนนเอง ระดับมาจากเลขลำดับ",
  pasteField: "วางตารางที่นี่",
  pasteNothing: "ยังไม่เห็นตารางในสิ่งที่วาง",
  fileField: "ไฟล์ Excel หรือ CSV",
  fileWhich: "แผ่นงาน",
  columns: "คอลัมน์ใดคืออะไร",
  column: (no, example) => `คอลัมน์ ${no}${example ? `: ${example}` : ""}`,
  noColumn: "ไม่มี",
  readLines: (lines, groups, sum) => `${lines} บรรทัดใน ${groups} หมวด รวม ${sum} คะแนน`,
  joined: (count) => `${count} บรรทัดมีหัวข้อระดับกลางหรือระดับคะแนนเขียนไว้ในเนื้อหา เพราะตารางนี้มีสองระดับ`,
  differing: (code, printed, sum) => `หมวด ${code} เขียน ${printed} คะแนน บรรทัดรวมกัน ${sum}`,
  doubtful: (count) => `${count} บรรทัดต้องดูอีกครั้งในหน้าร่าง`,
  name: "ชื่อตาราง",
  nameFor: (year) => `ตารางเกณฑ์ ${year}`,
  start: "ทำตารางนี้",
  emptyHow: "ตารางมีหนึ่งหมวดและหนึ่งบรรทัด กด Enter เพื่อเพิ่มบรรทัด",

  mayNot: "เฉพาะเจ้าหน้าที่ฝ่ายเลขานุการร่างตารางเกณฑ์ เมื่อปียังเปิด",
  basis: "เอกสารอ้างอิงในการประกาศใช้",
  basisHow: "เลขที่ สัญลักษณ์ วันที่ของเอกสาร",
  totalField: "คะแนนรวมของตาราง",
  totalHow: "เว้นว่างหากตารางไม่มีคะแนนรวม",
  counts: (lines, bonus, deductions) =>
    [
      `${lines} เกณฑ์`,
      ...(bonus > 0 ? [`คะแนนพิเศษ ${bonus} บรรทัด`] : []),
      ...(deductions > 0 ? [`คะแนนหัก ${deductions} บรรทัด`] : []),
    ].join(", "),
  lines: "บรรทัดของตาราง",
  undo: "เลิกทำ",
  redo: "ทำซ้ำ",
  renumber: "ใส่เลขใหม่",
  keys: "ปุ่มลัด",
  keysHow: [
    ["Enter", "บรรทัดถัดไป"],
    ["Tab, Shift Tab ที่ต้นบรรทัด", "เปลี่ยนระดับหมวด เกณฑ์ หลัง Esc ไปช่องอื่น"],
    ["Alt และลูกศรขึ้น ลง", "ย้ายบรรทัด"],
    ["Backspace ในบรรทัดว่าง", "ลบบรรทัด"],
    ["Ctrl Z, Ctrl Shift Z", "เลิกทำ ทำซ้ำ"],
  ],
  groupPlaceholder: "ชื่อหมวด",
  linePlaceholder: "เนื้อหาเกณฑ์",
  addGroup: "เพิ่มหมวด",
  addLine: "เพิ่มเกณฑ์",
  addBonus: "เพิ่มคะแนนพิเศษ",
  addDeduction: "เพิ่มคะแนนหัก",
  addBand: "เพิ่มระดับ",
  codeOf: (kind, code) => `รหัส ${kind} ${code}`,
  titleOf: (kind, code) => `เนื้อหา ${kind} ${code}`,
  pointsOf: (code) => `คะแนน บรรทัด ${code}`,
  openLine: (code, way) => `วิธีให้คะแนนบรรทัด ${code}: ${way}`,
  kind: "ประเภทบรรทัด",
  wayField: "วิธีให้คะแนน",
  each: "แต่ละครั้งได้",
  limit: "สูงสุด",
  eachOff: "แต่ละครั้งหัก",
  least: "ต่ำสุด",
  highest: "สูงสุด",
  uncapped: "เกินเป้าหมายได้คะแนนเกินสูงสุด",
  of: "ขั้นคิดตาม",
  ofRate: "อัตรา %",
  ofCount: "จำนวน จำนวนข้อผิดพลาด",
  stepFrom: (no) => `ขั้น ${no} ตั้งแต่`,
  stepPoints: (no) => `ขั้น ${no} คะแนน`,
  from: "ตั้งแต่",
  addStep: "เพิ่มขั้น",
  dropStep: (no) => `เอาขั้น ${no} ออก`,
  who: "ใครให้คะแนน",
  byUnit: "หน่วยงานให้คะแนนเอง แล้วตรวจประเมิน",
  byClerk: "เฉพาะฝ่ายเลขานุการสภาบันทึก",
  byAgency: "หน่วยงานเฉพาะด้านให้คะแนน",
  agency: "รหัสหน่วยงาน",
  agencyHow: "ตามที่เขียนในบัญชีของหน่วยงาน เช่น so-tai-chinh",
  aboveTotal: "บวกนอกคะแนนรวม เกินเพดานได้",
  tryIt: "ลองตัวเลขหนึ่ง",
  tryGives: (points) => `ได้ ${points} คะแนน`,
  best: "หน่วยงานที่นำกลุ่ม",
  moveUp: "ขึ้น",
  moveDown: "ลง",
  toGroup: "เป็นหมวด",
  toLine: "เป็นเกณฑ์",
  drop: "ลบบรรทัด",
  bandTitle: "ชื่อระดับ",
  bandFrom: "ตั้งแต่ %",
  bandFloor: "แต่ละบรรทัดตั้งแต่ %",
  dropBand: (title) => `เอาระดับ ${title} ออก`,

  conflict: "ผู้อื่นเพิ่งบันทึกตารางนี้",
  conflictBy: (name, at) => `${name} บันทึก ${at} สิ่งที่ร่างในเครื่องนี้ยังครบ ต่างกันดังนี้:`,
  keepMine: "คงส่วนของเครื่องนี้",
  keepTheirs: "เอาส่วนของผู้นั้น",
  conflictHow: "เลือกฝ่ายใดก็เลิกทำได้",
  toConflict: "เลือกฉบับที่จะคงไว้",

  publish: "ประกาศใช้",
  publishTitle: (no) => `ประกาศใช้ฉบับ ${no}`,
  publishHow: "ฉบับที่ประกาศใช้แล้วแก้ไม่ได้ แก้ภายหลังคือร่างฉบับถัดไป ทุกหน่วยงานอ่านได้ทันที",
  publishFirst: (lines, sum) => `ฉบับแรก: ${lines} บรรทัด ${sum} คะแนน`,
  publishSince: (no) => `เทียบกับฉบับ ${no}:`,
  publishSinceYear: (year) => `เทียบกับตารางปี ${year}:`,
  publishNothing: "ฉบับนี้ประกาศใช้แล้ว แก้หนึ่งแห่งคือเริ่มฉบับถัดไป",
  flawed: (count) => `เหลือ ${count} บรรทัดต้องแก้`,
  toFlaw: "ไปบรรทัดที่ต้องแก้",
  titleMissing: "ยังไม่มีชื่อตาราง",
  warned: (count) => `${count} บรรทัดมีสิ่งควรดู ยังประกาศใช้ได้`,

  changesTitle: (title) => `การเปลี่ยนแปลงของ ${title}`,
  against: "เทียบกับ",
  nothingBefore: "ไม่มีฉบับให้เทียบ",
  before: "ก่อน",
  now: "ขณะนี้",
  what: "การเปลี่ยนแปลง",
  oneOf: (year, title, no) => `${title} ฉบับ ${no} ปี ${year}`,
  none: "ไม่บันทึก",
};
