import type { Question } from "../hall.ts";

type Rule = Question["rule"];

const numerals = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];
const counted = (count: number) => numerals[count] ?? String(count);
const shares: Record<string, string> = {
  ">1/2": "quá nửa",
  "≥1/2": "từ một nửa trở lên",
  ">2/3": "quá hai phần ba",
  "≥2/3": "từ hai phần ba trở lên",
  ">3/4": "quá ba phần tư",
  "≥3/4": "từ ba phần tư trở lên",
  "≥1/1": "tất cả",
};
const shareIn = ({ moreThan, atLeast = "0/1" }: Rule["threshold"]) =>
  moreThan === undefined
    ? (shares[`≥${atLeast}`] ?? `từ ${atLeast} trở lên của`)
    : (shares[`>${moreThan}`] ?? `quá ${moreThan}`);
const baseIn = ({ threshold, voter }: Rule) =>
  threshold.base === "cast"
    ? "số phiếu hợp lệ"
    : threshold.base === "present"
      ? voter === "unit"
        ? "số đơn vị có mặt"
        : "số đại biểu có mặt"
      : voter === "unit"
        ? "số đơn vị của cụm"
        : "số đại biểu được triệu tập";
const chooseIn = ({ choose: { min, max }, yesNo }: Rule) =>
  yesNo
    ? "đồng ý hoặc không đồng ý với từng tên"
    : min === max || max === 1
      ? `chọn ${counted(max)} tên`
      : min <= 1
        ? `chọn nhiều nhất ${counted(max)} tên`
        : `chọn từ ${counted(min)} đến ${counted(max)} tên`;

/** Every text of the ballot. Vietnamese is the source: what it has, every other language must have. */
export const vi = {
  language: "vi",
  title: "Lá phiếu",
  frame: { largeText: "Chữ to", language: "Ngôn ngữ", otherTicket: "Dùng thẻ khác" },
  unit: { minute: (count: number) => `${count} phút`, second: (count: number) => `${count} giây` },
  help: (help: string) => `Cần giúp, xin gặp ${help}`,
  tellers: "tổ kiểm phiếu",

  unable: {
    title: "Máy này chưa bỏ phiếu được.",
    insecure: "Trang mở ở địa chỉ không an toàn nên trình duyệt không cho niêm phong phiếu.",
    old: "Trình duyệt này không có phần niêm phong phiếu.",
    next: "Mời đến bàn kiểm phiếu: dùng máy của hội trường hoặc nhận phiếu giấy. Quyền bỏ phiếu của đại biểu vẫn còn nguyên.",
  },

  code: {
    title: "Mời mở thẻ đại biểu",
    how: "Quét mã QR trên thẻ bằng máy ảnh của điện thoại, hoặc gõ tám ký tự in dưới mã.",
    scanOnly:
      "Quét mã QR trên thẻ bằng máy ảnh của điện thoại. Muốn gõ mã, xin quét mã treo ở hội trường trước.",
    label: "Mã trên thẻ",
    hint: "Tám chữ và số, như K7QM-4T2X. Viết hoa hay thường đều được.",
    short: (count: number) => `Mã có tám ký tự, ở đây mới có ${count}.`,
    long: (count: number) => `Mã có tám ký tự, ở đây có ${count}.`,
    go: "Mở lá phiếu",
    going: "Đang xem thẻ…",
    lost: "Chưa hỏi được máy chủ. Xin xem lại mạng rồi thử lại.",
  },

  opening: {
    title: "Đang mở lá phiếu.",
    lost: "Chưa có mạng. Trang tự thử lại, đại biểu cứ để màn hình mở.",
  },

  waiting: {
    title: "Chưa có cuộc bỏ phiếu nào đang mở.",
    now: (point: string) => `Hội nghị đang ở mục: ${point}.`,
    next: (point: string) => `Cuộc tiếp theo: ${point}.`,
    how: "Lá phiếu tự hiện ở đây, không cần tải lại trang.",
    arrive: "Tôi đã có mặt",
    arriving: "Đang điểm danh…",
    arrived: "Đã điểm danh.",
    notArrived: "Chưa điểm danh được. Xin thử lại, hoặc báo bàn đón tiếp.",
    today: (at: string) => `Hội nghị bắt đầu lúc ${at}.`,
  },
  ended: { title: "Hội nghị đã kết thúc.", how: "Cảm ơn đại biểu. Có thể đóng trang này." },
  mine: "Phiếu của đại biểu hôm nay",
  older: (count: number) =>
    `Còn ${counted(count)} phiếu của cuộc trước chưa vào hòm. Máy vẫn đang gửi, xin giữ trang này mở.`,
  notLasting: "Máy này không cho trang lưu lại. Xin đừng đóng trang khi phiếu chưa vào hòm.",
  demo: "Hội đồng thử: phiếu ở đây chỉ để làm thử, không tính cho ai.",
  offline:
    "Mất mạng. Trang này là bản đọc lần trước; phiếu bỏ bây giờ được giữ trên máy và tự gửi khi có mạng.",

  stamp: {
    soon: "Sắp mở",
    open: (left: string) => (left ? `Đang mở, còn ${left}` : "Đang mở"),
    closed: (at: string) => (at ? `Đã đóng lúc ${at}` : "Đã đóng"),
    counting: "Đang kiểm phiếu",
    published: "Đã công bố",
    void: "Đã hủy",
    rehearsal: "Bỏ phiếu thử",
  },
  round: (round: number) => `vòng ${round}`,

  /** One sentence; the middle part is what decides. */
  rule(rule: Rule, { enough, of, isRehearsal, isAward }: Counts): [string, string, string] {
    const secret = rule.secret ? "Bỏ phiếu kín" : "Bỏ phiếu công khai, có ghi tên";
    const each = rule.voter === "unit" ? "mỗi đơn vị một phiếu" : "mỗi đại biểu một phiếu";
    const begins = `${secret}, ${each}, ${chooseIn(rule)}`;
    if (isRehearsal) return [`${begins}. `, "Bỏ thử để làm quen, không tính.", ""];
    const seats = rule.seats > 1 ? `, lấy ${counted(rule.seats)} tên` : "";
    const worked =
      enough === undefined
        ? "."
        : rule.threshold.base === "members"
          ? `, tức từ ${enough} trên ${of} phiếu.`
          : rule.threshold.base === "present"
            ? `; nay có mặt ${of}, tức từ ${enough} phiếu.`
            : `; nếu cả ${of} phiếu hợp lệ, tức từ ${enough} phiếu.`;
    return [
      `${begins}${seats}; ${isAward ? "đạt" : "trúng cử"} khi được `,
      `${shareIn(rule.threshold)} ${baseIn(rule)}`,
      worked,
    ];
  },
  mayChange: "Còn mở thì còn đổi được; lá phiếu sau cùng được tính.",

  ballot: {
    legend: (rule: Rule) => (rule.yesNo ? "Trả lời cho từng tên" : `Mời ${chooseIn(rule)}`),
    blank: "Phiếu trắng",
    blankHow: "không chọn ai",
    yes: "Đồng ý",
    no: "Không đồng ý",
    few: (more: number, chosen: number) =>
      chosen === 0 ? `Mời chọn ${counted(more)} tên` : `Mời chọn thêm ${counted(more)} tên`,
    some: (most: number) => `Mời chọn nhiều nhất ${counted(most)} tên`,
    many: (many: number) => `Xin bỏ bớt ${counted(many)} tên`,
    answers: (open: number) => `Còn ${counted(open)} tên chưa trả lời`,
    cast: (names: readonly string[], of: number) =>
      names.length === 0
        ? "Bỏ phiếu: không đồng ý với ai"
        : names.length === of && of > 2
          ? `Bỏ phiếu cho cả ${counted(of)} tên`
          : names.length > 3
            ? `Bỏ phiếu cho ${counted(names.length)} tên`
            : `Bỏ phiếu cho ${names.join(", ")}`,
    castBlank: "Bỏ phiếu trắng",
    sealing: "Đang niêm phong…",
    nothingSent: "Chưa có gì được gửi đi.",
    chosen: (chosen: number, most: number) => `Đã chọn ${chosen} trên nhiều nhất ${most} tên.`,
    final: "Phiếu được niêm phong ngay và không sửa được nữa.",
    finalOpen: "Phiếu được gửi ngay, có ghi tên, và không sửa được nữa.",
    changeable: "Phiếu được niêm phong ngay. Còn mở thì còn đổi được.",
    small: (of: number) =>
      `Cụm chỉ có ${of} phiếu. Nếu cả ${of} phiếu giống nhau, mọi người sẽ biết nhau chọn ai.`,
    own: "Đơn vị của đại biểu không có trong danh sách: thể lệ không cho chọn đơn vị mình.",
    open: (name: string) => `Biểu quyết công khai: lựa chọn được ghi cùng tên ${name}.`,
    rehearsal: "Đây là bỏ phiếu thử để làm quen. Phiếu thử không tính và không ai mở.",
    keepOld: "Giữ phiếu cũ",
    fault: "Máy này không niêm phong được phiếu. Mời đến bàn kiểm phiếu nhận phiếu giấy.",
  },

  way: {
    label: "Phiếu của đại biểu đang ở đâu",
    steps: { kept: "Đã giữ trên máy này", sent: "Đã gửi", sending: "Đang gửi", in: "Đã vào hòm phiếu" },
    in: "Phiếu của đại biểu đã vào hòm.",
    rehearsed: "Phiếu thử đã vào hòm. Máy này bỏ phiếu được.",
    kept: "Phiếu đang ở máy này.",
    elsewhere: "Thẻ này đã bỏ phiếu, phiếu đã vào hòm.",
    elsewhereHow:
      "Phiếu được gửi từ máy khác hoặc lần mở trang trước. Nếu đại biểu chưa bỏ, xin báo ngay tổ kiểm phiếu.",
    lost: "Chưa có mạng, phiếu chưa vào hòm.",
    lostHow: "Máy tự gửi lại, đại biểu cứ để màn hình mở. Gửi nhiều lần vẫn chỉ tính một phiếu.",
    again: "Gửi lại ngay",
    soonLate: "Quá 2 phút chưa được, mời đến bàn kiểm phiếu nhận phiếu giấy.",
    late: "Đã quá 2 phút. Mời đến bàn kiểm phiếu.",
    lateHow:
      "Tổ kiểm phiếu xem phiếu đã vào hòm chưa; chưa thì nhận phiếu giấy. Cầm theo máy này, máy vẫn gửi tiếp.",
    code: "Mã tra cứu",
    codeHow: "Mã không cho biết đã chọn ai.",
    keepCode:
      "Chép hoặc chụp lại mã này. Sau khi kiểm phiếu, tìm mã trong danh sách công bố để thấy phiếu đã được đếm.",
    picture: "Lưu mã thành ảnh",
    change: "Đổi lựa chọn",
    count: (count: number, of: number) => `Trong hòm có ${count} trên ${of} phiếu.`,
    counting: "Hòm đã đóng và đang kiểm. Kết quả hiện ở đây và trên màn hình lớn.",
    stands: "Lá phiếu trước vẫn ở trong hòm và được tính.",
  },

  closed: {
    how: "Đại biểu chưa bỏ phiếu ở cuộc này. Kết quả hiện ở đây và trên màn hình lớn trong ít phút.",
  },
  void: {
    title: "Cuộc bỏ phiếu này đã hủy.",
    how: "Phiếu đã gửi không được mở và không được tính. Nếu bỏ phiếu lại, lá phiếu mới tự hiện ở đây.",
    because: (reason: string) => `Lý do: ${reason.replace(/[.\s]*$/, ".")}`,
  },
  noVoter: {
    title: "Cuộc này mỗi đơn vị một phiếu.",
    how: "Thẻ này không thay mặt đơn vị nào nên không có lá phiếu ở đây. Nếu không đúng, xin báo tổ kiểm phiếu.",
  },
  outcome: {
    passed: "Đạt",
    elected: "Trúng cử",
    notPassed: "Không đạt",
    tied: "Bằng phiếu",
    votes: (votes: number, percent: string) => `${votes} phiếu, ${percent}`,
    sum: (collected: number, valid: number, blank: number) =>
      `Thu về ${collected} phiếu, hợp lệ ${valid}, trong đó ${blank} phiếu trắng.`,
    noQuorum: "Không đủ số tối thiểu phải có, nên không ai được tính là đạt.",
    onlyPassed: "Thể lệ chỉ công bố đạt hay không đạt, không công bố số phiếu.",
    check: "Tra cứu phiếu của đại biểu",
  },

  refusals: {
    "ballot/on-paper": {
      what: "Đại biểu đã nhận phiếu giấy, nên phiếu trên điện thoại không được nhận.",
      next: "Xin ghi và bỏ phiếu giấy. Nếu chưa nhận phiếu giấy, xin báo tổ kiểm phiếu.",
    },
    /** In an open poll the tellers have entered what the paper says. */
    entered: {
      what: "Phiếu giấy của đại biểu đã vào hòm.",
      next: "Phiếu ấy được tính, điện thoại không bỏ thêm được. Nếu không phải phiếu của mình, xin báo ngay tổ kiểm phiếu.",
    },
    "ballot/too-late": {
      what: "Hòm đã đóng trước khi phiếu này đến, nên phiếu này không được nhận.",
      next: "Nếu cần, xin gặp tổ kiểm phiếu.",
    },
    "poll/not-now": {
      what: "Cuộc bỏ phiếu này không còn nhận phiếu.",
      next: "Phiếu này không được tính. Nếu bỏ phiếu lại, lá phiếu mới tự hiện ở đây.",
    },
    "poll/not-present": {
      what: "Thẻ này không có tên trong danh sách bỏ phiếu của cuộc này.",
      next: "Nếu không đúng, xin báo tổ kiểm phiếu.",
    },
    "ticket/unknown": {
      what: "Thẻ này không đúng, hoặc đã được thay bằng thẻ khác.",
      next: "Xin xem lại tám ký tự trên thẻ, hoặc xin tổ kiểm phiếu cấp lại thẻ.",
    },
    "ticket/throttled": {
      what: "Có quá nhiều mã thẻ không đúng trong một phút.",
      next: "Xin đợi một phút, hoặc quét mã QR trên thẻ thay vì gõ.",
    },
    "conference/unknown": {
      what: "Không tìm thấy hội nghị này.",
      next: "Xin quét lại mã trên thẻ, hoặc gặp tổ kiểm phiếu.",
    },
    other: {
      what: "Phiếu này không được nhận.",
      next: "Mời đến bàn kiểm phiếu, cầm theo máy này.",
    },
  },

  kiosk: {
    title: "Mời đại biểu bỏ phiếu",
    stamp: "Máy dùng chung",
    how: "Gõ tám ký tự trên thẻ, hoặc quét mã QR trên thẻ vào máy.",
    scan: "Quét bằng máy ảnh",
    hold: "Giơ mã QR trên thẻ trước máy ảnh.",
    noCamera: "Không mở được máy ảnh. Mời gõ tám ký tự trên thẻ.",
    wiped: "Máy quên mọi điều sau mỗi đại biểu.",
    next: (seconds: number) => `Máy trở lại màn hình đầu sau ${seconds} giây.`,
    done: "Xong, mời đại biểu tiếp theo",
    copy: "Chép lại mã này trước khi rời máy. Sau khi kiểm phiếu, tìm mã trong danh sách công bố để thấy phiếu đã được đếm.",
  },

  check: {
    title: "Tra cứu lá phiếu",
    how: "Gõ mã tra cứu đã hiện sau khi bỏ phiếu. Trang này chỉ cho biết phiếu có trong hòm đã niêm phong hay không, không ai biết phiếu chọn ai.",
    poll: "Cuộc bỏ phiếu",
    none: "Hội nghị này chưa có cuộc bỏ phiếu nào đã niêm phong.",
    label: "Mã tra cứu",
    go: "Tra cứu",
    found: (code: string) => `Phiếu ${code} ở trong hòm đã niêm phong.`,
    foundCounted: "Phiếu đã được đếm cùng các phiếu trong danh sách.",
    foundSealed: "Hòm đã niêm phong, đang kiểm phiếu.",
    missing: (code: string) => `Không thấy phiếu ${code} trong hòm này.`,
    missingHow:
      "Xin xem lại mã và cuộc bỏ phiếu. Nếu vẫn không thấy, xin báo ngay tổ kiểm phiếu, cầm theo máy đã bỏ phiếu.",
    notYet: "Hòm chưa niêm phong. Mời tra cứu sau khi bỏ phiếu đóng.",
    void: "Cuộc bỏ phiếu này đã hủy, phiếu không được đếm.",
    inClear: "Cuộc này biểu quyết công khai nên không có mã tra cứu.",
    broken: "Danh sách nhận được không khớp với dấu niêm phong. Xin báo tổ kiểm phiếu và thử lại.",
    sealed: (envelopes: number, papers: number) =>
      papers === 0
        ? `${envelopes} phiếu niêm phong`
        : `${envelopes} phiếu niêm phong và ${papers} phiếu giấy`,
    inBox: "Trong hòm",
    root: "Dấu niêm phong",
    rootHow: "Tính lại trên máy này từ danh sách công bố: khớp.",
    fingerprint: "Vân tay khóa hòm",
    lost: "Chưa đọc được danh sách. Xin xem lại mạng rồi thử lại.",
    back: "Về lá phiếu",
  },
};

type Counts = { enough: number | undefined; of: number; isRehearsal: boolean; isAward: boolean };
export type Words = typeof vi;
export type RefusalWords = { what: string; next: string };
