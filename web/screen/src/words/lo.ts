import { enoughOf } from "#domain/enough.ts";
import type { Poll, Rule, Share } from "#domain/poll.ts";
import type { Format } from "../../../src/words/format.ts";
import { saidOf } from "../share.ts";
import type { Words } from "./vi.ts";

/* A draft: to be read by a Lao official before it is used for more than trying. */

const shareIn = (share: Share, format: Format) => {
  if (share.moreThan === "1/2") return "ເກີນເຄິ່ງໜຶ່ງ";
  return `${share.moreThan === undefined ? "ແຕ່" : "ເກີນ"} ${saidOf(share, format.percent)}`;
};
/** The share that passes, and of what. */
const shareOf = ({ threshold, voter }: Rule, format: Format) => {
  const whom = voter === "unit" ? "ຫົວໜ່ວຍ" : "ຜູ້ແທນ";
  const bases = { members: `ຂອງ${whom}ທັງໝົດ`, present: `ຂອງ${whom}ທີ່ເຂົ້າຮ່ວມ`, cast: "ຂອງບັດຖືກຕ້ອງ" };
  return `${shareIn(threshold, format)} ${bases[threshold.base]}`;
};
const wins: Record<Poll["for"], string> = {
  nomination: "ໄດ້ຮັບການສະເໜີ",
  head: "ໄດ້ຮັບເລືອກ",
  deputy: "ໄດ້ຮັບເລືອກ",
  rehearsal: "ຜ່ານ",
};

const needs = (rule: Rule, format: Format, of: number | undefined) =>
  of === undefined
    ? shareOf(rule, format)
    : `ແຕ່ ${format.number(enoughOf(rule.threshold, of))} ໃນບັດ ${format.number(of)} ໃບ`;

export const lo: Words = {
  connecting: "ກຳລັງເຊື່ອມຕໍ່ກັບກອງປະຊຸມ",
  connectingHow: "ໜ້າຈໍຈະຂຶ້ນເອງເມື່ອເຊື່ອມຕໍ່ໄດ້.",
  nowhere: "ບໍ່ພົບກອງປະຊຸມນີ້",
  nowhereHow: "ກະລຸນາກວດລິ້ງ, ຫຼື ຖາມອົງການປະຈຳການສະພາ.",
  demo: "ສະພາທົດລອງ",
  lost: (at) => `ບໍ່ມີເຄືອຂ່າຍແຕ່ ${at}, ສະແດງສິ່ງທີ່ຮູ້ໃນເວລານັ້ນ`,

  opensAt: (when) => `ເປີດເວລາ ${when}`,
  until: "ຍັງ",
  soon: "ເຊີນທ່ານຜູ້ແທນເຂົ້າຫ້ອງປະຊຸມ",
  checkIn: (self) =>
    self ? "ກະລຸນາເປີດບັດຜູ້ແທນໃນໂທລະສັບເພື່ອແຈ້ງການເຂົ້າຮ່ວມ." : "ກະລຸນາແຈ້ງການເຂົ້າຮ່ວມທີ່ໂຕະຕ້ອນຮັບດ້ວຍບັດຜູ້ແທນ.",
  days: (days) => `${days} ມື້`,
  present: "ຜູ້ແທນເຂົ້າຮ່ວມ",
  presentOf: (of) => `ໃນຜູ້ແທນ ${of} ທ່ານໄດ້ເຂົ້າຮ່ວມ`,
  tried: "ໄດ້ທົດລອງປ່ອນບັດ",
  triedOf: (of) => `ໃນ ${of} ທ່ານໄດ້ທົດລອງປ່ອນບັດ`,
  welcome: "ຍິນດີຕ້ອນຮັບທ່ານຜູ້ແທນ",

  agenda: "ວາລະກອງປະຊຸມ",
  done: "ສຳເລັດ",
  point: (no, of) => `ຫົວຂໍ້ ${no} ໃນ ${of}`,

  round: (round) => `ຮອບທີ ${round}`,
  rule: ({ rule, for: purpose, candidates }, format, of) => {
    const { min, max } = rule.choose;
    const some = min === max || max === 1 ? `ເລືອກ ${max} ຫົວໜ່ວຍ` : `ເລືອກບໍ່ເກີນ ${max} ຫົວໜ່ວຍ`;
    const chosen = rule.yesNo ? "ເຫັນດີ ຫຼື ບໍ່ ກັບແຕ່ລະຫົວໜ່ວຍ" : some;
    const voter = rule.voter === "unit" ? "ແຕ່ລະຫົວໜ່ວຍບັດໜຶ່ງໃບ" : "ຜູ້ແທນແຕ່ລະທ່ານບັດໜຶ່ງໃບ";
    const isFew = rule.seats > 1 && rule.seats < candidates.length;
    const seats = isFew ? `, ເອົາ ${rule.seats} ຫົວໜ່ວຍທີ່ໄດ້ສຽງຫຼາຍສຸດ` : "";
    return [
      `${rule.secret ? "ປ່ອນບັດລັບ" : "ປ່ອນບັດເປີດເຜີຍ"}, ${voter}, ${chosen}.`,
      `${wins[purpose]}ເມື່ອໄດ້ ${needs(rule, format, of)}${seats}.`,
    ];
  },
  readyNow: "ຈະເປີດການປ່ອນບັດ",
  quorumNeeds: (least) => `ອົງປະຊຸມ ${least}`,
  quorumReached: "ຄົບພໍເປີດການປ່ອນບັດແລ້ວ",
  quorumMissing: (more) => `ຍັງຂາດ ${more}`,
  noQuorum: "ບໍ່ໄດ້ກຳນົດອົງປະຊຸມ",

  inBox: "ບັດເຂົ້າຫີບແລ້ວ",
  inBoxOf: (of) => `ໃນບັດ ${of} ໃບເຂົ້າຫີບແລ້ວ`,
  join: "ສະແກນເພື່ອເປີດບັດປ່ອນ",
  joinHow: "ແລ້ວພິມ 8 ຕົວໃນບັດ. ບັດເຈ້ຍຢູ່ໂຕະນັບບັດ.",
  joinName: "ລະຫັດ QR ເປີດບັດປ່ອນ",
  openedWith: (present, of, least) => `ເຂົ້າຮ່ວມ ${present}/${of}, ຄົບອົງປະຊຸມ ${least}`,
  openedShort: (present, of, least) => `ເຂົ້າຮ່ວມ ${present}/${of}, ບໍ່ຄົບອົງປະຊຸມ ${least}`,
  openedFree: (present, of) => `ເຂົ້າຮ່ວມ ${present}/${of} ເມື່ອເປີດ`,
  openNow: "ກຳລັງປ່ອນບັດ",
  fingerprint: (code) => `ກະແຈຫີບ ${code}`,

  over: "ໝົດເວລາປ່ອນບັດແລ້ວ",
  overHow: "ລໍຖ້າຈັກວິນາທີໃຫ້ບັດທີ່ກຳລັງສົ່ງ, ແລ້ວປິດຜະນຶກຫີບ.",
  sealed: "ປິດຜະນຶກແລ້ວ",
  sealedHow: "ກຳມະການນັບບັດກຳລັງເປີດຫີບ. ຜົນຈະຂຶ້ນເມື່ອປະທານປະກາດ.",
  inSealed: "ບັດໃນຫີບ",
  sealedName: (count) => `ບັດ ${count} ໃບໃນຫີບທີ່ປິດຜະນຶກແລ້ວ`,
  root: (code) => `ຜະນຶກ ${code}`,

  standings: (purpose) => ({ passed: wins[purpose], tied: "ສຽງເທົ່າກັນ", "not-passed": "ບໍ່ຜ່ານ" }),
  votes: (votes, of) => `${votes} ໃນ ${of} ສຽງ`,
  verdict: {
    "no-quorum": "ບໍ່ຄົບອົງປະຊຸມ, ການປ່ອນບັດບໍ່ມີຜົນ.",
    nobody: "ຍັງບໍ່ມີຫົວໜ່ວຍໃດຜ່ານ.",
  },
  tie: (names, tie, round) =>
    ({
      "second-round": `${names} ສຽງເທົ່າກັນ: ປ່ອນບັດຮອບທີ ${round + 1}.`,
      "higher-total": `${names} ສຽງເທົ່າກັນ ແລະ ອັນດັບຮ່ວມ.`,
      chair: `${names} ສຽງເທົ່າກັນ: ປະທານຕັດສິນ.`,
      lot: `${names} ສຽງເທົ່າກັນ: ຈັບສະຫຼາກ.`,
    })[tie],
  papers: ({ issued, collected, valid }, format) =>
    `ເກັບຄືນ ${format.number(collected)}/${format.number(issued)}, ຖືກຕ້ອງ ${format.number(valid)}`,
  dashed: "ເສັ້ນປະ:",
  share: (rule, format) => shareOf(rule, format),
  passedOnly: (rule, format) => `ຜ່ານເມື່ອໄດ້ ${shareOf(rule, format)}`,
  told: (question, passed) => `${question}: ${passed}.`,

  void: "ການປ່ອນບັດນີ້ຖືກຍົກເລີກແລ້ວ",
  voidHow: "ບັດໃນຫີບບໍ່ຖືກເປີດ ແລະ ບໍ່ນັບ. ກະລຸນາລໍຖ້າປະທານໃຫ້ປ່ອນບັດຄືນ.",
  voidBecause: (reason) => `ເຫດຜົນ: ${reason.replace(/[.\s]*$/, ".")}`,

  nextHead: ({ cluster }) => `ຫົວໜ້າ ${cluster}`,
  nextDeputies: () => "ຮອງຫົວໜ້າກຸ່ມ",
  nobodyYet: "ຍັງບໍ່ໄດ້ເລືອກ",
  nextFoot: "ຕາມຜົນການປ່ອນບັດທີ່ປະກາດແລ້ວ",

  covenant: "ລົງນາມສັນຍາແຂ່ງຂັນ",
  signed: "ລົງນາມແລ້ວ",
  notSigned: "ຍັງບໍ່ລົງນາມ",
  signedOf: "ຫົວໜ່ວຍໄດ້ລົງນາມ",
  allSigned: (of) => `ທັງ ${of} ຫົວໜ່ວຍໄດ້ລົງນາມສັນຍາ`,

  ended: "ກອງປະຊຸມສິ້ນສຸດແລ້ວ",
  endedHow: "ຂອບໃຈທ່ານຜູ້ແທນ.",

  page: (no, of) => `ໜ້າ ${no} ໃນ ${of}`,
  ring: (count, of, what, need) => `${count} ໃນ ${of} ${what}${need === undefined ? "" : `, ອົງປະຊຸມ ${need}`}`,
  tools: { full: "ເຕັມຈໍ (F)", theme: "ພື້ນແຈ້ງ, ພື້ນມືດ (D)" },
};
