import type { Conference } from "#domain/conference.ts";
import type { Item } from "../pages/conference/readiness.ts";
import type { Format } from "./format.ts";
import { count, keys } from "./vi-keys.ts";
import { openPapers } from "./vi-open-papers.ts";
import { desk, plan, roll, rule, tickets } from "./vi-preparing.ts";
import { run } from "./vi-run.ts";
import { capital, counted } from "./vietnamese.ts";

type ItemWords = {
  name: string;
  done: (count: number, of: number) => string;
  open: (count: number, of: number) => string;
  mend: string;
};

/** Every text of a conference, as its office reads it. */
export const conferenceVi = {
  rooms: {
    label: "Các phần của hội nghị",
    conference: "Tổng quan",
    plan: "Chương trình",
    roll: "Đại biểu",
    tickets: "Thẻ",
    desk: "Điểm danh",
    run: "Điều hành",
    keys: "Tổ kiểm phiếu",
  },
  hub: {
    title: "Tổng quan",
    lede: ({ ended, on }: Conference, open: number, format: Format) =>
      ended
        ? `Hội nghị kết thúc lúc ${format.hour(ended.at)}.`
        : on !== undefined
          ? "Hội nghị đang họp."
          : open === 0
            ? "Đã sẵn sàng cho hội nghị."
            : `Còn ${counted(open)} việc trước hội nghị.`,
    ready: "Cần có trước hội nghị",
    help: "Đại biểu cần giúp thì gọi:",
    screen: "Mở màn hình lớn",
    vote: "Mở trang bỏ phiếu",
    papers: (title: string) => `Phiếu giấy: ${title}`,
    openTrial: "Mở bỏ phiếu thử",
    untried: "Ai chưa bỏ phiếu thử",
    items: {
      agenda: {
        name: "Chương trình",
        done: (points: number) => `${capital(counted(points))} mục.`,
        open: () => "Chưa có mục nào.",
        mend: "Soạn chương trình",
      },
      rules: {
        name: "Thể lệ của từng cuộc bỏ phiếu",
        done: (count: number) => `${capital(counted(count))} cuộc, đủ thể lệ.`,
        open: (count: number, of: number) =>
          of === 0 ? "Chương trình chưa có cuộc bỏ phiếu nào." : `${count} trên ${of} cuộc có thể lệ.`,
        mend: "Ghi thể lệ",
      },
      roll: {
        name: "Danh sách đại biểu",
        done: (count: number) => `${count} đại biểu.`,
        open: () => "Chưa có ai trong danh sách.",
        mend: "Lập danh sách",
      },
      tickets: {
        name: "Thẻ đại biểu",
        done: (count: number) => `Cả ${count} đại biểu có thẻ.`,
        open: (count: number, of: number) => `${count} trên ${of} đại biểu có thẻ.`,
        mend: "Làm và in thẻ",
      },
      keys: {
        name: "Khóa hòm phiếu",
        done: () => "Đã tạo, chia làm ba mảnh.",
        open: () => "Tổ kiểm phiếu chưa tạo khóa.",
        mend: "Đến phần của tổ kiểm phiếu",
      },
      rehearsal: {
        name: "Thử khóa",
        done: () => "Cả ba cặp mảnh đều mở được.",
        open: (count: number) => `${count} trên 3 cặp mảnh đã thử. Chưa thử đủ thì chưa mở được cuộc nào.`,
        mend: "Thử khóa",
      },
      tried: {
        name: "Bỏ phiếu thử",
        done: () => "Mọi đại biểu đã thử.",
        open: (count: number, of: number) => `${count} trên ${of} đại biểu đã thử. Không bắt buộc.`,
        mend: "Xem ai chưa thử",
      },
    } as Record<Item["what"], ItemWords>,
  },
  scanner: {
    start: "Quét bằng camera",
    stop: "Tắt camera",
    picture: "Chọn ảnh có mã",
    refused:
      "Máy này không mở được camera. Mời cho phép dùng camera, hoặc chọn ảnh, hoặc dán chữ vào ô dưới.",
    noCode: "Không thấy mã QR trong ảnh này. Mời chụp gần hơn, đủ bốn góc.",
    take: "Nhận",
  },
  papers: {
    title: "Phiếu giấy",
    noRule: "Cuộc này chưa có thể lệ nên chưa in được phiếu.",
    give: "Phát phiếu giấy",
    giveHow:
      "Tìm tên rồi bấm. Ai đã bỏ bằng điện thoại thì không nhận được phiếu giấy nữa; đã nhận phiếu giấy thì điện thoại không bỏ được nữa.",
    given: (name: string, on: "paper" | "letter") =>
      on === "paper" ? `${name} nhận phiếu giấy.` : `Đã ghi thư của ${name}.`,
    paper: "Phát phiếu giấy",
    letter: "Có thư",
    kit: "In sẵn phiếu giấy",
    kitHow: "Khổ A4, tên xếp như trên điện thoại. Dùng khi mất mạng, hoặc cho ai không có điện thoại.",
    copies: "Số phiếu",
    print: "In phiếu",
  },
  openPapers,
  minutes: {
    title: "Biên bản kiểm phiếu",
    of: (title: string) => `Biên bản: ${title}`,
    notPublished: "Kết quả chưa công bố. Xin giữ kín biên bản đến khi chủ tọa công bố.",
    notCounted: "Chưa kiểm phiếu xong nên chưa có biên bản.",
    print: "In biên bản",
    record: "Tải tệp để kiểm lại",
    check: "Trang tra cứu mã phiếu",
    back: "Về hội nghị",
  },
  plan,
  rule,
  roll,
  tickets,
  desk,
  run,
  keys,
  count,
};
export type ConferenceWords = typeof conferenceVi;
