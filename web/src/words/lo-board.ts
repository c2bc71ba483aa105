import type { Phase } from "#domain/calendar.ts";
import type { Left } from "../left.ts";
import { leftIn } from "./lao.ts";
import type { Part, Standing, board as vietnamese } from "./vi-board.ts";

/** Who has done what: nobody, all, or how many of how many. */
const whoHas = (count: number, of: number, done: string) =>
  count === 0
    ? `ຍັງບໍ່ມີຫົວໜ່ວຍໃດ${done}.`
    : count === of
      ? `ທັງ ${of} ຫົວໜ່ວຍ${done}ແລ້ວ.`
      : `${count} ໃນ ${of} ຫົວໜ່ວຍ${done}ແລ້ວ.`;
const within = (left: Left, what: string): Part[] =>
  left ? [{ text: "ຍັງ " }, { text: leftIn(left), strong: true }, { text: ` ${what}. ` }] : [];

function sentence(board: Standing, left: Left): Part[] {
  const all = board.members.length;
  switch (board.phase) {
    case "covenant":
      return [
        ...within(left, "ເພື່ອລົງນາມສັນຍາ"),
        { text: whoHas(board.covenant.signatures.length, all, "ລົງນາມ") },
      ];
    case "running":
      return [...within(left, "ຈຶ່ງເລີ່ມໃຫ້ຄະແນນຕົນເອງ"), { text: `ປີ ${board.place.year.year} ກຳລັງຈັດຕັ້ງປະຕິບັດ.` }];
    case "scoring":
      return [...within(left, "ເພື່ອໃຫ້ຄະແນນຕົນເອງ"), { text: whoHas(board.in.length, all, "ຍື່ນ") }];
    case "review":
      return [
        ...within(left, "ເພື່ອກວດກາ-ປະເມີນ"),
        { text: board.announced ? "ປະກາດອັນດັບແລ້ວ." : whoHas(board.final.length, all, "ສະຫຼຸບໃບ") },
      ];
    case "voting":
      return [{ text: "ກຸ່ມກຳລັງປ່ອນບັດ. " }, ...within(left, "ຈຶ່ງນັບບັດ")];
    case "counting":
      return [...within(left, "ຈຶ່ງປິດປີ"), { text: board.announced ? "ປະກາດອັນດັບແລ້ວ." : "ອັນດັບຍັງບໍ່ປະກາດ." }];
    case "closed":
      return [{ text: `ປີ ${board.place.year.year} ປິດແລ້ວ. ຂໍ້ມູນທັງໝົດຄົງເດີມ.` }];
  }
}

const then: Record<Phase, (at: string) => string> = {
  covenant: (at) => `ກຳນົດລົງນາມ ${at}. ຫຼັງຈາກນັ້ນກຸ່ມເລີ່ມຈັດຕັ້ງປະຕິບັດ.`,
  running: (at) => `ໃຫ້ຄະແນນຕົນເອງແຕ່ ${at}.`,
  scoring: (at) => `ໝົດກຳນົດ ${at}. ຫຼັງເວລານີ້ໃບລັອກເອງ ແລະ ກຸ່ມເລີ່ມກວດກາ.`,
  review: (at) => `ກວດກາຮອດ ${at}. ຫຼັງຈາກນັ້ນກຸ່ມປະຊຸມ ແລະ ປ່ອນບັດ.`,
  voting: (at) => `ນັບບັດແຕ່ ${at}.`,
  counting: (at) => `ປິດປີເວລາ ${at}. ຫຼັງເວລານີ້ແກ້ບໍ່ໄດ້ອີກ.`,
  closed: () => "",
};

export const board: typeof vietnamese = {
  notes: "ບົດລາຍງານຍັງບັນທຶກ",
  sentence,
  whatThen: (phase, at) => then[phase](at),
  deeds: "ວຽກທີ່ຕ້ອງເຮັດ",
  deed: {
    sign: () => "ອ່ານ ແລະ ລົງນາມສັນຍາ",
    fill: () => "ໃຫ້ຄະແນນໃບຂອງຫົວໜ່ວຍ",
    appraise: (unit) => `ກວດກາ ${unit}`,
    announce: () => "ເບິ່ງ ແລະ ປະກາດອັນດັບ",
    close: () => "ປິດປີ",
  },
  thread: "ໄລຍະຕ່າງໆຂອງປີ",
  until: (day) => `ຮອດ ${day}`,
  from: (day) => `ແຕ່ ${day}`,
  progress: "ຄວາມຄືບໜ້າແຕ່ລະຫົວໜ່ວຍ",
  withPapers: "ມີຫຼັກຖານ",
  withoutPapers: "ບໍ່ມີຫຼັກຖານ",
  blank: "ຍັງບໍ່ໃຫ້ຄະແນນ",
  bonus: "ເພີ່ມ",
  noScheme: "ກຸ່ມຍັງບໍ່ມີຕາຕະລາງເກນ. ເມື່ອພະນັກງານປະຈຳສະພາປະກາດໃຊ້ຈຶ່ງໃຫ້ຄະແນນໄດ້.",
  head: () => "ຫົວໜ້າກຸ່ມ",
  deputy: () => "ຮອງຫົວໜ້າກຸ່ມ",
  filled: (filled, of) => `${filled} ໃນ ${of} ແຖວໃຫ້ຄະແນນແລ້ວ`,
  states: {
    blank: () => "ຍັງບໍ່ເລີ່ມ",
    filling: (at) => (at ? `ກຳລັງໃຫ້ຄະແນນ, ${at}` : "ກຳລັງໃຫ້ຄະແນນ"),
    stopped: (_at, day) => `ຢຸດແຕ່ ${day}`,
    submitted: (at) => `ຍື່ນແລ້ວ ${at}`,
    returned: (at) => `ຖືກສົ່ງຄືນ ${at}`,
    review: () => "ກຳລັງກວດກາ",
    final: (at) => `ສະຫຼຸບແລ້ວ ${at}`,
  },
  returned: (reason) => `ເຫດຜົນສົ່ງຄືນ: ${reason}`,
  claims: "ຄະແນນປະເມີນຕົນເອງ",
  provisional: (maximum, hasBefore) =>
    `ຊົ່ວຄາວຈາກ ${maximum} ຄະແນນ, ຍັງບໍ່ກວດກາ.${hasBefore ? " ເສັ້ນຕັ້ງແມ່ນຄະແນນລວມປີກ່ອນ." : ""}`,
  claimed: (unit, points, before) => `${unit} ${points} ຄະແນນ${before ? `, ປີກ່ອນ ${before}` : ""}`,
  notIn: (units, list, of) =>
    `${units.length > 3 ? `${units.length} ຫົວໜ່ວຍ` : list(units)} ຍັງບໍ່ຍື່ນ. ອັນດັບຂຶ້ນເມື່ອຄົບ ${of} ໃບ.`,
  relativeLater: "ແຖວທີ່ທຽບກັບຫົວໜ່ວຍອື່ນຈະບວກເມື່ອຈັດອັນດັບ.",
  due: "ກຳນົດເວລາ",
  begins: {
    covenant: "ເປີດປີ",
    running: "ໝົດກຳນົດລົງນາມສັນຍາ",
    scoring: "ເລີ່ມໃຫ້ຄະແນນຕົນເອງ",
    review: "ໝົດກຳນົດໃຫ້ຄະແນນຕົນເອງ",
    voting: "ກວດກາສຳເລັດ",
    counting: "ນັບບັດ",
    closed: "ປິດປີ",
  },
  moreThan: "ຫຼາຍກວ່າ",
  sinceLast: (metric, year) => `ທຽບປີ ${year}, ${metric}.`,
  noContribution: "ຍັງບໍ່ມີຜົນທີ່ບັນທຶກ.",
  allMovements: (count) => (count > 1 ? `ເບິ່ງທັງ ${count} ຂະບວນການ` : "ເບິ່ງຂະບວນການ"),
  covenantOf: (year) => `ສັນຍາ ${year}`,
  signed: (signed, of, targets) => `${signed} ໃນ ${of} ຫົວໜ່ວຍລົງນາມ${targets > 0 ? ` ${targets} ຄາດໝາຍ` : ""}`,
  unsigned: (units, list) =>
    units.length > 3 ? `ຍັງ ${units.length} ຫົວໜ່ວຍບໍ່ລົງນາມ.` : `ຍັງບໍ່ລົງນາມ: ${list(units)}.`,
  readCovenant: "ເບິ່ງສັນຍາ",
  noCovenant: "ຍັງບໍ່ມີສັນຍາ. ຫົວໜ້າກຸ່ມ ຫຼື ພະນັກງານປະຈຳສະພາຮ່າງໃນໄລຍະຕົ້ນປີ.",
};
