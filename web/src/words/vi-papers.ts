import { formatIn } from "./format.ts";

const format = formatIn("vi");

/** What is printed. A paper is Vietnamese in whatever language the page is read: it is the one that counts. */
export const papersVi = {
  share: {
    title: "Mảnh khóa số 3 của hòm phiếu",
    how: "Cùng với một trong hai mảnh trên điện thoại, mảnh này mở được hòm phiếu. Chỉ quét bằng trang của tổ kiểm phiếu, không chụp, không gửi.",
    fingerprint: "Dấu nhận của bộ khóa",
    sealed: "Cho vào phong bì dán kín, tổ trưởng và thư ký ký ngoài phong bì. Hủy sau khi biên bản đã ký.",
  },
  ticket: {
    list: "Thẻ đại biểu",
    title: "Thẻ đại biểu",
    codeOf: (name: string) => `Mã thẻ của ${name}`,
    how: "Quét mã, hoặc gõ tám ký tự. Không cho mượn thẻ.",
  },
  poster: {
    title: "Bỏ phiếu bằng điện thoại",
    steps: [
      "Quét mã QR trên thẻ đại biểu của mình.",
      "Không có thẻ bên mình: quét mã dưới đây, gõ tám ký tự trên thẻ.",
      "Chạm một lần để chọn, chạm lần nữa để bỏ phiếu.",
      "Đợi dòng chữ “Phiếu đã vào hòm”.",
    ],
    help: "Cần giúp, xin gọi",
  },
  ballot: {
    title: "Phiếu bầu",
    number: "Số",
    name: "Tên",
    mark: "Chọn",
    yes: "Đồng ý",
    no: "Không đồng ý",
    how: (most: number) =>
      `Đánh dấu X vào ô của nhiều nhất ${most} tên. Không đánh dấu ô nào là phiếu trắng.`,
    howYesNo:
      "Với mỗi tên, đánh dấu X vào một trong hai ô. Không đánh dấu ô nào trên cả phiếu là phiếu trắng.",
    holder: "Họ và tên, đơn vị:",
    signed: "Ký tên:",
  },
  minutes: {
    country: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    motto: "Độc lập - Tự do - Hạnh phúc",
    placeAndDay: (place: string, at: string) => {
      const [day = "", month = "", year = ""] = format.day(at).split("/");
      const short = Number(month) <= 2 ? month : String(Number(month));
      return `${place ? `${place}, ` : ""}ngày ${day} tháng ${short} năm ${year}`;
    },
    title: "BIÊN BẢN KIỂM PHIẾU",
    opening: (title: string, at: string, place: string | undefined) =>
      `Tại ${title}${place ? `, ${place}` : ""}, cuộc bỏ phiếu mở lúc ${at}. Tổ kiểm phiếu lập biên bản như sau.`,
    ruleHead: "1. Thể lệ",
    quorum: (present: number, entitled: number, isEnough: boolean | undefined) =>
      `Lúc mở có ${present} trên ${entitled} người được bỏ phiếu có mặt${isEnough === undefined ? "." : isEnough ? ", đủ số tối thiểu." : ", không đủ số tối thiểu nên không ai trúng."}`,
    ballotsHead: "2. Số phiếu",
    issued: "Phát ra",
    collected: "Thu về",
    valid: "Hợp lệ",
    invalid: "Không hợp lệ",
    blank: "Trong số hợp lệ, phiếu trắng",
    blankYesNo: "Trong số hợp lệ, không đồng ý với tên nào",
    ways: ({ phone, paper, letter }: { phone: number; paper: number; letter: number }) =>
      `Cách bỏ phiếu: ${[`${phone} bằng điện thoại`, `${paper} bằng phiếu giấy`, ...(letter > 0 ? [`${letter} bằng thư của người vắng`] : [])].join(", ")}.`,
    present: (count: number) => `Có mặt khi đóng: ${count} người.`,
    ownUnit:
      "Thể lệ không cho chọn đơn vị mình. Phiếu kín nên khi kiểm phiếu không kiểm tra được điều này; điện thoại không đưa ra tên đơn vị của người bỏ phiếu.",
    resultHead: "3. Kết quả",
    number: "Số",
    name: "Tên",
    votes: "Số phiếu",
    inFavour: "Đồng ý",
    against: "Không đồng ý",
    notChosen: "Không chọn",
    percent: "Tỷ lệ",
    outcome: "Kết quả",
    base: (base: "members" | "present" | "cast", count: number) =>
      `Tỷ lệ tính trên ${{ members: "tổng số người được bỏ phiếu", present: "số có mặt", cast: "số phiếu hợp lệ" }[base]}: ${count}.`,
    noFigures: "Theo lựa chọn khi công bố, biên bản chỉ ghi đạt hay không đạt.",
    conclusion: "Kết luận:",
    passed: (names: string[]) => `${names.join(", ")} đạt.`,
    nobody: "không ai đạt.",
    proofHead: "4. Dấu để kiểm lại",
    fingerprint: "Dấu nhận của bộ khóa",
    bound: "Dấu của thể lệ và danh sách tên",
    root: "Dấu niêm phong của hòm",
    digest: "Dấu của kết quả",
    tellers: "TỔ KIỂM PHIẾU",
    chair: "CHỦ TỌA",
    sign: "(Ký, ghi rõ họ tên)",
    listHead: (count: number) => `Danh sách ${count} người đã bỏ phiếu`,
    listHow: "Kèm biên bản. Danh sách cho biết ai đã bỏ phiếu, không cho biết chọn ai.",
    listHowNamed: "Kèm biên bản. Bỏ phiếu công khai nên danh sách ghi cả lựa chọn của từng người.",
    delegate: "Họ và tên",
    unit: "Đơn vị",
    way: "Cách bỏ phiếu",
    answer: "Lựa chọn",
    blankSaid: "phiếu trắng",
    noToAll: "không đồng ý với tên nào",
    on: { phone: "Điện thoại", paper: "Phiếu giấy", letter: "Thư" },
  },
};
