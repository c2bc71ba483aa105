/** A guide is a list of deeds in the order of the year: what to do, where, and what then happens. */
type Step = { do: string; how: string };
export type Guide = { title: string; lede: string; steps: readonly Step[] };
export const readers = ["clerk", "officer", "head", "teller", "delegate", "council"] as const;
export type Reader = (typeof readers)[number];

const guides: Record<Reader, Guide> = {
  clerk: {
    title: "Chuyên viên thường trực",
    lede: "Lập năm thi đua, giữ hạn, công bố và khóa sổ.",
    steps: [
      {
        do: "Làm thử trước",
        how: "Trang Hội đồng có lối mở hội đồng thử: một cụm có thật đang giữa kỳ thẩm định. Đóng vai nào cũng được, bấm gì cũng được; sau bảy ngày mọi thứ tự xóa, hội đồng thật không đổi gì.",
      },
      {
        do: "Nhập đơn vị và cán bộ",
        how: "Trang Đơn vị và trang Cán bộ nhận bảng Excel hoặc CSV. Bảng được đọc thử trước: ô nào sai hiện ngay tại ô đó, kèm cách sửa. Đã nhập vẫn hoàn tác được.",
      },
      {
        do: "In phiếu cấp tài khoản",
        how: "Mỗi người một phiếu có mã QR, dùng một lần để tự đặt mật khẩu. Không cần thư điện tử. Ai quên mật khẩu thì cấp phiếu mới, phiếu cũ hết hiệu lực.",
      },
      {
        do: "Mở năm, chia cụm",
        how: "Lịch bảy giai đoạn có sẵn ngày gợi ý. Kéo đơn vị vào cụm hoặc chọn nhiều đơn vị rồi chuyển. Danh sách sẵn sàng cho biết còn thiếu gì và dẫn đến chỗ bổ sung.",
      },
      {
        do: "Chọn bảng tiêu chí",
        how: "Lấy từ mẫu có nguồn, chép từ năm trước hoặc dán từ Excel. Lời nhắc hiện khi các bậc hở, chồng nhau hoặc tổng không khớp. Bảng đã ban hành không đổi; sửa là sang phiên bản mới.",
      },
      {
        do: "Nhắc và gia hạn",
        how: "Trang đầu cho biết ai chậm. Một lần bấm là nhắc; mỗi đơn vị nhận một lời nhắc trong ngày. Gia hạn là một quyết định, có người ký và lý do.",
      },
      {
        do: "Công bố, khen thưởng, khóa sổ",
        how: "Thứ hạng ẩn cho đến khi công bố. Quyết định khen thưởng ghi số và ngày vào sổ. Khóa sổ đóng dấu niêm phong: từ đó không ai sửa được năm ấy.",
      },
    ],
  },
  officer: {
    title: "Cán bộ chấm điểm của đơn vị",
    lede: "Ký giao ước, tự chấm, nộp phiếu và giải trình.",
    steps: [
      {
        do: "Ký giao ước",
        how: "Đọc toàn văn rồi ký một lần cho đơn vị. Ai đã ký hiện ngay trên trang giao ước.",
      },
      {
        do: "Chấm từng dòng",
        how: "Phiếu mở ở dòng chưa chấm đầu tiên. Nhập kết quả, máy tính điểm và nói vì sao. Số lẻ dùng dấu phẩy. Phím Enter sang dòng sau.",
      },
      {
        do: "Kèm minh chứng",
        how: "Chụp ảnh, chọn tệp hoặc ghi số hiệu văn bản. Minh chứng chỉ người thẩm định và đơn vị xem được.",
      },
      {
        do: "Mất mạng vẫn chấm được",
        how: "Những gì đã nhập nằm trên máy này và tự gửi khi có mạng. Dòng “Đã lưu” cho biết đang ở đâu. Hai người cùng sửa một dòng thì cả hai bản hiện cạnh nhau để chọn.",
      },
      {
        do: "Nộp phiếu",
        how: "Nút Nộp phiếu nói rõ còn thiếu gì. Sau khi nộp, phiếu khóa; bị trả lại thì có lý do ở đầu phiếu.",
      },
      {
        do: "Giải trình",
        how: "Khi điểm thẩm định khác điểm tự chấm, viết giải trình ngay tại dòng đó trước hạn thẩm định.",
      },
    ],
  },
  head: {
    title: "Cụm trưởng, cụm phó",
    lede: "Dẫn dắt cụm trong năm, thẩm định, tổ chức hội nghị và bàn giao.",
    steps: [
      {
        do: "Soạn giao ước",
        how: "Chép từ năm trước hoặc viết mới, ghi chỉ tiêu có đơn vị đo. Sửa sau khi đã có người ký thì các đơn vị ấy ký lại.",
      },
      {
        do: "Theo dõi tiến độ",
        how: "Trang Cụm cho thấy từng phiếu: cao là đủ minh chứng, thấp là chưa có, gạch là chưa chấm.",
      },
      {
        do: "Thẩm định",
        how: "Điểm thẩm định đứng cạnh điểm tự chấm, mỗi thay đổi cần lý do. Phiếu của đơn vị mình do người khác thẩm định.",
      },
      {
        do: "Chuẩn bị hội nghị",
        how: "Lập chương trình, danh sách đại biểu, thể lệ từng cuộc bỏ phiếu, in thẻ. Tổ kiểm phiếu tạo khóa và thử đủ ba cặp mảnh trước ngày họp.",
      },
      {
        do: "Điều hành",
        how: "Mỗi bước một nút: chuẩn bị, mở, đóng, niêm phong, công bố. Màn hình lớn đi theo. Bằng phiếu thì thêm vòng hai ngay tại chỗ.",
      },
      {
        do: "Bàn giao",
        how: "Trang Luân phiên cho biết ai đến lượt. Hồ sơ bàn giao gom sẵn mọi việc của năm để in và ký nhận.",
      },
    ],
  },
  teller: {
    title: "Tổ kiểm phiếu",
    lede: "Giữ khóa, mở hòm bằng hai trong ba mảnh, đếm và ký biên bản.",
    steps: [
      {
        do: "Tạo khóa",
        how: "Một máy tạo khóa, chia thành ba mảnh: hai điện thoại và một tờ giấy dán kín. Máy tạo khóa không giữ lại gì.",
      },
      {
        do: "Thử đủ ba cặp",
        how: "Chưa thử đủ ba cặp thì chưa mở được cuộc bỏ phiếu. Mất một mảnh vẫn mở được hòm bằng hai mảnh còn lại.",
      },
      {
        do: "Đón đại biểu",
        how: "Quét thẻ hoặc tìm tên. Ai không dùng điện thoại thì nhận phiếu giấy: mỗi thẻ chỉ một phiếu.",
      },
      {
        do: "Mở hòm",
        how: "Sau niêm phong, nhập từng tờ phiếu giấy rồi mở hòm. Máy thứ hai làm lại từ đầu; hai máy giống nhau thì có kết quả.",
      },
      {
        do: "Biên bản và hủy mảnh",
        how: "In biên bản, ký, rồi hủy các mảnh khóa.",
      },
    ],
  },
  delegate: {
    title: "Đại biểu",
    lede: "Quét thẻ, chọn, gửi. Không cần tài khoản.",
    steps: [
      {
        do: "Quét mã trên thẻ",
        how: "Điện thoại mở trang bỏ phiếu. Không quét được thì gõ tám ký tự trên thẻ.",
      },
      {
        do: "Chọn rồi bỏ phiếu",
        how: "Chạm tên, rồi chạm nút mang tên ấy. Trang nói phiếu đang ở đâu: trên máy, đã gửi, đã vào hòm.",
      },
      {
        do: "Giữ mã tra cứu",
        how: "Mã cho biết phiếu có trong hòm đã niêm phong. Mã không cho biết đã chọn ai.",
      },
      {
        do: "Khi trục trặc",
        how: "Mất mạng thì cứ để trang mở, phiếu tự gửi. Hết pin thì báo tổ kiểm phiếu để nhận phiếu giấy.",
      },
    ],
  },
  council: {
    title: "Ủy viên hội đồng, kiểm tra",
    lede: "Xem mọi cụm, hỏi được vì sao ở mỗi con số.",
    steps: [
      {
        do: "Xem toàn hội đồng",
        how: "Trang đầu liệt kê các cụm với tiến độ. Thứ hạng toàn hội đồng có sau khi các cụm công bố.",
      },
      {
        do: "Hỏi vì sao",
        how: "Mỗi điểm mở ra quy tắc, số liệu, người ghi và giờ ghi.",
      },
      {
        do: "Tra nhật ký",
        how: "Nhật ký tìm theo người, đơn vị, việc và ngày. Không dòng nào sửa hay xóa được.",
      },
      {
        do: "Tra sổ khen thưởng",
        how: "Tìm theo tên, hình thức hoặc số quyết định, có dấu hay không dấu đều được.",
      },
    ],
  },
};

export const help = {
  title: "Hướng dẫn",
  lede: (guide: string) => `Dành cho: ${guide}.`,
  others: "Hướng dẫn cho người khác",
  keys: "Phím tắt",
  keysHow: "Ctrl K hoặc / để tìm. Tab và Enter đi hết mọi trang. Esc đóng hộp đang mở.",
  large: "Chữ nhỏ quá thì bấm nút Aa ở đầu trang.",
  guides,
};
