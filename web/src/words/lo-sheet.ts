import type { Input } from "#domain/points.ts";
import type { Line, Way } from "#domain/scheme.ts";
import type { Fault } from "../pages/sheet/entry.ts";
import type { Format } from "./format.ts";
import type { sheet as vietnamese } from "./vi-sheet.ts";

type WayName = Way["way"] | "deduction";

const ways: Record<WayName, string> = {
  judged: "ໃຫ້ຄະແນນຕາມການຕີລາຄາ",
  steps: "ຕາມຂັ້ນ",
  ratio: "ຕາມອັດຕາສຳເລັດແຜນ",
  "target-and-leader": "ທຽບຄາດໝາຍ ແລະ ຫົວໜ່ວຍນຳໜ້າ",
  "share-of-best": "ຕາມສ່ວນທຽບຫົວໜ່ວຍສູງສຸດ",
  "yes-no": "ບັນລຸ ຫຼື ບໍ່ບັນລຸ",
  "per-time": "ຕາມຈຳນວນຄັ້ງ, ມີຂີດຈຳກັດ",
  "plus-minus": "ບວກ, ລົບຄະແນນ",
  deduction: "ຄະແນນຫັກ",
};

function step(from: number, below: number | undefined, of: "rate" | "count", format: Format): string {
  const unit = of === "rate" ? "\u00a0%" : "";
  if (below === undefined) return `ແຕ່ ${format.number(from)}${unit}`;
  if (of === "count")
    return below - from === 1 ? format.number(from) : `${format.number(from)}–${format.number(below - 1)}`;
  return from === 0
    ? `ຕ່ຳກວ່າ ${format.number(below)}${unit}`
    : `${format.number(from)}–${format.number(below)}${unit}`;
}

function written(line: Line, input: Input | undefined, format: Format): string {
  if (input === undefined) return "ປ່ອຍຫວ່າງ";
  if (typeof input === "boolean") return input ? "ບັນລຸ" : "ບໍ່ບັນລຸ";
  if (typeof input === "number") {
    if (line.kind === "deduction" || line.way.way === "per-time") return `${format.number(input)} ຄັ້ງ`;
    return line.way.way === "steps" && line.way.of === "rate" ? format.percent(input) : format.number(input);
  }
  if ("plus" in input) return `ບວກ ${format.number(input.plus)} ຄັ້ງ, ລົບ ${format.number(input.minus)} ຄັ້ງ`;
  return input.target === undefined
    ? format.number(input.result)
    : `${format.number(input.result)} ຈາກຄາດໝາຍ ${format.number(input.target)}`;
}

function because(line: Line, input: Input | undefined, most: string, format: Format): string {
  const { number } = format;
  if (line.kind === "deduction") {
    const rule = `ແຕ່ລະຄັ້ງຫັກ ${number(line.points)} ຄະແນນ.`;
    return typeof input === "number"
      ? `${number(input)} ຄັ້ງ, ຫັກ ${number(input * line.points)} ຄະແນນ. ${rule}`
      : rule;
  }
  const { way } = line;
  switch (way.way) {
    case "judged":
      return input === undefined
        ? `ຕີລາຄາແຕ່ 0 ຫາ ${most} ຄະແນນ.`
        : `ຕີລາຄາ ${number(input as number)} ຈາກສູງສຸດ ${most} ຄະແນນ.`;
    case "steps": {
      if (typeof input !== "number") return `ຄະແນນຕາມຂັ້ນ, ສູງສຸດ ${most}.`;
      const up = way.steps.toSorted((a, b) => a.from - b.from);
      const at = up.findLastIndex(({ from }) => from <= input);
      const here = up[at];
      if (!here) return `${written(line, input, format)} ຍັງບໍ່ເຖິງຂັ້ນໃດ ຈຶ່ງໄດ້ 0 ຈາກ ${most} ຄະແນນ.`;
      const next = up
        .slice(at + 1)
        .concat(up.slice(0, Math.max(at, 0)).toReversed())
        .find(({ points }) => points > here.points);
      const short =
        next &&
        (next.from > input ? ` ແຕ່ ${written(line, next.from, format)} ໄດ້ ${number(next.points)}.` : "");
      return `${written(line, input, format)} ຢູ່ໃນຂັ້ນ ${step(here.from, up[at + 1]?.from, way.of, format)} ຈຶ່ງໄດ້ ${number(here.points)} ຈາກ ${most} ຄະແນນ.${short ?? ""}`;
    }
    case "ratio": {
      if (typeof input !== "object" || !("result" in input) || !input.target)
        return `ຜົນຫານຄາດໝາຍ, ຄູນ ${most} ຄະແນນ.`;
      const over = input.result > input.target && !way.uncapped ? ` ເກີນຄາດໝາຍກໍນັບ ${most}.` : "";
      return `${written(line, input, format)} ແມ່ນ ${format.percent(Math.round((10_000 * input.result) / input.target) / 100)}, ຄູນ ${most} ຄະແນນ.${over}`;
    }
    case "target-and-leader":
      return `ເຄິ່ງໜຶ່ງຂອງຄະແນນຕາມການບັນລຸຄາດໝາຍ, ເຄິ່ງໜຶ່ງທຽບຫົວໜ່ວຍທີ່ເກີນຄາດໝາຍຫຼາຍສຸດ. ຄິດໄລ່ເມື່ອມີຕົວເລກຄົບທັງກຸ່ມ, ສູງສຸດ ${most}.`;
    case "share-of-best":
      return `ຜົນຫານຜົນສູງສຸດໃນກຸ່ມ, ຄູນ ${most} ຄະແນນ. ຄິດໄລ່ເມື່ອມີຕົວເລກຄົບທັງກຸ່ມ.`;
    case "yes-no":
      return input === true
        ? `ບັນລຸ ຈຶ່ງໄດ້ ${most} ຄະແນນ.`
        : input === false
          ? `ບໍ່ບັນລຸ ຈຶ່ງໄດ້ 0 ຈາກ ${most} ຄະແນນ.`
          : `ຖ້າບັນລຸໄດ້ ${most} ຄະແນນ.`;
    case "per-time": {
      const rule = `ແຕ່ລະຄັ້ງ ${number(way.points)} ຄະແນນ, ສູງສຸດ ${most}.`;
      return typeof input === "number"
        ? `${number(input)} ຄັ້ງຄູນ ${number(way.points)} ແມ່ນ ${number(input * way.points)}. ${rule}`
        : rule;
    }
    case "plus-minus": {
      const rule = `ແຕ່ລະຄັ້ງບວກ ${number(way.plus)}, ແຕ່ລະຄັ້ງລົບ ${number(way.minus)}, ລະຫວ່າງ ${number(way.min)} ຫາ ${number(way.max)}.`;
      if (typeof input !== "object" || !("plus" in input)) return rule;
      return `ບວກ ${number(input.plus)} ຄັ້ງ, ລົບ ${number(input.minus)} ຄັ້ງ ແມ່ນ ${number(input.plus * way.plus - input.minus * way.minus)}. ${rule}`;
    }
  }
}

function fieldName(line: Line, field: string): string {
  if (field === "result") return "ຜົນ";
  if (field === "target")
    return line.kind !== "deduction" && line.way.way === "target-and-leader" ? "ຄາດໝາຍ, ຖ້າໄດ້ມອບ" : "ຄາດໝາຍ";
  if (field === "plus") return "ຈຳນວນຄັ້ງບວກ";
  if (field === "minus") return "ຈຳນວນຄັ້ງລົບ";
  if (line.kind === "deduction" || line.way.way === "per-time") return "ຈຳນວນຄັ້ງ";
  if (line.way.way === "steps") return line.way.of === "rate" ? "ອັດຕາທີ່ບັນລຸ, %" : "ຈຳນວນ";
  return "ຄະແນນ";
}

function faultIn(fault: Fault, typed: string, format: Format): string {
  switch (fault.why) {
    case "no-number":
      return `“${typed}” ບໍ່ແມ່ນຕົວເລກ. ຕົວຢ່າງ: 74,5`;
    case "two-ways":
      return `${typed} ອ່ານໄດ້ສອງແບບ. ໝາຍເຖິງ:`;
    case "above":
      return `${typed} ຫຼາຍກວ່າຄະແນນສູງສຸດ ${format.number(fault.most)}.${fault.meant === undefined ? "" : ` ໝາຍເຖິງ ${format.typed(fault.meant)} ບໍ?`}`;
    case "below":
      return "ຕົວເລກນີ້ຕິດລົບບໍ່ໄດ້.";
    case "not-whole":
      return "ຕົວເລກນີ້ຕ້ອງເປັນຈຳນວນເຕັມ.";
    case "too-fine":
      return `ທົດສະນິຍົມຫຼາຍສຸດ ${fault.decimals} ຕົວ.`;
    case "no-target":
      return "ຍັງຂາດຄາດໝາຍ.";
    case "no-result":
      return "ຍັງຂາດຜົນ.";
    case "target-zero":
      return "ຄາດໝາຍຕ້ອງຫຼາຍກວ່າ 0.";
  }
}

const listed = (codes: readonly string[]) =>
  codes.length > 8 ? `${codes.slice(0, 8).join(", ")} ແລະ ອີກ ${codes.length - 8} ແຖວ` : codes.join(", ");

export const sheet: typeof vietnamese = {
  ways,
  step,
  written,
  because,
  fieldName,
  fault: faultIn,
  lede: (phase, deadline, isOver) =>
    phase === "covenant" || phase === "running"
      ? "ໃບໃຫ້ຄະແນນ. ຍັງບໍ່ເຖິງເວລາໃຫ້ຄະແນນຕົນເອງ."
      : phase === "closed"
        ? "ໃບໃຫ້ຄະແນນ. ປີໄດ້ປິດແລ້ວ."
        : phase === "voting" || phase === "counting"
          ? "ໃບໃຫ້ຄະແນນ. ຜ່ານໄລຍະໃຫ້ຄະແນນຕົນເອງ ແລະ ກວດກາ-ປະເມີນແລ້ວ."
          : isOver
            ? `ໃບໃຫ້ຄະແນນ. ໝົດກຳນົດໃຫ້ຄະແນນຕົນເອງເມື່ອ ${deadline}.`
            : `ໃບໃຫ້ຄະແນນ. ກຳນົດໃຫ້ຄະແນນຕົນເອງ ${deadline}.`,
  parts: "ສ່ວນຕ່າງໆຂອງໃບ",
  part: (code, title) => (code === "+" ? "ຄະແນນເພີ່ມ, ຄະແນນຫັກ" : title ? `${code}. ${title}` : `ສ່ວນ ${code}`),
  criterion: "ເກນປະເມີນ",
  papers: "ຫຼັກຖານ",
  papersShort: "ຫຼັກຖານ",
  lacking: "ຂາດ",
  noPapers: "ຍັງບໍ່ມີຫຼັກຖານ.",
  addPaper: "ຂຽນເລກທີເອກະສານ",
  removePaper: (number) => `ເອົາຫຼັກຖານ ${number} ອອກ`,
  paperNumber: "ເລກທີເອກະສານ",
  paperDate: "ວັນທີ",
  paperTitle: "ເນື້ອໃນຫຍໍ້",
  savePaper: "ບັນທຶກຫຼັກຖານ",
  claim: "ໃຫ້ຄະແນນຕົນເອງ",
  counts: "ນັບ",
  sum: "ຄະແນນລວມ",
  sumOf: (filled, of, waiting) =>
    `${filled} ໃນ ${of} ແຖວ.${waiting > 0 ? ` ${waiting} ແຖວທີ່ທຽບກັບຫົວໜ່ວຍອື່ນຍັງບໍ່ໄດ້ບວກ.` : ""}`,
  submit: "ຍື່ນໃບ",
  submitTitle: "ຍື່ນໃບໃຫ້ຄະແນນ",
  submitHow: (points) => `ໃບມີຄະແນນປະເມີນຕົນເອງ ${points} ຄະແນນ. ຍື່ນແລ້ວແກ້ບໍ່ໄດ້, ເວັ້ນແຕ່ອົງການປະຈຳການສະພາສົ່ງຄືນ.`,
  leaveBlank: (count) => `ປ່ອຍ ${count} ແຖວນີ້ຫວ່າງ, ຍອມຮັບ 0 ຄະແນນ`,
  leaveAndSubmit: "ປ່ອຍຫວ່າງ ແລະ ຍື່ນ",
  notYet: "ຍັງບໍ່ຍື່ນ",
  missing: (codes) => `ຍັງ ${codes.length} ແຖວບໍ່ໄດ້ໃຫ້ຄະແນນ: ${listed(codes)}.`,
  toBlank: "ໄປແຖວຫວ່າງຕໍ່ໄປ",
  nextBlank: (count) => `ແຖວຫວ່າງຕໍ່ໄປ (${count})`,
  filledOf: (filled, of) => `${filled} ໃນ ${of} ແຖວໃຫ້ຄະແນນແລ້ວ`,
  wasShort: (year) => `${year}:`,
  notAssigned: "ບໍ່ໄດ້ມອບໝາຍໃຫ້ຫົວໜ່ວຍນີ້",
  conflict: "ສອງຄົນແກ້ແຖວນີ້ພ້ອມກັນ. ກະລຸນາເລືອກຄ່າໜຶ່ງ.",
  conflictShort: "ມີສອງຄ່າ, ຕ້ອງເລືອກ",
  toConflict: (count) => `ໄປແຖວທີ່ມີສອງຄ່າ (${count})`,
  mine: "ກຳລັງພິມໃນເຄື່ອງນີ້",
  cleared: "ຜູ້ອື່ນລຶບແລ້ວ",
  keepMine: "ຮັກສາສ່ວນຂອງເຄື່ອງນີ້",
  keepTheirs: "ເອົາສ່ວນຂອງຜູ້ນັ້ນ",
  theirPapers: "ຜູ້ອື່ນຫາກໍບັນທຶກ",
  faulty: "ຕົວເລກຍັງບໍ່ຖືກ, ຍັງບໍ່ສົ່ງ",
  found: (_isNobody, reason) => (reason ? `ກວດກາ: ${reason}` : "ກວດກາແລ້ວຄົງເດີມ"),
  othersEnter: (line) =>
    line.kind !== "deduction" && line.agency !== undefined ? "ອົງການຊ່ຽວຊານບັນທຶກ" : "ມີພຽງອົງການປະຈຳການສະພາບັນທຶກ",
  waits: "ຄິດໄລ່ເມື່ອມີຕົວເລກຄົບທັງກຸ່ມ",
  waitsFilled: "ມີຕົວເລກແລ້ວ, ຄິດໄລ່ເມື່ອຄົບທັງກຸ່ມ",
  each: (points) => `${points}`,
  bar: (points, most, before) =>
    `${points} ຈາກ ${most} ຄະແນນ${before === undefined ? "" : `, ປີກ່ອນ ${before}`}`,
  barBlank: (most) => `ຍັງບໍ່ມີຄະແນນ, ສູງສຸດ ${most}`,
  yesNo: "ຜົນ",
  yes: "ບັນລຸ",
  no: "ບໍ່ບັນລຸ",
  write: (number) => `ຂຽນ ${number}`,
  how: "ຄິດໄລ່ແນວໃດ?",
  why: (points) => `ເປັນຫຍັງ ${points} ຄະແນນ?`,
  ladder: "ຂັ້ນຄະແນນ",
  rule: "ກົດເກນ",
  ruleOf: (title, code) => `${title}, ແຖວ ${code}`,
  way: "ວິທີໃຫ້ຄະແນນ",
  author: "ຜູ້ບັນທຶກ",
  findingBy: (name, at) => `ກວດກາ, ${name}, ${at}`,
  explanation: "ຄຳຊີ້ແຈງຂອງຫົວໜ່ວຍ",
  explain: "ຊີ້ແຈງ",
  explainHow: "ສົ່ງພ້ອມໃບໃຫ້ຜູ້ກວດກາ ແລະ ອົງການປະຈຳການສະພາ.",
  yearBefore: (year) => `ປີ ${year}`,
  before: (line, { input, points }, format) =>
    points === undefined
      ? written(line, input, format)
      : typeof input === "number" && line.kind !== "deduction" && line.way.way === "judged"
        ? `${format.number(points)} ຄະແນນ`
        : `${format.number(points)} ຄະແນນ, ${written(line, input, format)}`,
  returned: (at) => `ໃບຖືກສົ່ງຄືນ ${at}. ເຫດຜົນ:`,
  isIn: (at) => `ຍື່ນໃບແລ້ວ${at ? ` ເມື່ອ ${at}` : ""}.`,
  isInHow: "ໃບລັອກແລ້ວເພື່ອກວດກາ. ຖ້າຕ້ອງແກ້, ກະລຸນາໃຫ້ອົງການປະຈຳການສະພາສົ່ງຄືນ.",
  isFinal: "ໃບສະຫຼຸບແລ້ວຫຼັງກວດກາ.",
  mayExplain: "ໃບກຳລັງຖືກກວດກາ. ເປີດແຖວໜຶ່ງເພື່ອອ່ານຜົນກວດກາ ແລະ ຂຽນຄຳຊີ້ແຈງ.",
  notOwn: (state) => `ເບິ່ງເທົ່ານັ້ນ: ໃບແມ່ນຫົວໜ່ວຍໃຫ້ຄະແນນເອງ. ${state}.`,
  stranded: (count) => `ຍັງ ${count} ການປ່ຽນແປງໃນເຄື່ອງນີ້ທີ່ສົ່ງບໍ່ທັນກ່ອນໃບຖືກລັອກ.`,
  strandedLine: (change) =>
    change.of === "claim"
      ? `ແຖວ ${change.code}: ${Object.values(change.fields).join(" / ")}`
      : change.of === "papers"
        ? `ແຖວ ${change.code}: ${change.papers.map(({ number }) => number).join(", ")}`
        : `ແຖວ ${change.code}: ${change.text}`,
  forget: "ອ່ານແລ້ວ, ເອົາອອກ",
};
