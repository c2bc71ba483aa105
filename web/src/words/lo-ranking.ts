import type { Row } from "../pages/ranking/ranking.svelte.ts";
import type { Format } from "./format.ts";
import { ranking as vietnamese } from "./vi-ranking.ts";

const partName = (code: string, title: string) =>
  code === "+" ? "ຄະແນນເພີ່ມ, ຄະແນນຫັກ" : `ສ່ວນ ${title || code}`;

function because(
  { rank, equals, over, under }: Row,
  nameOf: (unit: string) => string,
  format: Format,
): string {
  if (equals.length > 0) return `ຄະແນນເທົ່າ ${format.list(equals.map(nameOf))}, ອັນດັບ ${rank} ຮ່ວມກັນ.`;
  if (under) {
    const worst = under.parts.toSorted((a, b) => a.points - b.points)[0];
    const most =
      worst && worst.points < 0
        ? `, ຫຼາຍສຸດຢູ່ ${partName(worst.code, worst.title)} (${format.number(worst.points)})`
        : "";
    return `ໜ້ອຍກວ່າ ${nameOf(under.unit)} ${format.number(Math.abs(under.by))} ຄະແນນ${most}.`;
  }
  if (!over) return "";
  const best = over.parts
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, 2);
  const thanks = best
    .map(({ code, title, points }) => `${partName(code, title)} (+${format.number(points)})`)
    .join(" ແລະ ");
  return `ຫຼາຍກວ່າ ${nameOf(over.unit)} ${format.number(over.by)} ຄະແນນ${thanks ? `, ຍ້ອນ ${thanks}` : ""}.`;
}

export const ranking: typeof vietnamese = {
  title: (year) => `ການຈັດອັນດັບປີ ${year}`,
  tab: "ຈັດອັນດັບ",
  councilTab: "ທັງສະພາ",
  council: {
    title: (year) => `ການຈັດອັນດັບທັງສະພາປີ ${year}`,
    sentence: (shown, of) =>
      shown === 0
        ? "ສະພາຍັງບໍ່ປະກາດອັນດັບ."
        : shown === of
          ? `ທັງ ${of} ກຸ່ມມີອັນດັບແລ້ວ.`
          : `${shown} ໃນ ${of} ກຸ່ມມີອັນດັບແລ້ວ.`,
    waiting: (count) => `${count} ກຸ່ມປະກາດແລ້ວ ແຕ່ຍັງບໍ່ມີຢູ່ນີ້.`,
    gather: "ປະກາດທັງສະພາ",
    gatherAgain: "ເອົາຈາກກຸ່ມຄືນໃໝ່",
    none: "ຍັງບໍ່ມີອັນດັບທັງສະພາ.",
    noneHow: "ເມື່ອກຸ່ມຕ່າງໆປະກາດແລ້ວ, ພະນັກງານປະຈຳສະພາໂຮມ ແລະ ປະກາດຢູ່ນີ້.",
    search: "ຊອກຫາຫົວໜ່ວຍ ຫຼື ກຸ່ມ",
    found: (count) => (count === 0 ? "" : `ມີໃນ ${count} ກຸ່ມ.`),
    nobody: (text) => `ຊອກບໍ່ເຫັນ “${text}”.`,
    nobodyHow: "ກະລຸນາລອງສ່ວນໜຶ່ງຂອງຊື່; ມີວັນນະຍຸດ ຫຼື ບໍ່ມີກໍໄດ້.",
    tableOf: (cluster) => `ການຈັດອັນດັບຂອງ ${cluster}`,
    more: (count) => `ເບິ່ງອີກ ${count} ກຸ່ມ`,
  },
  basis: (byRate, total, phase) =>
    `${phase === "scoring" ? "ຄະແນນປະເມີນຕົນເອງ" : "ຄະແນນກວດກາ-ປະເມີນ"}${total ? `, ຈາກ ${total} ຄະແນນ` : ""}.${byRate ? " ຈັດຕາມອັດຕາຕໍ່ຄະແນນທີ່ມອບໝາຍ, ເພາະມີແຖວທີ່ບໍ່ໄດ້ມອບໝາຍ." : ""}`,
  hidden: "ຍັງບໍ່ປະກາດ: ດຽວນີ້ມີພຽງຫົວໜ້າ, ຮອງຫົວໜ້າກຸ່ມ ແລະ ອົງການປະຈຳການສະພາອ່ານໄດ້.",
  lead: (first, also, worth, second) =>
    also > 0
      ? `${also + 1} ຫົວໜ່ວຍນຳໜ້າຮ່ວມກັນດ້ວຍ ${worth}.`
      : `${first} ນຳໜ້າດ້ວຍ ${worth}${second ? `, ຫຼາຍກວ່າ ${second.name} ${second.by}` : ""}.`,
  points: (points) => `${points} ຄະແນນ`,
  proposed: (award) => `ສະເໜີ ${award}`,
  onLast: (year) => `ທຽບປີ ${year}`,
  announcedBy: (name, at) => `${name} ປະກາດ, ${at}.`,
  dated: vietnamese.dated,
  announce: "ປະກາດອັນດັບ",
  announceTitle: "ປະກາດອັນດັບໃຫ້ທັງກຸ່ມ",
  announceHow: "ແຕ່ນີ້ໄປທຸກຫົວໜ່ວຍໃນກຸ່ມອ່ານຄະແນນ ແລະ ອັນດັບໄດ້. ປະກາດແລ້ວຖອນຄືນບໍ່ໄດ້.",
  notYet: "ອັນດັບຍັງບໍ່ປະກາດ.",
  notYetHow: "ຫົວໜ້າກຸ່ມ ຫຼື ອົງການປະຈຳການສະພາປະກາດເມື່ອກວດກາສຳເລັດ. ຄະແນນຂອງຫົວໜ່ວຍເບິ່ງໄດ້ໃນໃບໃຫ້ຄະແນນ.",
  print: "ພິມ A4",
  places: "ອັນດັບ",
  rank: "ອັນດັບ",
  unit: "ຫົວໜ່ວຍ",
  total: "ຄະແນນລວມ",
  rate: "ອັດຕາ",
  shared: "ອັນດັບຮ່ວມ",
  because,
  plot: (is, was, year) => `${was === undefined ? "" : `ປີ ${year - 1} ${was}, `}ປີ ${year} ${is}`,
  moved: (places) => (places === 0 ? "ອັນດັບເດີມ" : places > 0 ? `ຂຶ້ນ ${places}` : `ລົງ ${-places}`),
  inherited: (unit, year) => `ອັນດັບປີ ${year} ແມ່ນຂອງ ${unit}, ດຽວນີ້ໂຮມເຂົ້າແລ້ວ.`,
  why: (points) => `ເປັນຫຍັງ ${points} ຄະແນນ?`,
  bonus: "ເພີ່ມ, ຫັກ",
  part: (code) => `ສ່ວນ ${code}`,
  claimed: "ປະເມີນຕົນເອງ",
  appraised: "ກວດກາ-ປະເມີນ",
  assigned: "ມອບໝາຍ",
  line: (code) => `ແຖວ ${code}.`,
  lastYear: (year) => `ປີ ${year}`,
  thisYear: (year) => `ປີ ${year}`,
  rules: "ກົດເກນ",
  tieTitle: "ຄະແນນເທົ່າກັນໄດ້ອັນດັບຮ່ວມ",
  tieHow: (rows, partedBy) => {
    const tie = rows.find(({ equals }) => equals.length > 0);
    const next = tie && rows.find(({ rank }) => rank > tie.rank);
    const skipped =
      tie && next ? `${tie.equals.length + 1} ຫົວໜ່ວຍຢູ່ອັນດັບ ${tie.rank} ອັນດັບຕໍ່ໄປຈຶ່ງແມ່ນ ${next.rank}. ` : "";
    return `${skipped}${partedBy.length > 0 ? `ກຸ່ມຕັດສິນດ້ວຍແຖວ ${partedBy.join(", ")}; ຢູ່ນີ້ຍັງເທົ່າກັນ.` : "ກຸ່ມບໍ່ໄດ້ກຳນົດແຖວຕັດສິນ."}`;
  },
};
