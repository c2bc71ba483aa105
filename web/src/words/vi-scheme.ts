import type { Line } from "#domain/scheme.ts";
import type { Change, Part } from "#domain/scheme-changes.ts";
import type { Fault } from "../pages/scheme/reading.ts";
import type { Note } from "../pages/scheme/said.svelte.ts";
import type { Kind } from "../pages/scheme/typed.ts";
import type { Format } from "./format.ts";
import { sheet } from "./vi-sheet.ts";
import { capital, counted } from "./vietnamese.ts";

const kinds: Record<Kind, string> = {
  group: "Nhóm",
  criterion: "Tiêu chí",
  bonus: "Điểm thưởng",
  deduction: "Điểm trừ",
};

/** How a line is scored, as a printed table says it. */
function way(line: Line, most: string, format: Format): string {
  if (line.kind === "deduction") return `Mỗi lần trừ ${format.number(line.points)} điểm`;
  const { way } = line;
  if (way.way === "steps") {
    const up = way.steps.toSorted((a, b) => a.from - b.from);
    const steps = up.map(({ from, points }, at) => {
      const step = sheet.step(from, up[at + 1]?.from, way.of, format);
      return `${step}: ${format.number(points)}`;
    });
    return capital((way.of === "rate" ? steps.toReversed() : steps).join("; "));
  }
  const uncapped = way.way === "ratio" && way.uncapped ? " Vượt chỉ tiêu được vượt điểm." : "";
  return sheet.because(line, undefined, most, format).replace(/\.$/, "") + (uncapped && `.${uncapped}`);
}

function owner(line: Line): string {
  if (line.kind !== "deduction" && line.agency !== undefined) return `Cơ quan ${line.agency} chấm`;
  return line.by === "clerk" ? "Thường trực hội đồng ghi" : "";
}

function place(line: Line): string {
  if (line.kind === "criterion") return `nhóm ${line.group}`;
  if (line.kind === "deduction") return "điểm trừ";
  return line.aboveTotal ? "điểm thưởng ngoài tổng" : "điểm thưởng trong tổng";
}

function note(note: Note, format: Format): string {
  if ("flaw" in note)
    return note.flaw === "code-twice"
      ? `Mã ${note.line} dùng hai lần.`
      : `Hai bậc cùng mốc ${format.number(note.from)}. Cần sửa một mốc.`;
  switch (note.warning) {
    case "no-step-below":
      return `Hở: dưới ${format.number(note.at)} chưa có bậc nào nên được 0 điểm.`;
    case "steps-fall":
      return `Từ ${format.number(note.at)} được ít điểm hơn bậc thấp hơn. Có đúng vậy không?`;
    case "count-not-whole":
      return `Mốc ${format.number(note.at)} không phải số nguyên, trong khi bậc tính theo số lượng.`;
    case "no-points":
      return "Dòng này chưa có điểm.";
  }
}

const fields: Record<Fault["field"], string> = {
  code: "Mã",
  title: "Nội dung",
  points: "Điểm",
  each: "Điểm mỗi lần",
  minus: "Điểm trừ mỗi lần",
  least: "Điểm thấp nhất",
  steps: "Bậc",
  agency: "Cơ quan chấm",
};

function fault({ field, why, at }: Fault): string {
  const name = at === undefined ? fields[field] : `${fields[field]} ${at + 1}`;
  switch (why) {
    case "missing":
      return field === "steps" && at === undefined ? "Chưa có bậc nào." : `${name}: còn thiếu.`;
    case "no-number":
      return `${name}: chưa phải là số. Ví dụ: 7,5`;
    case "too-fine":
      return `${name}: nhiều nhất hai chữ số lẻ.`;
    case "below":
      return `${name}: không âm.`;
    case "bad-code":
      return "Mã chỉ gồm chữ, số và các dấu . - _ / ( )";
    case "too-long":
      return `${name}: quá dài hoặc quá lớn.`;
    case "above-most":
      return "Điểm thấp nhất lớn hơn điểm cao nhất.";
    case "bad-agency":
      return "Mã cơ quan viết thường, không dấu, nối bằng gạch ngang. Ví dụ: so-tai-chinh";
  }
}

const parts: Record<Part, string> = {
  code: "Đổi mã",
  title: "Đổi nội dung",
  place: "Chuyển chỗ",
  points: "Đổi điểm",
  way: "Đổi cách chấm",
  owner: "Đổi người chấm",
};

/** What one part of a line said before, or says now. */
function partOf(line: Line, part: Part, most: string, format: Format): string {
  switch (part) {
    case "code":
      return line.code;
    case "title":
      return line.title ?? "(để trống)";
    case "place":
      return capital(place(line));
    case "points":
      return `${most} điểm`;
    case "way":
      return way(line, most, format);
    case "owner":
      return owner(line) || "Đơn vị tự chấm";
  }
}

function summary(changes: readonly Change[]): string {
  const count = (what: Change["what"]) => changes.filter((change) => change.what === what).length;
  const said = [
    [count("added"), "thêm"],
    [count("removed"), "bỏ"],
    [count("changed"), "sửa"],
  ] as const;
  const told = said.flatMap(([no, verb]) => (no > 0 ? [`${verb} ${counted(no)} dòng`] : []));
  const rest = changes.length - said.reduce((sum, [no]) => sum + no, 0);
  if (rest > 0) told.push(`${counted(rest)} thay đổi chung`);
  return told.length === 0 ? "Không có gì khác." : `${capital(told.join(", "))}.`;
}

/** Whether the lines add up to what the table says. */
function sum(sum: number, total: number | undefined, { number }: Format): string {
  const lacking = Math.round(((total ?? sum) - sum) * 100) / 100;
  if (total === undefined) return `Các dòng cộng ${number(sum)} điểm.`;
  if (lacking === 0) return `Các dòng cộng đúng ${number(sum)} điểm.`;
  return lacking > 0
    ? `Các dòng cộng ${number(sum)}, còn thiếu ${number(lacking)} điểm.`
    : `Các dòng cộng ${number(sum)}, thừa ${number(-lacking)} điểm.`;
}

export const scheme = {
  sumTold: sum,
  kinds,
  way,
  owner,
  note,
  fault,
  parts,
  partOf,
  summary,
  change: {
    added: "Thêm",
    removed: "Bỏ",
    changed: "Sửa",
    total: "Tổng điểm",
    group: "Nhóm",
    bands: "Mức xếp loại",
  },
  title: (year: number) => `Bảng tiêu chí năm ${year}`,
  sentence: (published: number, drafts: number) =>
    published + drafts === 0
      ? "Năm này chưa có bảng tiêu chí nào."
      : drafts === 0
        ? `${capital(counted(published))} bảng đã ban hành.`
        : published === 0
          ? `${capital(counted(drafts))} bảng đang soạn, chưa bảng nào ban hành.`
          : `${capital(counted(published))} bảng đã ban hành, ${counted(drafts)} bảng đang soạn.`,
  noneHow: "Lập từ mẫu thật, chép từ năm trước, dán từ Excel hoặc Word, hay viết mới.",
  noneFor: "Chuyên viên thường trực hội đồng soạn và ban hành bảng tiêu chí.",
  make: "Lập bảng tiêu chí",
  version: (no: number) => `Bản ${no}`,
  drafting: "đang soạn",
  published: (day: string) => `Ban hành ${day}`,
  savedBy: (name: string, at: string) => `${name} sửa ${at}`,
  linesAndTotal: (lines: number, total: string) => `${lines} dòng, ${total} điểm`,
  usedBy: (clusters: readonly string[]) => `${clusters.join(", ")} đang dùng.`,
  lent: "Dùng từ năm trước",
  lentHow: "Các cụm này chưa chọn bảng của năm nay, nên còn chấm theo bảng cũ.",
  oneFrom: (year: number, no: number) => `năm ${year}, bản ${no}`,
  usedByNobody: "Chưa cụm nào dùng.",
  goOn: "Soạn tiếp",
  begin: "Soạn bản mới",
  look: "Xem và in",
  compare: "So sánh",
  toList: "Về danh sách bảng tiêu chí",
  notChosen: "Cụm chưa có bảng tiêu chí được ban hành.",
  notChosenHow: "Chuyên viên thường trực ban hành bảng rồi chọn cho cụm.",
  print: "In bảng",
  code: "Mã",
  content: "Nội dung",
  how: "Cách chấm",
  points: "Điểm",
  sum: "Cộng",
  total: "Tổng điểm",
  above: "ngoài tổng",
  bands: "Mức xếp loại",
  band: (title: string, from: string, floor: string | undefined) =>
    `${title}: từ ${from} số điểm được giao${floor === undefined ? "" : `, không dòng nào dưới ${floor}`}`,
  source: "Căn cứ",
  copiedFrom: (year: number, title: string, no: number) => `Chép từ ${title} năm ${year}, bản ${no}.`,
  stamp: (no: number, day: string | undefined) =>
    day === undefined ? `Bản ${no}, đang soạn, chưa có hiệu lực.` : `Bản ${no}, ban hành ngày ${day}.`,
  signs: { maker: "NGƯỜI LẬP", head: "TM. HỘI ĐỒNG" },
  clusters: "Cụm dùng bảng tiêu chí",
  uses: (title: string | undefined, no: number | undefined) =>
    title === undefined ? "Chưa chọn bảng" : `${title}, bản ${no}`,
  usesThis: "Đang dùng bản này",
  use: (cluster: string) => `${cluster} dùng bản này`,
  useHow: "Phiếu đã chấm theo bảng cũ giữ nguyên số đã nhập; dòng không còn trong bảng mới thì không tính.",

  makeTitle: "Lập bảng tiêu chí",
  makeSentence: "Chọn một cách bắt đầu. Chưa có gì được ban hành cho đến khi chuyên viên bấm ban hành.",
  ways: {
    template: "Từ mẫu thật",
    copy: "Chép từ bảng đã có",
    paste: "Dán từ Excel, Word",
    file: "Từ tệp Excel",
    empty: "Viết mới",
  },
  templateHow: "Bảng thật của các cơ quan, phần nào đọc được thì có. Chọn để xem trước.",
  templateTotal: (lines: number, total: string | undefined) =>
    `${counted(lines)} dòng${total === undefined ? "" : `, tổng ${total} điểm`}`,
  noYear: "không ghi năm",
  seen: "Đọc được",
  take: "Dùng bảng này",
  copy: "Chép bảng này",
  copyHow: "Bản chép là bản nháp mới, ghi rõ chép từ đâu.",
  copyNone: "Chưa có bảng nào để chép.",
  pasteHow:
    "Chọn cả bảng trong Excel hoặc Word, chép, rồi dán vào ô này. Cột mã, nội dung, điểm được nhận ra; bậc lấy từ cách đánh số.",
  pasteField: "Dán bảng vào đây",
  pasteNothing: "Chưa thấy bảng nào trong phần vừa dán.",
  fileField: "Tệp Excel hoặc CSV",
  fileWhich: "Trang tính",
  columns: "Cột nào là gì",
  column: (no: number, example: string) => `Cột ${no}${example ? `: ${example}` : ""}`,
  noColumn: "Không có",
  readLines: (lines: number, groups: number, sum: string) =>
    `${capital(counted(lines))} dòng trong ${counted(groups)} nhóm, cộng ${sum} điểm.`,
  joined: (count: number) =>
    `${capital(counted(count))} dòng có tiêu đề cấp giữa hoặc các mức điểm ghi kèm vào nội dung, vì bảng ở đây có hai cấp.`,
  differing: (code: string, printed: string, sum: string) =>
    `Nhóm ${code} ghi ${printed} điểm, các dòng cộng ${sum}.`,
  doubtful: (count: number) => `${capital(counted(count))} dòng cần xem lại trong trang soạn.`,
  name: "Tên bảng",
  nameFor: (year: number) => `Bảng tiêu chí ${year}`,
  start: "Lập bảng này",
  emptyHow: "Bảng có một nhóm và một dòng; gõ Enter để thêm dòng.",

  mayNot: "Chỉ chuyên viên thường trực soạn bảng tiêu chí, khi năm còn mở.",
  basis: "Căn cứ ban hành",
  basisHow: "Số, ký hiệu, ngày của văn bản.",
  totalField: "Tổng điểm của bảng",
  totalHow: "Để trống nếu bảng không có tổng.",
  counts: (lines: number, bonus: number, deductions: number) =>
    [
      `${lines} tiêu chí`,
      ...(bonus > 0 ? [`${bonus} dòng thưởng`] : []),
      ...(deductions > 0 ? [`${deductions} dòng trừ`] : []),
    ].join(", "),
  lines: "Các dòng của bảng",
  undo: "Hoàn tác",
  redo: "Làm lại",
  renumber: "Đánh số lại",
  keys: "Phím tắt",
  keysHow: [
    ["Enter", "dòng kế tiếp"],
    ["Tab, Shift Tab ở đầu dòng", "đổi cấp nhóm, tiêu chí; sau Esc thì sang ô khác"],
    ["Alt và mũi tên lên, xuống", "chuyển dòng"],
    ["Backspace ở dòng trống", "xóa dòng"],
    ["Ctrl Z, Ctrl Shift Z", "hoàn tác, làm lại"],
  ] as [string, string][],
  groupPlaceholder: "Tên nhóm",
  linePlaceholder: "Nội dung tiêu chí",
  addGroup: "Thêm nhóm",
  addLine: "Thêm tiêu chí",
  addBonus: "Thêm điểm thưởng",
  addDeduction: "Thêm điểm trừ",
  addBand: "Thêm mức",
  codeOf: (kind: string, code: string) => `Mã, ${kind.toLowerCase()} ${code}`,
  titleOf: (kind: string, code: string) => `Nội dung, ${kind.toLowerCase()} ${code}`,
  pointsOf: (code: string) => `Điểm, dòng ${code}`,
  openLine: (code: string, way: string) => `Cách chấm dòng ${code}: ${way}`,
  kind: "Loại dòng",
  wayField: "Cách chấm",
  each: "Mỗi lần được",
  limit: "Tối đa",
  eachOff: "Mỗi lần trừ",
  least: "Thấp nhất",
  highest: "Cao nhất",
  uncapped: "Vượt chỉ tiêu được vượt điểm tối đa",
  of: "Bậc tính theo",
  ofRate: "Tỷ lệ, %",
  ofCount: "Số lượng, số lỗi",
  stepFrom: (no: number) => `Bậc ${no}, từ`,
  stepPoints: (no: number) => `Bậc ${no}, điểm`,
  from: "Từ",
  addStep: "Thêm bậc",
  dropStep: (no: number) => `Bỏ bậc ${no}`,
  who: "Ai cho điểm",
  byUnit: "Đơn vị tự chấm, rồi thẩm định",
  byClerk: "Chỉ thường trực hội đồng ghi",
  byAgency: "Cơ quan chuyên môn chấm",
  agency: "Mã cơ quan",
  agencyHow: "Như ghi ở tài khoản của cơ quan, ví dụ so-tai-chinh.",
  aboveTotal: "Cộng ngoài tổng, được vượt thang",
  tryIt: "Thử một số",
  tryGives: (points: string) => `Được ${points} điểm`,
  best: "Đơn vị dẫn đầu cụm",
  moveUp: "Lên",
  moveDown: "Xuống",
  toGroup: "Thành nhóm",
  toLine: "Thành tiêu chí",
  drop: "Xóa dòng",
  bandTitle: "Tên mức",
  bandFrom: "Từ, %",
  bandFloor: "Mỗi dòng từ, %",
  dropBand: (title: string) => `Bỏ mức ${title}`,

  conflict: "Người khác vừa lưu bảng này.",
  conflictBy: (name: string, at: string) =>
    `${name} lưu ${at}. Phần đang soạn trên máy này còn nguyên. Khác nhau:`,
  keepMine: "Giữ phần của máy này",
  keepTheirs: "Lấy phần của người kia",
  conflictHow: "Chọn bên nào cũng hoàn tác được.",
  toConflict: "Chọn bản để giữ",

  publish: "Ban hành",
  publishTitle: (no: number) => `Ban hành bản ${no}`,
  publishHow: "Bản đã ban hành không sửa được nữa; sửa sau là soạn bản kế tiếp. Mọi đơn vị đọc được ngay.",
  publishFirst: (lines: number, sum: string) => `Bản đầu tiên: ${lines} dòng, ${sum} điểm.`,
  publishSince: (no: number) => `So với bản ${no}:`,
  publishSinceYear: (year: number) => `So với bảng năm ${year}:`,
  publishNothing: "Bản này đã ban hành. Sửa một chỗ là bắt đầu bản kế tiếp.",
  flawed: (count: number) => `Còn ${counted(count)} dòng cần sửa.`,
  toFlaw: "Đến dòng cần sửa",
  titleMissing: "Chưa có tên bảng.",
  warned: (count: number) => `${capital(counted(count))} dòng có điều cần xem, vẫn ban hành được.`,

  changesTitle: (title: string) => `Thay đổi của ${title}`,
  against: "So với",
  nothingBefore: "Không có bản nào để so sánh.",
  before: "Trước",
  now: "Nay",
  what: "Thay đổi",
  oneOf: (year: number, title: string, no: number) => `${title}, bản ${no}, năm ${year}`,
  none: "Không ghi",
};
