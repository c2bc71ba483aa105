import { importing } from "./vi-importing.ts";
import { capital, counted } from "./vietnamese.ts";

const number = new Intl.NumberFormat("vi-VN").format;
/** Small numbers in words, large ones in figures that part their thousands. */
const many = (count: number) => (count <= 10 ? counted(count) : number(count));

/** What clerks read while they set up who takes part. */
export const setupVi = {
  importing,
  seek: "Tìm",
  more: (count: number) => `Xem thêm ${number(count)} dòng`,
  noneFound: "Không có dòng nào hợp với điều đang tìm.",
  cancel: "Thôi",
  stored: "Đã lưu.",
  clerkOnly: "Trang này của chuyên viên thường trực.",

  profile: {
    title: "Hội đồng",
    lede: (name: string) => `${name}.`,
    how: "Tên này đứng trên mọi trang và giấy in; số liên lạc hiện ở mỗi lời từ chối, để người gặp khó biết gọi ai.",
    name: "Tên hội đồng",
    kind: "Loại",
    kindHow: "Ví dụ: bộ, tỉnh, tổng liên đoàn, tập đoàn. Chỉ để đọc, không quy tắc nào dựa vào.",
    contact: "Cần giúp thì gọi ai",
    contactHow: "Tên phòng, số điện thoại.",
    noContact: "Chưa ghi cần giúp thì gọi ai.",
    code: "Mã hội đồng",
    codeHow: "Có trên mỗi phiếu cấp, không đổi được.",
    save: "Lưu",
  },

  units: {
    title: "Đơn vị",
    lede: (count: number, without: number) =>
      count === 0
        ? "Chưa có đơn vị nào."
        : without === 0
          ? `${capital(many(count))} đơn vị, đơn vị nào cũng có người chấm.`
          : `${capital(many(count))} đơn vị, ${many(without)} đơn vị chưa có người chấm.`,
    how: "Tên cũ được giữ: năm trước vẫn đọc theo tên của năm ấy.",
    none: "Chưa có đơn vị nào",
    noneHow: "Nhập một lần từ tệp Excel của cơ quan, hoặc ghi từng đơn vị.",
    import: "Nhập từ Excel",
    add: "Thêm đơn vị",
    name: "Tên đơn vị",
    code: "Mã",
    codeHow: "Chữ thường không dấu, số và gạch nối. Có trong địa chỉ trang, không đổi được về sau.",
    since: "Mang tên này từ năm",
    save: "Lưu đơn vị",
    people: (count: number) => (count === 0 ? "chưa có người" : `${number(count)} người`),
    gone: (heir: string, since: number) => `vào ${heir} từ ${since}`,
    taken: "Mã này đã có đơn vị khác dùng.",
    badCode: "Mã chỉ gồm chữ thường không dấu, số và gạch nối, dài nhất 40.",
    show: "Hiện",
    shows: { all: "Tất cả", without: "Chưa có người chấm", gone: "Đã sáp nhập" },
  },

  unit: {
    lede: (name: string, since: number) => `${name}, tên dùng từ năm ${since}.`,
    goneLede: (name: string, heir: string, since: number) => `${name} đã vào ${heir} từ năm ${since}.`,
    unknown: "Không có đơn vị này.",
    toList: "Về danh sách đơn vị",
    history: "Các tên đã mang",
    from: (year: number) => `từ ${year}`,
    rename: "Đổi tên",
    renameHow: "Năm trước năm đổi vẫn đọc theo tên cũ.",
    newName: "Tên mới",
    since: "Từ năm",
    renameDo: "Đổi tên",
    merge: "Sáp nhập vào đơn vị khác",
    mergeHow: "Tên cũ và các năm cũ còn nguyên. Thứ hạng và lượt làm cụm trưởng nối tiếp ở đơn vị nhận.",
    heir: "Đơn vị nhận",
    basis: "Căn cứ",
    basisHow: "Số và ngày của nghị quyết, quyết định.",
    mergeDo: "Ghi sáp nhập",
    mergeAgain: "Sửa việc sáp nhập",
    people: "Người của đơn vị",
    nobody: "Chưa có ai. Thêm cán bộ chấm điểm để đơn vị tự chấm được.",
    toPeople: "Thêm người",
  },

  picker: {
    unknown: "Chưa có đơn vị tên này.",
    use: (name: string) => `Dùng “${name}”`,
    how: "Gõ vài chữ rồi chọn.",
  },

  people: {
    title: "Người dùng",
    lede: (count: number, out: number) =>
      out === 0
        ? `${capital(many(count))} người, ai cũng đã vào.`
        : `${capital(many(count))} người, ${many(out)} người chưa vào lần nào.`,
    how: "Chỉ giữ họ tên, vai trò và đơn vị của mỗi người. Không ai bị xóa: người thôi việc thì ngừng dùng.",
    import: "Nhập từ Excel",
    slips: "Phiếu cấp",
    add: "Thêm người",
    name: "Họ và tên",
    code: "Tên đăng nhập",
    codeHow: "Chữ thường không dấu, số và gạch nối. Không đổi được về sau.",
    role: "Vai trò",
    unit: "Đơn vị",
    agency: "Mã cơ quan chuyên ngành",
    save: "Lưu",
    edit: "Sửa",
    slip: "Cấp phiếu",
    slipAgain: "Cấp phiếu mới",
    stop: "Ngừng dùng",
    start: "Cho dùng lại",
    stopped: (name: string) => `${name} đã ngừng dùng, không vào được nữa.`,
    undo: "Hoàn tác",
    anyRole: "Mọi vai trò",
    anyUnit: "Mọi đơn vị",
    state: "Tình trạng",
    states: {
      all: "Tất cả",
      none: "Chưa có phiếu",
      given: "Có phiếu, chưa vào",
      came: "Đã vào",
      again: "Đã vào, có phiếu mới",
      off: "Ngừng dùng",
    },
    taken: "Tên đăng nhập này đã có người dùng.",
    you: "đang dùng máy này",
    placeless: "Vai trò này cần một đơn vị.",
  },

  slips: {
    title: "Phiếu cấp",
    lede: (without: number) =>
      without === 0 ? "Ai cũng đã có phiếu hoặc đã vào." : `${capital(many(without))} người chưa có phiếu.`,
    how: "Mỗi phiếu mở tài khoản một lần. Mã chỉ hiện ở đây, một lần, rồi không ai xem lại được: in xong mới đóng trang.",
    voids: "Ai được cấp phiếu mới thì phiếu cũ của người ấy hết dùng.",
    who: "Cấp cho ai",
    whom: {
      none: "Người chưa có phiếu",
      given: "Người có phiếu mà chưa vào, cấp lại",
      all: "Mọi người đang dùng, cấp lại cả người đã vào",
    },
    make: (count: number) => `Cấp ${number(count)} phiếu`,
    nobody: "Không có ai trong phần đã chọn.",
    making: (done: number, of: number) => `Đã cấp ${number(done)} trên ${number(of)} phiếu`,
    left: (seconds: number) => `Còn khoảng ${number(seconds)} giây. Xin giữ trang này mở.`,
    made: (count: number) => `${number(count)} phiếu sẵn sàng để in`,
    madeHow: "Khổ A4, tám phiếu một trang, cắt theo nét đứt. Đưa tận tay từng người.",
    print: (count: number) => `In ${number(count)} phiếu`,
    part: "In từng phần",
    partOf: (from: number, to: number) => `Phiếu ${number(from)} đến ${number(to)}`,
    cards: "Các phiếu",
    caption: "Phiếu cấp tài khoản",
    open: (address: string) => `Quét mã, hoặc vào ${address} rồi chọn Đăng nhập lần đầu.`,
    council: "Mã hội đồng",
    person: "Tên đăng nhập",
    code: "Mã trên phiếu",
    qr: (name: string) => `Mã QR để ${name} đăng nhập lần đầu`,
    once: "Dùng một lần. Không cho người khác xem.",
  },

  operate: {
    title: "Vận hành",
    ledeNone: "Chưa có hội đồng nào.",
    lede: (count: number) => `${capital(many(count))} hội đồng trên máy chủ này.`,
    how: "Đơn vị vận hành lập hội đồng và trao phiếu cho chuyên viên thường trực đầu tiên; không đọc được gì của hội đồng.",
    found: "Lập hội đồng",
    name: "Tên hội đồng",
    kind: "Loại",
    kindHow: "Ví dụ: bộ, tỉnh, tổng liên đoàn, tập đoàn.",
    code: "Mã hội đồng",
    codeHow: "Ngắn, chữ thường không dấu. Mọi người gõ mã này khi đăng nhập; không đổi được.",
    clerk: "Họ và tên chuyên viên thường trực",
    clerkCode: "Tên đăng nhập của chuyên viên",
    do: "Lập hội đồng và cấp phiếu",
    founded: (name: string) => `Đã lập ${name}.`,
    foundedHow:
      "Trao phiếu này tận tay chuyên viên thường trực. Mất phiếu trước khi dùng thì lập lại y như vậy sẽ có phiếu mới.",
    print: "In phiếu",
    another: "Lập hội đồng khác",
    known: "Các hội đồng",
    clerkIs: (person: string) => `chuyên viên đầu tiên: ${person}`,
  },
};
export type SetupWords = typeof setupVi;
