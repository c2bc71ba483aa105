import { enoughOf } from "#domain/enough.ts";
import type { Poll, Rule, Share } from "#domain/poll.ts";
import type { Format } from "../../../src/words/format.ts";
import { saidOf } from "../share.ts";
import type { Words } from "./vi.ts";

/* A draft: to be read by a Thai official before it is used for more than trying. */

const shareIn = (share: Share, format: Format) => {
  if (share.moreThan === "1/2") return "เกินกึ่งหนึ่ง";
  return `${share.moreThan === undefined ? "ตั้งแต่" : "เกิน"} ${saidOf(share, format.percent)}`;
};
/** The share that passes, and of what. */
const shareOf = ({ threshold, voter }: Rule, format: Format) => {
  const whom = voter === "unit" ? "หน่วยงาน" : "ผู้แทน";
  const bases = { members: `ของ${whom}ทั้งหมด`, present: `ของ${whom}ที่เข้าร่วม`, cast: "ของบัตรดี" };
  return `${shareIn(threshold, format)} ${bases[threshold.base]}`;
};
const wins: Record<Poll["for"], string> = {
  nomination: "ได้รับการเสนอ",
  head: "ได้รับเลือก",
  deputy: "ได้รับเลือก",
  rehearsal: "ผ่าน",
};

const needs = (rule: Rule, format: Format, of: number | undefined) =>
  of === undefined
    ? shareOf(rule, format)
    : `ตั้งแต่ ${format.number(enoughOf(rule.threshold, of))} จากบัตร ${format.number(of)} ใบ`;

export const th: Words = {
  connecting: "กำลังเชื่อมต่อกับการประชุม",
  connectingHow: "หน้าจอจะปรากฏเองเมื่อเชื่อมต่อได้",
  nowhere: "ไม่พบการประชุมนี้",
  nowhereHow: "โปรดตรวจลิงก์ หรือสอบถามฝ่ายเลขานุการสภา",
  demo: "สภาทดลอง",
  lost: (at) => `ไม่มีเครือข่ายตั้งแต่ ${at} แสดงสิ่งที่ทราบในเวลานั้น`,

  opensAt: (when) => `เปิดเวลา ${when}`,
  until: "เหลือ",
  soon: "เชิญท่านผู้แทนเข้าห้องประชุม",
  checkIn: (self) => (self ? "โปรดเปิดบัตรผู้แทนบนโทรศัพท์เพื่อลงชื่อเข้าร่วม" : "โปรดลงชื่อเข้าร่วมที่โต๊ะต้อนรับด้วยบัตรผู้แทน"),
  days: (days) => `${days} วัน`,
  present: "ผู้แทนเข้าร่วม",
  presentOf: (of) => `จากผู้แทน ${of} ท่านเข้าร่วมแล้ว`,
  tried: "ทดลองออกเสียงแล้ว",
  triedOf: (of) => `จาก ${of} ท่านทดลองออกเสียงแล้ว`,
  welcome: "ยินดีต้อนรับท่านผู้แทน",

  agenda: "วาระการประชุม",
  done: "เสร็จแล้ว",
  point: (no, of) => `วาระที่ ${no} จาก ${of}`,

  round: (round) => `รอบที่ ${round}`,
  rule: ({ rule, for: purpose, candidates }, format, of) => {
    const { min, max } = rule.choose;
    const some = min === max || max === 1 ? `เลือก ${max} หน่วยงาน` : `เลือกไม่เกิน ${max} หน่วยงาน`;
    const chosen = rule.yesNo ? "เห็นชอบหรือไม่กับแต่ละหน่วยงาน" : some;
    const voter = rule.voter === "unit" ? "หน่วยงานละหนึ่งบัตร" : "ผู้แทนท่านละหนึ่งบัตร";
    const isFew = rule.seats > 1 && rule.seats < candidates.length;
    const seats = isFew ? ` รับ ${rule.seats} หน่วยงานที่ได้เสียงมากที่สุด` : "";
    return [
      `${rule.secret ? "ออกเสียงลับ" : "ออกเสียงโดยเปิดเผย"} ${voter} ${chosen}`,
      `${wins[purpose]}เมื่อได้ ${needs(rule, format, of)}${seats}`,
    ];
  },
  readyNow: "กำลังจะเปิดการออกเสียง",
  quorumNeeds: (least) => `องค์ประชุม ${least}`,
  quorumReached: "ครบพอเปิดการออกเสียงแล้ว",
  quorumMissing: (more) => `ยังขาด ${more}`,
  noQuorum: "ไม่ได้กำหนดองค์ประชุม",

  inBox: "บัตรเข้าหีบแล้ว",
  inBoxOf: (of) => `จากบัตร ${of} ใบเข้าหีบแล้ว`,
  join: "สแกนเพื่อเปิดบัตรออกเสียง",
  joinHow: "แล้วพิมพ์ 8 ตัวบนบัตร บัตรกระดาษอยู่ที่โต๊ะนับบัตร",
  joinName: "รหัส QR เปิดบัตรออกเสียง",
  openedWith: (present, of, least) => `เข้าร่วม ${present}/${of} ครบองค์ประชุม ${least}`,
  openedShort: (present, of, least) => `เข้าร่วม ${present}/${of} ไม่ครบองค์ประชุม ${least}`,
  openedFree: (present, of) => `เข้าร่วม ${present}/${of} เมื่อเปิด`,
  openNow: "กำลังออกเสียง",
  fingerprint: (code) => `กุญแจหีบ ${code}`,

  over: "หมดเวลาออกเสียงแล้ว",
  overHow: "รอไม่กี่วินาทีให้บัตรที่กำลังส่ง แล้วปิดผนึกหีบ",
  sealed: "ปิดผนึกแล้ว",
  sealedHow: "กรรมการนับบัตรกำลังเปิดหีบ ผลจะปรากฏเมื่อประธานประกาศ",
  inSealed: "บัตรในหีบ",
  sealedName: (count) => `บัตร ${count} ใบในหีบที่ปิดผนึกแล้ว`,
  root: (code) => `ผนึก ${code}`,

  standings: (purpose) => ({ passed: wins[purpose], tied: "เสียงเท่ากัน", "not-passed": "ไม่ผ่าน" }),
  votes: (votes, of) => `${votes} จาก ${of} เสียง`,
  verdict: {
    "no-quorum": "ไม่ครบองค์ประชุม การออกเสียงไม่มีผล",
    nobody: "ยังไม่มีหน่วยงานใดผ่าน",
  },
  tie: (names, tie, round) =>
    ({
      "second-round": `${names} เสียงเท่ากัน ออกเสียงรอบที่ ${round + 1}`,
      "higher-total": `${names} เสียงเท่ากันและอันดับร่วม`,
      chair: `${names} เสียงเท่ากัน ประธานตัดสิน`,
      lot: `${names} เสียงเท่ากัน จับสลาก`,
    })[tie],
  papers: ({ issued, collected, valid }, format) =>
    `รับคืน ${format.number(collected)}/${format.number(issued)} บัตรดี ${format.number(valid)}`,
  dashed: "เส้นประ",
  share: (rule, format) => shareOf(rule, format),
  passedOnly: (rule, format) => `ผ่านเมื่อได้ ${shareOf(rule, format)}`,
  told: (question, passed) => `${question} ${passed}`,

  void: "การออกเสียงครั้งนี้ถูกยกเลิกแล้ว",
  voidHow: "บัตรในหีบไม่ถูกเปิดและไม่นับ โปรดรอประธานให้ออกเสียงใหม่",
  voidBecause: (reason) => `เหตุผล ${reason.replace(/[.\s]*$/, "")}`,

  nextHead: ({ cluster }) => `หัวหน้า ${cluster}`,
  nextDeputies: () => "รองหัวหน้ากลุ่ม",
  nobodyYet: "ยังไม่ได้เลือก",
  nextFoot: "ตามผลการออกเสียงที่ประกาศแล้ว",

  covenant: "ลงนามข้อตกลงการแข่งขัน",
  signed: "ลงนามแล้ว",
  notSigned: "ยังไม่ลงนาม",
  signedOf: "หน่วยงานลงนามแล้ว",
  allSigned: (of) => `ทั้ง ${of} หน่วยงานลงนามข้อตกลงแล้ว`,

  ended: "การประชุมสิ้นสุดแล้ว",
  endedHow: "ขอบคุณท่านผู้แทน",

  page: (no, of) => `หน้า ${no} จาก ${of}`,
  ring: (count, of, what, need) =>
    `${count} จาก ${of} ${what}${need === undefined ? "" : ` องค์ประชุม ${need}`}`,
  tools: { full: "เต็มจอ (F)", theme: "พื้นสว่าง พื้นมืด (D)" },
};
