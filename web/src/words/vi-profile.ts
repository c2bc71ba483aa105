import { counted } from "./vietnamese.ts";

export const profile = {
  sentence: (years: number, best: number | undefined, awards: number) =>
    years === 0
      ? "Đơn vị chưa thuộc cụm, khối nào."
      : [
          `Tham gia ${counted(years)} năm thi đua`,
          ...(best === undefined ? [] : [`cao nhất hạng ${best}`]),
          awards === 0 ? "chưa có lần nào được khen" : `${counted(awards)} lần được khen`,
        ]
          .join(", ")
          .concat("."),
  kind: "Hồ sơ đơn vị",
  unknown: "Không tìm thấy đơn vị này.",
  years: "Qua các năm",
  year: "Năm",
  cluster: "Cụm, khối",
  office: "Vai trò",
  rank: "Hạng",
  rankOf: (rank: number, of: number) => `${rank} trên ${of}`,
  total: "Tổng điểm",
  rate: "Tỷ lệ điểm",
  hidden: "Chưa công bố",
  chart: (points: string) => `Tỷ lệ điểm theo năm: ${points}`,
  chartHow: "Tỷ lệ trên số điểm được giao, vì thang điểm mỗi năm một khác.",
  head: (kind: string): string => (kind === "khối" ? "Khối trưởng" : "Cụm trưởng"),
  deputy: (kind: string): string => (kind === "khối" ? "Khối phó" : "Cụm phó"),
  member: "Thành viên",
  as: (name: string) => `khi còn là ${name}`,
  awards: "Khen thưởng",
  noAwards: "Sổ khen thưởng chưa có quyết định nào cho đơn vị hoặc người của đơn vị.",
  revoked: (number: string, date: string) => `Đã thu hồi theo Quyết định số ${number} ngày ${date}.`,
  restored: (number: string, date: string) => `Đã khôi phục theo Quyết định số ${number} ngày ${date}.`,
  because: (reason: string) => `Lý do: ${reason}`,
  names: "Tên qua các năm",
  since: (year: number) => `từ năm ${year}`,
  into: (name: string, year: number) => `Nhập vào ${name} từ năm ${year}.`,
  from: (names: string) => `Kế thừa ${names}.`,
  toRegister: "Sổ khen thưởng của cả hội đồng",
  toProfile: (name: string) => `Hồ sơ ${name} qua các năm`,
};
