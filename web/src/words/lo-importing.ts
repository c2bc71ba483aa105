import type { Column, Kind } from "#domain/heading.ts";
import type { Fault, FaultCode } from "#domain/roster-line.ts";
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
  pasted: "ຕາຕະລາງທີ່ວາງ",
  rows: (count, sheet) => (sheet ? `${number(count)} ແຖວ, ຕາຕະລາງ “${sheet}”` : `${number(count)} ແຖວ`),
  other: "ປ່ຽນໄຟລ໌",
  sheet: "ໄຟລ໌ມີຫຼາຍຕາຕະລາງ. ເອົາຕາຕະລາງໃດ?",
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
  downloadName: "dong-can-sua",
  downloadSheet: "ຕ້ອງແກ້",
  reason: "ຕ້ອງເບິ່ງ",
  templateName: { units: "mau-don-vi", people: "mau-nguoi-dung" },
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
