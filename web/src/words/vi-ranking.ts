import type { Phase } from "#domain/calendar.ts";
import type { Row } from "../pages/ranking/ranking.svelte.ts";
import type { Format } from "./format.ts";
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
  tab: "Xếp hạng",
  councilTab: "Toàn hội đồng",
  council: {
    title: (year: number) => `Xếp hạng toàn hội đồng năm ${year}`,
    sentence: (shown: number, of: number) =>
      shown === 0
        ? "Hội đồng chưa công bố xếp hạng."
        : shown === of
          ? of === 1
            ? "Cụm duy nhất đã có xếp hạng."
            : `Cả ${counted(of)} cụm đã có xếp hạng.`
          : `${capital(counted(shown))} trên ${counted(of)} cụm đã có xếp hạng.`,
    waiting: (count: number) => `${capital(counted(count))} cụm đã công bố mà chưa có ở đây.`,
    gather: "Công bố toàn hội đồng",
    gatherAgain: "Lấy lại từ các cụm",
    none: "Chưa có xếp hạng toàn hội đồng.",
    noneHow: "Khi các cụm đã công bố, chuyên viên thường trực tập hợp và công bố ở đây.",
    search: "Tìm đơn vị hoặc cụm",
    found: (count: number) => (count === 0 ? "" : `Có ở ${counted(count)} cụm.`),
    nobody: (text: string) => `Không tìm thấy “${text}”.`,
    nobodyHow: "Xin thử một phần của tên; có dấu hay không dấu đều được.",
    tableOf: (cluster: string) => `Xếp hạng của ${cluster}`,
    more: (count: number) => `Xem thêm ${counted(count)} cụm`,
  },
  basis: (byRate: boolean, total: string, phase: Phase) =>
    `${phase === "scoring" ? "Điểm tự chấm" : "Điểm đã thẩm định"}${total ? `, trên ${total} điểm` : ""}.${byRate ? " Xếp theo tỷ lệ trên số điểm được giao, vì có dòng không giao." : ""}`,
  hidden: "Chưa công bố: lúc này chỉ cụm trưởng, cụm phó và thường trực hội đồng đọc được.",
  lead: (first: string, also: number, worth: string, second: { name: string; by: string } | undefined) =>
    also > 0
      ? `${capital(counted(also + 1))} đơn vị cùng dẫn đầu với ${worth}.`
      : `${first} dẫn đầu với ${worth}${second ? `, hơn ${second.name} ${second.by}` : ""}.`,
  points: (points: string) => `${points} điểm`,
  proposed: (award: string) => `Đề nghị ${award}`,
  onLast: (year: number) => `So với năm ${year}`,
  announcedBy: (name: string, at: string) => `${name} công bố, ${at}.`,
  /** On paper, as documents are dated. */
  dated: (at: string | number) => {
    const [day, month, year] = new Date(at)
      .toLocaleDateString("vi-VN", {
        timeZone: "Asia/Ho_Chi_Minh",
        day: "2-digit",
        month: "2-digit",
        year: "numeric",
      })
      .split("/");
    return `Ngày ${day} tháng ${month} năm ${year}`;
  },
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
