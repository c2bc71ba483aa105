import type { crossCheck as crossCheckVi, matrix as matrixVi } from "./vi-matrix.ts";

const groupOf = (kind: string) => (kind === "khối" ? "ກຸ່ມກ້ອນ" : "ກຸ່ມ");

export const matrix: typeof matrixVi = {
  title: (year) => `ຕາຕະລາງທຽບຄະແນນປີ ${year}`,
  tabs: "ກວດກາ-ປະເມີນ ແລະ ຈັດອັນດັບ",
  tab: "ທຽບຄະແນນ",
  sentence: (differing, unfound) => {
    if (differing === 0 && unfound === 0) return "ທຸກແຖວກວດກາແລ້ວ ແລະ ກົງກັບຄະແນນປະເມີນຕົນເອງ.";
    if (differing === 0) return `ຍັງບໍ່ມີແຖວໃດຕ່າງຈາກຄະແນນປະເມີນຕົນເອງ, ຍັງ ${unfound} ຈຸດລໍຖ້າກວດກາ.`;
    return unfound === 0
      ? `${differing} ຈຸດຕ່າງຈາກຄະແນນປະເມີນຕົນເອງ, ບໍ່ມີຈຸດໃດລໍຖ້າກວດກາ.`
      : `${differing} ຈຸດຕ່າງຈາກຄະແນນປະເມີນຕົນເອງ, ຍັງ ${unfound} ຈຸດລໍຖ້າກວດກາ.`;
  },
  criterion: "ເກນປະເມີນ",
  most: (points) => `ສູງສຸດ ${points}`,
  each: (points) => `ຫັກ ${points} ແຕ່ລະຄັ້ງ`,
  filters: "ກອງແຖວ",
  show: "ສະແດງ",
  all: "ທຸກແຖວ",
  differing: (count) => `ຕ່າງຈາກປະເມີນຕົນເອງ (${count})`,
  unfound: (count) => `ລໍຖ້າກວດກາ (${count})`,
  section: "ສ່ວນ",
  allSections: "ທັງຕາຕະລາງ",
  rest: "ເພີ່ມ, ຫັກ",
  rows: (shown, of) => `${shown} ໃນ ${of} ແຖວ`,
  nothing: "ບໍ່ມີແຖວແບບນັ້ນ.",
  nothingHow: "ກະລຸນາເລືອກ ທຸກແຖວ ເພື່ອເບິ່ງທັງຕາຕະລາງຄືນ.",
  foundLong: (count, of) => `ກວດກາແລ້ວ ${count} ໃນ ${of} ແຖວ`,
  ownUnit: "ຫົວໜ່ວຍຂອງທ່ານ",
  kinds: {
    blank: "ປ່ອຍຫວ່າງ",
    claimed: "ໃຫ້ຄະແນນຕົນເອງແລ້ວ, ລໍຖ້າກວດກາ",
    same: "ກວດກາແລ້ວກົງກັບປະເມີນຕົນເອງ",
    less: "ກວດກາແລ້ວຕ່ຳກວ່າປະເມີນຕົນເອງ",
    more: "ກວດກາແລ້ວສູງກວ່າປະເມີນຕົນເອງ",
    apart: "ກວດກາແລ້ວຕ່າງກັນ, ຄະແນນເທົ່າກັນ",
    found: "ກວດກາແລ້ວ, ຫົວໜ່ວຍບໍ່ໄດ້ໃຫ້ຄະແນນຕົນເອງ",
    unassigned: "ບໍ່ໄດ້ມອບໝາຍ",
  },
  cell: (kind, by, papers) =>
    [kind, by, papers > 0 ? `ຫຼັກຖານ ${papers} ລາຍການ` : ""].filter(Boolean).join(", "),
  papers: (count) => `ຫຼັກຖານ ${count} ລາຍການ`,
  explained: "ມີຄຳຊີ້ແຈງ",
  open: (unit, code) => `${unit}, ແຖວ ${code}`,
  close: "ປິດ",
  before: "ແຖວກ່ອນ",
  after: "ແຖວຕໍ່ໄປ",
  lineOf: (at, of) => `ແຖວທີ ${at} ໃນ ${of}`,
  whole: "ເປີດທັງໃບ",
  notOwn: "ນີ້ແມ່ນໃບຂອງຫົວໜ່ວຍຂອງທ່ານ: ເບິ່ງເທົ່ານັ້ນ, ຫົວໜ່ວຍອື່ນກວດກາ.",
  keys: "ປຸ່ມລູກສອນໄປມາລະຫວ່າງຊ່ອງ, Enter ເປີດຊ່ອງ, Esc ປິດ.",
  print: "ພິມ A4 ແນວນອນ",
  printed: (part, of) => `ຕາຕະລາງ ${part} ໃນ ${of}`,
  noScheme: "ກຸ່ມຍັງບໍ່ມີຕາຕະລາງເກນ.",
  noSchemeHow: "ພະນັກງານປະຈຳສະພາເລືອກຕາຕະລາງເກນໃຫ້ກຸ່ມ.",
};

export const crossCheck: typeof crossCheckVi = {
  title: (year) => `ກວດກາໄຂວ້ກັນປີ ${year}`,
  tab: "ກວດກາໄຂວ້ກັນ",
  sentence: (given, of) =>
    given === 0
      ? "ຍັງບໍ່ໄດ້ມອບໝາຍການກວດກາໄຂວ້ກັນ."
      : given === of
        ? `ທັງ ${of} ຫົວໜ່ວຍມີຫົວໜ່ວຍກວດກາແລ້ວ.`
        : `${given} ໃນ ${of} ຫົວໜ່ວຍມີຫົວໜ່ວຍກວດກາແລ້ວ.`,
  how: (kind) =>
    `ຫົວໜ່ວຍທີ່ໄດ້ຮັບມອບໝາຍກວດກາແທນຫົວໜ້າ ແລະ ຮອງຫົວໜ້າ${groupOf(kind)}. ໃບທີ່ຍັງບໍ່ມອບໃຫ້ໃຜແມ່ນຫົວໜ້າ, ຮອງຫົວໜ້າ${groupOf(kind)}ກວດກາຄືເກົ່າ; ອົງການປະຈຳການສະພາເບິ່ງທຸກໃບຄືນ.`,
  unit: "ໃບຂອງ",
  appraiser: "ຫົວໜ່ວຍກວດກາ",
  state: "ໃບ",
  nobody: "ຍັງບໍ່ມອບ",
  byHead: (kind) => `ຍັງບໍ່ມອບ: ຫົວໜ້າ, ຮອງຫົວໜ້າ${groupOf(kind)}`,
  choose: (unit) => `ຫົວໜ່ວຍກວດກາໃບຂອງ ${unit}`,
  recused: (unit) => `${unit} (ຖອນຕົວແລ້ວ)`,
  states: {
    blank: "ຍັງບໍ່ເລີ່ມ",
    filling: "ກຳລັງໃຫ້ຄະແນນ",
    submitted: "ຍື່ນແລ້ວ",
    returned: "ຖືກສົ່ງຄືນ",
    review: "ກຳລັງກວດກາ",
    final: "ສະຫຼຸບແລ້ວ",
  },
  propose: "ສະເໜີແບບໝູນວຽນ",
  proposeHow: "ແຕ່ລະຫົວໜ່ວຍກວດກາຫົວໜ່ວຍອື່ນໜຶ່ງແຫ່ງ, ແຕ່ລະປີບໍ່ຊ້ຳກັນ, ເວັ້ນຄູ່ທີ່ຖອນຕົວແລ້ວ.",
  save: "ບັນທຶກການມອບໝາຍ",
  unsaved: "ການມອບໝາຍຍັງບໍ່ບັນທຶກ.",
  saved: (name, at) => `${name} ມອບໝາຍ, ${at}`,
  clear: "ເອົາການມອບໝາຍທັງໝົດອອກ",
  toSheet: (unit) => `ກວດກາ ${unit}`,
  ring: (pairs) => pairs.map(([appraiser, unit]) => `${appraiser} ກວດກາ ${unit}`).join("; "),
  recusals: "ການຖອນຕົວຈາກການກວດກາ",
  noRecusals: "ຍັງບໍ່ມີຫົວໜ່ວຍຖອນຕົວ.",
  recusal: (appraiser, unit) => `${appraiser} ບໍ່ກວດກາ ${unit}`,
  by: (name, at) => `${name}, ${at}`,
  addRecusal: "ບັນທຶກການຖອນຕົວ",
  who: "ຫົວໜ່ວຍທີ່ຖອນຕົວ",
  about: "ບໍ່ກວດກາ",
  reason: "ເຫດຜົນ",
  reasonHow: "ຕົວຢ່າງ: ຜູ້ນຳສອງຫົວໜ່ວຍເປັນຍາດກັນ. ທັງກຸ່ມອ່ານໄດ້.",
  add: "ບັນທຶກ",
  takeBack: (appraiser, unit) => `ເອົາການຖອນຕົວຂອງ ${appraiser} ຈາກ ${unit} ອອກ`,
  stepBack: (unit) => `ຖອນຕົວຈາກການກວດກາ ${unit}`,
  stepBackTitle: (unit) => `ຖອນຕົວຈາກການກວດກາ ${unit}`,
  stepBackHow: "ໃບນີ້ກັບໄປຫາຫົວໜ້າກຸ່ມຈົນກວ່າຈະມອບໃຫ້ຫົວໜ່ວຍອື່ນ. ເຫດຜົນຈະຖືກບັນທຶກ.",
  cancel: "ຍົກເລີກ",
};
