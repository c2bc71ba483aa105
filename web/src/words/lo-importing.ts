import type { Column, Kind } from "#domain/heading.ts";
import type { Fault, FaultCode } from "#domain/roster.ts";
import type { FileFault, Note } from "../pages/setup/reading/table.ts";
import type { importing as vietnamese } from "./vi-importing.ts";

const number = new Intl.NumberFormat("vi-VN").format;
const things: Record<Kind, string> = { units: "ຫົວໜ່ວຍ", people: "ຄົນ" };

const columns: Record<Kind, Record<Column, string>> = {
  units: { id: "ລະຫັດຫົວໜ່ວຍ", name: "ຊື່ຫົວໜ່ວຍ", role: "", unit: "", agency: "" },
  people: {
    id: "ຊື່ຜູ້ໃຊ້",
    name: "ຊື່ ແລະ ນາມສະກຸນ",
    role: "ບົດບາດ",
    unit: "ຫົວໜ່ວຍ",
    agency: "ອົງການຊ່ຽວຊານ",
  },
};

const asExcel = "ເປີດໄຟລ໌ດ້ວຍ Excel, ເລືອກບັນທຶກເປັນ, ປະເພດ “Excel Workbook (.xlsx)”, ແລ້ວເລືອກໄຟລ໌ນັ້ນຄືນ.";
const files: Record<FileFault, readonly [string, string]> = {
  "too-big": ["ໄຟລ໌ໃຫຍ່ກວ່າ 10 MB, ລາຍຊື່ບໍ່ຕ້ອງໃຫຍ່ປານນັ້ນ.", "ລຶບຮູບ ແລະ ຕາຕະລາງອື່ນໃນໄຟລ໌, ຫຼື ສຳເນົາພຽງລາຍຊື່ໄປໄຟລ໌ໃໝ່."],
  picture: ["ໄຟລ໌ນີ້ເປັນຮູບ, ບໍ່ແມ່ນຕາຕະລາງ.", "ຂໍໄຟລ໌ Excel ຈາກຜູ້ສົ່ງ, ຫຼື ພິມລາຍຊື່ຄືນໃນໄຟລ໌ແບບ."],
  pdf: ["ໄຟລ໌ນີ້ເປັນ PDF, ບໍ່ແມ່ນຕາຕະລາງ.", "ຂໍໄຟລ໌ Excel ຫຼື Word ຈາກຜູ້ສົ່ງ. ຕາຕະລາງໃນ Word ໃຫ້ສຳເນົາແລ້ວວາງບ່ອນນີ້."],
  "old-excel": ["ໄຟລ໌ນີ້ເປັນ Excel ແບບເກົ່າ (.xls).", asExcel],
  password: ["ໄຟລ໌ມີລະຫັດຜ່ານ ຈຶ່ງອ່ານບໍ່ໄດ້.", "ເປີດດ້ວຍ Excel, ເອົາລະຫັດຜ່ານອອກ, ບັນທຶກແລ້ວເລືອກຄືນ."],
  macro: ["ໄຟລ໌ມີຄຳສັ່ງ (macro) ຈຶ່ງບໍ່ຮັບ.", asExcel],
  "binary-excel": ["ໄຟລ໌ນີ້ເປັນ Excel ແບບໄບນາຣີ (.xlsb).", asExcel],
  "other-office": ["ໄຟລ໌ນີ້ບໍ່ແມ່ນຕາຕະລາງ Excel.", "ຕາຕະລາງໃນ Word ຫຼື ໂປຣແກຣມອື່ນໃຫ້ສຳເນົາແລ້ວວາງໃນຊ່ອງລຸ່ມ."],
  damaged: ["ໄຟລ໌ເສຍ ຫຼື ດາວໂຫຼດບໍ່ຄົບ.", "ລອງເປີດດ້ວຍ Excel. ຖ້າເປີດໄດ້ໃຫ້ບັນທຶກຄືນແລ້ວເລືອກໄຟລ໌ນັ້ນ."],
  "too-much": ["ໄຟລ໌ນ້ອຍແຕ່ເປີດອອກໃຫຍ່ເກີນໄປ ຈຶ່ງຢຸດອ່ານ.", "ສຳເນົາພຽງລາຍຊື່ໄປໄຟລ໌ໃໝ່ແລ້ວເລືອກໄຟລ໌ນັ້ນ."],
  empty: ["ໄຟລ໌ບໍ່ມີແຖວໃດ.", "ກວດວ່າແມ່ນໄຟລ໌ທີ່ຖືກບໍ, ແລະ ໄດ້ບັນທຶກຫຼັງພິມແລ້ວບໍ."],
  "no-table": ["ໄຟລ໌ນີ້ບໍ່ແມ່ນຕາຕະລາງ.", "ເລືອກໄຟລ໌ Excel (.xlsx) ຫຼື CSV, ຫຼື ວາງຕາຕະລາງໃນຊ່ອງລຸ່ມ."],
  "old-browser": ["ໂປຣແກຣມນີ້ຍັງອ່ານໄຟລ໌ Excel ບໍ່ໄດ້.", "ອັບເດດໂປຣແກຣມ, ຫຼື ເປີດດ້ວຍ Excel ແລ້ວສຳເນົາຕາຕະລາງມາວາງໃນຊ່ອງລຸ່ມ."],
  "too-slow": ["ອ່ານໄຟລ໌ນີ້ເກີນເຄິ່ງນາທີ ຈຶ່ງຢຸດ.", "ສຳເນົາພຽງລາຍຊື່ໄປໄຟລ໌ໃໝ່ແລ້ວເລືອກໄຟລ໌ນັ້ນ."],
};

const notes: Record<Note["note"], (count: number, first: string) => string> = {
  merged: (count, first) => `${number(count)} ຊ່ອງລວມຫຼາຍແຖວ (ຊ່ອງທຳອິດ ${first}): ທຸກແຖວເອົາຕົວໜັງສືຂອງຊ່ອງລວມ.`,
  formulas: (count, first) => `${number(count)} ຊ່ອງເປັນສູດ (ຊ່ອງທຳອິດ ${first}): ເອົາຜົນແລ້ວ.`,
  "no-values": (count, first) =>
    `${number(count)} ຊ່ອງເປັນສູດທີ່ບໍ່ມີຜົນ (ຊ່ອງທຳອິດ ${first}), ອ່ານເປັນຊ່ອງຫວ່າງ. ເປີດດ້ວຍ Excel, ບັນທຶກແລ້ວເລືອກຄືນ.`,
  errors: (count, first) => `${number(count)} ຊ່ອງຂຶ້ນຜິດໃນ Excel (ຊ່ອງທຳອິດ ${first}), ອ່ານເປັນຊ່ອງຫວ່າງ.`,
  dates: (count, first) =>
    `${number(count)} ຊ່ອງເປັນວັນທີ (ຊ່ອງທຳອິດ ${first}). Excel ມັກປ່ຽນລະຫັດເຊັ່ນ 1-2 ເປັນວັນທີ: ກະລຸນາກວດ.`,
};

const faults: Record<FaultCode, (fault: Fault) => string> = {
  "column-missing": () => "ຂາດຖັນນີ້.",
  missing: () => "ຊ່ອງນີ້ຫວ່າງ.",
  "bad-code": () => "ມີພຽງຕົວນ້ອຍບໍ່ມີວັນນະຍຸດ, ຕົວເລກ ແລະ ຂີດ.",
  duplicate: ({ first }) => `ຊ້ຳກັບແຖວ ${first ?? ""}.`,
  taken: () => "ລະຫັດນີ້ເປັນຂອງຊື່ອື່ນໃນສະພາແລ້ວ.",
  "unknown-unit": () => "ຍັງບໍ່ມີຫົວໜ່ວຍຊື່ນີ້.",
  "unknown-role": () => "ບໍ່ຮູ້ບົດບາດນີ້.",
  "not-composed": () => "ວັນນະຍຸດແຍກຈາກຕົວໜັງສື, ຈະຊອກບໍ່ເຫັນ.",
  "stray-spaces": () => "ມີຍະຫວ່າງ ຫຼື ການລົງແຖວເກີນ.",
  "hidden-characters": () => "ມີຕົວເຊື່ອງ ຫຼື ຮູບສັນຍາລັກ.",
  "too-long": () => "ຍາວກວ່າ 200 ຕົວ.",
  "too-many-rows": () => "ຫຼາຍກວ່າ 20.000 ແຖວ.",
};

export const importing: typeof vietnamese = {
  titles: { units: "ນຳເຂົ້າຫົວໜ່ວຍ", people: "ນຳເຂົ້າຜູ້ໃຊ້" },
  kinds: { units: "ຫົວໜ່ວຍ", people: "ຜູ້ໃຊ້" },
  ledeNone: {
    units: "ເອົາລາຍຊື່ຫົວໜ່ວຍທັງໝົດເຂົ້າໃນຄັ້ງດຽວ.",
    people: "ເອົາລາຍຊື່ຜູ້ໃຊ້ທັງໝົດເຂົ້າໃນຄັ້ງດຽວ.",
  },
  how: "ໄຟລ໌ອ່ານໃນເຄື່ອງນີ້. ຍັງບໍ່ສົ່ງຫຍັງອອກໄປຈົນໄດ້ເບິ່ງກ່ອນ.",
  choose: "ເລືອກໄຟລ໌ Excel ຫຼື CSV",
  drop: "ຫຼື ລາກໄຟລ໌ມາວາງບ່ອນນີ້",
  paste: "ຫຼື ວາງຕາຕະລາງທີ່ສຳເນົາຈາກ Excel, Word",
  pasteHow: "ສຳເນົາແຖວຊື່ຖັນນຳ.",
  template: "ດາວໂຫຼດໄຟລ໌ແບບ",
  reading: "ກຳລັງອ່ານໄຟລ໌.",
  files,
  pasted: "ຕາຕະລາງທີ່ວາງ",
  rows: (count, sheet) => (sheet ? `${number(count)} ແຖວ, ຕາຕະລາງ “${sheet}”` : `${number(count)} ແຖວ`),
  other: "ປ່ຽນໄຟລ໌",
  sheet: "ໄຟລ໌ມີຫຼາຍຕາຕະລາງ. ເອົາຕາຕະລາງໃດ?",
  notes,
  columnsTitle: "ຖັນໃດແມ່ນຫຍັງ",
  columns,
  noColumn: "ບໍ່ມີ",
  made: { units: "ບໍ່ມີ, ຕັ້ງເອງຈາກຊື່", people: "ບໍ່ມີ, ຕັ້ງເອງຈາກຊື່" },
  column: (no, heading) => heading || `ຖັນ ${no}`,
  everyRole: "ທຸກຄົນໃນໄຟລ໌ແມ່ນ",
  nameFirst: "ເລືອກຖັນຊື່ກ່ອນ.",

  lede: (kind, good) => (good === 0 ? "ຍັງບໍ່ມີແຖວໃດນຳເຂົ້າໄດ້." : `${number(good)} ${things[kind]}ອ່ານໄດ້ທັນທີ.`),
  toSee: (count) => `${number(count)} ແຖວ`,
  left: "ຍັງ",
  toSeeEnd: "ຕ້ອງເບິ່ງ.",
  nothingWritten: "ຍັງບໍ່ບັນທຶກຫຍັງ. ແກ້ຢູ່ນີ້, ຫຼື ນຳເຂົ້າສ່ວນທີ່ຖືກກ່ອນແລ້ວແກ້ທີຫຼັງ.",
  tried: "ເຊີບເວີກວດແລ້ວ, ຍັງບໍ່ບັນທຶກຫຍັງ.",
  trying: "ເຊີບເວີກຳລັງກວດ.",
  good: "ແຖວຖືກ",
  wrong: "ແຖວຜິດ",
  repeats: "ແຖວຊ້ຳ",
  kept: "ມີແລ້ວ, ຮັກສາໄວ້",
  strip: (all, good, wrong, repeats) =>
    `${number(all)} ແຖວ: ຖືກ ${number(good)}, ຜິດ ${number(wrong)}, ຊ້ຳ ${number(repeats)}`,
  mendAll: (count) => `ແກ້ ${number(count)} ຊ່ອງທີ່ແກ້ໄດ້ທັນທີ`,
  dropRepeats: (count) => `ເອົາ ${number(count)} ແຖວທີ່ຊ້ຳກັນໝົດອອກ`,
  apart: (count) => `ໃຫ້ລະຫັດຕ່າງກັນແກ່ ${number(count)} ແຖວທີ່ຊ້ຳ`,
  faultsTitle: "ແຖວທີ່ຕ້ອງເບິ່ງ",
  line: "ແຖວ",
  how_: "ວິທີແກ້",
  empty: "ຫວ່າງ",
  faults,
  identical: (first) => `ຊ້ຳກັບແຖວ ${number(first)}, ຄືກັນໝົດ.`,
  put: (text) => `ໃຊ້ “${text}”`,
  putAll: (text, count) => `ໃຊ້ “${text}” ສຳລັບ ${number(count)} ແຖວ`,
  chooseRole: "ເລືອກບົດບາດ",
  dropLine: "ເອົາແຖວນີ້ອອກ",
  more: (count) => `ເບິ່ງອີກ ${number(count)} ແຖວ`,
  sample: "ເບິ່ງແຖວທີ່ຖືກ",
  sampleOf: (shown, all) =>
    all > shown ? `${number(shown)} ແຖວທຳອິດຈາກ ${number(all)} ແຖວ` : `${number(all)} ແຖວ`,
  bringIn: (count, isAll) => `ນຳເຂົ້າ ${number(count)} ແຖວ${isAll ? "" : "ທີ່ຖືກ"}`,
  download: (count) => `ດາວໂຫຼດ ${number(count)} ແຖວເພື່ອແກ້`,
  downloadName: "dong-can-sua.xlsx",
  downloadSheet: "ຕ້ອງແກ້",
  reason: "ຕ້ອງເບິ່ງ",
  templateName: { units: "mau-don-vi.xlsx", people: "mau-nguoi-dung.xlsx" },
  example: {
    units: [
      ["so-noi-vu", "Sở Nội vụ"],
      ["so-tai-chinh", "Sở Tài chính"],
    ],
    people: [["lo-thi-mai", "Lò Thị Mai", "Cán bộ chấm điểm", "Sở Nội vụ", ""]],
  },

  written: (kind, done, of) => `ບັນທຶກແລ້ວ ${number(done)} ໃນ ${number(of)} ${things[kind]}`,
  secondsLeft: (seconds) => `ຍັງປະມານ ${number(seconds)} ວິນາທີ. ກະລຸນາເປີດໜ້ານີ້ໄວ້.`,
  unseen: "ຍັງບໍ່ມີໃຜເຫັນຈົນບັນທຶກແຖວສຸດທ້າຍ. ຖ້າເຄືອຂ່າຍຂາດກໍເຮັດຕໍ່ໄດ້, ບໍ່ເສຍ, ບໍ່ຊ້ຳ.",
  goOn: "ເຮັດຕໍ່",
  cameIn: (kind, count) => `ນຳເຂົ້າ ${number(count)} ${things[kind]}ແລ້ວ.`,
  undo: "ຍົກເລີກຄັ້ງລ່າສຸດ",
  undone: "ຍົກເລີກແລ້ວ, ບໍ່ມີຫຍັງຂອງການນຳເຂົ້ານີ້ເຫຼືອ.",
  next: { units: "ເບິ່ງຫົວໜ່ວຍ", people: "ອອກໃບໃຫ້ພວກເຂົາ" },
  unfinished: (kind, count) => `ການນຳເຂົ້າ ${number(count)} ${things[kind]}ຍັງຄ້າງ, ຍັງບໍ່ມີໃຜເຫັນ.`,
  giveUp: "ເອົາການນຳເຂົ້ານັ້ນອອກ",
  meanwhile: "ຂໍ້ມູນຂອງສະພາຫາກໍປ່ຽນ ຈຶ່ງມີແຖວທີ່ບໍ່ຖືກອີກ. ກວດຄືນແລ້ວ, ກະລຸນາເບິ່ງແຖວລຸ່ມນີ້.",
};
