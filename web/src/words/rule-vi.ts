import type { Rule, Share } from "#domain/poll.ts";
import type { Format } from "./format.ts";
import { counted } from "./vietnamese.ts";

const known: Record<string, string> = { "1/2": "một nửa", "2/3": "hai phần ba", "3/4": "ba phần tư" };

/** Thousandths are as fine as anybody writes a share. */
const percentOf = (fraction: string) => {
  const [part = 0, whole = 1] = fraction.split("/").map(Number);
  return Math.round((100_000 * part) / whole) / 1000;
};
const shareOf = ({ moreThan, atLeast }: Share, format: Format) => {
  if (moreThan === "1/2") return "quá nửa";
  const fraction = moreThan ?? atLeast ?? "0/1";
  return `${moreThan === undefined ? "từ" : "trên"} ${known[fraction] ?? format.percent(percentOf(fraction))}`;
};

const bases = {
  unit: { members: "số thành viên", present: "số đơn vị có mặt", cast: "số phiếu hợp lệ" },
  delegate: { members: "số đại biểu", present: "số đại biểu có mặt", cast: "số phiếu hợp lệ" },
};
const ties = {
  "second-round": "bằng phiếu thì bầu lại",
  "higher-total": "bằng phiếu thì theo thứ hạng",
  chair: "bằng phiếu thì chủ tọa quyết định",
  lot: "bằng phiếu thì bốc thăm",
};
const choice = ({ choose: { min, max }, yesNo }: Rule) =>
  yesNo
    ? "đồng ý hoặc không đồng ý với từng tên"
    : min === max
      ? `chọn đúng ${counted(max)} tên`
      : min === 0
        ? `chọn nhiều nhất ${counted(max)} tên`
        : `chọn từ ${counted(min)} đến ${counted(max)} tên`;

/** The whole rule as one sentence, the way it is read out and printed with the result. */
export function sentenceVi(rule: Rule, format: Format): string {
  const { secret, voter, ownUnit, quorum, threshold, seats, tie, publish, written, mayChange } = rule;
  return `${[
    `${secret ? "Bỏ phiếu kín" : "Bỏ phiếu công khai"}, ${voter === "unit" ? "mỗi đơn vị một phiếu" : "mỗi đại biểu một phiếu"}, ${choice(rule)}, lấy ${counted(seats)}`,
    `được ${shareOf(threshold, format)} ${bases[voter][threshold.base]} thì đạt`,
    ties[tie],
    ...(quorum ? [`bỏ phiếu khi có mặt ${shareOf(quorum, format)} ${bases[voter].members}`] : []),
    ...(ownUnit ? [] : ["không chọn đơn vị mình"]),
    ...(written ? ["người vắng được gửi thư"] : []),
    ...(mayChange ? ["được đổi ý đến khi đóng hòm"] : []),
    publish === "figures" ? "công bố con số" : "chỉ công bố đạt hay không đạt",
  ].join("; ")}.`;
}
