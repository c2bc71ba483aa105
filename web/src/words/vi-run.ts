import type { Step } from "../pages/conference/run.svelte.ts";

const lede = (step: Step, title: string, points: number): string => {
  if (points === 0) return "Chưa có chương trình.";
  if (step === "not-begun") return "Hội nghị chưa bắt đầu.";
  if (step === "over") return "Hội nghị đã kết thúc.";
  return title;
};

export const run = {
  title: "Điều hành",
  lede,
  noAgenda: "Chưa có chương trình.",
  noAgendaHow: "Thêm các mục ở phần Chương trình rồi trở lại đây.",
  screen: "Mở màn hình lớn trong cửa sổ khác",
  agenda: "Chương trình",
  shows: { covenant: "Giao ước", "next-head": "Cụm trưởng năm sau" } as Record<string, string>,
  go: "Chuyển đến",
  held: "Hòm phiếu đang mở. Đóng hòm rồi mới chuyển mục.",
  notBegun: (present: number, of: number) =>
    `${present} trên ${of} đại biểu đã điểm danh. Bắt đầu thì màn hình lớn và điện thoại cùng theo.`,
  begin: (title: string) => `Bắt đầu: ${title}`,
  over: "Hội nghị đã kết thúc. Biên bản và mã phiếu vẫn xem được.",
  lost: "Mục này chỉ đến một cuộc bỏ phiếu không còn nữa.",
  "no-rule": "Cuộc này chưa có thể lệ nên chưa mở được.",
  toRule: "Ghi thể lệ",
  draft:
    "Chuẩn bị thì câu hỏi, các tên và thể lệ hiện lên màn hình lớn và điện thoại; chưa ai bỏ phiếu được.",
  prepare: "Chuẩn bị bỏ phiếu",
  meter: (present: number, entitled: number) => `${present} trên ${entitled} người được bỏ phiếu có mặt`,
  needed: (needed: number) => `Cần ít nhất ${needed} người có mặt.`,
  noQuorum: "Thể lệ không đòi số người tối thiểu.",
  small: (entitled: number) =>
    `Chỉ có ${entitled} phiếu: con số có thể cho biết ai chọn ai. Khi công bố, nên chọn chỉ đạt hay không đạt.`,
  minutes: "Tự đóng sau bao nhiêu phút",
  minutesHow: "Để trống thì chủ tọa tự đóng.",
  minutesFault: "Ghi số phút, ví dụ 5.",
  open: "Mở bỏ phiếu",
  short: (missing: number) =>
    `Còn thiếu ${missing} người. Chờ thêm người điểm danh, hoặc vẫn mở; khi ấy không ai trúng.`,
  openAnyway: "Vẫn mở dù chưa đủ",
  inBox: (of: number) => `trên ${of} phiếu trong hòm`,
  counted: (count: number, of: number) => `${count} trên ${of} phiếu đã vào hòm`,
  atOpening: (present: number, entitled: number, isEnough: boolean) =>
    `Lúc mở có ${present} trên ${entitled} người, ${isEnough ? "đủ" : "chưa đủ"} số tối thiểu.`,
  closesIn: (seconds: number) =>
    `Tự đóng sau ${seconds >= 60 ? `${Math.floor(seconds / 60)} phút ` : ""}${seconds % 60} giây.`,
  close: "Đóng bỏ phiếu",
  sealing: "Hòm đã đóng.",
  sealingHow: (left: number) =>
    left > 0 ? `Chờ ${left} giây cho những phiếu đang trên đường, rồi tự niêm phong.` : "Đang niêm phong.",
  sealed: (envelopes: number, papers: number) =>
    `Đã niêm phong ${envelopes} phiếu điện thoại${papers > 0 ? ` và ${papers} phiếu giấy` : ""}.`,
  sealedHow: "Tổ kiểm phiếu mở hòm trên hai máy. Hai máy đọc giống nhau thì kết quả hiện ở đây.",
  toCount: "Đến chỗ kiểm phiếu",
  countedHow: "Hai máy đọc giống nhau. Kết quả mới chỉ có chủ tọa và tổ kiểm phiếu thấy.",
  how: "Công bố thế nào",
  howWhy: "Ít phiếu, hoặc mọi phiếu giống nhau: con số cho biết từng người đã chọn gì.",
  howFirst: "Mời chọn cách công bố trước.",
  ways: { passed: "Chỉ đạt hay không đạt", figures: "Con số của từng tên" },
  show: "Công bố kết quả",
  lot: (free: number) => `Bốc thăm lấy ${free} trong các tên bằng phiếu`,
  chairs: (free: number) => `Chủ tọa quyết định ${free} trong các tên bằng phiếu`,
  decide: "Ghi quyết định",
  equal: "Còn tên bằng phiếu, thể lệ ghi bầu lại.",
  nobody: "Không ai đạt.",
  secondRound: (round: number) => `Thêm vòng ${round} vào chương trình`,
  roundTitle: (title: string, round: number) => `${title.replace(/, vòng \d+$/, "")}, vòng ${round}`,
  toMinutes: "Xem biên bản kiểm phiếu",
  next: (title: string) => `Sang mục: ${title}`,
  end: "Kết thúc hội nghị",
  void: "Hủy cuộc bỏ phiếu",
  voidTitle: "Hủy cuộc bỏ phiếu này?",
  voidHow:
    "Không hoàn tác được. Hòm không bao giờ được mở; lý do ghi vào biên bản. Sau đó có thể bỏ phiếu lại.",
  reason: "Lý do",
  again: "Bỏ phiếu lại",
};
