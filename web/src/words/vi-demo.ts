import type { stretches } from "../demo/laying.svelte.ts";
import type { players } from "../demo/players.ts";

type Part = (typeof players)[number]["part"];
type Stretch = (typeof stretches)[number];

const parts: Record<Part, string> = {
  clerk: "Chuyên viên thường trực",
  head: "Cụm trưởng",
  officer: "Cán bộ chấm điểm",
  teller: "Tổ kiểm phiếu",
};
const laying: Record<Stretch, string> = {
  open: "Đang mở hội đồng thử",
  people: "Đang mời năm đơn vị vào",
  year: "Đang mở năm, lập cụm và bảng tiêu chí",
  covenant: "Đang ký giao ước",
  movement: "Đang ghi kết quả phong trào",
  sheets: "Đang tự chấm và nộp phiếu",
  review: "Đang thẩm định vài dòng",
  conference: "Đang chuẩn bị hội nghị",
};

/** What is said of a council to be played with. */
export const demo = {
  parts,
  laying,
  title: "Hội đồng thử",
  none: "Chưa mở hội đồng thử nào.",
  open: (day: string) => `Hội đồng thử đang mở, tự xóa ngày ${day}.`,
  what: "Một cụm có thật với năm đơn vị, đang giữa kỳ thẩm định, sắp họp tổng kết. Đóng vai nào cũng được, bấm gì cũng được: không việc nào đến hội đồng thật, và sau bảy ngày mọi thứ tự xóa.",
  do: "Mở hội đồng thử",
  enter: "Vào hội đồng thử",
  link: "Làm thử trong hội đồng thử",
  under: (done: number, of: number) => `Bước ${done + 1} trên ${of}`,
  stay: "Mất khoảng mười giây. Đóng trang giữa chừng thì lần sau mở tiếp.",
  band: (day: string) => `Hội đồng thử. Mọi thứ ở đây sẽ bị xóa ngày ${day}.`,
  play: "Đóng vai",
  home: "Về hội đồng của mình",
  homeOperator: "Về trang vận hành",
  throw: "Bỏ hội đồng thử",
  throwTitle: "Bỏ hội đồng thử này?",
  throwHow: (day: string) =>
    `Từ lúc này không ai vào được nữa, kể cả người đang mở trang. Những gì đã ghi tự xóa ngày ${day}. Hội đồng thật không đổi gì.`,
  throwDo: "Bỏ hội đồng thử",
  keep: "Để lại",
};
