import type { Phase } from "#domain/calendar.ts";
import type { Role } from "#domain/person.ts";
import { app } from "./vi-app.ts";
import { board } from "./vi-board.ts";
import { clerk } from "./vi-clerk.ts";
import { excel } from "./vi-excel.ts";
import { search } from "./vi-search.ts";
import { year } from "./vi-year.ts";
import { capital, counted } from "./vietnamese.ts";

const phases: Record<Phase, string> = {
  covenant: "Giao ước",
  running: "Thực hiện",
  scoring: "Tự chấm",
  review: "Thẩm định",
  voting: "Bỏ phiếu",
  counting: "Kiểm phiếu",
  closed: "Đóng năm",
};

const roles: Record<Role, string> = {
  clerk: "Chuyên viên thường trực",
  scorer: "Cán bộ chấm điểm",
  leader: "Lãnh đạo đơn vị",
  teller: "Tổ kiểm phiếu",
  agency: "Cơ quan chuyên ngành",
  member: "Ủy viên hội đồng",
  auditor: "Kiểm tra, giám sát",
};

/** Every text of the office. Vietnamese is the source: what it has, every other language must have. */
export const vi = {
  phases,
  roles,
  money: { million: "triệu đồng", billion: "tỷ đồng" },
  frame: {
    skip: "Đến nội dung",
    pages: "Các trang",
    mainPages: "Các trang chính",
    morePages: "Các trang khác",
    textSize: "Cỡ chữ lớn",
    theme: "Nền sáng, nền tối",
    help: "Hướng dẫn",
    signOut: "Đăng xuất",
    reading: "Đang đọc từ máy chủ.",
    call: "Cần giúp, xin gọi",
    again: "Thử lại",
    cancel: "Thôi",
    up: "tăng",
    down: "giảm",
    offline: "Mất mạng. Trang này là bản đọc lần trước trên máy này.",
    menu: {
      units: "Đơn vị",
      people: "Người dùng",
      council: "Hội đồng",
      clusters: "Các cụm",
      closing: "Đóng năm",
      publishing: "Công khai",
      trail: "Nhật ký",
      board: "Cụm",
      sheet: "Phiếu chấm",
      ranking: "Xếp hạng",
      movements: "Phong trào",
      polls: "Hội nghị",
      covenant: "Giao ước",
      nominations: "Đề nghị",
      rotation: "Luân phiên",
      register: "Sổ khen thưởng",
      schemes: "Tiêu chí",
      clusterScheme: "Tiêu chí cụm",
    },
    nowhere: "Không có trang này",
    nowhereHow: "Địa chỉ có thể đã đổi. Mời về trang đầu rồi chọn lại.",
    toHome: "Về trang đầu",
  },
  signIn: {
    title: "Đăng nhập",
    how: "Dùng tên đăng nhập và mật khẩu của đơn vị.",
    operatorHow: "Dành cho đơn vị vận hành máy chủ: lập hội đồng mới.",
    first: "Đăng nhập lần đầu",
    firstHow: "Dùng phiếu cấp của chuyên viên thường trực và tự đặt mật khẩu.",
    ended: "Phiên làm việc đã hết. Những gì đã nhập vẫn còn trên máy này; xin đăng nhập lại để tiếp tục.",
    council: "Mã hội đồng",
    councilHow: "Ghi trên phiếu cấp, ví dụ vhttdl. Máy này nhớ cho lần sau.",
    person: "Tên đăng nhập",
    password: "Mật khẩu",
    slip: "Mã trên phiếu cấp",
    slipHow: "Mười hai chữ và số, chữ hoa chữ thường như nhau.",
    newPassword: "Mật khẩu mới",
    passwordHow: "Từ 10 ký tự, có chữ hoa, chữ thường, chữ số và ký hiệu.",
    again: "Nhập lại mật khẩu mới",
    differs: "Hai lần nhập chưa giống nhau.",
    do: "Đăng nhập",
    firstDo: "Đặt mật khẩu và vào",
    toFirst: "Đăng nhập lần đầu bằng phiếu cấp",
    toUsual: "Đã có mật khẩu",
    waiting: "Đang đợi máy chủ trả lời.",
  },
  cluster: {
    yearOf: (year: number) => `Năm thi đua ${year}`,
    yearShort: (year: number) => `Năm ${year}`,
    choose: "Cụm",
    chooseYear: "Năm",
    members: (count: number, kind: string) => `${capital(counted(count))} ${kind || "đơn vị"}.`,
    led: (kind: string, head: string, deputies: readonly string[]) =>
      deputies.length > 0
        ? `${capital(kind)} trưởng ${head}, ${kind} phó ${deputies.join(", ")}.`
        : `${capital(kind)} trưởng ${head}.`,
    headless: "Chưa có cụm trưởng.",
  },
  clusters: {
    title: (year: number) => `Các cụm năm ${year}`,
    none: "Năm này chưa có cụm nào.",
    noneHow: "Chuyên viên thường trực lập cụm và chọn thành viên.",
    noYear: "Hội đồng chưa mở năm thi đua nào.",
    noYearHow: "Chuyên viên thường trực mở năm và ghi ngày của bảy giai đoạn.",
    notIn: "Đơn vị chưa thuộc cụm nào trong năm này.",
    in: (count: number, of: number) => `${count} trên ${of} đơn vị đã nộp`,
    filled: (percent: string) => `đã chấm ${percent}`,
    sentence: (count: number, late: number) =>
      late === 0 && count === 1
        ? "Cụm duy nhất đã nộp đủ."
        : late === 0
          ? `Cả ${counted(count)} cụm đã nộp đủ.`
          : `${capital(counted(late))} trên ${counted(count)} cụm chưa nộp đủ.`,
  },
  app,
  search,
  board,
  clerk,
  year,
  excel,
};
export type Words = typeof vi;
