const on = (no: number) => ["", "điện thoại thứ nhất", "điện thoại thứ hai", "giấy"][no] ?? "";

export const keys = {
  title: "Tổ kiểm phiếu",
  lede: (isMade: boolean, isRehearsed: boolean, kept: number | undefined) =>
    !isMade
      ? "Chưa tạo khóa hòm phiếu."
      : !isRehearsed
        ? "Đã có khóa, còn phải thử."
        : kept === undefined
          ? "Khóa đã thử, hòm mở được."
          : `Khóa đã thử. Máy này giữ mảnh ${kept}.`,
  steps: "Các bước",
  names: {
    make: "Tạo khóa, giao mảnh",
    keep: "Giữ mảnh trên máy này",
    rehearse: "Thử khóa",
    open: "Mở hòm, kiểm phiếu",
    destroy: "Hủy các mảnh",
  },
  fingerprint: "Dấu nhận của bộ khóa",
  noKeys: "Chưa tạo khóa.",
  toMake: "Đến bước tạo khóa",
  makeTitle: "Tạo khóa hòm phiếu",
  makeHow:
    "Khóa được tạo trên máy này và chia làm ba mảnh. Hai mảnh bất kỳ mở được hòm, một mảnh thì không. Máy chủ không bao giờ có mảnh nào.",
  makeSteps: [
    "Tổ trưởng và thư ký có mặt, mỗi người một điện thoại đã đăng nhập; máy này nối được máy in.",
    "Mảnh 1 và mảnh 2 quét vào hai điện thoại.",
    "Mảnh 3 in ra giấy, cho vào phong bì dán kín.",
    "Xong thì máy này quên cả ba mảnh.",
  ],
  used: "Bộ khóa đã dùng cho một cuộc bỏ phiếu nên không tạo lại được.",
  madeBefore: "Đã có một bộ khóa. Tạo lại thì các mảnh đã giao không dùng được nữa và phải thử lại từ đầu.",
  make: "Tạo khóa trên máy này",
  makeAgain: "Tạo lại bộ khóa",
  shareTitle: (no: number) => `Mảnh ${no}: ${on(no)}`,
  shareHow: (no: number) =>
    `Trên ${on(no)}: mở hội nghị này, vào Tổ kiểm phiếu, chọn “Giữ mảnh trên máy này” rồi quét mã. Không để ai khác chụp màn hình.`,
  asText: "Không quét được? Dùng chữ",
  asTextHow: "Chép nguyên dòng chữ này sang máy kia. Không gửi qua mạng.",
  scanned: "Máy kia đã nhận, sang mảnh sau",
  keepHere: "Giữ mảnh này ngay trên máy này",
  printHow: "In một tờ, đọc thử xem mã có rõ không, cho vào phong bì, dán kín và ký ngoài phong bì.",
  print: "In mảnh 3",
  printed: "Đã in và dán kín",
  handedOut: "Đã giao đủ ba mảnh",
  handedOutHow:
    "Máy này không còn giữ mảnh nào. Chép dấu nhận vào sổ: nó cũng hiện trên màn hình lớn và trong biên bản.",
  toRehearsal: "Sang bước thử khóa",
  keepTitle: "Giữ mảnh trên máy này",
  keepHow: "Quét mảnh đang hiện trên máy tạo khóa. Mảnh chỉ nằm trong máy này, không gửi đi đâu.",
  pasteShare: "Hoặc dán chữ của mảnh",
  pastePiece: "Hoặc dán chữ",
  kept: (no: number) => `Máy này đang giữ mảnh ${no}, đúng với bộ khóa đã công bố.`,
  keptHow: "Không xóa dữ liệu trình duyệt và không cho mượn máy đến khi kiểm phiếu xong.",
  faults: {
    stranger: "Mã này không phải mảnh khóa. Mời quét lại đúng mã.",
    damaged: "Quét chưa trọn hoặc chữ bị sai. Mời quét lại.",
    unknown: "Mảnh này không thuộc bộ khóa của hội nghị, có thể từ lần tạo trước.",
    elsewhere: "Lát này của hội nghị khác.",
    twice: "Mảnh này đã nhận rồi. Cần một mảnh khác.",
    "other-poll": "Lát này của cuộc bỏ phiếu khác. Mời chọn đúng cuộc trên máy kia.",
  },
  rehearseTitle: "Thử khóa với đủ ba cặp",
  rehearseHow:
    "Một máy gom lần lượt ba mảnh và thử từng cặp. Điện thoại giữ mảnh chỉ đưa ra lát dùng để thử, không đưa cả mảnh. Chưa thử đủ thì không mở được cuộc bỏ phiếu nào.",
  pair: (pair: string) => `Mảnh ${pair.replace("-", " và mảnh ")}`,
  pairOpens: "mở được",
  pairFails: "không mở được",
  pairWaits: "chưa thử",
  gather: "Thử trên máy này",
  give: "Đưa lát của máy này cho máy khác",
  giveHow: "Đưa màn hình này cho máy đang thử quét.",
  giveDone: "Xong",
  trySlice: (no: number) => `Lát thử của mảnh ${no}`,
  wanted: (no: number) => `Đưa mảnh ${no}`,
  wantedPhone:
    "Trên điện thoại giữ mảnh: vào Thử khóa, chọn “Đưa lát của máy này”, rồi quét ở đây. Đưa mảnh nào trước cũng được.",
  wantedPaper: "Mở phong bì, quét mã trên giấy rồi dán lại. Máy này chỉ giữ lát thử, quên phần còn lại ngay.",
  rehearsed: "Cả ba cặp đều mở được. Mất một mảnh bất kỳ vẫn kiểm phiếu được.",
  stillKept: (no: number) => `Máy này vẫn giữ mảnh ${no}.`,
  failed: "Có cặp không mở được. Gom lại lần nữa; vẫn không được thì tạo lại bộ khóa.",
  gatherAgain: "Gom lại từ đầu",
  openTitle: "Mở hòm và kiểm phiếu",
  openHow: "Hòm niêm phong rồi mới mở được. Hai máy đọc riêng, giống nhau thì thành kết quả.",
  keepsNone: "Máy này không giữ mảnh nào. Vẫn kiểm phiếu được bằng lát quét từ hai nơi khác.",
  toPapers: "Phát phiếu giấy",
  toCount: "Kiểm phiếu trên máy này",
  showSlice: "Đưa lát cho máy khác",
  sliceHow: (title: string) => `Lát này chỉ mở được hòm “${title}”, không mở được hòm nào khác.`,
  slice: (no: number) => `Lát của mảnh ${no}`,
  toMinutes: "Biên bản",
  noneSecret: "Chương trình chưa có cuộc bỏ phiếu kín nào.",
  destroyTitle: "Hủy các mảnh khóa",
  destroyHow: "Làm sau khi biên bản đã ký. Hủy hai mảnh là không ai mở lại được hòm nào của hội nghị.",
  destroyEarly: (count: number) =>
    `Còn ${count} cuộc chưa công bố. Hủy bây giờ thì không mở thêm hòm được nữa.`,
  onThisDevice: "Trên máy này",
  onOther: "Hủy trên máy đang giữ",
  destroy: "Hủy mảnh này",
  paperDestroyed: "Đã hủy tờ giấy",
  destroyed: "Đã hủy",
  destroySure: (no: number) => `Hủy mảnh ${no}?`,
  destroySureHow: "Không hoàn tác được. Từ lúc này hội nghị không mở thêm hòm phiếu nào nữa.",
};

export const count = {
  title: "Kiểm phiếu",
  notYet: "Hòm chưa niêm phong.",
  notYetHow: "Chủ tọa đóng bỏ phiếu, vài giây sau hòm tự niêm phong rồi mở được ở đây.",
  done: "Đã kiểm phiếu xong.",
  toMinutes: "Xem biên bản",
  steps: "Các bước kiểm phiếu",
  names: { slices: "Hai lát khóa", papers: "Phiếu giấy", read: "Mở hòm", send: "Gửi kết quả" },
  headings: {
    slices: "Nhận hai lát khóa",
    papers: "Đọc phiếu giấy",
    read: "Mở hòm trên máy này",
    send: "Máy này đọc được",
    sent: "Đã gửi",
  },
  slices: (count: number): string =>
    count === 0
      ? "Quét lát của cuộc này trên điện thoại giữ mảnh: Tổ kiểm phiếu, Mở hòm, “Đưa lát cho máy khác”. Cũng quét được tờ giấy."
      : "Đã có một lát. Quét thêm một lát từ máy khác hoặc từ tờ giấy.",
  paste: "Hoặc dán chữ",
  wrongKey: "Hai lát này không mở được hòm. Mời quét lại cả hai.",
  papersHow: (expected: number) =>
    `Đã phát ${expected} phiếu giấy. Một người đọc, một người nhập, từng tờ một.`,
  paper: (no: number, of: number) => `Tờ thứ ${no} trên ${of}`,
  blankIs: (isValid: boolean): string =>
    isValid ? "Không chọn ai là phiếu trắng." : "Không chọn ai là không đúng thể lệ.",
  outOfRule: "Số tên không đúng thể lệ: tờ này sẽ tính là không hợp lệ.",
  addPaper: "Nhập tờ này",
  addBlank: "Nhập phiếu trắng",
  yesNoHow: "Chỉ đánh dấu những tên được ghi đồng ý; tên còn lại là không đồng ý.",
  addNoToAll: "Nhập: không đồng ý với tên nào",
  noToAll: "không đồng ý với tên nào",
  addInvalid: "Không hợp lệ",
  invalid: "Không hợp lệ",
  blank: "Phiếu trắng",
  typed: "Đủ phiếu giấy, tiếp",
  fewer: (count: number) => `Chỉ thu về ${count} tờ, tiếp`,
  takeBack: "Bỏ tờ vừa nhập",
  read: (envelopes: number, papers: number) =>
    `${envelopes} phiếu điện thoại${papers > 0 ? ` và ${papers} phiếu giấy` : ""}. Mở hòm chỉ trên máy này, không gửi khóa đi đâu.`,
  open: "Mở hòm và đếm",
  opened: (opened: number, of: number) => `Đã mở ${opened} trên ${of} phiếu`,
  readingCaption: (envelopes: number, papers: number) =>
    `${envelopes} phiếu điện thoại${papers > 0 ? `, ${papers} phiếu giấy` : ""}`,
  candidate: "Tên",
  votes: "Phiếu",
  blanks: "Phiếu trắng",
  invalids: "Không hợp lệ",
  collected: "Thu về",
  sendHow: "Chưa đọc to con số này. Gửi đi rồi máy thứ hai đọc riêng.",
  send: "Gửi kết quả của máy này",
  sent: (devices: number, isAgreed: boolean, isVoid: boolean): string =>
    isAgreed
      ? "Hai máy đọc giống nhau."
      : isVoid
        ? "Ba máy đọc khác nhau, cuộc bỏ phiếu bị hủy."
        : devices === 1
          ? "Máy thứ nhất đã gửi."
          : "Hai máy đọc khác nhau.",
  sentHow: (devices: number, isAgreed: boolean, isVoid: boolean): string =>
    isAgreed
      ? "Kết quả đã đến chủ tọa, chờ công bố."
      : isVoid
        ? "Xin báo chủ tọa bỏ phiếu lại."
        : devices === 1
          ? "Mời một máy khác mở hòm và đọc lại từ đầu."
          : "Mời một máy thứ ba đọc lại. Hai máy nào giống nhau thì lấy kết quả đó.",
};
