import type { Column, Kind } from "#domain/heading.ts";
import type { Fault, FaultCode } from "#domain/roster-line.ts";
import { capital, counted } from "./vietnamese.ts";

const number = new Intl.NumberFormat("vi-VN").format;
const many = (count: number) => (count <= 10 ? counted(count) : number(count));
const things: Record<Kind, string> = { units: "đơn vị", people: "người" };

const columns: Record<Kind, Record<Column, string>> = {
  units: { id: "Mã đơn vị", name: "Tên đơn vị", role: "", unit: "", agency: "" },
  people: {
    id: "Tên đăng nhập",
    name: "Họ và tên",
    role: "Vai trò",
    unit: "Đơn vị",
    agency: "Cơ quan chuyên ngành",
  },
};

const faults: Record<FaultCode, (fault: Fault) => string> = {
  "column-missing": () => "Thiếu cột này.",
  missing: () => "Ô này đang trống.",
  "bad-code": () => "Chỉ gồm chữ thường không dấu, số và gạch nối.",
  duplicate: ({ first }) => `Trùng với dòng ${first ?? ""}.`,
  taken: () => "Mã này đã thuộc về tên khác trong hội đồng.",
  "unknown-unit": () => "Chưa có đơn vị tên này.",
  "unknown-role": () => "Không rõ vai trò này.",
  "not-composed": () => "Dấu chữ ở dạng tách rời, tìm kiếm sẽ không thấy.",
  "stray-spaces": () => "Có dấu cách hoặc xuống dòng thừa.",
  "hidden-characters": () => "Có ký tự ẩn hoặc hình.",
  "too-long": () => "Dài hơn 200 ký tự.",
  "too-many-rows": () => "Nhiều hơn 20.000 dòng.",
};

/** What the page says that brings in a list. */
export const importing = {
  titles: { units: "Nhập đơn vị", people: "Nhập người dùng" } satisfies Record<Kind, string>,
  kinds: { units: "Đơn vị", people: "Người dùng" } satisfies Record<Kind, string>,
  ledeNone: {
    units: "Đưa cả danh sách đơn vị vào một lần.",
    people: "Đưa cả danh sách người dùng vào một lần.",
  } satisfies Record<Kind, string>,
  how: "Tệp được đọc trên máy này. Chưa có gì gửi đi cho đến khi đã xem trước.",
  choose: "Chọn tệp Excel hoặc CSV",
  drop: "hoặc kéo tệp thả vào đây",
  paste: "Hoặc dán bảng chép từ Excel, Word",
  pasteHow: "Chép cả dòng tên cột.",
  template: "Tải tệp mẫu",
  pasted: "bảng đã dán",
  rows: (count: number, sheet: string) =>
    sheet ? `${number(count)} dòng, bảng “${sheet}”` : `${number(count)} dòng`,
  other: "Đổi tệp",
  sheet: "Tệp có nhiều bảng. Lấy bảng nào?",
  columnsTitle: "Cột nào là gì",
  columns,
  noColumn: "Không có",
  made: { units: "Không có, tự đặt từ tên", people: "Không có, tự đặt từ họ tên" } satisfies Record<
    Kind,
    string
  >,
  column: (no: number, heading: string) => heading || `Cột ${no}`,
  everyRole: "Mọi người trong tệp là",
  nameFirst: "Chọn cột tên trước đã.",

  lede: (kind: Kind, good: number) =>
    good === 0 ? "Chưa dòng nào nhập được." : `${capital(many(good))} ${things[kind]} đọc được ngay.`,
  toSee: (count: number) => `${many(count)} dòng`,
  left: "Còn",
  toSeeEnd: "cần xem.",
  nothingWritten: "Chưa có gì được ghi. Sửa ngay ở đây, hoặc nhập phần đúng trước rồi sửa sau.",
  tried: "Máy chủ đã soát, chưa ghi gì.",
  trying: "Máy chủ đang soát.",
  good: "dòng đúng",
  wrong: "dòng sai",
  repeats: "dòng trùng",
  kept: "đã có, giữ nguyên",
  strip: (all: number, good: number, wrong: number, repeats: number) =>
    `${number(all)} dòng: ${number(good)} dòng đúng, ${number(wrong)} dòng sai, ${number(repeats)} dòng trùng`,
  mendAll: (count: number) => `Sửa ${number(count)} ô sửa được ngay`,
  dropRepeats: (count: number) => `Bỏ ${number(count)} dòng trùng giống hệt`,
  apart: (count: number) => `Cho ${number(count)} dòng trùng mã riêng`,
  faultsTitle: "Các dòng cần xem",
  line: "Dòng",
  how_: "Cách sửa",
  empty: "trống",
  faults,
  identical: (first: number) => `Trùng dòng ${number(first)}, giống hệt.`,
  put: (text: string) => `Dùng “${text}”`,
  putAll: (text: string, count: number) => `Dùng “${text}” cho ${number(count)} dòng`,
  chooseRole: "Chọn vai trò",
  dropLine: "Bỏ dòng này",
  more: (count: number) => `Xem thêm ${number(count)} dòng`,
  sample: "Xem các dòng đúng",
  sampleOf: (shown: number, all: number) =>
    all > shown ? `${number(shown)} dòng đầu trong ${number(all)} dòng` : `${number(all)} dòng`,
  bringIn: (count: number, isAll: boolean) => `Nhập ${number(count)} dòng${isAll ? "" : " đúng"}`,
  download: (count: number) => `Tải ${number(count)} dòng để sửa`,
  downloadName: "dong-can-sua",
  downloadSheet: "Cần sửa",
  reason: "Cần xem",
  templateName: { units: "mau-don-vi", people: "mau-nguoi-dung" } satisfies Record<Kind, string>,
  example: {
    units: [
      ["so-noi-vu", "Sở Nội vụ"],
      ["so-tai-chinh", "Sở Tài chính"],
    ],
    people: [["lo-thi-mai", "Lò Thị Mai", "Cán bộ chấm điểm", "Sở Nội vụ", ""]],
  } satisfies Record<Kind, string[][]>,

  written: (kind: Kind, done: number, of: number) =>
    `Đã ghi ${number(done)} trên ${number(of)} ${things[kind]}`,
  secondsLeft: (seconds: number) => `Còn khoảng ${number(seconds)} giây. Xin giữ trang này mở.`,
  unseen:
    "Chưa ai thấy gì cho đến khi ghi xong dòng cuối. Mạng đứt giữa chừng thì làm tiếp được, không mất, không trùng.",
  goOn: "Làm tiếp",
  cameIn: (kind: Kind, count: number) => `Đã nhập ${number(count)} ${things[kind]}.`,
  undo: "Hoàn tác",
  undone: "Đã hoàn tác, không còn gì của đợt nhập này.",
  next: { units: "Xem các đơn vị", people: "Cấp phiếu cho họ" } satisfies Record<Kind, string>,
  unfinished: (kind: Kind, count: number) =>
    `Một đợt nhập ${number(count)} ${things[kind]} đang dở, chưa ai thấy.`,
  giveUp: "Bỏ đợt ấy",
  meanwhile:
    "Dữ liệu của hội đồng vừa đổi nên có dòng không còn đúng. Đã soát lại, xin xem các dòng dưới đây.",
};
