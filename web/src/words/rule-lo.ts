import type { Rule, Share } from "#domain/poll.ts";
import type { Format } from "./format.ts";

const known: Record<string, string> = { "1/2": "ເຄິ່ງໜຶ່ງ", "2/3": "ສອງສ່ວນສາມ", "3/4": "ສາມສ່ວນສີ່" };

const percentOf = (fraction: string) => {
  const [part = 0, whole = 1] = fraction.split("/").map(Number);
  return Math.round((100_000 * part) / whole) / 1000;
};
const shareOf = ({ moreThan, atLeast }: Share, format: Format) => {
  const fraction = moreThan ?? atLeast ?? "0/1";
  return `${moreThan === undefined ? "ແຕ່" : "ເກີນ"} ${known[fraction] ?? format.percent(percentOf(fraction))}`;
};

const bases = {
  unit: { members: "ຂອງສະມາຊິກ", present: "ຂອງຫົວໜ່ວຍທີ່ເຂົ້າຮ່ວມ", cast: "ຂອງບັດຖືກຕ້ອງ" },
  delegate: { members: "ຂອງຜູ້ແທນ", present: "ຂອງຜູ້ແທນທີ່ເຂົ້າຮ່ວມ", cast: "ຂອງບັດຖືກຕ້ອງ" },
};
const ties = {
  "second-round": "ສຽງເທົ່າກັນໃຫ້ປ່ອນບັດຄືນ",
  "higher-total": "ສຽງເທົ່າກັນໃຫ້ຖືຕາມອັນດັບ",
  chair: "ສຽງເທົ່າກັນໃຫ້ປະທານຕັດສິນ",
  lot: "ສຽງເທົ່າກັນໃຫ້ຈັບສະຫຼາກ",
};
const choice = ({ choose: { min, max }, yesNo }: Rule) =>
  yesNo
    ? "ເຫັນດີ ຫຼື ບໍ່ເຫັນດີ ກັບແຕ່ລະຊື່"
    : min === max
      ? `ເລືອກ ${max} ຊື່ພໍດີ`
      : min === 0
        ? `ເລືອກບໍ່ເກີນ ${max} ຊື່`
        : `ເລືອກແຕ່ ${min} ຫາ ${max} ຊື່`;

/** The whole rule as one sentence, the way it is read out and printed with the result. */
export function sentenceLo(rule: Rule, format: Format): string {
  const { secret, voter, ownUnit, quorum, threshold, seats, tie, publish, written, mayChange } = rule;
  return `${[
    `${secret ? "ປ່ອນບັດລັບ" : "ປ່ອນບັດເປີດເຜີຍ"}, ${voter === "unit" ? "ແຕ່ລະຫົວໜ່ວຍບັດໜຶ່ງໃບ" : "ຜູ້ແທນແຕ່ລະທ່ານບັດໜຶ່ງໃບ"}, ${choice(rule)}, ເອົາ ${seats}`,
    `ໄດ້ ${shareOf(threshold, format)} ${bases[voter][threshold.base]} ຈຶ່ງຜ່ານ`,
    ties[tie],
    ...(quorum ? [`ປ່ອນບັດເມື່ອເຂົ້າຮ່ວມ ${shareOf(quorum, format)} ${bases[voter].members}`] : []),
    ...(ownUnit ? [] : ["ບໍ່ເລືອກຫົວໜ່ວຍຕົນເອງ"]),
    ...(written ? ["ຜູ້ບໍ່ເຂົ້າຮ່ວມສົ່ງໜັງສືໄດ້"] : []),
    ...(mayChange ? ["ປ່ຽນໃຈໄດ້ຈົນປິດຫີບ"] : []),
    publish === "figures" ? "ປະກາດຕົວເລກ" : "ປະກາດພຽງຜ່ານ ຫຼື ບໍ່ຜ່ານ",
  ].join("; ")}.`;
}
