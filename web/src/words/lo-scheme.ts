import type { Line } from "#domain/scheme.ts";
import type { Change, Part } from "#domain/scheme-changes.ts";
import type { Fault } from "../pages/scheme/reading.ts";
import type { Note } from "../pages/scheme/said.svelte.ts";
import type { Kind } from "../pages/scheme/typed.ts";
import type { Format } from "./format.ts";
import { sheet } from "./lo-sheet.ts";
import type { scheme as vietnamese } from "./vi-scheme.ts";

const kinds: Record<Kind, string> = {
  group: "ໝວດ",
  criterion: "ເກນປະເມີນ",
  bonus: "ຄະແນນເພີ່ມ",
  deduction: "ຄະແນນຫັກ",
};

function way(line: Line, most: string, format: Format): string {
  if (line.kind === "deduction") return `ແຕ່ລະຄັ້ງຫັກ ${format.number(line.points)} ຄະແນນ`;
  const { way } = line;
  if (way.way === "steps") {
    const up = way.steps.toSorted((a, b) => a.from - b.from);
    const steps = up.map(({ from, points }, at) => {
      const step = sheet.step(from, up[at + 1]?.from, way.of, format);
      return `${step}: ${format.number(points)}`;
    });
    return (way.of === "rate" ? steps.toReversed() : steps).join("; ");
  }
  const uncapped = way.way === "ratio" && way.uncapped ? " ເກີນຄາດໝາຍໄດ້ຄະແນນເກີນ." : "";
  return sheet.because(line, undefined, most, format).replace(/\.$/, "") + (uncapped && `.${uncapped}`);
}

function owner(line: Line): string {
  if (line.kind !== "deduction" && line.agency !== undefined) return `ອົງການ ${line.agency} ໃຫ້ຄະແນນ`;
  return line.by === "clerk" ? "ອົງການປະຈຳການສະພາບັນທຶກ" : "";
}

function place(line: Line): string {
  if (line.kind === "criterion") return `ໝວດ ${line.group}`;
  if (line.kind === "deduction") return "ຄະແນນຫັກ";
  return line.aboveTotal ? "ຄະແນນເພີ່ມນອກຄະແນນລວມ" : "ຄະແນນເພີ່ມໃນຄະແນນລວມ";
}

function note(note: Note, format: Format): string {
  if ("flaw" in note)
    return note.flaw === "code-twice"
      ? `ລະຫັດ ${note.line} ໃຊ້ສອງຄັ້ງ.`
      : `ສອງຂັ້ນມີຂອບດຽວກັນ ${format.number(note.from)}. ຕ້ອງແກ້ຂອບໜຶ່ງ.`;
  switch (note.warning) {
    case "no-step-below":
      return `ມີຊ່ອງວ່າງ: ຕ່ຳກວ່າ ${format.number(note.at)} ບໍ່ມີຂັ້ນ ຈຶ່ງໄດ້ 0 ຄະແນນ.`;
    case "steps-fall":
      return `ແຕ່ ${format.number(note.at)} ໄດ້ຄະແນນໜ້ອຍກວ່າຂັ້ນຕ່ຳກວ່າ. ຖືກຕ້ອງບໍ?`;
    case "count-not-whole":
      return `ຂອບ ${format.number(note.at)} ບໍ່ແມ່ນຈຳນວນເຕັມ, ແຕ່ຂັ້ນຄິດຕາມຈຳນວນ.`;
    case "no-points":
      return "ແຖວນີ້ຍັງບໍ່ມີຄະແນນ.";
  }
}

const fields: Record<Fault["field"], string> = {
  code: "ລະຫັດ",
  title: "ເນື້ອໃນ",
  points: "ຄະແນນ",
  each: "ຄະແນນແຕ່ລະຄັ້ງ",
  minus: "ຄະແນນຫັກແຕ່ລະຄັ້ງ",
  least: "ຄະແນນຕ່ຳສຸດ",
  steps: "ຂັ້ນ",
  agency: "ອົງການໃຫ້ຄະແນນ",
};

function fault({ field, why, at }: Fault): string {
  const name = at === undefined ? fields[field] : `${fields[field]} ${at + 1}`;
  switch (why) {
    case "missing":
      return field === "steps" && at === undefined ? "ຍັງບໍ່ມີຂັ້ນ." : `${name}: ຍັງຂາດ.`;
    case "no-number":
      return `${name}: ບໍ່ແມ່ນຕົວເລກ. ຕົວຢ່າງ: 7,5`;
    case "too-fine":
      return `${name}: ທົດສະນິຍົມຫຼາຍສຸດສອງຕົວ.`;
    case "below":
      return `${name}: ຕິດລົບບໍ່ໄດ້.`;
    case "bad-code":
      return "ລະຫັດມີພຽງຕົວອັກສອນ, ຕົວເລກ ແລະ . - _ / ( )";
    case "too-long":
      return `${name}: ຍາວ ຫຼື ໃຫຍ່ເກີນໄປ.`;
    case "above-most":
      return "ຄະແນນຕ່ຳສຸດຫຼາຍກວ່າຄະແນນສູງສຸດ.";
    case "bad-agency":
      return "ລະຫັດອົງການຂຽນຕົວນ້ອຍ, ບໍ່ມີວັນນະຍຸດ, ຕໍ່ດ້ວຍຂີດ. ຕົວຢ່າງ: so-tai-chinh";
  }
}

const parts: Record<Part, string> = {
  code: "ປ່ຽນລະຫັດ",
  title: "ປ່ຽນເນື້ອໃນ",
  place: "ຍ້າຍບ່ອນ",
  points: "ປ່ຽນຄະແນນ",
  way: "ປ່ຽນວິທີໃຫ້ຄະແນນ",
  owner: "ປ່ຽນຜູ້ໃຫ້ຄະແນນ",
};

function partOf(line: Line, part: Part, most: string, format: Format): string {
  switch (part) {
    case "code":
      return line.code;
    case "title":
      return line.title ?? "(ປ່ອຍຫວ່າງ)";
    case "place":
      return place(line);
    case "points":
      return `${most} ຄະແນນ`;
    case "way":
      return way(line, most, format);
    case "owner":
      return owner(line) || "ຫົວໜ່ວຍໃຫ້ຄະແນນເອງ";
  }
}

function summary(changes: readonly Change[]): string {
  const count = (what: Change["what"]) => changes.filter((change) => change.what === what).length;
  const said = [
    [count("added"), "ເພີ່ມ"],
    [count("removed"), "ເອົາອອກ"],
    [count("changed"), "ແກ້"],
  ] as const;
  const told = said.flatMap(([no, verb]) => (no > 0 ? [`${verb} ${no} ແຖວ`] : []));
  const rest = changes.length - said.reduce((sum, [no]) => sum + no, 0);
  if (rest > 0) told.push(`${rest} ການປ່ຽນແປງທົ່ວໄປ`);
  return told.length === 0 ? "ບໍ່ມີຫຍັງຕ່າງ." : `${told.join(", ")}.`;
}

function sum(sum: number, total: number | undefined, { number }: Format): string {
  const lacking = Math.round(((total ?? sum) - sum) * 100) / 100;
  if (total === undefined) return `ລວມທຸກແຖວ ${number(sum)} ຄະແນນ.`;
  if (lacking === 0) return `ລວມທຸກແຖວໄດ້ ${number(sum)} ຄະແນນພໍດີ.`;
  return lacking > 0
    ? `ລວມທຸກແຖວ ${number(sum)}, ຍັງຂາດ ${number(lacking)} ຄະແນນ.`
    : `ລວມທຸກແຖວ ${number(sum)}, ເກີນ ${number(-lacking)} ຄະແນນ.`;
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
    added: "ເພີ່ມ",
    removed: "ເອົາອອກ",
    changed: "ແກ້",
    total: "ຄະແນນລວມ",
    group: "ໝວດ",
    bands: "ລະດັບຈັດປະເພດ",
  },
  title: (year) => `ຕາຕະລາງເກນໃຫ້ຄະແນນປີ ${year}`,
  sentence: (published, drafts) =>
    published + drafts === 0
      ? "ປີນີ້ຍັງບໍ່ມີຕາຕະລາງເກນ."
      : drafts === 0
        ? `${published} ຕາຕະລາງປະກາດໃຊ້ແລ້ວ.`
        : published === 0
          ? `${drafts} ຕາຕະລາງກຳລັງຮ່າງ, ຍັງບໍ່ປະກາດໃຊ້.`
          : `${published} ຕາຕະລາງປະກາດໃຊ້ແລ້ວ, ${drafts} ກຳລັງຮ່າງ.`,
  noneHow: "ເຮັດຈາກແບບແທ້, ສຳເນົາຈາກປີກ່ອນ, ວາງຈາກ Excel ຫຼື Word, ຫຼື ຂຽນໃໝ່.",
  noneFor: "ພະນັກງານປະຈຳສະພາຮ່າງ ແລະ ປະກາດໃຊ້ຕາຕະລາງເກນ.",
  make: "ເຮັດຕາຕະລາງເກນ",
  version: (no) => `ສະບັບ ${no}`,
  drafting: "ກຳລັງຮ່າງ",
  published: (day) => `ປະກາດໃຊ້ ${day}`,
  savedBy: (name, at) => `${name} ແກ້ ${at}`,
  linesAndTotal: (lines, total) => `${lines} ແຖວ, ${total} ຄະແນນ`,
  usedBy: (clusters) => `${clusters.join(", ")} ກຳລັງໃຊ້.`,
  lent: "ໃຊ້ຈາກປີກ່ອນ",
  lentHow: "ກຸ່ມເຫຼົ່ານີ້ຍັງບໍ່ເລືອກຕາຕະລາງຂອງປີນີ້ ຈຶ່ງຍັງໃຊ້ຕາຕະລາງເກົ່າ.",
  oneFrom: (year, no) => `ປີ ${year}, ສະບັບ ${no}`,
  usedByNobody: "ຍັງບໍ່ມີກຸ່ມໃຊ້.",
  goOn: "ຮ່າງຕໍ່",
  begin: "ຮ່າງສະບັບໃໝ່",
  look: "ເບິ່ງ ແລະ ພິມ",
  compare: "ສົມທຽບ",
  toList: "ກັບໄປລາຍການຕາຕະລາງເກນ",
  notChosen: "ກຸ່ມຍັງບໍ່ມີຕາຕະລາງເກນທີ່ປະກາດໃຊ້.",
  notChosenHow: "ພະນັກງານປະຈຳສະພາປະກາດໃຊ້ແລ້ວເລືອກໃຫ້ກຸ່ມ.",
  print: "ພິມຕາຕະລາງ",
  code: "ລະຫັດ",
  content: "ເນື້ອໃນ",
  how: "ວິທີໃຫ້ຄະແນນ",
  points: "ຄະແນນ",
  sum: "ລວມ",
  total: "ຄະແນນລວມ",
  above: "ນອກຄະແນນລວມ",
  bands: "ລະດັບຈັດປະເພດ",
  band: (title, from, floor) =>
    `${title}: ແຕ່ ${from} ຂອງຄະແນນທີ່ມອບໝາຍ${floor === undefined ? "" : `, ບໍ່ມີແຖວໃດຕ່ຳກວ່າ ${floor}`}`,
  source: "ອີງຕາມ",
  copiedFrom: (year, title, no) => `ສຳເນົາຈາກ ${title} ປີ ${year}, ສະບັບ ${no}.`,
  stamp: (no, day) => (day === undefined ? `ສະບັບ ${no}, ກຳລັງຮ່າງ, ຍັງບໍ່ມີຜົນ.` : `ສະບັບ ${no}, ປະກາດໃຊ້ວັນທີ ${day}.`),
  signs: { maker: "NGƯỜI LẬP", head: "TM. HỘI ĐỒNG" },
  clusters: "ກຸ່ມທີ່ໃຊ້ຕາຕະລາງເກນ",
  uses: (title, no) => (title === undefined ? "ຍັງບໍ່ເລືອກຕາຕະລາງ" : `${title}, ສະບັບ ${no}`),
  usesThis: "ກຳລັງໃຊ້ສະບັບນີ້",
  use: (cluster) => `${cluster} ໃຊ້ສະບັບນີ້`,
  useHow: "ໃບທີ່ໃຫ້ຄະແນນຕາມຕາຕະລາງເກົ່າຮັກສາຕົວເລກໄວ້; ແຖວທີ່ບໍ່ມີໃນຕາຕະລາງໃໝ່ບໍ່ນັບ.",

  makeTitle: "ເຮັດຕາຕະລາງເກນ",
  makeSentence: "ເລືອກວິທີເລີ່ມໜຶ່ງ. ຍັງບໍ່ມີຫຍັງປະກາດໃຊ້ຈົນພະນັກງານກົດປະກາດໃຊ້.",
  ways: {
    template: "ຈາກແບບແທ້",
    copy: "ສຳເນົາຈາກຕາຕະລາງທີ່ມີ",
    paste: "ວາງຈາກ Excel, Word",
    file: "ຈາກໄຟລ໌ Excel",
    empty: "ຂຽນໃໝ່",
  },
  templateHow: "ຕາຕະລາງແທ້ຂອງອົງການຕ່າງໆ, ສ່ວນໃດອ່ານໄດ້ກໍມີ. ເລືອກເພື່ອເບິ່ງກ່ອນ.",
  templateTotal: (lines, total) => `${lines} ແຖວ${total === undefined ? "" : `, ລວມ ${total} ຄະແນນ`}`,
  noYear: "ບໍ່ບອກປີ",
  seen: "ອ່ານໄດ້",
  take: "ໃຊ້ຕາຕະລາງນີ້",
  copy: "ສຳເນົາຕາຕະລາງນີ້",
  copyHow: "ສຳເນົາແມ່ນຮ່າງໃໝ່, ບອກວ່າສຳເນົາມາຈາກໃສ.",
  copyNone: "ຍັງບໍ່ມີຕາຕະລາງໃຫ້ສຳເນົາ.",
  pasteHow:
    "ເລືອກທັງຕາຕະລາງໃນ Excel ຫຼື Word, ສຳເນົາ, ແລ້ວວາງໃນຊ່ອງນີ້. ຖັນລະຫັດ, ເນື້ອໃນ, ຄະແນນຈະຮູ້ເອງ; ລະດັບມາຈາກເລກລຳດັບ.",
  pasteField: "ວາງຕາຕະລາງບ່ອນນີ້",
  pasteNothing: "ຍັງບໍ່ເຫັນຕາຕະລາງໃນສິ່ງທີ່ວາງ.",
  fileField: "ໄຟລ໌ Excel ຫຼື CSV",
  fileWhich: "ແຜ່ນງານ",
  columns: "ຖັນໃດແມ່ນຫຍັງ",
  column: (no, example) => `ຖັນ ${no}${example ? `: ${example}` : ""}`,
  noColumn: "ບໍ່ມີ",
  readLines: (lines, groups, sum) => `${lines} ແຖວໃນ ${groups} ໝວດ, ລວມ ${sum} ຄະແນນ.`,
  joined: (count) => `${count} ແຖວມີຫົວຂໍ້ລະດັບກາງ ຫຼື ລະດັບຄະແນນຂຽນໄວ້ໃນເນື້ອໃນ, ເພາະຕາຕະລາງນີ້ມີສອງລະດັບ.`,
  differing: (code, printed, sum) => `ໝວດ ${code} ຂຽນ ${printed} ຄະແນນ, ແຖວລວມ ${sum}.`,
  doubtful: (count) => `${count} ແຖວຕ້ອງເບິ່ງຄືນໃນໜ້າຮ່າງ.`,
  name: "ຊື່ຕາຕະລາງ",
  nameFor: (year) => `ຕາຕະລາງເກນ ${year}`,
  start: "ເຮັດຕາຕະລາງນີ້",
  emptyHow: "ຕາຕະລາງມີໝວດໜຶ່ງ ແລະ ແຖວໜຶ່ງ; ກົດ Enter ເພື່ອເພີ່ມແຖວ.",

  mayNot: "ມີພຽງພະນັກງານປະຈຳສະພາຮ່າງຕາຕະລາງເກນ, ເມື່ອປີຍັງເປີດ.",
  basis: "ອີງຕາມເອກະສານ",
  basisHow: "ເລກທີ, ສັນຍາລັກ, ວັນທີຂອງເອກະສານ.",
  totalField: "ຄະແນນລວມຂອງຕາຕະລາງ",
  totalHow: "ປ່ອຍຫວ່າງຖ້າຕາຕະລາງບໍ່ມີຄະແນນລວມ.",
  counts: (lines, bonus, deductions) =>
    [
      `${lines} ເກນ`,
      ...(bonus > 0 ? [`${bonus} ແຖວເພີ່ມ`] : []),
      ...(deductions > 0 ? [`${deductions} ແຖວຫັກ`] : []),
    ].join(", "),
  lines: "ແຖວຂອງຕາຕະລາງ",
  undo: "ຍົກເລີກຄັ້ງລ່າສຸດ",
  redo: "ເຮັດຄືນ",
  renumber: "ໃສ່ເລກຄືນ",
  keys: "ປຸ່ມລັດ",
  keysHow: [
    ["Enter", "ແຖວຕໍ່ໄປ"],
    ["Tab, Shift Tab ຢູ່ຕົ້ນແຖວ", "ປ່ຽນລະດັບໝວດ, ເກນ; ຫຼັງ Esc ໄປຊ່ອງອື່ນ"],
    ["Alt ແລະ ລູກສອນຂຶ້ນ, ລົງ", "ຍ້າຍແຖວ"],
    ["Backspace ໃນແຖວຫວ່າງ", "ລຶບແຖວ"],
    ["Ctrl Z, Ctrl Shift Z", "ຍົກເລີກ, ເຮັດຄືນ"],
  ],
  groupPlaceholder: "ຊື່ໝວດ",
  linePlaceholder: "ເນື້ອໃນເກນ",
  addGroup: "ເພີ່ມໝວດ",
  addLine: "ເພີ່ມເກນ",
  addBonus: "ເພີ່ມຄະແນນເພີ່ມ",
  addDeduction: "ເພີ່ມຄະແນນຫັກ",
  addBand: "ເພີ່ມລະດັບ",
  codeOf: (kind, code) => `ລະຫັດ, ${kind} ${code}`,
  titleOf: (kind, code) => `ເນື້ອໃນ, ${kind} ${code}`,
  pointsOf: (code) => `ຄະແນນ, ແຖວ ${code}`,
  openLine: (code, way) => `ວິທີໃຫ້ຄະແນນແຖວ ${code}: ${way}`,
  kind: "ປະເພດແຖວ",
  wayField: "ວິທີໃຫ້ຄະແນນ",
  each: "ແຕ່ລະຄັ້ງໄດ້",
  limit: "ສູງສຸດ",
  eachOff: "ແຕ່ລະຄັ້ງຫັກ",
  least: "ຕ່ຳສຸດ",
  highest: "ສູງສຸດ",
  uncapped: "ເກີນຄາດໝາຍໄດ້ຄະແນນເກີນສູງສຸດ",
  of: "ຂັ້ນຄິດຕາມ",
  ofRate: "ອັດຕາ, %",
  ofCount: "ຈຳນວນ, ຈຳນວນຜິດ",
  stepFrom: (no) => `ຂັ້ນ ${no}, ແຕ່`,
  stepPoints: (no) => `ຂັ້ນ ${no}, ຄະແນນ`,
  from: "ແຕ່",
  addStep: "ເພີ່ມຂັ້ນ",
  dropStep: (no) => `ເອົາຂັ້ນ ${no} ອອກ`,
  who: "ໃຜໃຫ້ຄະແນນ",
  byUnit: "ຫົວໜ່ວຍໃຫ້ຄະແນນເອງ, ແລ້ວກວດກາ",
  byClerk: "ມີພຽງອົງການປະຈຳການສະພາບັນທຶກ",
  byAgency: "ອົງການຊ່ຽວຊານໃຫ້ຄະແນນ",
  agency: "ລະຫັດອົງການ",
  agencyHow: "ຄືໃນບັນຊີຂອງອົງການ, ເຊັ່ນ so-tai-chinh.",
  aboveTotal: "ບວກນອກຄະແນນລວມ, ເກີນຂອບໄດ້",
  tryIt: "ລອງຕົວເລກໜຶ່ງ",
  tryGives: (points) => `ໄດ້ ${points} ຄະແນນ`,
  best: "ຫົວໜ່ວຍນຳໜ້າກຸ່ມ",
  moveUp: "ຂຶ້ນ",
  moveDown: "ລົງ",
  toGroup: "ເປັນໝວດ",
  toLine: "ເປັນເກນ",
  drop: "ລຶບແຖວ",
  bandTitle: "ຊື່ລະດັບ",
  bandFrom: "ແຕ່, %",
  bandFloor: "ແຕ່ລະແຖວແຕ່, %",
  dropBand: (title) => `ເອົາລະດັບ ${title} ອອກ`,

  conflict: "ຜູ້ອື່ນຫາກໍບັນທຶກຕາຕະລາງນີ້.",
  conflictBy: (name, at) => `${name} ບັນທຶກ ${at}. ສິ່ງທີ່ຮ່າງໃນເຄື່ອງນີ້ຍັງຄົບ. ຕ່າງກັນ:`,
  keepMine: "ຮັກສາສ່ວນຂອງເຄື່ອງນີ້",
  keepTheirs: "ເອົາສ່ວນຂອງຜູ້ນັ້ນ",
  conflictHow: "ເລືອກຂ້າງໃດກໍຍົກເລີກໄດ້.",
  toConflict: "ເລືອກສະບັບທີ່ຈະຮັກສາ",

  publish: "ປະກາດໃຊ້",
  publishTitle: (no) => `ປະກາດໃຊ້ສະບັບ ${no}`,
  publishHow: "ສະບັບທີ່ປະກາດໃຊ້ແລ້ວແກ້ບໍ່ໄດ້; ແກ້ຕໍ່ແມ່ນຮ່າງສະບັບຕໍ່ໄປ. ທຸກຫົວໜ່ວຍອ່ານໄດ້ທັນທີ.",
  publishFirst: (lines, sum) => `ສະບັບທຳອິດ: ${lines} ແຖວ, ${sum} ຄະແນນ.`,
  publishSince: (no) => `ທຽບສະບັບ ${no}:`,
  publishSinceYear: (year) => `ທຽບຕາຕະລາງປີ ${year}:`,
  publishNothing: "ສະບັບນີ້ປະກາດໃຊ້ແລ້ວ. ແກ້ບ່ອນໜຶ່ງແມ່ນເລີ່ມສະບັບຕໍ່ໄປ.",
  flawed: (count) => `ຍັງ ${count} ແຖວຕ້ອງແກ້.`,
  toFlaw: "ໄປແຖວທີ່ຕ້ອງແກ້",
  titleMissing: "ຍັງບໍ່ມີຊື່ຕາຕະລາງ.",
  warned: (count) => `${count} ແຖວມີສິ່ງຄວນເບິ່ງ, ຍັງປະກາດໃຊ້ໄດ້.`,

  changesTitle: (title) => `ການປ່ຽນແປງຂອງ ${title}`,
  against: "ທຽບກັບ",
  nothingBefore: "ບໍ່ມີສະບັບໃຫ້ທຽບ.",
  before: "ກ່ອນ",
  now: "ດຽວນີ້",
  what: "ການປ່ຽນແປງ",
  oneOf: (year, title, no) => `${title}, ສະບັບ ${no}, ປີ ${year}`,
  none: "ບໍ່ບັນທຶກ",
};
