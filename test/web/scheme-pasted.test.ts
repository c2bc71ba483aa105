import { expect, test } from "vitest";
import { cellsOfRows, cellsOfText } from "../../web/src/pages/scheme/cells.ts";
import { columnsIn } from "../../web/src/pages/scheme/columns.ts";
import { tableFrom } from "../../web/src/pages/scheme/document.ts";
import { recognised } from "../../web/src/pages/scheme/recognised.ts";

const read = (text: string) => {
  const cells = cellsOfText(text);
  return recognised(cells, columnsIn(cells));
};
const tableOf = (text: string) => {
  const { rows, total } = read(text);
  return tableFrom({ rows, total, bands: [] });
};
const lines = (...rows: string[][]) => rows.map((row) => row.join("\t")).join("\n");
const judged = (max: number) => ({ way: "judged", max });

test("a table of Roman parts and numbered lines is taken with its total", () => {
  const table = tableOf(
    lines(
      ["TT", "Nội dung tiêu chí", "Điểm tối đa", "Điểm tự chấm"],
      ["(1)", "(2)", "(3)", "(4)"],
      ["I", "Nhiệm vụ chuyên môn", "50", ""],
      ["1.1", "Thực hiện kế hoạch năm", "30", ""],
      ["1.2", "Cải cách hành chính", "20", ""],
      ["II.", "Thi đua, khen thưởng", "30,5", ""],
      ["2.1", "Ký giao ước đúng hạn", "10,5 điểm", ""],
      ["2.2", "Tham gia hoạt động của cụm", "20", ""],
      ["", "Tổng cộng", "80,5", ""],
    ),
  );
  expect(table).toEqual({
    total: 80.5,
    groups: [
      {
        code: "I",
        title: "Nhiệm vụ chuyên môn",
        criteria: [
          { code: "1.1", title: "Thực hiện kế hoạch năm", way: judged(30) },
          { code: "1.2", title: "Cải cách hành chính", way: judged(20) },
        ],
      },
      {
        code: "II",
        title: "Thi đua, khen thưởng",
        criteria: [
          { code: "2.1", title: "Ký giao ước đúng hạn", way: judged(10.5) },
          { code: "2.2", title: "Tham gia hoạt động của cụm", way: judged(20) },
        ],
      },
    ],
    bonus: [],
    deductions: [],
  });
});

test("numbers that begin anew in each part are told apart by their part", () => {
  const table = tableOf(
    lines(
      ["Mục", "Nội dung", "Điểm"],
      ["A", "Chuyên môn", ""],
      ["1", "Kế hoạch", "5"],
      ["2", "Báo cáo", "5"],
      ["B", "Phong trào", ""],
      ["1", "Hưởng ứng", "5"],
      ["C", "Xây dựng đơn vị", ""],
      ["1", "Đoàn kết", "5"],
    ),
  );
  expect(table.groups.map(({ code, criteria }) => [code, criteria.map((line) => line.code)])).toEqual([
    ["A", ["A.1", "2"]],
    ["B", ["B.1"]],
    ["C", ["C.1"]],
  ]);
});

test("a third level goes into the lines below it, and no word is lost", () => {
  const { rows, joined } = read(
    lines(
      ["STT", "Tiêu chí", "Thang điểm"],
      ["I", "Chuyên môn", "20"],
      ["1", "Tuyên truyền", "15"],
      ["1.1", "Qua báo, đài", "10"],
      ["1.2", "Qua hội nghị", "5"],
      ["2", "Báo cáo", "5"],
      ["a", "Đúng hạn", "3"],
      ["b", "Đủ số liệu", "2"],
    ),
  );
  expect(rows.map(({ kind, code, title, points }) => [kind, code, title, points])).toEqual([
    ["group", "I", "Chuyên môn", ""],
    ["criterion", "1.1", "Tuyên truyền: Qua báo, đài", "10"],
    ["criterion", "1.2", "Tuyên truyền: Qua hội nghị", "5"],
    ["criterion", "2.a", "Báo cáo: Đúng hạn", "3"],
    ["criterion", "2.b", "Báo cáo: Đủ số liệu", "2"],
  ]);
  expect(joined).toBe(4);
});

test("conditions by a rate become steps; other conditions stay in the line's words", () => {
  const table = tableOf(
    lines(
      ["TT", "Nội dung", "Điểm chuẩn"],
      ["1", "Phát triển thành viên", "4"],
      ["", "- Từ 80% trở lên", "4"],
      ["", "- Từ 60% đến dưới 80%", "3"],
      ["", "- Dưới 60%", "2"],
      ["2", "Chương trình năm", "5"],
      ["", "- Có chương trình và hội nghị", "5"],
      ["", "- Không có", "0"],
      ["3", "Mỗi mô hình mới được 2 điểm, tối đa 10 điểm", "10"],
    ),
  );
  expect(table.groups).toHaveLength(1);
  expect(table.groups[0]?.criteria).toEqual([
    {
      code: "1",
      title: "Phát triển thành viên",
      way: {
        way: "steps",
        of: "rate",
        steps: [
          { from: 80, points: 4 },
          { from: 60, points: 3 },
          { from: 0, points: 2 },
        ],
      },
    },
    { code: "2", title: "Chương trình năm (Có chương trình và hội nghị: 5; Không có: 0)", way: judged(5) },
    {
      code: "3",
      title: "Mỗi mô hình mới được 2 điểm, tối đa 10 điểm",
      way: { way: "per-time", points: 2, limit: 10 },
    },
  ]);
});

test("“trên 80%” is more than a step can say: it stays in words", () => {
  const table = tableOf(
    lines(["TT", "Nội dung", "Điểm"], ["1", "Tỷ lệ", "4"], ["", "- Trên 80%", "4"], ["", "- Dưới 60%", "2"]),
  );
  expect(table.groups[0]?.criteria[0]).toMatchObject({
    way: judged(4),
    title: "Tỷ lệ (Trên 80%: 4; Dưới 60%: 2)",
  });
});

test("bonuses and deductions are known by their headings", () => {
  const table = tableOf(
    lines(
      ["TT", "Nội dung", "Điểm"],
      ["I", "Chuyên môn", "10"],
      ["1", "Kế hoạch", "10"],
      ["II", "Điểm thưởng", ""],
      ["1", "Có mô hình mới", "5"],
      ["III", "Điểm trừ", ""],
      ["1", "Không ký giao ước", "-8"],
    ),
  );
  expect(table.bonus).toMatchObject([{ title: "Có mô hình mới", way: judged(5) }]);
  expect(table.deductions).toMatchObject([{ title: "Không ký giao ước", points: 8 }]);
  expect(
    new Set(
      [...table.groups.flatMap(({ criteria }) => criteria), ...table.bonus, ...table.deductions].map(
        ({ code }) => code,
      ),
    ).size,
  ).toBe(3);
});

test("a table without heads, with codes and points inside the text, is read as well", () => {
  const table = tableOf(
    ["I. Công tác chuyên môn", "1. Thực hiện kế hoạch (20 điểm)", "2. Báo cáo đúng hạn: 10 điểm"].join("\n"),
  );
  expect(table.groups).toMatchObject([
    {
      code: "I",
      title: "Công tác chuyên môn",
      criteria: [
        { code: "1", title: "Thực hiện kế hoạch", way: judged(20) },
        { code: "2", title: "Báo cáo đúng hạn", way: judged(10) },
      ],
    },
  ]);
});

test("a part whose printed points its lines do not meet is told", () => {
  const { differing } = read(
    lines(
      ["TT", "Nội dung", "Điểm"],
      ["I", "Chuyên môn", "50"],
      ["1.1", "Kế hoạch", "30"],
      ["1.2", "Báo cáo", "15"],
    ),
  );
  expect(differing).toEqual([{ code: "I", printed: 50, sum: 45 }]);
});

test("a cell with line breaks and quotes is one cell, and a row that only goes on belongs to the row above", () => {
  const table = tableOf(
    'TT\tNội dung\tĐiểm\n1\t"Phong trào\n""Hai giỏi"""\t5\n\tcủa toàn tỉnh\t\n2\tBáo cáo\t5\n',
  );
  expect(table.groups[0]?.criteria.map(({ title }) => title)).toEqual([
    'Phong trào "Hai giỏi" của toàn tỉnh',
    "Báo cáo",
  ]);
});

test("a slip in the numbering makes no level of its own, and the total may stand under the codes", () => {
  const { rows, total } = read(
    lines(
      ["TT", "Nội dung", "Điểm"],
      ["I", "Chuyên môn", ""],
      ["1.1", "Kế hoạch", "20"],
      ["1.2", "Báo cáo", "5"],
      ["3", "Cải cách", "5"],
      ["Tổng cộng", "", "30"],
    ),
  );
  expect(rows.map(({ code, title }) => [code, title])).toEqual([
    ["I", "Chuyên môn"],
    ["1.1", "Kế hoạch"],
    ["1.2", "Báo cáo"],
    ["3", "Cải cách"],
  ]);
  expect(total).toBe("30");
});

test("a spreadsheet's numbers are read as they stand in it", () => {
  const cells = cellsOfRows([
    ["", "BẢNG CHẤM ĐIỂM", ""],
    ["TT", "Tiêu chí", "Điểm tối đa"],
    ["1", "Kế hoạch", "7,5"],
    ["1,1", "Báo cáo", ""],
  ]);
  const { rows } = recognised(cells, columnsIn(cells));
  expect(rows.map(({ kind, code, points }) => [kind, code, points])).toEqual([
    ["group", "1", ""],
    ["criterion", "1.1", ""],
  ]);
});
