import type { Phase } from "#domain/calendar.ts";
import type { State } from "#domain/sheet.ts";
import type { Left } from "../left.ts";
import { leftIn } from "./lao.ts";
import type { clerk as vietnamese, YearStanding } from "./vi-clerk.ts";

type Part = { text: string; strong?: boolean };

const units = (count: number) => `${count} ຫົວໜ່ວຍ`;
const within = (left: Left, what: string): Part[] =>
  left ? [{ text: "ຍັງ " }, { text: leftIn(left), strong: true }, { text: ` ${what}. ` }] : [];

function unwritten(standing: YearStanding["standing"]): string | undefined {
  const count = standing.filter(({ progress }) => !progress.hasCovenant).length;
  return count > 0 ? `${count} ກຸ່ມຍັງບໍ່ມີສັນຍາ.` : undefined;
}

function owing(late: YearStanding["late"], before = ""): Part[] {
  const signatures = late.filter(({ owes }) => owes === "signature").length;
  const parts = [
    ...(signatures > 0 ? [`${units(signatures)}ຍັງບໍ່ລົງນາມສັນຍາ`] : []),
    ...(signatures < late.length ? [`${units(late.length - signatures)}ຍັງບໍ່ຍື່ນໃບ`] : []),
  ];
  return parts.length > 0 ? [{ text: `${before}${parts.join(", ")}.` }] : [];
}

const either = (parts: Part[], text: string): Part[] => (parts.length > 0 ? parts : [{ text }]);

function sentence({ of, phase, standing, late }: YearStanding, left: Left, year: number): Part[] {
  if (of === 0) return [{ text: `ປີ ${year} ຍັງບໍ່ມີກຸ່ມ.` }];
  const all = standing.flatMap(({ progress }) => progress.units);
  const done = (state: State) => all.filter((unit) => unit.state === state).length;
  switch (phase) {
    case undefined:
      return [{ text: `ປີແຂ່ງຂັນ ${year}.` }];
    case "covenant":
      return [
        ...within(left, "ເພື່ອລົງນາມສັນຍາ"),
        ...either(owing(late), unwritten(standing) ?? "ທຸກຫົວໜ່ວຍລົງນາມແລ້ວ."),
      ];
    case "running":
      return [...within(left, "ຈຶ່ງເລີ່ມໃຫ້ຄະແນນຕົນເອງ"), ...either(owing(late), `ປີ ${year} ກຳລັງຈັດຕັ້ງປະຕິບັດ.`)];
    case "scoring":
      return [...within(left, "ເພື່ອໃຫ້ຄະແນນຕົນເອງ"), ...either(owing(late), "ທຸກຫົວໜ່ວຍຍື່ນໃບແລ້ວ.")];
    case "review":
      return [
        ...within(left, "ເພື່ອກວດກາ-ປະເມີນ"),
        { text: `${done("final")} ໃນ ${all.length} ໃບສະຫຼຸບແລ້ວ.` },
        ...owing(late, " "),
      ];
    case "voting":
      return [{ text: "ກຸ່ມຕ່າງໆກຳລັງປະຊຸມ ແລະ ປ່ອນບັດ." }, ...owing(late, " ")];
    case "counting":
      return [...within(left, "ຈຶ່ງປິດປີ"), { text: "ກຸ່ມຕ່າງໆກຳລັງນັບບັດ." }, ...owing(late, " ")];
    case "closed":
      return [{ text: `ປີ ${year} ປິດແລ້ວ. ຂໍ້ມູນທັງໝົດຄົງເດີມ.` }];
  }
}

const states: Record<State, string> = {
  blank: "ຍັງບໍ່ເລີ່ມ",
  filling: "ກຳລັງໃຫ້ຄະແນນ",
  submitted: "ຍື່ນແລ້ວ",
  returned: "ຖືກສົ່ງຄືນ, ຍັງບໍ່ຍື່ນຄືນ",
  review: "ກຳລັງກວດກາ",
  final: "ສະຫຼຸບແລ້ວ",
};

function done(phase: Phase, done: number, of: number) {
  if (phase === "covenant" || phase === "running") return `${done} ໃນ ${of} ຫົວໜ່ວຍລົງນາມສັນຍາແລ້ວ`;
  return phase === "scoring" ? `${done} ໃນ ${of} ຫົວໜ່ວຍຍື່ນແລ້ວ` : `${done} ໃນ ${of} ໃບສະຫຼຸບແລ້ວ`;
}

const named = (names: readonly string[], list: (names: readonly string[]) => string) =>
  names.length > 3 ? units(names.length) : list(names);

export const clerk: typeof vietnamese = {
  title: (year) => `ປີແຂ່ງຂັນ ${year}`,
  sentence,
  next: (what, at) => `${what}: ${at}.`,
  toGrouping: "ຕັ້ງກຸ່ມ ແລະ ເລືອກສະມາຊິກ",
  remindAll: (names, list, isRest) => `${isRest ? "ເຕືອນຕື່ມ" : "ເຕືອນ"} ${named(names, list)}`,
  remind: "ເຕືອນ",
  reminded: (count) =>
    count === 0 ? "ມື້ນີ້ເຕືອນແລ້ວ, ບໍ່ເຕືອນອີກ." : `ເຕືອນ ${units(count)}ແລ້ວ. ຄຳເຕືອນຂຶ້ນໜ້າທຳອິດຂອງຫົວໜ່ວຍ.`,
  remindedAt: (at) => `ເຕືອນແລ້ວ ${at}`,
  allReminded: "ມື້ນີ້ເຕືອນທຸກຫົວໜ່ວຍທີ່ຊ້າແລ້ວ.",
  extend: "ຕໍ່ກຳນົດເວລາ",
  clusters: "ກຸ່ມຕ່າງໆ",
  done,
  marks: { done: "ສຳເລັດ", half: "ກຳລັງເຮັດ", empty: "ຍັງບໍ່ເລີ່ມ" },
  without: (names, list) => `, ຍັງ ${list(names)}`,
  headless: () => "ຍັງບໍ່ມີຫົວໜ້າກຸ່ມ",
  forClusters: (names, list) => (names.length > 3 ? `${names.length} ກຸ່ມ` : list(names)),
  late: "ຍັງຊ້າ",
  lateCount: (count) => `${units(count)}.`,
  owes: (owed, state, filled, of) =>
    owed === "signature" ? "ຍັງບໍ່ລົງນາມສັນຍາ" : `${states[state]}${of > 0 ? `, ${filled} ໃນ ${of} ແຖວ` : ""}`,
  all: (count) => `ເບິ່ງທັງ ${count} ຫົວໜ່ວຍ`,
  fewer: "ຫຍໍ້",
  notices: "ແຈ້ງການຂອງອົງການປະຈຳການສະພາ",
  toldBy: (name, at) => `${name}, ${at}`,
  moreNotices: (count) => `ອີກ ${count} ແຈ້ງການ`,
  remindedYou: (owed, at) =>
    owed === "signature" ? `ກະລຸນາລົງນາມສັນຍາກ່ອນ ${at}.` : `ກະລຸນາຍື່ນໃບໃຫ້ຄະແນນກ່ອນ ${at}.`,
  remindedWhen: (at) => `ຖືກເຕືອນ ${at}.`,
  toReadiness: "ເບິ່ງວ່າປີພ້ອມແລ້ວບໍ",
  owesYou: (owed) => (owed === "signature" ? "ຫົວໜ່ວຍຍັງບໍ່ລົງນາມສັນຍາ." : "ຫົວໜ່ວຍຍັງບໍ່ຍື່ນໃບໃຫ້ຄະແນນ."),
  passwords: "ຫົວໜ່ວຍລືມລະຫັດຜ່ານບໍ? ອອກໃບໃໝ່ທີ່ໜ້າຜູ້ໃຊ້",
  returnedToYou: "ໃບຖືກສົ່ງຄືນ, ກະລຸນາແກ້ແລ້ວຍື່ນຄືນ.",
  noticesTitle: "ແຈ້ງການ",
  noticesSentence: (count) => (count === 0 ? "ບໍ່ມີແຈ້ງການທີ່ຂຶ້ນຢູ່." : `${count} ແຈ້ງການຂຶ້ນຢູ່ໜ້າທຳອິດຂອງຫົວໜ່ວຍ.`),
  noticeTitle: "ປະໂຫຍກໜຶ່ງສຳລັບຜູ້ອ່ານ",
  noticeText: "ເວົ້າເພີ່ມ, ຖ້າຈຳເປັນ",
  noticeFor: "ສົ່ງເຖິງ",
  everybody: "ທຸກຫົວໜ່ວຍ",
  publish: "ລົງແຈ້ງການ",
  published: (title) => `ລົງແລ້ວ: ${title}`,
  withdraw: "ຖອນ",
  withdrawn: (title) => `ຖອນແລ້ວ: ${title}`,
  withdrawnAt: (name, at) => `ຖອນແລ້ວ, ${name}, ${at}`,
  again: "ລົງຄືນ",
  toWhom: (cluster) => (cluster ? `ເຖິງ ${cluster}` : "ເຖິງທຸກຫົວໜ່ວຍ"),
  noNotices: "ປີນີ້ຍັງບໍ່ມີແຈ້ງການ.",
  noNoticesHow: "ຂຽນປະໂຫຍກຂ້າງເທິງແລ້ວລົງ. ຫົວໜ່ວຍເຫັນທັນທີທີ່ໜ້າທຳອິດ.",
  deadlines: "ຕໍ່ກຳນົດເວລາ",
  deadlinesSentence: (moves) => (moves === 0 ? "ຍັງບໍ່ເລື່ອນກຳນົດໃດ." : `ເລື່ອນກຳນົດ ${moves} ຄັ້ງໃນປີ.`),
  deadlinesHow: "ການເລື່ອນກຳນົດແມ່ນຂໍ້ຕົກລົງ: ມີຜູ້ເຮັດ, ມີເຫດຜົນ, ແລະ ຂຶ້ນໃນບັນທຶກ.",
  which: "ກຳນົດໃດ",
  until: "ເລື່ອນໄປ",
  why: "ເຫດຜົນ",
  whyHow: "ຕົວຢ່າງ: ໜັງສື 142/SVHTTDL ຂໍເລື່ອນຍ້ອນນ້ຳຖ້ວມ.",
  forWhom: "ໃຫ້ກຸ່ມໃດ",
  pickAll: "ທຸກກຸ່ມ",
  is: (at) => `ດຽວນີ້ແມ່ນ ${at}`,
  move: (count) => (count === 0 ? "ເລື່ອນກຳນົດ" : `ເລື່ອນກຳນົດໃຫ້ ${count} ກຸ່ມ`),
  moving: (done, of) => `ເລື່ອນແລ້ວ ${done} ໃນ ${of} ກຸ່ມ`,
  moved: (count) => `ເລື່ອນກຳນົດໃຫ້ ${count} ກຸ່ມແລ້ວ.`,
  undone: "ກັບໄປກຳນົດເກົ່າແລ້ວ.",
  undoReason: (reason) => `ຍົກເລີກ: ${reason}`,
  missingReason: "ກະລຸນາຂຽນເຫດຜົນ.",
  missingCluster: "ກະລຸນາເລືອກຢ່າງໜ້ອຍໜຶ່ງກຸ່ມ.",
  notMoved: "ເລື່ອນບໍ່ໄດ້",
  decisions: "ຂໍ້ຕົກລົງເລື່ອນກຳນົດ",
  allMoves: (count) => `ເບິ່ງທັງ ${count} ຄັ້ງ`,
  fromTo: (was, to) => `ແຕ່ ${was} ຫາ ${to}`,
};
