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
};
