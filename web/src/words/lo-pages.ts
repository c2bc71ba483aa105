import { sentenceLo } from "./rule-lo.ts";
import type { closing as closingVi, polls as pollsVi } from "./vi-pages.ts";

export const closing: typeof closingVi = {
  title: (year) => `ປິດປີ ${year}`,
  sentence: ({ state, done, of }, format, closes) =>
    state === "closed"
      ? "ປີປິດ ແລະ ປິດຜະນຶກແລ້ວ."
      : state === "closing"
        ? `ກຳລັງປິດປີ: ${done} ໃນ ${of} ກຸ່ມ.`
        : `ປີປິດເວລາ ${format.deadline(closes)}.`,
  what: "ການປິດປີຮັກສາໃບ, ຄະແນນ, ອັນດັບ ແລະ ຜົນການປ່ອນບັດຂອງແຕ່ລະກຸ່ມໄວ້ຄືເກົ່າ, ປິດຜະນຶກທັງປີ ແລະ ຕັ້ງກຸ່ມສຳລັບປີໜ້າ. ວຽກທີ່ຍັງຄ້າງຮັກສາໄວ້ຕາມທີ່ເປັນ.",
  readiness: "ຍັງມີຫຍັງບໍ່ທັນສຳເລັດ",
  ready: "ພ້ອມແລ້ວ.",
  open: {
    "not-submitted": (count) => `${count} ຫົວໜ່ວຍຍັງບໍ່ຍື່ນໃບ`,
    "not-final": (count) => `${count} ໃບຍັງບໍ່ສະຫຼຸບ`,
    "not-announced": () => "ຍັງບໍ່ປະກາດອັນດັບ",
    "polls-open": (count) => `${count} ການປ່ອນບັດຍັງບໍ່ນັບ`,
  },
  close: (year) => `ປິດປີ ${year}`,
  byItself: (at) => `ຖ້າບໍ່ກົດ, ປີຈະປິດເອງເວລາ ${at}.`,
  dialogTitle: (year) => `ປິດປີ ${year} ບໍ?`,
  dialogHow: "ຍ້ອນຄືນບໍ່ໄດ້. ແຕ່ເວລາກົດ, ບໍ່ມີໃຜແກ້ຫຍັງໃນປີນີ້ໄດ້ອີກ.",
  early: (at) => `ປີຍັງເປີດຮອດ ${at}. ປິດດຽວນີ້ແມ່ນປິດກ່ອນກຳນົດ.`,
  underWay: "ກຳລັງປິດປີ",
  done: (done, of) => `ບັນທຶກແລ້ວ ${done} ໃນ ${of} ກຸ່ມ`,
  waits: (seconds) => `ລໍຖ້າ ${seconds} ວິນາທີໃຫ້ສິ່ງທີ່ກຳລັງສົ່ງມາຮອດ.`,
  goesOn: "ອອກຈາກໜ້ານີ້ໄດ້, ວຽກຍັງດຳເນີນຕໍ່.",
  closed: (year, at) => `ປີ ${year} ປິດແລ້ວ${at ? ` ເວລາ ${at}` : ""}.`,
  closedHow: "ຂໍ້ມູນທັງໝົດຄົງເດີມ. ການດັດແກ້ແມ່ນບັນທຶກໃໝ່, ມີວັນທີ ແລະ ຜູ້ບັນທຶກ.",
  seal: "ຜະນຶກ",
  sealHow: (of) => `ຄິດໄລ່ຈາກສຳເນົາຂອງ ${of} ກຸ່ມ ແລະ ຂໍ້ຕົກລົງ. ໃຜມີສຳເນົາກໍຄິດໄລ່ຜະນຶກນີ້ຄືນໄດ້.`,
  blocked: "ຍັງປິດບໍ່ໄດ້",
  toPolls: "ເປີດກອງປະຊຸມຂອງກຸ່ມ",
  toNext: (year) => `ກຸ່ມຂອງປີ ${year} ຕັ້ງໄວ້ແລ້ວ. ເບິ່ງປະຕິທິນປີ ${year}`,
  because: (code) =>
    code.startsWith("poll")
      ? "ຍັງມີການປ່ອນບັດເປີດຢູ່: ນັບບັດ ຫຼື ຍົກເລີກ ແລ້ວລອງໃໝ່."
      : "ກຸ່ມຍັງມີວຽກບໍ່ສຳເລັດ: ເປີດກຸ່ມ, ເບິ່ງວຽກທີ່ຕ້ອງເຮັດ ແລ້ວລອງໃໝ່.",
};

export const polls: typeof pollsVi = {
  title: (year) => `ກອງປະຊຸມປີ ${year}`,
  none: "ຍັງບໍ່ມີການປ່ອນບັດ.",
  noneHow: (at) => `ຫົວໜ້າກຸ່ມ ຫຼື ອົງການປະຈຳການສະພາກຽມ. ປ່ອນບັດແຕ່ ${at}.`,
  noConference: "ຍັງບໍ່ໄດ້ຕັ້ງກອງປະຊຸມ.",
  noConferenceHow: "ຕັ້ງກອງປະຊຸມເພື່ອຂຽນວາລະ, ເຊີນຜູ້ແທນ, ປ່ອນບັດລັບໃນໂທລະສັບ ແລະ ພິມບົດບັນທຶກ.",
  makeConference: "ຕັ້ງກອງປະຊຸມ",
  conferenceTitle: (year) => `ກອງປະຊຸມສະຫຼຸບປີ ${year}`,
  ended: (at) => `ສິ້ນສຸດເວລາ ${at}`,
  toScreen: "ຈໍໃຫຍ່",
  toMinutes: "ບົດບັນທຶກນັບບັດ",
  toCheck: "ກວດຄົ້ນລະຫັດບັດ",
  question: (purpose, award) =>
    purpose === "head"
      ? "ເລືອກຫົວໜ້າກຸ່ມປີໜ້າ"
      : purpose === "deputy"
        ? "ເລືອກຮອງຫົວໜ້າກຸ່ມປີໜ້າ"
        : `ປ່ອນບັດສະເໜີຍ້ອງຍໍ${award ? `: ${awards[award] ?? award}` : ""}`,
  round: (round) => `ຮອບທີ ${round}`,
  states: {
    draft: "ກຳລັງກຽມ",
    ready: "ຈະເປີດ",
    open: "ກຳລັງປ່ອນບັດ",
    closing: "ລໍຖ້ານັບບັດ",
    sealed: "ປິດຜະນຶກແລ້ວ, ກຳລັງນັບ",
    counted: "ນັບບັດແລ້ວ",
    published: "ປະກາດແລ້ວ",
    void: "ຍົກເລີກແລ້ວ",
  },
  rule: sentenceLo,
  voided: (reason) => `ເຫດຜົນຍົກເລີກ: ${reason}`,
  tally: ({ entitled, present, issued, collected, valid, quorum }) =>
    `ສະມາຊິກ ${present} ໃນ ${entitled} ເຂົ້າຮ່ວມ; ແຈກ ${issued}, ເກັບຄືນ ${collected}, ຖືກຕ້ອງ ${valid} ໃບ.${quorum ? "" : " ບໍ່ຄົບອົງປະຊຸມ."}`,
  cast: (cast, of) => `${cast} ໃນ ${of} ຫົວໜ່ວຍໄດ້ປ່ອນບັດ.`,
  count: (votes) => `${votes} ສຽງ`,
  votes: (votes, percent) => `${votes} ສຽງ, ${percent}`,
  passed: "ຜ່ານ",
  notPassed: "ບໍ່ຜ່ານ",
  tied: "ສຽງເທົ່າກັນ",
};
const awards: Record<string, string> = {
  BK_TTG: "ໃບຍ້ອງຍໍຂອງນາຍົກລັດຖະມົນຕີ",
  BK_BT: "ໃບຍ້ອງຍໍຂອງກະຊວງ, ຂະແໜງການ, ແຂວງ",
  CO_CP: "ທຸງແຂ່ງຂັນຂອງລັດຖະບານ",
  CO_BT: "ທຸງແຂ່ງຂັນຂອງກະຊວງ, ຂະແໜງການ, ແຂວງ",
  TTLDXS: "ໝູ່ຄະນະແຮງງານດີເລີດ",
  TTLDTT: "ໝູ່ຄະນະແຮງງານກ້າວໜ້າ",
  CSTDTQ: "ນັກຮົບແຂ່ງຂັນທົ່ວປະເທດ",
  CSTD_BT: "ນັກຮົບແຂ່ງຂັນຂັ້ນກະຊວງ, ຂະແໜງການ, ແຂວງ",
  CSTDCS: "ນັກຮົບແຂ່ງຂັນຂັ້ນຮາກຖານ",
};
