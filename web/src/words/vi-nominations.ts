import { capital, counted } from "./vietnamese.ts";

export type State = "waiting" | "awarded" | "refused" | "changed" | "withdrawn";

export const nominations = {
  title: (year: number) => `Đề nghị khen thưởng năm ${year}`,
  sentence: (proposed: number, waiting: number, awarded: number) => {
    if (proposed === 0) return "Chưa có đề nghị khen thưởng nào.";
    if (waiting === proposed) return `${capital(counted(proposed))} đề nghị, đang chờ hội đồng trả lời.`;
    const refused = proposed - waiting - awarded;
    const parts = [
      ...(awarded > 0 ? [`${counted(awarded)} được khen`] : []),
      ...(refused > 0 ? [`${counted(refused)} không được khen`] : []),
      ...(waiting > 0 ? [`${counted(waiting)} chờ trả lời`] : []),
    ];
    return `${capital(counted(proposed))} đề nghị: ${parts.join(", ")}.`;
  },
  notYet: "Đề nghị chưa phải là được khen. Chỉ có quyết định của cấp có thẩm quyền mới vào sổ khen thưởng.",
  noneHow: (at: string) =>
    `Cụm trưởng, cụm phó hoặc thường trực hội đồng lập đề nghị từ kết quả bình chọn hoặc ghi tay, từ ${at}.`,
  make: "Lập đề nghị",
  print: "In tờ trình khổ A4",
  toRegister: "Xem sổ khen thưởng",
  list: "Danh sách đề nghị",
  counts: (count: number, of: number, percent: string) =>
    `${count} tập thể trên ${of} thành viên, ${percent}`,
  countsHow: "Hạn mức theo hướng dẫn của hội đồng từng năm. Số này để đối chiếu, không chặn đề nghị nào.",
  people: (count: number) => `${count} cá nhân`,
  states: {
    waiting: "Chờ trả lời",
    awarded: "Được khen",
    refused: "Không được khen",
    changed: "Đổi hình thức",
    withdrawn: "Đã rút",
  } satisfies Record<State, string>,
  answered: (number: string, date: string) => [number, date && `ngày ${date}`].filter(Boolean).join(" "),
  changedTo: (award: string) => `Khen bằng ${award}.`,
  byPoll: "Từ kết quả bình chọn",
  byHand: "Ghi tay",
  by: (name: string, at: string) => `${name}, ${at}`,
  checks: (warnings: number) =>
    warnings === 0 ? "Đối chiếu tiêu chuẩn" : `Đối chiếu tiêu chuẩn: ${counted(warnings)} điều cần xem`,
  checksHow: "Đối chiếu để tham khảo; người quyết định là hội đồng.",
  results: { met: "Khớp", "not met": "Cần xem", "cannot tell": "Chưa đủ số liệu để nói" },
  figure: {
    rank: (is: number) => `hạng ${is} trong cụm`,
    years: (is: number, of: number) => `${is} trên ${of} năm liên tục có trong sổ`,
  },
  basis: (text: string) => `Căn cứ: ${text}`,
  withdraw: "Rút đề nghị",
  withdrawHow: "Đề nghị đã rút vẫn còn trong hồ sơ, kèm lý do.",
  reason: "Lý do",
  withdrawn: (reason: string) => `Đã rút: ${reason}`,
  cancel: "Thôi",
  fromPolls: {
    title: "Đã đạt ở hội nghị, chưa có trong danh sách",
    take: (count: number) => (count === 1 ? "Lập đề nghị này" : `Lập ${count} đề nghị này`),
    of: (award: string, units: string) => `${award}: ${units}`,
  },
  deciding: {
    title: "Ghi quyết định",
    how: "Chọn các đề nghị có cùng một quyết định ở danh sách trên, rồi ghi một lần.",
    chosen: (count: number) => (count === 0 ? "Chưa chọn đề nghị nào." : `Đã chọn ${count} đề nghị.`),
    choose: (name: string) => `Chọn đề nghị của ${name}`,
    all: "Chọn mọi đề nghị đang chờ",
    outcome: "Trả lời",
    outcomes: { awarded: "Tặng như đề nghị", changed: "Tặng hình thức khác", refused: "Không tặng" },
    to: "Tặng",
    number: "Số quyết định",
    date: "Ngày",
    reason: "Lý do",
    save: (count: number) => (count <= 1 ? "Ghi quyết định" : `Ghi quyết định cho ${count} đề nghị`),
    saved: (done: number, of: number) => `Đã ghi ${done} trên ${of}.`,
  },
  nominating: {
    title: "Lập đề nghị khen thưởng",
    sentence: "Chọn danh hiệu hoặc hình thức, rồi ghi tập thể hay cá nhân.",
    kind: "Đề nghị cho",
    kinds: { unit: "Tập thể", person: "Cá nhân" },
    search: "Tìm danh hiệu, hình thức",
    searchHow: "Gõ không dấu cũng được, ví dụ: co thi dua, bang khen.",
    found: (count: number) => `${count} danh hiệu, hình thức`,
    unit: "Đơn vị",
    person: "Họ và tên",
    position: "Chức vụ",
    class: "Nhóm đối tượng",
    classHow: "Dùng cho thống kê, ví dụ: lãnh đạo, công chức, trực tiếp lao động.",
    reasons: "Thành tích, lý do",
    save: "Ghi đề nghị",
    noAward: "Chưa chọn danh hiệu, hình thức.",
    levels: {
      president: "Chủ tịch nước",
      nasc: "Ủy ban Thường vụ Quốc hội",
      government: "Chính phủ",
      pm: "Thủ tướng Chính phủ",
      ministry_province: "Bộ, ban, ngành, tỉnh",
      armed_forces: "Lực lượng vũ trang",
      organisation: "Tổ chức, đoàn thể",
      unit: "Thủ trưởng đơn vị",
      commune: "Cấp xã",
    } as Record<string, string>,
    back: "Về danh sách",
    refused: "Chưa lập đề nghị được lúc này.",
  },
};

/** What is printed: a paper is Vietnamese in whatever language the page is read. */
export const nominationsPaper = {
  title: "TỜ TRÌNH",
  about: (kind: string, year: number) => `Về việc đề nghị khen thưởng ${kind} thi đua năm ${year}`,
  to: (council: string) => `Kính gửi: ${council}.`,
  opening: (cluster: string, count: number) =>
    `Căn cứ kết quả chấm điểm và hội nghị tổng kết, ${cluster} đề nghị xét khen thưởng ${count} trường hợp theo danh sách sau. Danh sách này là đề nghị, chưa phải quyết định khen thưởng.`,
  number: "Số",
  recipient: "Tập thể, cá nhân",
  award: "Danh hiệu, hình thức đề nghị",
  reasons: "Thành tích, căn cứ",
  poll: "đạt ở hội nghị",
  end: "Kính trình xem xét, quyết định.",
  sign: (kind: string) => `ĐẠI DIỆN ${kind.toUpperCase()} TRƯỞNG`,
  signHow: "(Ký, ghi rõ họ tên, đóng dấu)",
};

export const register = {
  title: "Sổ khen thưởng",
  sentence: (count: number, years: number) =>
    count === 0
      ? "Sổ khen thưởng chưa có quyết định nào."
      : `Sổ có ${count} lần khen thưởng trong ${counted(years)} năm.`,
  how: "Chỉ ghi những gì đã có quyết định. Đề nghị chưa phải là được khen.",
  noneHow: "Chuyên viên thường trực ghi quyết định ở trang đề nghị khen thưởng của từng cụm.",
  search: "Tìm đơn vị, người, danh hiệu, số quyết định",
  searchHow: "Gõ có dấu hay không dấu đều được.",
  year: "Năm",
  allYears: "Mọi năm",
  sort: "Sắp theo",
  sorts: { date: "Ngày quyết định, mới trước", name: "Tên", award: "Danh hiệu, hình thức" },
  found: (count: number) =>
    count === 0 ? "Không tìm thấy. Mời thử ít chữ hơn." : `${count} lần khen thưởng`,
  recipient: "Tập thể, cá nhân",
  unit: "Đơn vị",
  position: "Chức vụ",
  award: "Danh hiệu, hình thức",
  number: "Số quyết định",
  date: "Ngày",
  cluster: "Cụm",
  print: "In khổ A4",
};
