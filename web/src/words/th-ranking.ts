import type { Row } from "../pages/ranking/ranking.svelte.ts";
import type { Format } from "./format.ts";
import { ranking as vietnamese } from "./vi-ranking.ts";

const partName = (code: string, title: string) =>
  code === "+" ? "คะแนนพิเศษ คะแนนหัก" : `ส่วน ${title || code}`;

function because(
  { rank, equals, over, under }: Row,
  nameOf: (unit: string) => string,
  format: Format,
): string {
  if (equals.length > 0) return `คะแนนเท่ากับ ${format.list(equals.map(nameOf))} อันดับ ${rank} ร่วมกัน`;
  if (under) {
    const worst = under.parts.toSorted((a, b) => a.points - b.points)[0];
    const most =
      worst && worst.points < 0
        ? ` มากที่สุดใน${partName(worst.code, worst.title)} (${format.number(worst.points)})`
        : "";
    return `น้อยกว่า ${nameOf(under.unit)} ${format.number(Math.abs(under.by))} คะแนน${most}`;
  }
  if (!over) return "";
  const best = over.parts
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, 2);
  const thanks = best
    .map(({ code, title, points }) => `${partName(code, title)} (+${format.number(points)})`)
    .join(" และ");
  return `มากกว่า ${nameOf(over.unit)} ${format.number(over.by)} คะแนน${thanks ? ` เพราะ${thanks}` : ""}`;
}

export const ranking: typeof vietnamese = {
  title: (year) => `การจัดอันดับปี ${year}`,
  tab: "จัดอันดับ",
  councilTab: "ทั้งสภา",
  council: {
    title: (year) => `การจัดอันดับทั้งสภาปี ${year}`,
    sentence: (shown, of) =>
      shown === 0
        ? "สภายังไม่ประกาศอันดับ"
        : shown === of
          ? `ทั้ง ${of} กลุ่มมีอันดับแล้ว`
          : `${shown} จาก ${of} กลุ่มมีอันดับแล้ว`,
    waiting: (count) => `${count} กลุ่มประกาศแล้วแต่ยังไม่มีที่นี่`,
    gather: "ประกาศทั้งสภา",
    gatherAgain: "นำมาจากกลุ่มอีกครั้ง",
    none: "ยังไม่มีอันดับทั้งสภา",
    noneHow: "เมื่อกลุ่มต่าง ๆ ประกาศแล้ว เจ้าหน้าที่ฝ่ายเลขานุการรวบรวมและประกาศที่นี่",
    search: "ค้นหาหน่วยงานหรือกลุ่ม",
    found: (count) => (count === 0 ? "" : `มีใน ${count} กลุ่ม`),
    nobody: (text) => `ไม่พบ “${text}”`,
    nobodyHow: "โปรดลองส่วนหนึ่งของชื่อ มีวรรณยุกต์หรือไม่ก็ได้",
    tableOf: (cluster) => `การจัดอันดับของ ${cluster}`,
    more: (count) => `ดูอีก ${count} กลุ่ม`,
  },
  basis: (byRate, total, phase) =>
    `${phase === "scoring" ? "คะแนนประเมินตนเอง" : "คะแนนตรวจประเมิน"}${total ? ` จาก ${total} คะแนน` : ""}${byRate ? " จัดตามอัตราต่อคะแนนที่มอบหมาย เพราะมีบรรทัดที่ไม่ได้มอบหมาย" : ""}`,
  hidden: "ยังไม่ประกาศ ขณะนี้มีเพียงหัวหน้า รองหัวหน้ากลุ่ม และฝ่ายเลขานุการสภาอ่านได้",
  lead: (first, also, worth, second) =>
    also > 0
      ? `${also + 1} หน่วยงานนำร่วมกันด้วย ${worth}`
      : `${first} นำด้วย ${worth}${second ? ` มากกว่า ${second.name} ${second.by}` : ""}`,
  points: (points) => `${points} คะแนน`,
  proposed: (award) => `เสนอ ${award}`,
  onLast: (year) => `เทียบกับปี ${year}`,
  announcedBy: (name, at) => `${name} ประกาศ ${at}`,
  dated: vietnamese.dated,
  announce: "ประกาศอันดับ",
  announceTitle: "ประกาศอันดับให้ทั้งกลุ่ม",
  announceHow: "ตั้งแต่นี้ทุกหน่วยงานในกลุ่มอ่านคะแนนและอันดับได้ ประกาศแล้วถอนคืนไม่ได้",
  notYet: "อันดับยังไม่ประกาศ",
  notYetHow: "หัวหน้ากลุ่มหรือฝ่ายเลขานุการสภาประกาศเมื่อตรวจประเมินเสร็จ คะแนนของหน่วยงานดูได้ในใบให้คะแนน",
  print: "พิมพ์ A4",
  places: "อันดับ",
  rank: "อันดับ",
  unit: "หน่วยงาน",
  total: "คะแนนรวม",
  rate: "อัตรา",
  shared: "อันดับร่วม",
  because,
  plot: (is, was, year) => `${was === undefined ? "" : `ปี ${year - 1} ${was}, `}ปี ${year} ${is}`,
  moved: (places) => (places === 0 ? "อันดับเดิม" : places > 0 ? `ขึ้น ${places}` : `ลง ${-places}`),
  inherited: (unit, year) => `อันดับปี ${year} เป็นของ ${unit} ซึ่งรวมเข้าแล้ว`,
  why: (points) => `เหตุใดจึงได้ ${points} คะแนน`,
  bonus: "พิเศษ หัก",
  part: (code) => `ส่วน ${code}`,
  claimed: "ประเมินตนเอง",
  appraised: "ตรวจประเมิน",
  assigned: "มอบหมาย",
  line: (code) => `บรรทัด ${code}`,
  lastYear: (year) => `ปี ${year}`,
  thisYear: (year) => `ปี ${year}`,
  rules: "กฎเกณฑ์",
  tieTitle: "คะแนนเท่ากันได้อันดับร่วม",
  tieHow: (rows, partedBy) => {
    const tie = rows.find(({ equals }) => equals.length > 0);
    const next = tie && rows.find(({ rank }) => rank > tie.rank);
    const skipped =
      tie && next ? `${tie.equals.length + 1} หน่วยงานอยู่อันดับ ${tie.rank} อันดับถัดไปจึงเป็น ${next.rank} ` : "";
    return `${skipped}${partedBy.length > 0 ? `กลุ่มตัดสินด้วยบรรทัด ${partedBy.join(", ")} ที่นี่ยังเท่ากัน` : "กลุ่มไม่ได้กำหนดบรรทัดตัดสิน"}`;
  },
};
