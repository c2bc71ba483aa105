import type { Rule, Share } from "#domain/poll.ts";
import type { Format } from "./format.ts";

const known: Record<string, string> = { "1/2": "กึ่งหนึ่ง", "2/3": "สองในสาม", "3/4": "สามในสี่" };

const percentOf = (fraction: string) => {
  const [part = 0, whole = 1] = fraction.split("/").map(Number);
  return Math.round((100_000 * part) / whole) / 1000;
};
const shareOf = ({ moreThan, atLeast }: Share, format: Format) => {
  const fraction = moreThan ?? atLeast ?? "0/1";
  return `${moreThan === undefined ? "ตั้งแต่" : "เกิน"} ${known[fraction] ?? format.percent(percentOf(fraction))}`;
};

const bases = {
  unit: { members: "ของสมาชิก", present: "ของหน่วยงานที่เข้าร่วม", cast: "ของบัตรดี" },
  delegate: { members: "ของผู้แทน", present: "ของผู้แทนที่เข้าร่วม", cast: "ของบัตรดี" },
};
const ties = {
  "second-round": "เสียงเท่ากันให้ออกเสียงใหม่",
  "higher-total": "เสียงเท่ากันให้ถือตามอันดับ",
  chair: "เสียงเท่ากันให้ประธานตัดสิน",
  lot: "เสียงเท่ากันให้จับสลาก",
};
const choice = ({ choose: { min, max }, yesNo }: Rule) =>
  yesNo
    ? "เห็นชอบหรือไม่เห็นชอบกับแต่ละชื่อ"
    : min === max
      ? `เลือก ${max} ชื่อพอดี`
      : min === 0
        ? `เลือกไม่เกิน ${max} ชื่อ`
        : `เลือก ${min} ถึง ${max} ชื่อ`;

/** The whole rule as one sentence, the way it is read out and printed with the result. */
export function sentenceTh(rule: Rule, format: Format): string {
  const { secret, voter, ownUnit, quorum, threshold, seats, tie, publish, written, mayChange } = rule;
  return [
    `${secret ? "ออกเสียงลับ" : "ออกเสียงโดยเปิดเผย"} ${voter === "unit" ? "หน่วยงานละหนึ่งบัตร" : "ผู้แทนท่านละหนึ่งบัตร"} ${choice(rule)} รับ ${seats}`,
    `ได้ ${shareOf(threshold, format)} ${bases[voter][threshold.base]} จึงผ่าน`,
    ties[tie],
    ...(quorum ? [`ออกเสียงเมื่อเข้าร่วม ${shareOf(quorum, format)} ${bases[voter].members}`] : []),
    ...(ownUnit ? [] : ["ไม่เลือกหน่วยงานของตน"]),
    ...(written ? ["ผู้ไม่เข้าร่วมส่งหนังสือได้"] : []),
    ...(mayChange ? ["เปลี่ยนใจได้จนปิดหีบ"] : []),
    publish === "figures" ? "ประกาศตัวเลข" : "ประกาศเพียงผ่านหรือไม่ผ่าน",
  ].join("; ");
}
