import { capital } from "./vietnamese.ts";

/** What stands on the button that takes a table away, and in the file besides what the page says. */
export const excel = {
  take: "Tải Excel",
  failed: "Chưa làm được tệp Excel. Xin tải lại trang rồi thử lại; có thể in trang này thay tệp.",
  made: (day: string) => `Lập ngày ${day}`,
  band: "Xếp loại",
  rankIn: (year: number) => `Hạng năm ${year}`,
  proposed: "Đề nghị khen thưởng",
  because: "Vì sao",
  code: "Mã",
  most: "Tối đa",
  apart: "Chênh với tự chấm",
  movement: "Phong trào",
  atLeast: "Ít nhất",
  yes: "có",
  enteredBy: "Người ghi",
  cluster: "Cụm",
  office: "Trong cụm",
  head: (kind: string) => `${capital(kind)} trưởng`,
  deputy: (kind: string) => `${capital(kind)} phó`,
  phase: "Giai đoạn",
  covenant: "Giao ước",
  signed: (isSigned: boolean): string => (isSigned ? "đã ký" : "chưa ký"),
  sheet: "Phiếu chấm",
  filled: "Dòng đã chấm",
  lines: "Số dòng",
};
