import type { Phase } from "#domain/calendar.ts";
import type { Progress } from "#domain/closing.ts";
import type { Poll, Tally } from "#domain/poll.ts";
import type { Row } from "../pages/ranking/ranking.svelte.ts";
import type { Format } from "./format.ts";
import { sentenceVi } from "./rule-vi.ts";
import { capital, counted } from "./vietnamese.ts";

type NameOf = (unit: string) => string;
const partName = (code: string, title: string) =>
  code === "+" ? "điểm thưởng, trừ" : `phần ${title || code}`;

/** Why a place is where it is: compared with the neighbour, not with an ideal. */
function because({ rank, equals, over, under }: Row, nameOf: NameOf, format: Format): string {
  if (equals.length > 0) return `Bằng điểm ${equals.map(nameOf).join(", ")}, cùng hạng ${rank}.`;
  if (under) {
    const worst = under.parts.toSorted((a, b) => a.points - b.points)[0];
    const most =
      worst && worst.points < 0
        ? `, nhiều nhất ở ${partName(worst.code, worst.title)} (${format.number(worst.points)})`
        : "";
    return `Kém ${nameOf(under.unit)} ${format.number(Math.abs(under.by))} điểm${most}.`;
  }
  if (!over) return "";
  const best = over.parts
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, 2);
  const thanks = best
    .map(({ code, title, points }) => `${partName(code, title)} (+${format.number(points)})`)
    .join(" và ");
  return `Hơn ${nameOf(over.unit)} ${format.number(over.by)} điểm${thanks ? `, nhờ ${thanks}` : ""}.`;
}

export const ranking = {
  title: (year: number) => `Xếp hạng năm ${year}`,
  basis: (byRate: boolean, total: string, phase: Phase) =>
    `${phase === "scoring" ? "Điểm tự chấm" : "Điểm đã thẩm định"}, trên ${total} điểm.${byRate ? " Xếp theo tỷ lệ trên số điểm được giao, vì có dòng không giao." : ""}`,
  hidden: "Chưa công bố: lúc này chỉ cụm trưởng, cụm phó và thường trực hội đồng đọc được.",
  announce: "Công bố xếp hạng",
  announceTitle: "Công bố xếp hạng cho cả cụm",
  announceHow:
    "Từ lúc này mọi đơn vị trong cụm đọc được điểm và thứ hạng. Công bố rồi thì không thu lại được.",
  notYet: "Xếp hạng chưa công bố.",
  notYetHow:
    "Cụm trưởng hoặc thường trực hội đồng công bố khi thẩm định xong. Điểm của đơn vị xem ở phiếu chấm.",
  print: "In khổ A4",
  places: "Thứ hạng",
  rank: "Hạng",
  unit: "Đơn vị",
  total: "Tổng điểm",
  rate: "Tỷ lệ",
  shared: "đồng hạng",
  because,
  plot: (is: string, was: string | undefined, year: number) =>
    `${was === undefined ? "" : `Năm ${year - 1} ${was}, `}năm ${year} ${is}`,
  moved: (places: number) => (places === 0 ? "giữ hạng" : places > 0 ? `lên ${places}` : `xuống ${-places}`),
  inherited: (unit: string, year: number) => `Hạng năm ${year} là của ${unit}, nay đã nhập vào.`,
  why: (points: string) => `Vì sao ${points} điểm?`,
  bonus: "Thưởng, trừ",
  part: (code: string) => `Phần ${code}`,
  claimed: "Tự chấm",
  appraised: "Thẩm định",
  assigned: "Được giao",
  line: (code: string) => `Dòng ${code}.`,
  lastYear: (year: number) => `năm ${year}`,
  thisYear: (year: number) => `năm ${year}`,
  rules: "Quy tắc",
  tieTitle: "Bằng điểm thì cùng hạng",
  tieHow: (rows: readonly Row[], partedBy: readonly string[]) => {
    const tie = rows.find(({ equals }) => equals.length > 0);
    const next = tie && rows.find(({ rank }) => rank > tie.rank);
    const skipped =
      tie && next
        ? `${capital(counted(tie.equals.length + 1))} đơn vị hạng ${tie.rank} nên hạng tiếp theo là ${next.rank}. `
        : "";
    return `${skipped}${partedBy.length > 0 ? `Cụm phân định bằng dòng ${partedBy.join(", ")}; ở đây vẫn bằng nhau.` : "Cụm không đặt dòng phân định."}`;
  },
};

export const closing = {
  title: (year: number) => `Đóng năm ${year}`,
  sentence: ({ state, done, of }: Progress, format: Format, closes: string) =>
    state === "closed"
      ? "Năm đã đóng và niêm phong."
      : state === "closing"
        ? `Đang đóng năm: ${done} trên ${of} cụm.`
        : `Năm đóng lúc ${format.deadline(closes)}.`,
  what: "Đóng năm giữ nguyên mọi phiếu, điểm, thứ hạng và kết quả bỏ phiếu của từng cụm, niêm phong cả năm và lập cụm cho năm sau. Việc còn dở được giữ như đang có.",
  readiness: "Còn gì chưa xong",
  ready: "Sẵn sàng.",
  open: {
    "not-submitted": (count: number) => `${capital(counted(count))} đơn vị chưa nộp phiếu`,
    "not-final": (count: number) => `${capital(counted(count))} phiếu chưa chốt`,
    "not-announced": (_count: number) => "Chưa công bố xếp hạng",
    "polls-open": (count: number) => `${capital(counted(count))} cuộc bỏ phiếu chưa kiểm`,
  },
  close: (year: number) => `Đóng năm ${year}`,
  byItself: (at: string) => `Nếu không bấm, năm tự đóng lúc ${at}.`,
  dialogTitle: (year: number) => `Đóng năm ${year}?`,
  dialogHow: "Không hoàn tác được. Từ lúc bấm, không ai sửa được gì trong năm này nữa.",
  early: (at: string) => `Năm còn mở đến ${at}. Đóng bây giờ là đóng sớm.`,
  underWay: "Đang đóng năm",
  done: (done: number, of: number) => `Đã ghi ${done} trên ${of} cụm`,
  waits: (seconds: number) => `Đợi ${seconds} giây để những gì đang gửi kịp vào.`,
  goesOn: "Có thể rời trang, việc vẫn chạy tiếp.",
  closed: (year: number, at: string) => `Năm ${year} đã đóng${at ? ` lúc ${at}` : ""}.`,
  closedHow: "Mọi số liệu giữ nguyên. Đính chính là một ghi chép mới, có ngày và người ghi.",
  seal: "Dấu niêm phong",
  sealHow: (of: number) =>
    `Tính từ bản lưu của ${counted(of)} cụm và các quyết định. Ai có bản lưu cũng tính lại được dấu này.`,
  blocked: "Chưa đóng được",
  because: (code: string): string =>
    code.startsWith("poll")
      ? "Còn cuộc bỏ phiếu đang mở: kiểm phiếu hoặc hủy rồi thử lại."
      : "Cụm còn việc chưa xong: mở cụm, xem việc cần làm rồi thử lại.",
};

export const movements = {
  title: (year: number) => `Phong trào năm ${year}`,
  up: "tăng",
  down: "giảm",
  moreThan: "hơn",
  since: (year: number) => `so với năm ${year}`,
  noChange: "Chưa đủ số năm trước để so.",
  noContribution: "Chưa có kết quả nào được ghi.",
  none: "Năm này chưa có phong trào.",
  noneHow: "Cụm trưởng hoặc thường trực hội đồng phát động; các đơn vị ghi kết quả.",
};

export const polls = {
  title: (year: number) => `Hội nghị năm ${year}`,
  none: "Chưa có cuộc bỏ phiếu nào.",
  noneHow: (at: string) => `Cụm trưởng hoặc thường trực hội đồng chuẩn bị. Bỏ phiếu từ ${at}.`,
  noConference: "Chưa lập hội nghị.",
  noConferenceHow:
    "Lập hội nghị để soạn chương trình, mời đại biểu, bỏ phiếu kín trên điện thoại và in biên bản.",
  makeConference: "Lập hội nghị",
  conferenceTitle: (year: number) => `Hội nghị tổng kết năm ${year}`,
  ended: (at: string) => `Kết thúc lúc ${at}`,
  toScreen: "Màn hình lớn",
  toMinutes: "Biên bản kiểm phiếu",
  toCheck: "Tra cứu mã phiếu",
  question: (purpose: Poll["for"], award: string | undefined, kind: string) =>
    purpose === "head"
      ? `Bầu ${kind} trưởng năm sau`
      : purpose === "deputy"
        ? `Bầu ${kind} phó năm sau`
        : `Bình chọn đề nghị khen thưởng${award ? `: ${awards[award] ?? award}` : ""}`,
  round: (round: number) => `vòng ${round}`,
  states: {
    draft: "Đang chuẩn bị",
    ready: "Sắp mở",
    open: "Đang bỏ phiếu",
    closing: "Chờ kiểm phiếu",
    sealed: "Đã niêm phong, đang kiểm",
    counted: "Đã kiểm phiếu",
    published: "Đã công bố",
    void: "Đã hủy",
  } satisfies Record<Poll["state"], string>,
  rule: sentenceVi,
  voided: (reason: string) => `Lý do hủy: ${reason}`,
  tally: ({ entitled, present, issued, collected, valid, quorum }: Tally) =>
    `${present} trên ${entitled} thành viên có mặt; phát ra ${issued}, thu về ${collected}, hợp lệ ${valid} phiếu.${quorum ? "" : " Không đủ số tối thiểu phải có."}`,
  cast: (cast: number, of: number) => `${cast} trên ${of} đơn vị đã bỏ phiếu.`,
  count: (votes: number) => `${votes} phiếu`,
  votes: (votes: number, percent: string) => `${votes} phiếu, ${percent}`,
  passed: "Đạt",
  notPassed: "Không đạt",
  tied: "Bằng phiếu",
};
const awards: Record<string, string> = {
  BK_TTG: "Bằng khen của Thủ tướng Chính phủ",
  BK_BT: "Bằng khen của Bộ, ban, ngành, tỉnh",
  CO_CP: "Cờ thi đua của Chính phủ",
  CO_BT: "Cờ thi đua của Bộ, ban, ngành, tỉnh",
  TTLDXS: "Tập thể lao động xuất sắc",
  TTLDTT: "Tập thể lao động tiên tiến",
  CSTDTQ: "Chiến sĩ thi đua toàn quốc",
  CSTD_BT: "Chiến sĩ thi đua Bộ, ban, ngành, tỉnh",
  CSTDCS: "Chiến sĩ thi đua cơ sở",
};
