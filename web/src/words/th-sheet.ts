import type { Input } from "#domain/points.ts";
import type { Line, Way } from "#domain/scheme.ts";
import type { Fault } from "../pages/sheet/entry.ts";
import type { Format } from "./format.ts";
import type { sheet as vietnamese } from "./vi-sheet.ts";

type WayName = Way["way"] | "deduction";

const ways: Record<WayName, string> = {
  judged: "ให้คะแนนตามการพิจารณา",
  steps: "ตามขั้น",
  ratio: "ตามอัตราความสำเร็จของแผน",
  "target-and-leader": "เทียบเป้าหมายและหน่วยงานที่นำ",
  "share-of-best": "ตามสัดส่วนเทียบหน่วยงานสูงสุด",
  "yes-no": "ผ่านหรือไม่ผ่าน",
  "per-time": "ตามจำนวนครั้ง มีเพดาน",
  "plus-minus": "บวก ลบคะแนน",
  deduction: "คะแนนหัก",
};

function step(from: number, below: number | undefined, of: "rate" | "count", format: Format): string {
  const unit = of === "rate" ? "\u00a0%" : "";
  if (below === undefined) return `ตั้งแต่ ${format.number(from)}${unit}`;
  if (of === "count")
    return below - from === 1 ? format.number(from) : `${format.number(from)}–${format.number(below - 1)}`;
  return from === 0
    ? `ต่ำกว่า ${format.number(below)}${unit}`
    : `${format.number(from)}–${format.number(below)}${unit}`;
}

function written(line: Line, input: Input | undefined, format: Format): string {
  if (input === undefined) return "เว้นว่าง";
  if (typeof input === "boolean") return input ? "ผ่าน" : "ไม่ผ่าน";
  if (typeof input === "number") {
    if (line.kind === "deduction" || line.way.way === "per-time") return `${format.number(input)} ครั้ง`;
    return line.way.way === "steps" && line.way.of === "rate" ? format.percent(input) : format.number(input);
  }
  if ("plus" in input) return `บวก ${format.number(input.plus)} ครั้ง ลบ ${format.number(input.minus)} ครั้ง`;
  return input.target === undefined
    ? format.number(input.result)
    : `${format.number(input.result)} จากเป้าหมาย ${format.number(input.target)}`;
}

function because(line: Line, input: Input | undefined, most: string, format: Format): string {
  const { number } = format;
  if (line.kind === "deduction") {
    const rule = `แต่ละครั้งหัก ${number(line.points)} คะแนน`;
    return typeof input === "number"
      ? `${number(input)} ครั้ง หัก ${number(input * line.points)} คะแนน ${rule}`
      : rule;
  }
  const { way } = line;
  switch (way.way) {
    case "judged":
      return input === undefined
        ? `พิจารณาตั้งแต่ 0 ถึง ${most} คะแนน`
        : `พิจารณา ${number(input as number)} จากสูงสุด ${most} คะแนน`;
    case "steps": {
      if (typeof input !== "number") return `คะแนนตามขั้น สูงสุด ${most}`;
      const up = way.steps.toSorted((a, b) => a.from - b.from);
      const at = up.findLastIndex(({ from }) => from <= input);
      const here = up[at];
      if (!here) return `${written(line, input, format)} ยังไม่ถึงขั้นใด จึงได้ 0 จาก ${most} คะแนน`;
      const next = up
        .slice(at + 1)
        .concat(up.slice(0, Math.max(at, 0)).toReversed())
        .find(({ points }) => points > here.points);
      const short =
        next &&
        (next.from > input ? ` ตั้งแต่ ${written(line, next.from, format)} ได้ ${number(next.points)}` : "");
      return `${written(line, input, format)} อยู่ในขั้น ${step(here.from, up[at + 1]?.from, way.of, format)} จึงได้ ${number(here.points)} จาก ${most} คะแนน${short ?? ""}`;
    }
    case "ratio": {
      if (typeof input !== "object" || !("result" in input) || !input.target)
        return `ผลหารเป้าหมาย คูณ ${most} คะแนน`;
      const over = input.result > input.target && !way.uncapped ? ` เกินเป้าหมายก็นับ ${most}` : "";
      return `${written(line, input, format)} คือ ${format.percent(Math.round((10_000 * input.result) / input.target) / 100)} คูณ ${most} คะแนน${over}`;
    }
    case "target-and-leader":
      return `ครึ่งหนึ่งของคะแนนตามการบรรลุเป้าหมาย อีกครึ่งเทียบหน่วยงานที่เกินเป้าหมายมากที่สุด คำนวณเมื่อมีตัวเลขครบทั้งกลุ่ม สูงสุด ${most}`;
    case "share-of-best":
      return `ผลหารผลสูงสุดในกลุ่ม คูณ ${most} คะแนน คำนวณเมื่อมีตัวเลขครบทั้งกลุ่ม`;
    case "yes-no":
      return input === true
        ? `ผ่านจึงได้ ${most} คะแนน`
        : input === false
          ? `ไม่ผ่านจึงได้ 0 จาก ${most} คะแนน`
          : `หากผ่านได้ ${most} คะแนน`;
    case "per-time": {
      const rule = `แต่ละครั้ง ${number(way.points)} คะแนน สูงสุด ${most}`;
      return typeof input === "number"
        ? `${number(input)} ครั้งคูณ ${number(way.points)} คือ ${number(input * way.points)} ${rule}`
        : rule;
    }
    case "plus-minus": {
      const rule = `แต่ละครั้งบวก ${number(way.plus)} แต่ละครั้งลบ ${number(way.minus)} ระหว่าง ${number(way.min)} ถึง ${number(way.max)}`;
      if (typeof input !== "object" || !("plus" in input)) return rule;
      return `บวก ${number(input.plus)} ครั้ง ลบ ${number(input.minus)} ครั้ง คือ ${number(input.plus * way.plus - input.minus * way.minus)} ${rule}`;
    }
  }
}

function fieldName(line: Line, field: string): string {
  if (field === "result") return "ผล";
  if (field === "target")
    return line.kind !== "deduction" && line.way.way === "target-and-leader"
      ? "เป้าหมาย หากได้รับมอบ"
      : "เป้าหมาย";
  if (field === "plus") return "จำนวนครั้งบวก";
  if (field === "minus") return "จำนวนครั้งลบ";
  if (line.kind === "deduction" || line.way.way === "per-time") return "จำนวนครั้ง";
  if (line.way.way === "steps") return line.way.of === "rate" ? "อัตราที่บรรลุ %" : "จำนวน";
  return "คะแนน";
}

function faultIn(fault: Fault, typed: string, format: Format): string {
  switch (fault.why) {
    case "no-number":
      return `“${typed}” ไม่ใช่ตัวเลข ตัวอย่าง 74.5`;
    case "two-ways":
      return `${typed} อ่านได้สองแบบ หมายถึง`;
    case "above":
      return `${typed} มากกว่าคะแนนสูงสุด ${format.number(fault.most)}${fault.meant === undefined ? "" : ` หมายถึง ${format.typed(fault.meant)} หรือไม่`}`;
    case "below":
      return "ตัวเลขนี้ติดลบไม่ได้";
    case "not-whole":
      return "ตัวเลขนี้ต้องเป็นจำนวนเต็ม";
    case "too-fine":
      return `ทศนิยมมากที่สุด ${fault.decimals} ตำแหน่ง`;
    case "no-target":
      return "ยังขาดเป้าหมาย";
    case "no-result":
      return "ยังขาดผล";
    case "target-zero":
      return "เป้าหมายต้องมากกว่า 0";
  }
}

const listed = (codes: readonly string[]) =>
  codes.length > 8 ? `${codes.slice(0, 8).join(", ")} และอีก ${codes.length - 8} บรรทัด` : codes.join(", ");

export const sheet: typeof vietnamese = {
  ways,
  step,
  written,
  because,
  fieldName,
  fault: faultIn,
  lede: (phase, deadline, isOver) =>
    phase === "covenant" || phase === "running"
      ? "ใบให้คะแนน ยังไม่ถึงเวลาให้คะแนนตนเอง"
      : phase === "closed"
        ? "ใบให้คะแนน ปีปิดแล้ว"
        : phase === "voting" || phase === "counting"
          ? "ใบให้คะแนน ผ่านช่วงให้คะแนนตนเองและตรวจประเมินแล้ว"
          : isOver
            ? `ใบให้คะแนน หมดกำหนดให้คะแนนตนเองเมื่อ ${deadline}`
            : `ใบให้คะแนน กำหนดให้คะแนนตนเอง ${deadline}`,
  parts: "ส่วนต่าง ๆ ของใบ",
  part: (code, title) => (code === "+" ? "คะแนนพิเศษ คะแนนหัก" : title ? `${code}. ${title}` : `ส่วน ${code}`),
  criterion: "เกณฑ์",
  papers: "หลักฐาน",
  papersShort: "หลักฐาน",
  lacking: "ขาด",
  noPapers: "ยังไม่มีหลักฐาน",
  addPaper: "เขียนเลขที่เอกสาร",
  removePaper: (number) => `เอาหลักฐาน ${number} ออก`,
  paperNumber: "เลขที่เอกสาร",
  paperDate: "วันที่",
  paperTitle: "เรื่อง",
  savePaper: "บันทึกหลักฐาน",
  claim: "ให้คะแนนตนเอง",
  counts: "นับ",
  sum: "คะแนนรวม",
  sumOf: (filled, of, waiting) =>
    `${filled} จาก ${of} บรรทัด${waiting > 0 ? ` ${waiting} บรรทัดที่เทียบกับหน่วยงานอื่นยังไม่ได้บวก` : ""}`,
  submit: "ยื่นใบ",
  submitTitle: "ยื่นใบให้คะแนน",
  submitHow: (points) => `ใบมีคะแนนประเมินตนเอง ${points} คะแนน ยื่นแล้วแก้ไม่ได้ เว้นแต่ฝ่ายเลขานุการสภาส่งคืน`,
  leaveBlank: (count) => `เว้น ${count} บรรทัดนี้ว่าง ยอมรับ 0 คะแนน`,
  leaveAndSubmit: "เว้นว่างและยื่น",
  notYet: "ยังไม่ยื่น",
  missing: (codes) => `ยังมี ${codes.length} บรรทัดที่ไม่ได้ให้คะแนน ${listed(codes)}`,
  toBlank: "ไปบรรทัดว่างถัดไป",
  nextBlank: (count) => `บรรทัดว่างถัดไป (${count})`,
  filledOf: (filled, of) => `${filled} จาก ${of} บรรทัดให้คะแนนแล้ว`,
  wasShort: (year) => `${year}:`,
  notAssigned: "ไม่ได้มอบหมายให้หน่วยงานนี้",
  conflict: "สองคนแก้บรรทัดนี้พร้อมกัน โปรดเลือกค่าหนึ่ง",
  conflictShort: "มีสองค่า ต้องเลือก",
  toConflict: (count) => `ไปบรรทัดที่มีสองค่า (${count})`,
  mine: "กำลังพิมพ์ในเครื่องนี้",
  cleared: "ผู้อื่นลบแล้ว",
  keepMine: "คงส่วนของเครื่องนี้",
  keepTheirs: "เอาส่วนของผู้นั้น",
  theirPapers: "ผู้อื่นเพิ่งบันทึก",
  faulty: "ตัวเลขยังไม่ถูก ยังไม่ส่ง",
  found: (_isNobody, reason) => (reason ? `ตรวจประเมิน: ${reason}` : "ตรวจประเมินแล้วคงเดิม"),
  othersEnter: (line) =>
    line.kind !== "deduction" && line.agency !== undefined
      ? "หน่วยงานเฉพาะด้านเป็นผู้บันทึก"
      : "เฉพาะฝ่ายเลขานุการสภาบันทึก",
  waits: "คำนวณเมื่อมีตัวเลขครบทั้งกลุ่ม",
  waitsFilled: "มีตัวเลขแล้ว คำนวณเมื่อครบทั้งกลุ่ม",
  each: (points) => `${points}`,
  bar: (points, most, before) =>
    `${points} จาก ${most} คะแนน${before === undefined ? "" : ` ปีก่อน ${before}`}`,
  barBlank: (most) => `ยังไม่มีคะแนน สูงสุด ${most}`,
  yesNo: "ผล",
  yes: "ผ่าน",
  no: "ไม่ผ่าน",
  write: (number) => `เขียน ${number}`,
  how: "คำนวณอย่างไร",
  why: (points) => `เหตุใดจึงได้ ${points} คะแนน`,
  ladder: "ขั้นคะแนน",
  rule: "กฎเกณฑ์",
  ruleOf: (title, code) => `${title} บรรทัด ${code}`,
  way: "วิธีให้คะแนน",
  author: "ผู้บันทึก",
  findingBy: (name, at) => `ตรวจประเมิน ${name} ${at}`,
  explanation: "คำชี้แจงของหน่วยงาน",
  explain: "ชี้แจง",
  explainHow: "ส่งพร้อมใบให้ผู้ตรวจประเมินและฝ่ายเลขานุการสภา",
  yearBefore: (year) => `ปี ${year}`,
  before: (line, { input, points }, format) =>
    points === undefined
      ? written(line, input, format)
      : typeof input === "number" && line.kind !== "deduction" && line.way.way === "judged"
        ? `${format.number(points)} คะแนน`
        : `${format.number(points)} คะแนน ${written(line, input, format)}`,
  returned: (at) => `ใบถูกส่งคืน ${at} เหตุผล`,
  isIn: (at) => `ยื่นใบแล้ว${at ? `เมื่อ ${at}` : ""}`,
  isInHow: "ใบล็อกแล้วเพื่อตรวจประเมิน หากต้องแก้ โปรดให้ฝ่ายเลขานุการสภาส่งคืน",
  isFinal: "ใบสรุปแล้วหลังตรวจประเมิน",
  mayExplain: "ใบกำลังถูกตรวจประเมิน เปิดบรรทัดหนึ่งเพื่ออ่านผลตรวจประเมินและเขียนคำชี้แจง",
  notOwn: (state) => `ดูเท่านั้น ใบนี้หน่วยงานให้คะแนนเอง ${state}`,
  stranded: (count) => `ยังมี ${count} การเปลี่ยนแปลงในเครื่องนี้ที่ส่งไม่ทันก่อนใบถูกล็อก`,
  strandedLine: (change) =>
    change.of === "claim"
      ? `บรรทัด ${change.code}: ${Object.values(change.fields).join(" / ")}`
      : change.of === "papers"
        ? `บรรทัด ${change.code}: ${change.papers.map(({ number }) => number).join(", ")}`
        : `บรรทัด ${change.code}: ${change.text}`,
  forget: "อ่านแล้ว เอาออก",
};
