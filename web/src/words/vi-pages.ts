import type { Progress } from "#domain/closing.ts";
import type { Poll, Tally } from "#domain/poll.ts";
import type { Format } from "./format.ts";
import { sentenceVi } from "./rule-vi.ts";
import { capital, counted } from "./vietnamese.ts";

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
  toPolls: "Mở hội nghị của cụm",
  toNext: (year: number) => `Cụm của năm ${year} đã được lập sẵn. Xem lại lịch năm ${year}`,
  because: (code: string): string =>
    code.startsWith("poll")
      ? "Còn cuộc bỏ phiếu đang mở: kiểm phiếu hoặc hủy rồi thử lại."
      : "Cụm còn việc chưa xong: mở cụm, xem việc cần làm rồi thử lại.",
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
