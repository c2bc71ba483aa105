/** The office as an app: what it says of itself on this device. */
export const app = {
  newVersion: "Có bản mới.",
  reload: "Tải lại",
  firstSent: (count: number) =>
    count > 0 ? `Đợi gửi xong ${count} thay đổi rồi tải bản mới.` : "Đang tải bản mới.",
  gone: "Phần này của trang chưa tải được.",
  goneHow: "Có mạng thì tải lại là được. Những gì đã nhập vẫn còn.",
  language: "Ngôn ngữ",
  draft: "bản nháp",
  fold: "Thu gọn",
  unfold: "Mở rộng",
  full: (count: number) =>
    `Máy hết chỗ lưu: ${count} thay đổi chỉ còn trong trang này cho đến khi gửi xong. Xin đừng đóng trang.`,
  stay: "Giữ đăng nhập trên máy này",
  stayHow: "Để mở được cả khi không có mạng. Không chọn trên máy dùng chung.",
  saved: {
    untouched: "Chưa có thay đổi",
    stored: (at: string) => `Đã lưu lúc ${at}`,
    here: "Đã lưu trên máy này",
    sending: "Đang gửi",
    offline: (count: number) => `Mất mạng, còn ${count} thay đổi chưa gửi`,
    refused: "Chưa gửi được, còn trên máy này",
  },
  /** Said at once, whatever else has still to come. */
  lost: { what: "Mất kết nối.", next: "Những gì đã nhập vẫn còn trên máy này và sẽ được gửi khi có mạng." },
  refused: { what: "Chưa làm được việc này.", next: "Xin thử lại sau ít giây." },
};
