/** Papers of an open poll, as the tellers enter them. */
export const openPapers = {
  title: "Nhập phiếu giấy",
  how: "Bỏ phiếu công khai: phiếu giấy ghi tên đại biểu. Tìm tên, đánh dấu như trên phiếu rồi nhập.",
  forGood:
    "Nhập xong là phiếu vào hòm: không sửa, không rút lại được, và điện thoại của người ấy không bỏ phiếu được nữa.",
  enter: "Nhập phiếu",
  has: { paper: "Có phiếu giấy", letter: "Có thư" },
  sheetOf: (name: string) => `Phiếu của ${name}`,
  marks: "Tên được chọn trên phiếu",
  marksYesNo: "Tên được ghi đồng ý",
  yesNoHow: "Tên không đánh dấu ở đây được ghi là không đồng ý.",
  own: "Thể lệ không cho chọn đơn vị mình nên đơn vị ấy không có ở đây.",
  tooMany: (most: number) => `Thể lệ cho chọn nhiều nhất ${most} tên. Mời đại biểu ghi lại phiếu.`,
  tooFew: (least: number) => `Thể lệ cần chọn ít nhất ${least} tên. Chưa đủ thì mời đại biểu ghi thêm.`,
  came: "Phiếu đến bằng",
  ways: { paper: "Phiếu giấy", letter: "Thư", phone: "Điện thoại" },
  submit: (said: string) => `Nhập: ${said}`,
  blank: "phiếu trắng",
  noToAll: "không đồng ý với tên nào",
  leave: "Thôi, chưa nhập",
  entered: (name: string, said: string) => `Đã nhập phiếu của ${name}: ${said}.`,
  listHead: (count: number): string =>
    count === 0 ? "Chưa nhập phiếu giấy nào" : `Đã nhập ${count} phiếu giấy`,
};
