import type { Phase } from "#domain/calendar.ts";
import type { Owed } from "#domain/reminder.ts";
import type { State } from "#domain/sheet.ts";
import type { Left } from "../left.ts";
import { capital, counted, leftIn } from "./vietnamese.ts";

/** What the one sentence about all clusters of a year is made from. */
export type YearStanding = {
  of: number | undefined;
  phase: Phase | undefined;
  standing: readonly { progress: { hasCovenant: boolean; units: readonly { state: State }[] } }[];
  /** All that is late, whatever phase its cluster is in. */
  late: readonly { owes?: Owed | undefined }[];
};
type Part = { text: string; strong?: boolean };

const units = (count: number) => `${counted(count)} đơn vị`;
const within = (left: Left, what: string): Part[] =>
  left ? [{ text: "Còn " }, { text: leftIn(left), strong: true }, { text: ` ${what}. ` }] : [];

/** Nobody can sign what is not written. */
function unwritten(standing: YearStanding["standing"]): string | undefined {
  const count = standing.filter(({ progress }) => !progress.hasCovenant).length;
  return count > 0 ? `${capital(counted(count))} cụm chưa có giao ước.` : undefined;
}

/** Everybody a reminder would go to, by what they owe. */
function owing(late: YearStanding["late"], before = ""): Part[] {
  const signatures = late.filter(({ owes }) => owes === "signature").length;
  const parts = [
    ...(signatures > 0 ? [`${units(signatures)} chưa ký giao ước`] : []),
    ...(signatures < late.length ? [`${units(late.length - signatures)} chưa nộp phiếu`] : []),
  ];
  return parts.length > 0 ? [{ text: `${before}${capital(parts.join(", "))}.` }] : [];
}

const either = (parts: Part[], text: string): Part[] => (parts.length > 0 ? parts : [{ text }]);

function sentence({ of, phase, standing, late }: YearStanding, left: Left, year: number): Part[] {
  if (of === 0) return [{ text: `Năm ${year} chưa có cụm nào.` }];
  const all = standing.flatMap(({ progress }) => progress.units);
  const done = (state: State) => all.filter((unit) => unit.state === state).length;
  switch (phase) {
    case undefined:
      return [{ text: `Năm thi đua ${year}.` }];
    case "covenant":
      return [
        ...within(left, "để ký giao ước"),
        ...either(owing(late), unwritten(standing) ?? "Mọi đơn vị đã ký."),
      ];
    case "running":
      return [
        ...within(left, "nữa thì bắt đầu tự chấm"),
        ...either(owing(late), `Năm ${year} đang thực hiện.`),
      ];
    case "scoring":
      return [...within(left, "để tự chấm"), ...either(owing(late), "Mọi đơn vị đã nộp phiếu.")];
    case "review":
      return [
        ...within(left, "để thẩm định"),
        {
          text:
            done("final") === 0
              ? "Chưa phiếu nào chốt."
              : `${done("final")} trên ${all.length} phiếu đã chốt.`,
        },
        ...owing(late, " "),
      ];
    case "voting":
      return [{ text: "Các cụm đang họp và bỏ phiếu." }, ...owing(late, " ")];
    case "counting":
      return [...within(left, "nữa thì đóng năm"), { text: "Các cụm đang kiểm phiếu." }, ...owing(late, " ")];
    case "closed":
      return [{ text: `Năm ${year} đã đóng. Mọi số liệu giữ nguyên.` }];
  }
}

const states: Record<State, string> = {
  blank: "Chưa bắt đầu",
  filling: "Đang chấm",
  submitted: "Đã nộp",
  returned: "Bị trả lại, chưa nộp lại",
  review: "Đang thẩm định",
  final: "Đã chốt",
};

function done(phase: Phase, done: number, of: number) {
  if (phase === "covenant" || phase === "running") return `${done} trên ${of} đơn vị đã ký giao ước`;
  return phase === "scoring" ? `${done} trên ${of} đơn vị đã nộp` : `${done} trên ${of} phiếu đã chốt`;
}

/** Up to three are named, more are counted. */
const named = (names: readonly string[], list: (names: readonly string[]) => string) =>
  names.length > 3 ? `${counted(names.length)} đơn vị` : list(names);

export const clerk = {
  title: (year: number) => `Năm thi đua ${year}`,
  sentence,
  next: (what: string, at: string) => `${what}: ${at}.`,
  toGrouping: "Lập cụm và chọn thành viên",
  /** `isRest`: others were reminded today already. */
  remindAll: (names: readonly string[], list: (names: readonly string[]) => string, isRest = false) =>
    `${isRest ? "Nhắc nốt" : "Nhắc"} ${named(names, list)}`,
  remind: "Nhắc",
  reminded: (count: number) =>
    count === 0
      ? "Hôm nay đã nhắc rồi, không nhắc thêm."
      : `Đã nhắc ${units(count)}. Lời nhắc hiện ở trang đầu của đơn vị.`,
  remindedAt: (at: string) => `Đã nhắc ${at}`,
  allReminded: "Hôm nay đã nhắc mọi đơn vị còn chậm.",
  extend: "Gia hạn",
  clusters: "Các cụm",
  done,
  marks: { done: "đã xong", half: "đang làm", empty: "chưa bắt đầu" },
  without: (names: readonly string[], list: (names: readonly string[]) => string) => `, còn ${list(names)}`,
  headless: (kind: string) => `Chưa có ${kind} trưởng`,
  forClusters: (names: readonly string[], list: (names: readonly string[]) => string) =>
    names.length > 3 ? `${counted(names.length)} cụm` : list(names),
  late: "Còn chậm",
  lateCount: (count: number) => `${capital(units(count))}.`,
  owes: (owed: Owed, state: State, filled: number, of: number) =>
    owed === "signature"
      ? "Chưa ký giao ước"
      : `${states[state]}${of > 0 ? `, ${filled} trên ${of} dòng` : ""}`,
  all: (count: number) => `Xem cả ${count} đơn vị`,
  fewer: "Thu gọn",
  notices: "Thông báo của thường trực hội đồng",
  toldBy: (name: string, at: string) => `${name}, ${at}`,
  moreNotices: (count: number) => `${capital(counted(count))} thông báo khác`,
  remindedYou: (owed: Owed, at: string) =>
    owed === "signature" ? `Xin ký giao ước trước ${at}.` : `Xin nộp phiếu chấm trước ${at}.`,
  remindedWhen: (at: string) => `Được nhắc ${at}.`,
  toReadiness: "Xem năm đã sẵn sàng chưa",
  owesYou: (owed: Owed): string =>
    owed === "signature" ? "đơn vị chưa ký giao ước." : "đơn vị chưa nộp phiếu chấm.",
  passwords: "Đơn vị quên mật khẩu? Cấp phiếu mới ở trang Người dùng",
  returnedToYou: "Phiếu bị trả lại, xin sửa rồi nộp lại.",
  noticesTitle: "Thông báo",
  noticesSentence: (count: number) =>
    count === 0
      ? "Chưa có thông báo nào đang hiện."
      : `${capital(counted(count))} thông báo đang hiện ở trang đầu của các đơn vị.`,
  noticeTitle: "Một câu cho người đọc",
  noticeText: "Nói thêm, nếu cần",
  noticeFor: "Gửi tới",
  everybody: "Mọi đơn vị",
  publish: "Đăng thông báo",
  published: (title: string) => `Đã đăng: ${title}`,
  withdraw: "Rút",
  withdrawn: (title: string) => `Đã rút: ${title}`,
  withdrawnAt: (name: string, at: string) => `Đã rút, ${name}, ${at}`,
  again: "Đăng lại",
  toWhom: (cluster: string | undefined) => (cluster ? `Tới ${cluster}` : "Tới mọi đơn vị"),
  noNotices: "Năm này chưa có thông báo nào.",
  noNoticesHow: "Viết một câu ở trên rồi đăng. Đơn vị thấy ngay ở trang đầu.",
  deadlines: "Gia hạn",
  deadlinesSentence: (moves: number) =>
    moves === 0 ? "Chưa hạn nào được dời." : `${capital(counted(moves))} lần dời hạn trong năm.`,
  deadlinesHow: "Dời hạn là một quyết định: có người ký, có lý do, và hiện trong nhật ký.",
  which: "Hạn nào",
  until: "Dời đến",
  why: "Lý do",
  whyHow: "Ví dụ: Công văn 142/SVHTTDL xin lùi vì mưa lũ.",
  forWhom: "Cho cụm nào",
  pickAll: "Tất cả các cụm",
  is: (at: string) => `hiện là ${at}`,
  move: (count: number) => (count === 0 ? "Dời hạn" : `Dời hạn cho ${counted(count)} cụm`),
  moving: (done: number, of: number) => `Đã dời ${done} trên ${of} cụm`,
  moved: (count: number) => `Đã dời hạn cho ${counted(count)} cụm.`,
  undone: "Đã trả lại hạn cũ.",
  undoReason: (reason: string) => `Hoàn tác: ${reason}`,
  missingReason: "Xin ghi lý do.",
  missingCluster: "Xin chọn ít nhất một cụm.",
  notMoved: "Không dời được",
  decisions: "Các quyết định dời hạn",
  allMoves: (count: number) => `Xem cả ${count} lần`,
  fromTo: (was: string, to: string) => `từ ${was} đến ${to}`,
};
