import type { Deed } from "#domain/trail.ts";

/** What a deed is about, in words as far as they are known. */
export type AboutDeed = { unit: string; cluster: string; thing: string; deed: Deed };
type Say = (about: AboutDeed) => string;

const kinds: Record<string, string> = {
  council: "hội đồng",
  person: "người dùng",
  slip: "phiếu cấp",
  access: "đăng nhập",
  unit: "đơn vị",
  year: "năm thi đua",
  cluster: "cụm",
  scheme: "bảng tiêu chí",
  notice: "thông báo",
  decision: "quyết định khen thưởng",
  revocation: "thu hồi, khôi phục khen thưởng",
  sheet: "phiếu chấm",
  covenant: "giao ước",
  signature: "chữ ký giao ước",
  reached: "kết quả chỉ tiêu",
  reminder: "lời nhắc",
  movement: "phong trào",
  contribution: "kết quả đóng góp",
  poll: "cuộc bỏ phiếu",
  papers: "phiếu giấy",
  conference: "hội nghị",
  conferenceOf: "hội nghị",
  ceremony: "lễ trao khóa",
  nomination: "đề nghị khen thưởng",
  succession: "nhân sự cụm trưởng",
  handover: "bàn giao",
};

/** Closing a year sets up the next with its clusters. */
const closed: Say = ({ thing, cluster, deed }) =>
  deed.kind === "cluster"
    ? `chuyển ${cluster} sang năm ${deed.key["year"]}`
    : `${deed.no === 1 ? "mở" : "đóng"} ${thing}`;

/** By the route that did it; one that is not here is told by the kind of its thing. */
const did: Record<string, Say> = {
  "units.createCouncil": ({ thing, deed }) =>
    deed.kind === "person" ? `mời ${thing} làm chuyên viên thường trực` : `lập ${thing}`,
  "units.saveCouncil": () => "sửa thông tin hội đồng",
  "units.savePerson": ({ thing }) => `ghi người dùng ${thing}`,
  "units.signIn": () => "đăng nhập",
  "access.wrong": ({ thing, deed }) => `gõ sai mật khẩu của ${thing} ${deed.times ?? 1} lần trong giờ này`,
  "units.makeSlip": ({ thing }) => `cấp phiếu cho ${thing}`,
  "units.makeSlips": ({ thing }) => `cấp phiếu cho ${thing}`,
  "units.trySlip": ({ thing }) => `thử mã trên phiếu cấp của ${thing}`,
  "units.firstSignIn": () => "dùng phiếu cấp, đặt mật khẩu và vào",
  "units.removeCluster": ({ cluster }) => `xóa ${cluster}`,
  "units.saveUnit": ({ unit }) => `ghi đơn vị ${unit}`,
  "units.mergeUnit": ({ unit }) => `ghi việc sáp nhập ${unit}`,
  "units.applyImport": ({ thing }) => `nhập từ tệp: ${thing}`,
  "units.saveCluster": ({ cluster, deed }) => `${deed.no === 1 ? "lập" : "sửa"} ${cluster}`,
  "units.placeUnits": ({ cluster }) => `xếp lại thành viên ${cluster}`,
  "scoring.saveScheme": ({ thing }) => `soạn ${thing}`,
  "scoring.copyScheme": ({ thing }) => `chép ${thing}`,
  "scoring.publishScheme": ({ thing }) => `ban hành ${thing}`,
  "scoring.assignLines": ({ cluster }) => `giao dòng chấm ở ${cluster}`,
  "scoring.saveClaims": ({ unit, deed }) => `tự chấm ${deed.lines ?? 0} dòng trên phiếu của ${unit}`,
  "scoring.submitSheet": ({ unit, deed }) => `nộp phiếu của ${unit}, lần ${deed.no ?? 1}`,
  "scoring.returnSheet": ({ unit }) => `trả lại phiếu của ${unit}`,
  "scoring.saveFindings": ({ unit, deed }) => `thẩm định ${deed.lines ?? 0} dòng trên phiếu của ${unit}`,
  "scoring.explain": ({ unit, deed }) => `giải trình ${deed.lines ?? 0} dòng trên phiếu của ${unit}`,
  "scoring.finishSheet": ({ unit }) => `chốt phiếu của ${unit}`,
  "scoring.announceRanking": ({ cluster }) => `công bố xếp hạng ${cluster}`,
  "movements.saveMovement": ({ thing }) => `ghi phong trào ${thing}`,
  "movements.contribute": ({ unit }) => `ghi kết quả phong trào của ${unit}`,
  "ballots.savePoll": ({ cluster }) => `soạn thể lệ một cuộc bỏ phiếu của ${cluster}`,
  "ballots.preparePoll": ({ cluster }) => `chuẩn bị một cuộc bỏ phiếu của ${cluster}`,
  "ballots.openPoll": ({ cluster }) => `mở một cuộc bỏ phiếu của ${cluster}`,
  "ballots.closePoll": ({ cluster }) => `đóng hòm phiếu của ${cluster}`,
  "ballots.sealPoll": ({ cluster }) => `niêm phong hòm phiếu của ${cluster}`,
  "ballots.enterPapers": ({ cluster }) => `nhập phiếu giấy của ${cluster}`,
  "ballots.enterReading": ({ cluster }) => `nhập kết quả đọc hòm phiếu của ${cluster}`,
  "ballots.countPoll": ({ cluster }) => `kiểm phiếu của ${cluster}`,
  "ballots.decidePoll": ({ cluster }) => `quyết định khi bằng phiếu ở ${cluster}`,
  "ballots.publishPoll": ({ cluster }) => `công bố kết quả bỏ phiếu của ${cluster}`,
  "ballots.voidPoll": ({ cluster }) => `hủy một cuộc bỏ phiếu của ${cluster}`,
  "ballots.saveConference": ({ thing }) => `soạn ${thing}`,
  "ballots.showPoint": ({ thing }) => `chuyển mục chương trình của ${thing}`,
  "ballots.endConference": ({ thing }) => `bế mạc ${thing}`,
  "ballots.keepCeremony": () => "giữ khóa của hội nghị",
  "nominations.nominate": ({ cluster }) => `ghi đề nghị khen thưởng của ${cluster}`,
  "nominations.decide": () => "ghi quyết định khen thưởng",
  "nominations.revoke": () => "ghi thu hồi hoặc khôi phục một khen thưởng",
  "rotation.openYear": ({ thing, deed }) => `${deed.no === 1 ? "mở" : "sửa"} ${thing}`,
  "rotation.moveDeadline": ({ cluster }) => `dời hạn của ${cluster}`,
  "rotation.saveCovenant": ({ cluster }) => `soạn giao ước của ${cluster}`,
  "rotation.signCovenant": ({ unit }) => `ký giao ước thay mặt ${unit}`,
  "rotation.saveReached": ({ unit }) => `ghi kết quả chỉ tiêu của ${unit}`,
  "rotation.remind": ({ unit }) => `nhắc ${unit}`,
  "rotation.saveNotice": ({ thing }) => `đăng thông báo: ${thing}`,
  "rotation.withdrawNotice": ({ thing }) => `rút hoặc đăng lại thông báo: ${thing}`,
  "rotation.saveSuccession": ({ cluster }) => `ghi nhân sự năm sau của ${cluster}`,
  "rotation.recogniseSuccession": ({ cluster }) => `công nhận nhân sự năm sau của ${cluster}`,
  "rotation.handOver": ({ cluster }) => `ghi biên bản bàn giao của ${cluster}`,
  "closing.closeYear": closed,
  "closing.schedule": closed,
};

export const trail = {
  title: "Nhật ký",
  sentence: (count: number, isWhole: boolean) =>
    count === 0
      ? isWhole
        ? "Không có việc nào trong những ngày này."
        : "Đang đọc nhật ký."
      : `${count} việc trong những ngày này.`,
  how: "Ai làm gì, khi nào, trên cái gì. Mỗi việc nối với việc trước bằng mã băm, nên không sửa và không bỏ được. Lần đăng nhập và lần gõ sai mật khẩu được ghi bên cạnh, không nối mã.",
  reading: (done: number, of: number) => `Đã đọc ${done} trên ${of} phần`,
  words: "Tìm chữ",
  wordsHow: "Tên người, đơn vị, việc đã làm; gõ có dấu hay không đều được.",
  wholeYear: (year: number) => `Cả năm ${year}`,
  somebody: "Có người",
  noPerson: "một tên không ai mang",
  from: "Từ ngày",
  to: "Đến ngày",
  person: "Người làm",
  unit: "Đơn vị",
  cluster: "Cụm",
  kind: "Loại việc",
  any: "Tất cả",
  council: "Việc chung của hội đồng",
  clear: "Bỏ lọc",
  print: "In",
  copy: "Chép địa chỉ",
  copied: "Đã chép địa chỉ của trang đang lọc.",
  none: "Không có việc nào khớp.",
  noneHow: "Mời nới rộng số ngày hoặc bỏ bớt điều kiện lọc.",
  nights: "Dấu của từng đêm",
  nightsHow:
    "Mỗi đêm mọi lịch sử được gộp thành một dấu nối với đêm trước. Ghi dấu này vào biên bản thì sau này biết nhật ký còn nguyên.",
  night: (count: number) => `${count} lịch sử`,
  schedule: "Lịch tự động",
  operator: "Đơn vị vận hành",
  alike: (count: number) => `và ${count} việc như vậy`,
  more: (count: number) => `Xem thêm ${count} việc`,
  kinds,
  kindOf: (kind: string) => kinds[kind] ?? kind,
  did: (about: AboutDeed) =>
    did[about.deed.did]?.(about) ?? `sửa ${kinds[about.deed.kind] ?? about.deed.kind} ${about.thing}`.trim(),
};
