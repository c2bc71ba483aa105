import type { Phase } from "#domain/calendar.ts";
import type { Input } from "#domain/points.ts";
import type { Line, Way } from "#domain/scheme.ts";
import type { Fault } from "../pages/sheet/entry.ts";
import type { Change } from "../pages/sheet/sheet-draft.svelte.ts";
import type { Format } from "./format.ts";
import { capital, counted } from "./vietnamese.ts";

type WayName = Way["way"] | "deduction";

const ways: Record<WayName, string> = {
  judged: "Chấm theo đánh giá",
  steps: "Theo bậc",
  ratio: "Theo tỷ lệ hoàn thành",
  "target-and-leader": "So chỉ tiêu và đơn vị dẫn đầu",
  "share-of-best": "Theo tỷ lệ so với đơn vị cao nhất",
  "yes-no": "Đạt hoặc không đạt",
  "per-time": "Theo lần, có giới hạn",
  "plus-minus": "Cộng, trừ điểm",
  deduction: "Điểm trừ",
};

function step(from: number, below: number | undefined, of: "rate" | "count", format: Format): string {
  const unit = of === "rate" ? "\u00a0%" : "";
  if (below === undefined) return `từ ${format.number(from)}${unit}`;
  if (of === "count")
    return below - from === 1 ? format.number(from) : `${format.number(from)}–${format.number(below - 1)}`;
  return from === 0
    ? `dưới ${format.number(below)}${unit}`
    : `${format.number(from)}–${format.number(below)}${unit}`;
}

/** What was entered, as it is read: 74,5 %; 29 trên chỉ tiêu 30; đạt. */
function written(line: Line, input: Input | undefined, format: Format): string {
  if (input === undefined) return "Để trống";
  if (typeof input === "boolean") return input ? "Đạt" : "Không đạt";
  if (typeof input === "number") {
    if (line.kind === "deduction" || line.way.way === "per-time") return `${format.number(input)} lần`;
    return line.way.way === "steps" && line.way.of === "rate" ? format.percent(input) : format.number(input);
  }
  if ("plus" in input) return `cộng ${format.number(input.plus)} lần, trừ ${format.number(input.minus)} lần`;
  return input.target === undefined
    ? format.number(input.result)
    : `${format.number(input.result)} trên chỉ tiêu ${format.number(input.target)}`;
}

function because(line: Line, input: Input | undefined, most: string, format: Format): string {
  const { number } = format;
  if (line.kind === "deduction") {
    const rule = `Mỗi lần trừ ${number(line.points)} điểm.`;
    return typeof input === "number"
      ? `${number(input)} lần, trừ ${number(input * line.points)} điểm. ${rule}`
      : rule;
  }
  const { way } = line;
  switch (way.way) {
    case "judged":
      return input === undefined
        ? `Đánh giá từ 0 đến ${most} điểm.`
        : `Đánh giá ${number(input as number)} trên tối đa ${most} điểm.`;
    case "steps": {
      if (typeof input !== "number") return `Điểm theo bậc, cao nhất ${most}.`;
      const up = way.steps.toSorted((a, b) => a.from - b.from);
      const at = up.findLastIndex(({ from }) => from <= input);
      const here = up[at];
      if (!here) return `${written(line, input, format)} chưa tới bậc nào nên được 0 trên ${most} điểm.`;
      const next = up
        .slice(at + 1)
        .concat(up.slice(0, Math.max(at, 0)).toReversed())
        .find(({ points }) => points > here.points);
      const short =
        next &&
        (next.from > input ? ` Từ ${written(line, next.from, format)} được ${number(next.points)}.` : "");
      return `${written(line, input, format)} nằm ở bậc ${step(here.from, up[at + 1]?.from, way.of, format)} nên được ${number(here.points)} trên ${most} điểm.${short ?? ""}`;
    }
    case "ratio": {
      if (typeof input !== "object" || !("result" in input) || !input.target)
        return `Kết quả chia chỉ tiêu, nhân ${most} điểm.`;
      const over = input.result > input.target && !way.uncapped ? ` Vượt chỉ tiêu vẫn tính ${most}.` : "";
      return `${written(line, input, format)} là ${format.percent(Math.round((10_000 * input.result) / input.target) / 100)}, nhân ${most} điểm.${over}`;
    }
    case "target-and-leader":
      return `Một nửa số điểm theo mức đạt chỉ tiêu, một nửa so với đơn vị vượt chỉ tiêu nhiều nhất. Tính khi đủ số của cả cụm, tối đa ${most}.`;
    case "share-of-best":
      return `Kết quả chia kết quả cao nhất trong cụm, nhân ${most} điểm. Tính khi đủ số của cả cụm.`;
    case "yes-no":
      return input === true
        ? `Đạt nên được ${most} điểm.`
        : input === false
          ? `Không đạt nên được 0 trên ${most} điểm.`
          : `Đạt thì được ${most} điểm.`;
    case "per-time": {
      const rule = `Mỗi lần ${number(way.points)} điểm, tối đa ${most}.`;
      return typeof input === "number"
        ? `${number(input)} lần nhân ${number(way.points)} là ${number(input * way.points)}. ${rule}`
        : rule;
    }
    case "plus-minus": {
      const rule = `Mỗi lần cộng ${number(way.plus)}, mỗi lần trừ ${number(way.minus)}, trong khoảng ${number(way.min)} đến ${number(way.max)}.`;
      if (typeof input !== "object" || !("plus" in input)) return rule;
      return `${number(input.plus)} lần cộng, ${number(input.minus)} lần trừ là ${number(input.plus * way.plus - input.minus * way.minus)}. ${rule}`;
    }
  }
}

function fieldName(line: Line, field: string): string {
  if (field === "result") return "Kết quả";
  if (field === "target")
    return line.kind !== "deduction" && line.way.way === "target-and-leader"
      ? "Chỉ tiêu, nếu được giao"
      : "Chỉ tiêu";
  if (field === "plus") return "Số lần cộng";
  if (field === "minus") return "Số lần trừ";
  if (line.kind === "deduction" || line.way.way === "per-time") return "Số lần";
  if (line.way.way === "steps") return line.way.of === "rate" ? "Tỷ lệ đạt được, %" : "Số lượng";
  return "Điểm";
}

function faultIn(fault: Fault, typed: string, format: Format): string {
  switch (fault.why) {
    case "no-number":
      return `“${typed}” chưa phải là số. Ví dụ: 74,5`;
    case "two-ways":
      return `${typed} đọc được hai cách. Ý là:`;
    case "above":
      return `${typed} lớn hơn điểm tối đa ${format.number(fault.most)}.${fault.meant === undefined ? "" : ` Ý là ${format.typed(fault.meant)}?`}`;
    case "below":
      return "Số này không âm.";
    case "not-whole":
      return "Số này là số nguyên, không có phần lẻ.";
    case "too-fine":
      return `Nhiều nhất ${counted(fault.decimals)} chữ số lẻ.`;
    case "no-target":
      return "Còn thiếu chỉ tiêu.";
    case "no-result":
      return "Còn thiếu kết quả.";
    case "target-zero":
      return "Chỉ tiêu phải lớn hơn 0.";
  }
}

const listed = (codes: readonly string[]) =>
  codes.length > 8 ? `${codes.slice(0, 8).join(", ")} và ${codes.length - 8} dòng nữa` : codes.join(", ");

export const sheet = {
  ways,
  step,
  written,
  because,
  fieldName,
  fault: faultIn,
  lede: (phase: Phase, deadline: string, isOver: boolean) =>
    phase === "covenant" || phase === "running"
      ? "Phiếu chấm điểm. Chưa đến thời gian tự chấm."
      : phase === "closed"
        ? "Phiếu chấm điểm. Năm đã đóng."
        : phase === "voting" || phase === "counting"
          ? "Phiếu chấm điểm. Đã qua giai đoạn tự chấm và thẩm định."
          : isOver
            ? `Phiếu chấm điểm. Hết hạn tự chấm lúc ${deadline}.`
            : `Phiếu chấm điểm. Hạn tự chấm ${deadline}.`,
  parts: "Các phần của phiếu",
  part: (code: string, title: string) =>
    code === "+" ? "Điểm thưởng, điểm trừ" : title ? `${code}. ${title}` : `Phần ${code}`,
  criterion: "Tiêu chí",
  papers: "Minh chứng",
  papersShort: "minh chứng",
  lacking: "thiếu",
  noPapers: "Chưa có minh chứng.",
  addPaper: "Ghi số văn bản",
  removePaper: (number: string) => `Bỏ minh chứng ${number}`,
  paperNumber: "Số văn bản",
  paperDate: "Ngày",
  paperTitle: "Trích yếu",
  savePaper: "Ghi minh chứng",
  claim: "Tự chấm",
  counts: "Tính",
  sum: "Tổng điểm",
  sumOf: (filled: number, of: number, waiting: number) =>
    `${filled} trên ${of} dòng.${waiting > 0 ? ` ${capital(counted(waiting))} dòng so với đơn vị khác chưa cộng.` : ""}`,
  submit: "Nộp phiếu",
  submitTitle: "Nộp phiếu chấm điểm",
  submitHow: (points: string) =>
    `Phiếu có ${points} điểm tự chấm. Nộp rồi thì không sửa được nữa, trừ khi thường trực hội đồng trả lại.`,
  leaveBlank: (count: number) => `Để trống ${counted(count)} dòng này, chấp nhận 0 điểm`,
  leaveAndSubmit: "Để trống và nộp",
  notYet: "Chưa nộp",
  missing: (codes: readonly string[]) => `Còn ${counted(codes.length)} dòng chưa chấm: ${listed(codes)}.`,
  toBlank: "Đến dòng trống kế tiếp",
  nextBlank: (count: number) => `Dòng trống kế tiếp (${count})`,
  filledOf: (filled: number, of: number) => `${filled} trên ${of} dòng đã chấm`,
  wasShort: (year: number) => `${year}:`,
  notAssigned: "Không giao cho đơn vị này",
  conflict: "Hai người cùng sửa dòng này. Chọn một giá trị.",
  conflictShort: "Có hai giá trị, cần chọn",
  toConflict: (count: number) => `Đến dòng có hai giá trị (${count})`,
  mine: "Đang nhập trên máy này",
  cleared: "Người khác đã xóa",
  keepMine: "Giữ phần của máy này",
  keepTheirs: "Lấy phần của người kia",
  theirPapers: "Người khác vừa ghi",
  faulty: "Số nhập chưa đúng, chưa gửi",
  found: (_isNobody: boolean, reason?: string) => (reason ? `Thẩm định: ${reason}` : "Thẩm định giữ nguyên"),
  othersEnter: (line: Line): string =>
    line.kind !== "deduction" && line.agency !== undefined
      ? "Cơ quan chuyên ngành ghi"
      : "Chỉ thường trực hội đồng ghi",
  waits: "Tính khi đủ số của cả cụm",
  waitsFilled: "Đã có số, tính khi đủ cả cụm",
  each: (points: string) => `${points}`,
  bar: (points: string, most: string, before?: string) =>
    `${points} trên ${most} điểm${before === undefined ? "" : `, năm trước ${before}`}`,
  barBlank: (most: string) => `chưa có điểm, tối đa ${most}`,
  yesNo: "Kết quả",
  yes: "Đạt",
  no: "Không đạt",
  write: (number: string) => `Ghi ${number}`,
  how: "Tính thế nào?",
  why: (points: string) => `Vì sao ${points} điểm?`,
  ladder: "Các bậc điểm",
  rule: "Quy tắc",
  ruleOf: (title: string, code: string) => `${title}, dòng ${code}`,
  way: "Cách chấm",
  author: "Người ghi",
  findingBy: (name: string, at: string) => `Thẩm định, ${name}, ${at}`,
  explanation: "Giải trình của đơn vị",
  explain: "Giải trình",
  explainHow: "Gửi cùng phiếu cho người thẩm định và thường trực hội đồng.",
  yearBefore: (year: number) => `Năm ${year}`,
  before: (
    line: Line,
    { input, points }: { input: Input | undefined; points: number | undefined },
    format: Format,
  ) =>
    points === undefined
      ? written(line, input, format)
      : typeof input === "number" && line.kind !== "deduction" && line.way.way === "judged"
        ? `${format.number(points)} điểm`
        : `${format.number(points)} điểm, ${written(line, input, format).toLowerCase()}`,
  returned: (at: string) => `Phiếu bị trả lại ${at}. Lý do:`,
  isIn: (at: string) => `Phiếu đã nộp${at ? ` lúc ${at}` : ""}.`,
  isInHow: "Phiếu đã khóa để thẩm định. Cần sửa, xin thường trực hội đồng trả lại phiếu.",
  isFinal: "Phiếu đã chốt sau thẩm định.",
  mayExplain: "Phiếu đang được thẩm định. Mở một dòng để đọc kết quả thẩm định và viết giải trình.",
  notOwn: (state: string) => `Chỉ xem: phiếu do đơn vị tự chấm. ${state}.`,
  stranded: (count: number) =>
    `Còn ${counted(count)} thay đổi trên máy này chưa kịp gửi trước khi phiếu khóa.`,
  strandedLine: (change: Change) =>
    change.of === "claim"
      ? `Dòng ${change.code}: ${Object.values(change.fields).join(" / ")}`
      : change.of === "papers"
        ? `Dòng ${change.code}: ${change.papers.map(({ number }) => number).join(", ")}`
        : `Dòng ${change.code}: ${change.text}`,
  forget: "Đã đọc, bỏ đi",
};
