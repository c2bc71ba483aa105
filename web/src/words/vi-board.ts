import type { Phase } from "#domain/calendar.ts";
import type { Left } from "../left.ts";
import { capital, counted, leftIn } from "./vietnamese.ts";

/** What the board's one sentence is made from. */
export type Standing = {
  phase: Phase;
  members: readonly unknown[];
  in: readonly unknown[];
  final: readonly unknown[];
  announced: boolean;
  place: { year: { year: number } };
  covenant: { covenant?: unknown; signatures: readonly unknown[] };
};
export type Part = { text: string; strong?: boolean };

/** Who has done what: nobody, all, or how many of how many. */
const whoHas = (count: number, of: number, done: string) =>
  count === 0
    ? `Chưa đơn vị nào ${done}.`
    : count === of
      ? `Cả ${counted(of)} đơn vị đã ${done}.`
      : `${capital(counted(count))} trên ${counted(of)} đơn vị đã ${done}.`;
const within = (left: Left, what: string): Part[] =>
  left ? [{ text: "Còn " }, { text: leftIn(left), strong: true }, { text: ` ${what}. ` }] : [];

function sentence(board: Standing, left: Left): Part[] {
  const all = board.members.length;
  switch (board.phase) {
    case "covenant":
      return [
        ...within(left, "để ký giao ước"),
        { text: whoHas(board.covenant.signatures.length, all, "ký") },
      ];
    case "running":
      return [
        ...within(left, "nữa thì bắt đầu tự chấm"),
        { text: `Năm ${board.place.year.year} đang thực hiện.` },
      ];
    case "scoring":
      return [...within(left, "để tự chấm"), { text: whoHas(board.in.length, all, "nộp") }];
    case "review":
      return [
        ...within(left, "để thẩm định"),
        {
          text: board.announced ? "Xếp hạng đã công bố." : whoHas(board.final.length, all, "chốt phiếu"),
        },
      ];
    case "voting":
      return [{ text: "Cụm đang bỏ phiếu. " }, ...within(left, "nữa thì kiểm phiếu")];
    case "counting":
      return [
        ...within(left, "nữa thì đóng năm"),
        { text: board.announced ? "Xếp hạng đã công bố." : "Xếp hạng chưa công bố." },
      ];
    case "closed":
      return [{ text: `Năm ${board.place.year.year} đã đóng. Mọi số liệu giữ nguyên.` }];
  }
}

const then: Record<Phase, (at: string) => string> = {
  covenant: (at) => `Hạn ký ${at}. Sau đó cụm bắt đầu thực hiện.`,
  running: (at) => `Tự chấm từ ${at}.`,
  scoring: (at) => `Hết hạn ${at}. Sau giờ này phiếu tự khóa và cụm bắt đầu thẩm định.`,
  review: (at) => `Thẩm định đến ${at}. Sau đó cụm họp và bỏ phiếu.`,
  voting: (at) => `Kiểm phiếu từ ${at}.`,
  counting: (at) => `Đóng năm lúc ${at}. Sau giờ này không sửa được nữa.`,
  closed: () => "",
};

export const board = {
  notes: "Báo cáo còn ghi",
  sentence,
  whatThen: (phase: Phase, at: string) => then[phase](at),
  deeds: "Việc cần làm",
  deed: {
    sign: (_unit: string) => "Đọc và ký giao ước",
    fill: (_unit: string) => "Chấm phiếu của đơn vị",
    appraise: (unit: string) => `Thẩm định ${unit}`,
    announce: (_unit: string) => "Xem và công bố xếp hạng",
    close: (_unit: string) => "Đóng năm",
  },
  thread: "Các giai đoạn của năm",
  until: (day: string) => `đến ${day}`,
  from: (day: string) => `từ ${day}`,
  progress: "Tiến độ từng đơn vị",
  withPapers: "đủ minh chứng",
  withoutPapers: "chưa có minh chứng",
  blank: "chưa chấm",
  bonus: "Thưởng",
  noScheme: "Cụm chưa có bảng tiêu chí. Chuyên viên thường trực ban hành thì chấm được.",
  head: (kind: string) => `${capital(kind)} trưởng`,
  deputy: (kind: string) => `${capital(kind)} phó`,
  filled: (filled: number, of: number) => `${filled} trên ${of} dòng đã chấm`,
  states: {
    blank: (_at: string, _day: string) => "Chưa bắt đầu",
    filling: (at: string, _day: string) => (at ? `Đang chấm, ${at}` : "Đang chấm"),
    stopped: (_at: string, day: string) => `Dừng từ ${day}`,
    submitted: (at: string, _day: string) => `Đã nộp ${at}`,
    returned: (at: string, _day: string) => `Bị trả lại ${at}`,
    review: (_at: string, _day: string) => "Đang thẩm định",
    final: (at: string, _day: string) => `Đã chốt ${at}`,
  },
  returned: (reason: string) => `Lý do trả lại: ${reason}`,
  claims: "Điểm tự chấm",
  provisional: (maximum: string, hasBefore: boolean) =>
    `Tạm tính trên ${maximum} điểm, chưa thẩm định.${hasBefore ? " Vạch đứng là tổng năm trước." : ""}`,
  claimed: (unit: string, points: string, before?: string) =>
    `${unit} ${points} điểm${before ? `, năm trước ${before}` : ""}`,
  notIn: (units: readonly string[], list: (units: readonly string[]) => string, of: number) =>
    `${units.length > 3 ? `${capital(counted(units.length))} đơn vị` : list(units)} chưa nộp. Thứ hạng hiện khi đủ ${counted(of)} phiếu.`,
  relativeLater: "Dòng so với đơn vị khác được cộng khi xếp hạng.",
  due: "Đến hạn",
  begins: {
    covenant: "Mở năm",
    running: "Hết hạn ký giao ước",
    scoring: "Bắt đầu tự chấm",
    review: "Hết hạn tự chấm",
    voting: "Thẩm định xong",
    counting: "Kiểm phiếu",
    closed: "Đóng năm",
  } satisfies Record<Phase, string>,
  moreThan: "hơn",
  sinceLast: (metric: string, year: number) => `so với năm ${year}, ${metric.toLowerCase()}.`,
  noContribution: "Chưa có kết quả nào được ghi.",
  allMovements: (count: number) => (count > 1 ? `Xem cả ${counted(count)} phong trào` : "Xem phong trào"),
  covenantOf: (year: number) => `Giao ước ${year}`,
  signed: (signed: number, of: number, targets: number) =>
    `${signed} trên ${of} đơn vị đã ký${targets > 0 ? ` ${targets} chỉ tiêu` : ""}.`,
  unsigned: (units: readonly string[], list: (units: readonly string[]) => string) =>
    units.length > 3 ? `Còn ${counted(units.length)} đơn vị chưa ký.` : `Chưa ký: ${list(units)}.`,
  readCovenant: "Xem giao ước",
  noCovenant: "Chưa có giao ước. Cụm trưởng hoặc chuyên viên thường trực soạn trong giai đoạn đầu năm.",
};
