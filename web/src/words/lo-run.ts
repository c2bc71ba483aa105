import type { Step } from "../pages/conference/run.svelte.ts";
import type { run as vietnamese } from "./vi-run.ts";

const lede = (step: Step, title: string, points: number): string => {
  if (points === 0) return "ຍັງບໍ່ມີວາລະ.";
  if (step === "not-begun") return "ກອງປະຊຸມຍັງບໍ່ເລີ່ມ.";
  if (step === "over") return "ກອງປະຊຸມສິ້ນສຸດແລ້ວ.";
  return title;
};

export const run: typeof vietnamese = {
  title: "ດຳເນີນກອງປະຊຸມ",
  lede,
  noAgenda: "ຍັງບໍ່ມີວາລະ.",
  noAgendaHow: "ເພີ່ມຫົວຂໍ້ໃນສ່ວນວາລະ ແລ້ວກັບມານີ້.",
  screen: "ເປີດຈໍໃຫຍ່ໃນໜ້າຕ່າງອື່ນ",
  agenda: "ວາລະ",
  shows: { covenant: "ສັນຍາແຂ່ງຂັນ", "next-head": "ຫົວໜ້າກຸ່ມປີໜ້າ" },
  go: "ໄປທີ່",
  held: "ຫີບບັດເປີດຢູ່. ປິດຫີບກ່ອນຈຶ່ງປ່ຽນຫົວຂໍ້.",
  notBegun: (present, of) => `ຜູ້ແທນ ${present} ໃນ ${of} ທ່ານໄດ້ແຈ້ງການເຂົ້າຮ່ວມ. ເມື່ອເລີ່ມ, ຈໍໃຫຍ່ ແລະ ໂທລະສັບຈະໄປພ້ອມກັນ.`,
  begin: (title) => `ເລີ່ມ: ${title}`,
  over: "ກອງປະຊຸມສິ້ນສຸດແລ້ວ. ຍັງເບິ່ງບົດບັນທຶກ ແລະ ລະຫັດບັດໄດ້.",
  lost: "ຫົວຂໍ້ນີ້ຊີ້ໄປການປ່ອນບັດທີ່ບໍ່ມີແລ້ວ.",
  "no-rule": "ຄັ້ງນີ້ຍັງບໍ່ມີລະບຽບ ຈຶ່ງເປີດບໍ່ໄດ້.",
  toRule: "ຂຽນລະບຽບ",
  draft: "ເມື່ອກຽມ, ຄຳຖາມ, ຊື່ ແລະ ລະບຽບຈະຂຶ້ນຈໍໃຫຍ່ ແລະ ໂທລະສັບ; ຍັງບໍ່ມີໃຜປ່ອນບັດໄດ້.",
  prepare: "ກຽມປ່ອນບັດ",
  meter: (present, entitled) => `ຜູ້ມີສິດປ່ອນບັດ ${present} ໃນ ${entitled} ທ່ານເຂົ້າຮ່ວມ`,
  needed: (needed) => `ຕ້ອງມີຢ່າງໜ້ອຍ ${needed} ທ່ານ.`,
  noQuorum: "ລະບຽບບໍ່ໄດ້ກຳນົດອົງປະຊຸມ.",
  small: (entitled) => `ມີພຽງບັດ ${entitled} ໃບ: ຕົວເລກອາດບອກວ່າໃຜເລືອກໃຜ. ເມື່ອປະກາດ, ຄວນເລືອກພຽງຜ່ານ ຫຼື ບໍ່ຜ່ານ.`,
  minutes: "ປິດເອງຫຼັງຈັກນາທີ",
  minutesHow: "ປ່ອຍຫວ່າງ ຖ້າປະທານປິດເອງ.",
  minutesFault: "ຂຽນຈຳນວນນາທີ, ເຊັ່ນ 5.",
  open: "ເປີດການປ່ອນບັດ",
  short: (missing) => `ຍັງຂາດ ${missing} ທ່ານ. ລໍຖ້າການແຈ້ງເຂົ້າຮ່ວມ, ຫຼື ເປີດຢູ່ດີ; ເມື່ອນັ້ນບໍ່ມີໃຜໄດ້ຮັບເລືອກ.`,
  openAnyway: "ເປີດຢູ່ດີ ເຖິງວ່າບໍ່ຄົບ",
  inBox: (of) => `ໃນບັດ ${of} ໃບຢູ່ໃນຫີບ`,
  counted: (count, of) => `ບັດ ${count} ໃນ ${of} ໃບເຂົ້າຫີບແລ້ວ`,
  atOpening: (present, entitled, isEnough) =>
    `ເມື່ອເປີດມີ ${present} ໃນ ${entitled} ທ່ານ, ${isEnough ? "ຄົບ" : "ບໍ່ຄົບ"}ອົງປະຊຸມ.`,
  closesIn: (seconds) =>
    `ປິດເອງໃນ ${seconds >= 60 ? `${Math.floor(seconds / 60)} ນາທີ ` : ""}${seconds % 60} ວິນາທີ.`,
  close: "ປິດການປ່ອນບັດ",
  sealing: "ຫີບປິດແລ້ວ.",
  sealingHow: (left) => (left > 0 ? `ລໍຖ້າ ${left} ວິນາທີໃຫ້ບັດທີ່ກຳລັງມາ, ແລ້ວປິດຜະນຶກເອງ.` : "ກຳລັງປິດຜະນຶກ."),
  sealed: (envelopes, papers) =>
    `ປິດຜະນຶກບັດໂທລະສັບ ${envelopes} ໃບ${papers > 0 ? ` ແລະ ບັດເຈ້ຍ ${papers} ໃບ` : ""}ແລ້ວ.`,
  sealedHow: "ກຳມະການນັບບັດເປີດຫີບໃນສອງເຄື່ອງ. ສອງເຄື່ອງອ່ານຄືກັນ ຜົນຈຶ່ງຂຶ້ນຢູ່ນີ້.",
  toCount: "ໄປບ່ອນນັບບັດ",
  countedHow: "ສອງເຄື່ອງອ່ານຄືກັນ. ມີພຽງປະທານ ແລະ ກຳມະການນັບບັດເຫັນຜົນ.",
  how: "ປະກາດແນວໃດ",
  howWhy: "ບັດໜ້ອຍ, ຫຼື ທຸກບັດຄືກັນ: ຕົວເລກບອກວ່າແຕ່ລະທ່ານເລືອກຫຍັງ.",
  howFirst: "ກະລຸນາເລືອກວິທີປະກາດກ່ອນ.",
  ways: { passed: "ພຽງຜ່ານ ຫຼື ບໍ່ຜ່ານ", figures: "ຕົວເລກຂອງແຕ່ລະຊື່" },
  show: "ປະກາດຜົນ",
  lot: (free) => `ຈັບສະຫຼາກເອົາ ${free} ຈາກຊື່ທີ່ສຽງເທົ່າກັນ`,
  chairs: (free) => `ປະທານຕັດສິນ ${free} ຈາກຊື່ທີ່ສຽງເທົ່າກັນ`,
  decide: "ບັນທຶກການຕັດສິນ",
  equal: "ຍັງມີຊື່ທີ່ສຽງເທົ່າກັນ, ລະບຽບໃຫ້ປ່ອນບັດຄືນ.",
  nobody: "ບໍ່ມີໃຜຜ່ານ.",
  secondRound: (round) => `ເພີ່ມຮອບທີ ${round} ເຂົ້າວາລະ`,
  roundTitle: (title, round) => `${title.replace(/, ຮອບທີ \d+$/, "")}, ຮອບທີ ${round}`,
  toMinutes: "ເບິ່ງບົດບັນທຶກນັບບັດ",
  next: (title) => `ໄປຫົວຂໍ້: ${title}`,
  end: "ສິ້ນສຸດກອງປະຊຸມ",
  void: "ຍົກເລີກການປ່ອນບັດ",
  voidTitle: "ຍົກເລີກການປ່ອນບັດນີ້ບໍ?",
  voidHow: "ຍ້ອນຄືນບໍ່ໄດ້. ຫີບຈະບໍ່ຖືກເປີດເລີຍ; ເຫດຜົນຈະຂຽນໃນບົດບັນທຶກ. ຫຼັງຈາກນັ້ນປ່ອນບັດຄືນໄດ້.",
  reason: "ເຫດຜົນ",
  again: "ປ່ອນບັດຄືນ",
};
