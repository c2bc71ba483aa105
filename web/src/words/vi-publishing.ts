import type { Obstacle, PartName, PublicationState } from "#domain/publication.ts";
import { capital, counted } from "./vietnamese.ts";

const states: Record<PublicationState, string> = {
  out: "Đang công bố",
  unfinished: "Chưa xong",
  withdrawn: "Đã gỡ",
};
const stamp: Record<PublicationState, "done" | "care" | undefined> = {
  out: "done",
  unfinished: "care",
  withdrawn: undefined,
};
const now: Record<PublicationState, string> = {
  out: "Ai cũng đọc được trang này.",
  unfinished: "Lần công bố trước bị dở giữa chừng.",
  withdrawn: "Trang đã gỡ, không ai đọc được nữa.",
};
const parts: Record<PartName, string> = {
  leaders: "Dẫn đầu các cụm",
  register: "Sổ khen thưởng",
  members: "Thành viên, cụm trưởng, cụm phó",
  results: "Xếp hạng",
  movements: "Phong trào",
  heads: "Cụm trưởng năm sau",
  goal: "Mục tiêu",
  figures: "Tổng số của phong trào",
  units: "Kết quả từng đơn vị",
};
const partsHow: Record<PartName, string> = {
  leaders: "Đơn vị hạng nhất của mỗi cụm đã công bố xếp hạng.",
  register: "Có số và ngày quyết định. Tên cá nhân chỉ lấy từ sổ này.",
  members: "Tên đơn vị như trong năm đó.",
  results: "Chỉ thứ hạng, trừ khi hội đồng cho công bố điểm.",
  movements: "Một con số và phần góp của từng đơn vị.",
  heads: "Như cấp trên đã công nhận, hoặc như khi đóng năm.",
  goal: "Như cụm đã ghi khi phát động.",
  figures: "Mỗi con số một tổng, so với năm trước.",
  units: "Mỗi đơn vị góp bao nhiêu, so với năm trước.",
};
const obstacles: Record<Obstacle, string> = {
  "not-announced": "Chưa công bố xếp hạng trong cụm.",
  "not-decided": "Sổ khen thưởng chưa có dòng nào đủ số và ngày quyết định.",
  "not-recognised": "Chưa được công nhận.",
  "still-running": "Phong trào chưa tổng kết.",
  "nothing-yet": "Chưa có kết quả nào được ghi.",
  "no-goal": "Phong trào không ghi mục tiêu.",
};

export const publishing = {
  title: (year: number) => `Công khai năm ${year}`,
  sentence: (count: number) =>
    count === 0 ? "Chưa có trang nào công bố." : `${capital(counted(count))} trang đang công bố.`,
  what: "Trang công khai không cần đăng nhập, in được và gửi qua Zalo, Facebook được.",
  index: "Mở mục lục công khai",
  check: "Mở trang tra bằng, giấy khen",
  honours: "Bảng vàng của năm",
  honoursWhat: "Dẫn đầu các cụm và sổ khen thưởng.",
  clusterWhat: "Xếp hạng, thành viên, phong trào, cụm trưởng năm sau.",
  movement: (name: string) => `Phong trào “${name}”`,
  own: "Trang riêng của từng phong trào",
  ownHow: "Mỗi phong trào có thể có một trang riêng: tổng số, từng đơn vị, so với năm trước.",
  noMovement: "Cụm chưa có phong trào nào.",
  never: "Chưa công bố",
  states,
  stamp,
  now,
  nowNever: "Trang này chưa công bố.",
  since: (state: PublicationState, at: string, by: string) =>
    state === "withdrawn" ? `${by} gỡ lúc ${at}.` : `${by} công bố lúc ${at}.`,
  behind: "Có bản mới hơn",
  changed: "Số liệu đã đổi từ khi công bố. Người đọc vẫn thấy bản cũ cho đến khi công bố bản mới.",
  revoked: (count: number) =>
    `Trang đang công khai chưa nói đến ${counted(count)} lần thu hồi hoặc khôi phục khen thưởng. Mời xem rồi công bố bản mới.`,
  hasRevoked: "Có khen thưởng đã thu hồi",
  unfinished: "Mời công bố lại để hoàn tất, hoặc gỡ trang.",
  choose: "Công bố những gì",
  parts,
  partsHow,
  obstacles,
  letOut: (at: string, by: string) => `${by} cho công bố lúc ${at}.`,
  totals: "Hội đồng cho công bố cả điểm",
  chooseOne: "Mời chọn ít nhất một phần.",
  demo: "Đây là hội đồng thử: xem trước được, không công bố ra ngoài được.",
  publish: "Công bố trang này",
  publishAgain: "Công bố bản mới",
  asItIs: "Người đọc đang thấy đúng bản này.",
  minute:
    "Máy của người đọc và mạng phân phối giữ trang tối đa một phút; sau đó mọi người thấy bản mới, hoặc thấy trang đã gỡ.",
  withdraw: "Gỡ trang",
  withdrawn: "Đã gỡ trang.",
  putBack: "Công bố lại như cũ",
  preview: "Xem trước",
  previewOf: (name: string) => `Xem trước ${name}`,
  previewIn: "Xem bằng",
  readIn: "Đọc bằng",
  readInHow: "Mỗi trang có bốn thứ tiếng; Lào và Thái là bản nháp.",
  share: "Địa chỉ để gửi",
  copy: "Chép địa chỉ",
  copied: "Đã chép.",
  qr: "Mã QR mở trang công khai",
  noAddress: "Địa chỉ và mã QR có sau khi công bố.",
  picture: "Ảnh chia sẻ: tên hội đồng, tên trang và vài dòng chính",
  pictureHow: "Ảnh hiện khi gửi địa chỉ qua Zalo, Facebook; mỗi thứ tiếng một ảnh, trang tự vẽ khi công bố.",
  back: "Về danh sách trang công khai",
};
