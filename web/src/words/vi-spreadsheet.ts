import type { FileFault, Note } from "../spreadsheet/table.ts";

const number = new Intl.NumberFormat("vi-VN").format;

const asExcel = "Mở tệp bằng Excel, chọn Lưu thành, loại “Excel Workbook (.xlsx)”, rồi chọn lại tệp ấy.";
const files: Record<FileFault, readonly [string, string]> = {
  "too-big": [
    "Tệp lớn hơn 10 MB, một bảng không cần đến thế.",
    "Xóa ảnh và các bảng khác trong tệp, hoặc chép riêng bảng cần lấy sang tệp mới.",
  ],
  picture: ["Tệp này là ảnh, không phải bảng.", "Xin tệp Excel của người gửi, hoặc gõ lại bảng bằng Excel."],
  pdf: [
    "Tệp này là PDF, không phải bảng.",
    "Xin tệp Excel hoặc Word của người gửi. Bảng trong Word thì chép rồi dán vào trang này.",
  ],
  "old-excel": ["Tệp này là Excel kiểu cũ (.xls).", asExcel],
  "web-page": ["Tệp này là trang web mang đuôi Excel, lớn hơn 1 MB.", asExcel],
  password: [
    "Tệp có mật khẩu nên không đọc được.",
    "Mở bằng Excel, bỏ mật khẩu ở Tệp, Thông tin, Bảo vệ Sổ làm việc, rồi lưu và chọn lại.",
  ],
  macro: ["Tệp có chứa lệnh (macro) nên không nhận.", asExcel],
  "binary-excel": ["Tệp này là Excel kiểu nhị phân (.xlsb).", asExcel],
  "other-office": [
    "Tệp này không phải bảng Excel.",
    "Bảng trong Word hay phần mềm khác thì chép rồi dán vào trang này.",
  ],
  damaged: ["Tệp bị hỏng hoặc chưa tải xong.", "Thử mở bằng Excel. Mở được thì lưu lại rồi chọn lại tệp ấy."],
  "too-much": [
    "Tệp nhỏ nhưng mở ra quá lớn, nên đã dừng đọc.",
    "Chép riêng bảng cần lấy sang tệp mới rồi chọn tệp ấy.",
  ],
  empty: ["Tệp không có dòng nào.", "Xem lại có đúng tệp không, và tệp đã lưu sau khi nhập chưa."],
  "no-table": ["Tệp này không phải bảng.", "Chọn tệp Excel (.xlsx) hoặc CSV, hoặc dán bảng vào trang này."],
  "old-browser": [
    "Trình duyệt này chưa đọc được tệp Excel.",
    "Cập nhật trình duyệt, hoặc mở tệp bằng Excel rồi chép bảng và dán vào trang này.",
  ],
  "too-slow": [
    "Đọc tệp này quá nửa phút nên đã dừng.",
    "Chép riêng bảng cần lấy sang tệp mới rồi chọn tệp ấy.",
  ],
};

const notes: Record<Note["note"], (count: number, first: string) => string> = {
  merged: (count, first) =>
    `${number(count)} ô gộp nhiều dòng (ô đầu là ${first}): mỗi dòng đều lấy chữ của ô gộp.`,
  formulas: (count, first) => `${number(count)} ô là công thức (ô đầu là ${first}): đã lấy kết quả.`,
  "no-values": (count, first) =>
    `${number(count)} ô là công thức chưa có kết quả (ô đầu là ${first}), đọc thành ô trống. Mở tệp bằng Excel, lưu lại rồi chọn lại.`,
  errors: (count, first) =>
    `${number(count)} ô đang báo lỗi trong Excel (ô đầu là ${first}), đọc thành ô trống.`,
  dates: (count, first) =>
    `${number(count)} ô là ngày tháng (ô đầu là ${first}). Excel hay đổi mã như 1-2 thành ngày: xin xem lại.`,
};

/** What is said of a file that somebody chose as a table. */
export const spreadsheet = {
  reading: (size: string) =>
    `Đang đọc tệp ${size} MB trên máy này. Tệp lớn có khi mất nửa phút; trang vẫn dùng được.`,
  files,
  notes,
  tooLong: (rows: string, most: string) => `Bảng có ${rows} dòng, ở đây nhận nhiều nhất ${most}.`,
  tooLongHow: "Chép riêng các dòng cần lấy sang tệp mới, hoặc chia bảng ra nhiều tệp.",
};
