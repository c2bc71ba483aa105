import { enoughOf } from "#domain/enough.ts";
import type { Poll, Rule, Share } from "#domain/poll.ts";
import type { Format } from "../../../src/words/format.ts";
import type { Day, Outcome, Question } from "../hall.ts";
import { saidOf } from "../share.ts";
import type { Standing } from "../slide.ts";

const shareIn = (share: Share, format: Format) => {
  if (share.moreThan === "1/2") return "quá nửa";
  return `${share.moreThan === undefined ? "từ" : "trên"} ${saidOf(share, format.percent)}`;
};
/** The share that passes, and of what. */
const shareOf = ({ threshold, voter }: Rule, format: Format) => {
  const whom = voter === "unit" ? "đơn vị" : "đại biểu";
  const bases = { members: `số ${whom}`, present: `số ${whom} có mặt`, cast: "số phiếu hợp lệ" };
  return `${shareIn(threshold, format)} ${bases[threshold.base]}`;
};
const wins: Record<Poll["for"], string> = {
  nomination: "được đề nghị",
  head: "trúng cử",
  deputy: "trúng cử",
  rehearsal: "đạt",
};
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** How many votes pass: the number itself where it is known already, else the share. */
const needs = (rule: Rule, format: Format, of: number | undefined) =>
  of === undefined
    ? shareOf(rule, format)
    : `từ ${format.number(enoughOf(rule.threshold, of))} trên ${format.number(of)} phiếu`;

export const vi = {
  connecting: "Đang nối với hội nghị",
  connectingHow: "Màn hình tự hiện khi nối được.",
  nowhere: "Không tìm thấy hội nghị này",
  nowhereHow: "Xin xem lại đường dẫn, hoặc hỏi thường trực hội đồng.",
  demo: "Hội đồng thử",
  lost: (at: string) => `Mất mạng từ ${at}, giữ hình lúc đó`,

  opensAt: (when: string) => `Khai mạc lúc ${when}`,
  until: "Còn",
  soon: "Mời quý đại biểu vào hội trường",
  checkIn: (self: boolean): string =>
    self
      ? "Mời mở thẻ đại biểu trên điện thoại để điểm danh."
      : "Mời điểm danh ở bàn đón tiếp bằng thẻ đại biểu.",
  days: (days: number) => `${days} ngày`,
  present: "đại biểu có mặt",
  presentOf: (of: string) => `trên ${of} đại biểu đã có mặt`,
  tried: "đã bỏ phiếu thử",
  triedOf: (of: string) => `trên ${of} đã bỏ phiếu thử`,
  welcome: "Kính chào quý đại biểu",

  agenda: "Chương trình",
  done: "đã xong",
  point: (no: number, of: number) => `Nội dung ${no} trên ${of}`,

  round: (round: number) => `Vòng ${round}`,
  /** How one votes, and when one passes. */
  rule: ({ rule, for: purpose, candidates }: Question, format: Format, of: number | undefined) => {
    const { min, max } = rule.choose;
    const some = min === max || max === 1 ? `chọn ${max} đơn vị` : `chọn nhiều nhất ${max} đơn vị`;
    const chosen = rule.yesNo ? "đồng ý hoặc không với từng đơn vị" : some;
    const voter = rule.voter === "unit" ? "mỗi đơn vị một phiếu" : "mỗi đại biểu một phiếu";
    const isFew = rule.seats > 1 && rule.seats < candidates.length;
    const seats = isFew ? `, lấy ${rule.seats} đơn vị nhiều phiếu nhất` : "";
    return [
      `${rule.secret ? "Phiếu kín" : "Phiếu công khai"}, ${voter}, ${chosen}.`,
      `${capital(wins[purpose])} khi được ${needs(rule, format, of)}${seats}.`,
    ];
  },
  readyNow: "Sắp mở bỏ phiếu",
  quorumNeeds: (least: string) => `Số tối thiểu ${least}`,
  quorumReached: "đã đủ để mở bỏ phiếu",
  quorumMissing: (more: string) => `còn thiếu ${more}`,
  noQuorum: "Không quy định số tối thiểu",

  inBox: "phiếu đã vào hòm",
  inBoxOf: (of: string) => `trên ${of} phiếu đã vào hòm`,
  join: "Quét để mở lá phiếu",
  joinHow: "rồi nhập 8 ký tự trên thẻ. Phiếu giấy ở bàn kiểm phiếu.",
  joinName: "Mã QR mở lá phiếu",
  openedWith: (present: string, of: string, least: string) =>
    `Có mặt ${present}/${of}, đủ số tối thiểu ${least}`,
  openedShort: (present: string, of: string, least: string) =>
    `Có mặt ${present}/${of}, chưa đủ số tối thiểu ${least}`,
  openedFree: (present: string, of: string) => `Có mặt ${present}/${of} khi mở`,
  openNow: "Đang bỏ phiếu",
  fingerprint: (code: string) => `Khóa hòm ${code}`,

  over: "Đã hết giờ bỏ phiếu",
  overHow: "Đợi vài giây cho những phiếu đang gửi, rồi niêm phong hòm.",
  sealed: "Đã niêm phong",
  sealedHow: "Tổ kiểm phiếu đang mở hòm. Kết quả hiện ra khi chủ tọa công bố.",
  inSealed: "phiếu trong hòm",
  sealedName: (count: string) => `${count} phiếu trong hòm đã niêm phong`,
  root: (code: string) => `Niêm phong ${code}`,

  standings: (purpose: Poll["for"]): Record<Standing, string> => ({
    passed: wins[purpose],
    tied: "bằng phiếu",
    "not-passed": "chưa đạt",
  }),
  votes: (votes: string, of: string) => `${votes} trên ${of} phiếu`,
  verdict: {
    "no-quorum": "Không đủ số tối thiểu, cuộc bỏ phiếu không thành.",
    nobody: "Chưa đơn vị nào đạt.",
  },
  tie: (names: string, tie: Rule["tie"], round: number) =>
    ({
      "second-round": `${names} bằng phiếu: bầu lại vòng ${round + 1}.`,
      "higher-total": `${names} bằng phiếu và đồng hạng.`,
      chair: `${names} bằng phiếu: chủ tọa quyết định.`,
      lot: `${names} bằng phiếu: bốc thăm.`,
    })[tie],
  papers: ({ issued, collected, valid }: NonNullable<Outcome["tally"]>, format: Format) =>
    `Thu về ${format.number(collected)}/${format.number(issued)}, hợp lệ ${format.number(valid)}`,
  dashed: "Vạch đứt:",
  share: (rule: Rule, format: Format) => capital(shareOf(rule, format)),
  passedOnly: (rule: Rule, format: Format) => `Đạt khi được ${shareOf(rule, format)}`,
  told: (question: string, passed: string) => `${question}: ${passed}.`,

  void: "Đã hủy cuộc bỏ phiếu này",
  voidHow: "Phiếu trong hòm không được mở và không được tính. Mời quý đại biểu chờ chủ tọa cho bỏ phiếu lại.",
  voidBecause: (reason: string) => `Lý do: ${reason.replace(/[.\s]*$/, ".")}`,

  nextHead: ({ kind, cluster }: Pick<Day, "kind" | "cluster">) =>
    cluster.toLowerCase().startsWith(kind) ? `Trưởng ${cluster}` : `Trưởng ${kind} ${cluster}`,
  nextDeputies: ({ kind }: Pick<Day, "kind">) => `Phó Trưởng ${kind}`,
  nobodyYet: "Chưa bầu được",
  nextFoot: "Theo kết quả bỏ phiếu đã công bố",

  covenant: "Ký giao ước thi đua",
  signed: "đã ký",
  notSigned: "chưa ký",
  signedOf: "đơn vị đã ký",
  allSigned: (of: string) => `Cả ${of} đơn vị đã ký giao ước`,

  ended: "Hội nghị đã kết thúc",
  endedHow: "Trân trọng cảm ơn quý đại biểu.",

  page: (no: number, of: number) => `Trang ${no} trên ${of}`,
  ring: (count: string, of: string, what: string, need: string | undefined) =>
    `${count} trên ${of} ${what}${need === undefined ? "" : `, số tối thiểu ${need}`}`,
  tools: { full: "Toàn màn hình (F)", theme: "Nền sáng, tối (D)" },
};
export type Words = typeof vi;
