import type { Succession } from "#domain/rota.ts";
import type { Format } from "./format.ts";
import { counted } from "./vietnamese.ts";

type How = Succession["how"];
const ways: Record<How, string> = {
  rotation: "luân phiên",
  election: "bầu",
  assignment: "cấp trên chỉ định",
  founding: "quyết định thành lập",
};

export const rotation = {
  title: (kind: string) => `Luân phiên ${kind} trưởng`,
  sentence: (
    kind: string,
    next: string | undefined,
    due: string | undefined,
    year: number,
    isRecognised: boolean | undefined,
  ) =>
    next && isRecognised
      ? `${next} làm ${kind} trưởng năm ${year}, đã được công nhận.`
      : next && isRecognised === false
        ? `${next} được đề nghị làm ${kind} trưởng năm ${year}, nhưng chưa được công nhận.`
        : next
          ? `${next} được đề nghị làm ${kind} trưởng năm ${year}.`
          : due
            ? `Năm ${year} đến lượt ${due} làm ${kind} trưởng.`
            : `Chưa rõ ai làm ${kind} trưởng năm ${year}.`,
  picture: "Các năm đã giữ vai trò",
  unit: "Đơn vị",
  head: (kind: string) => `${kind === "khối" ? "Khối" : "Cụm"} trưởng`,
  deputy: (kind: string) => `${kind === "khối" ? "Khối" : "Cụm"} phó`,
  proposed: "đề nghị",
  none: "không giữ vai trò",
  as: (name: string) => `khi còn là ${name}`,
  due: "Thứ tự đến lượt",
  dueHow: (kind: string) =>
    `Ai lâu nhất chưa làm ${kind} trưởng thì đến lượt trước; chưa từng làm thì trước cả. Đơn vị sáp nhập kế thừa lượt của đơn vị cũ. Đây là gợi ý: hội nghị và cấp trên quyết định.`,
  never: (kind: string) => `Chưa làm ${kind} trưởng trong các năm có trong sổ`,
  last: (year: number, ago: number) => `Gần nhất năm ${year}, cách ${counted(ago)} năm`,
  now: "Đang giữ vai trò",
  next: (year: number) => `Người kế nhiệm năm ${year}`,
  how: "Cách chọn",
  ways: {
    rotation: "Luân phiên",
    election: "Bầu",
    assignment: "Cấp trên chỉ định",
    founding: "Theo quyết định thành lập",
  } satisfies Record<How, string>,
  chooseHead: (kind: string) => `Chọn ${kind} trưởng`,
  nobody: "Chưa chọn",
  deputies: (kind: string) => `${kind === "khối" ? "Khối" : "Cụm"} phó, nhiều nhất hai đơn vị`,
  save: "Ghi người kế nhiệm",
  saved: (how: How, at: string, by: string) => `Theo cách ${ways[how]}, ${by} ghi ${at}.`,
  elected: (names: string) => `Kết quả bầu: ${names}.`,
  takeElected: "Lấy kết quả bầu",
  takeDue: (name: string) => `Lấy ${name}, đơn vị đến lượt`,
  toResult: "Xem kết quả bầu",
  toPoll: (kind: string) => `Soạn cuộc bầu ${kind} trưởng`,
  toConference: "Lập hội nghị để bầu",
  notNow:
    "Ghi người kế nhiệm trong giai đoạn bỏ phiếu và kiểm phiếu, do cụm trưởng, cụm phó hoặc thường trực hội đồng.",
  recognition: "Công nhận của hội đồng",
  recognised: (number: string, date: string) =>
    `Được công nhận${number ? ` theo ${number}` : ""}${date ? ` ngày ${date}` : ""}.`,
  refused: (number: string, date: string) =>
    `Không được công nhận${number ? ` theo ${number}` : ""}${date ? ` ngày ${date}` : ""}.`,
  waiting: "Hội đồng chưa trả lời.",
  yes: "Công nhận",
  no: "Không công nhận",
  number: "Số văn bản",
  date: "Ngày",
  recognise: "Ghi trả lời của hội đồng",
  toHandover: "Bàn giao cho cụm trưởng mới",
  handover: {
    title: (kind: string) => `Bàn giao hồ sơ ${kind}`,
    sentence: (from: string, to: string, isReceived: boolean) =>
      isReceived ? `${to} đã nhận bàn giao từ ${from}.` : `${from} đã bàn giao, ${to} chưa xác nhận đã nhận.`,
    none: "Chưa lập biên bản bàn giao.",
    how: "Tập bàn giao dưới đây được lập từ số liệu ngay lúc mở trang, nên luôn mới nhất.",
    make: "Lập biên bản bàn giao",
    again: "Lập lại biên bản",
    againHow: "Lập lại thì bên nhận phải xác nhận lại.",
    to: "Bên nhận",
    things: "Hồ sơ, hiện vật bàn giao",
    thingsHow: "Mỗi dòng một thứ.",
    usual:
      "Hồ sơ giao ước và bảng tiêu chí\nBiên bản hội nghị, biên bản kiểm phiếu\nHồ sơ đề nghị khen thưởng\nCờ luân lưu",
    note: "Ghi chú cho cụm trưởng mới",
    date: "Ngày bàn giao",
    save: "Ghi biên bản",
    receive: (unit: string) => `Xác nhận ${unit} đã nhận`,
    receiveHow: "Mời đối chiếu danh mục với những gì thực nhận rồi xác nhận.",
    received: (by: string, at: string) => `${by} xác nhận đã nhận ${at}.`,
    print: "In tập bàn giao khổ A4",
    back: "Về luân phiên",
  },
};

/** What is printed: a paper is Vietnamese in whatever language the page is read. */
export const handoverPaper = {
  title: "BIÊN BẢN BÀN GIAO",
  about: (kind: string, year: number) => `Hồ sơ ${kind} thi đua năm ${year}`,
  sides: (from: string, to: string) => `Bên giao: ${from}. Bên nhận: ${to}.`,
  members: "1. Thành viên và đầu mối",
  unit: "Đơn vị",
  people: "Đầu mối",
  covenant: "2. Giao ước",
  noCovenant: "Không có giao ước.",
  covenantHow: (targets: number, signed: number, of: number) =>
    `${targets} chỉ tiêu; ${signed} trên ${of} đơn vị đã ký.`,
  scheme: "3. Bảng tiêu chí và xếp hạng",
  noScheme: "Không có bảng tiêu chí.",
  rank: "Hạng",
  total: "Tổng điểm",
  unannounced: "Xếp hạng chưa công bố.",
  movements: "4. Phong trào",
  none: "Không có.",
  polls: "5. Bỏ phiếu",
  passed: (names: string) => `đạt: ${names}`,
  nobody: "không ai đạt",
  nominations: "6. Đề nghị khen thưởng (đề nghị chưa phải là được khen)",
  outcomes: { awarded: "được khen", refused: "không được khen", changed: "đổi hình thức" },
  waiting: "chờ trả lời",
  open: "7. Việc còn mở",
  nothingOpen: "Không còn việc nào mở.",
  openOf: {
    sheets: (count: number) => `${count} phiếu chấm chưa chốt`,
    ranking: () => "Xếp hạng chưa công bố",
    polls: (count: number) => `${count} cuộc bỏ phiếu chưa kiểm`,
    unsigned: (count: number) => `${count} đơn vị chưa ký giao ước`,
    nominations: (count: number) => `${count} đề nghị chưa có trả lời`,
  },
  things: "8. Hồ sơ, hiện vật bàn giao",
  giver: "BÊN GIAO",
  taker: "BÊN NHẬN",
  sign: "(Ký, ghi rõ họ tên)",
  received: (by: string, at: string) => `Đã xác nhận trên hệ thống: ${by}, ${at}`,
  sum: (name: string, value: string, format: Format, changePercent: number | null) =>
    `${name}: ${value}${changePercent === null ? "" : ` (${changePercent >= 0 ? "tăng" : "giảm"} ${format.percent(Math.abs(changePercent))} so với năm trước)`}`,
};
