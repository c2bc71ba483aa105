import type { State } from "#domain/sheet.ts";
import type { Format } from "./format.ts";
import { capital, counted } from "./vietnamese.ts";

export const matrix = {
  title: (year: number) => `Bảng đối chiếu năm ${year}`,
  tabs: "Thẩm định và xếp hạng",
  tab: "Đối chiếu",
  /** What is true now. */
  sentence: (differing: number, unfound: number, format: Format) => {
    const said = (count: number) => (count > 10 ? format.number(count) : counted(count));
    if (differing === 0 && unfound === 0) return "Mọi dòng đã thẩm định và đúng như tự chấm.";
    const apart =
      differing === 0 ? "Chưa dòng nào khác tự chấm" : `${capital(said(differing))} chỗ khác tự chấm`;
    return unfound === 0
      ? `${apart}, không còn chỗ nào chờ thẩm định.`
      : `${apart}, còn ${said(unfound)} chỗ chờ thẩm định.`;
  },
  criterion: "Tiêu chí",
  most: (points: string) => `tối đa ${points}`,
  each: (points: string) => `trừ ${points} mỗi lần`,
  filters: "Lọc dòng",
  show: "Hiện",
  all: "Mọi dòng",
  differing: (count: number) => `Khác tự chấm (${count})`,
  unfound: (count: number) => `Chờ thẩm định (${count})`,
  section: "Phần",
  allSections: "Cả bảng",
  rest: "Thưởng, trừ",
  rows: (shown: number, of: number) => `${shown} trên ${of} dòng`,
  nothing: "Không có dòng nào như vậy.",
  nothingHow: "Mời chọn Mọi dòng để xem lại cả bảng.",
  foundLong: (count: number, of: number) => `đã thẩm định ${count} trên ${of} dòng`,
  ownUnit: "đơn vị mình",
  kinds: {
    blank: "để trống",
    claimed: "tự chấm, chờ thẩm định",
    same: "thẩm định đúng như tự chấm",
    less: "thẩm định thấp hơn tự chấm",
    more: "thẩm định cao hơn tự chấm",
    apart: "thẩm định khác, điểm như nhau",
    found: "thẩm định, đơn vị không tự chấm",
    unassigned: "không giao",
  },
  cell: (kind: string, by: string, papers: number) =>
    [kind, by, papers > 0 ? `${papers} minh chứng` : ""].filter(Boolean).join(", "),
  papers: (count: number) => `${count} minh chứng`,
  explained: "có giải trình",
  open: (unit: string, code: string) => `${unit}, dòng ${code}`,
  close: "Đóng",
  before: "Dòng trước",
  after: "Dòng sau",
  lineOf: (at: number, of: number) => `Dòng ${at} trên ${of}`,
  whole: "Mở cả phiếu",
  notOwn: "Đây là phiếu của đơn vị mình: chỉ xem, đơn vị khác thẩm định.",
  keys: "Phím mũi tên đi giữa các ô, Enter mở ô, Esc đóng.",
  print: "In khổ A4 ngang",
  printed: (part: number, of: number) => `Bảng ${part} trên ${of}`,
  noScheme: "Cụm chưa có bảng tiêu chí.",
  noSchemeHow: "Chuyên viên thường trực chọn bảng tiêu chí cho cụm.",
};

export const crossCheck = {
  title: (year: number) => `Chấm chéo năm ${year}`,
  tab: "Chấm chéo",
  sentence: (given: number, of: number) =>
    given === 0
      ? "Chưa phân công chấm chéo."
      : given === of
        ? `Cả ${counted(of)} đơn vị đã có đơn vị thẩm định.`
        : `${capital(counted(given))} trên ${counted(of)} đơn vị đã có đơn vị thẩm định.`,
  how: (kind: string) =>
    `Đơn vị được phân công thẩm định thay ${kind} trưởng và ${kind} phó. Phiếu chưa giao cho ai vẫn do ${kind} trưởng, ${kind} phó thẩm định; thường trực hội đồng xem lại mọi phiếu.`,
  unit: "Phiếu của",
  appraiser: "Đơn vị thẩm định",
  state: "Phiếu",
  nobody: "Chưa giao",
  byHead: (kind: string) => `Chưa giao: ${kind} trưởng, ${kind} phó`,
  choose: (unit: string) => `Đơn vị thẩm định phiếu của ${unit}`,
  recused: (unit: string) => `${unit} (đã từ chối)`,
  states: {
    blank: "chưa chấm",
    filling: "đang chấm",
    submitted: "đã nộp",
    returned: "bị trả lại",
    review: "đang thẩm định",
    final: "đã chốt",
  } satisfies Record<State, string>,
  propose: "Đề xuất theo vòng",
  proposeHow: "Mỗi đơn vị thẩm định một đơn vị khác, mỗi năm một đơn vị khác nhau, tránh các cặp đã từ chối.",
  save: "Lưu phân công",
  unsaved: "Phân công chưa lưu.",
  saved: (name: string, at: string) => `${name} phân công, ${at}`,
  clear: "Bỏ mọi phân công",
  toSheet: (unit: string) => `Thẩm định ${unit}`,
  ring: (pairs: readonly [string, string][]) =>
    pairs.map(([appraiser, unit]) => `${appraiser} thẩm định ${unit}`).join("; "),
  recusals: "Từ chối thẩm định",
  noRecusals: "Chưa đơn vị nào từ chối.",
  recusal: (appraiser: string, unit: string) => `${appraiser} không thẩm định ${unit}`,
  by: (name: string, at: string) => `${name}, ${at}`,
  addRecusal: "Ghi một từ chối",
  who: "Đơn vị từ chối",
  about: "Không thẩm định",
  reason: "Lý do",
  reasonHow: "Ví dụ: lãnh đạo hai đơn vị là người nhà. Cả cụm đọc được.",
  add: "Ghi",
  takeBack: (appraiser: string, unit: string) => `Bỏ ghi ${appraiser} từ chối ${unit}`,
  stepBack: (unit: string) => `Từ chối thẩm định ${unit}`,
  stepBackTitle: (unit: string) => `Từ chối thẩm định ${unit}`,
  stepBackHow: "Phiếu này trở về cụm trưởng cho đến khi giao đơn vị khác. Lý do được ghi lại.",
  cancel: "Thôi",
};
