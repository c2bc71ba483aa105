import { capital, counted } from "./vietnamese.ts";

/** What a quota is said in: how a share is measured, and what a percentage is of. */
export type Measured = "number" | "units" | "remaining" | "clusters";

export const quota = {
  title: (year: number) => `Hạn mức khen thưởng năm ${year}`,
  name: "Hạn mức khen thưởng",
  sentence: (count: number, own: number) => {
    if (count === 0 && own === 0) return "Năm này chưa ghi hạn mức khen thưởng.";
    const all =
      count === 0 ? "Hội đồng chưa ghi hạn mức chung" : `Mọi cụm theo ${counted(count)} hạn mức của hội đồng`;
    return `${all}${own === 0 ? "" : `; ${counted(own)} cụm có hạn mức riêng`}.`;
  },
  how: "Hạn mức để đối chiếu: vượt thì có lời nhắc kèm căn cứ, không chặn đề nghị nào.",
  /** A share by itself, as the guidance says it. */
  most: {
    number: (figure: number) => `tối đa ${figure} tập thể mỗi cụm`,
    units: (figure: number) => `không quá ${figure} % số thành viên`,
    remaining: (figure: number) => `không quá ${figure} % số đơn vị còn lại`,
    clusters: (figure: number) => `không quá ${figure} % số đơn vị dẫn đầu các cụm, toàn hội đồng`,
  } satisfies Record<Measured, (figure: number) => string>,
  /** What it comes to here. */
  may: {
    number: (may: number) => `tối đa ${may}`,
    units: (may: number, figure: number, of: number) => `tối đa ${may}, là ${figure} % của ${of} thành viên`,
    remaining: (may: number, figure: number, of: number) =>
      `tối đa ${may}, là ${figure} % của ${of} đơn vị còn lại`,
    clusters: (may: number, figure: number, of: number) =>
      `tối đa ${may} toàn hội đồng, là ${figure} % của ${of} cụm`,
  } satisfies Record<Measured, (may: number, figure: number, of: number) => string>,
  proposed: (count: number) => (count === 0 ? "Chưa đề nghị" : `Đã đề nghị ${count}`),
  over: (count: number) => `Vượt ${counted(count)}`,
  within: "Trong hạn mức",
  full: "Vừa đủ",
  overTitle: (count: number) =>
    count === 1 ? "Một hình thức vượt hạn mức." : `${capital(counted(count))} hình thức vượt hạn mức.`,
  basis: (text: string, from: string, to: string) =>
    `Căn cứ: ${text}, áp dụng từ ${from}${to ? ` đến ${to}` : ""}.`,
  show: "Xem hạn mức của năm",
  set: "Ghi hạn mức của năm",
  award: "Danh hiệu, hình thức",
  whole: "Hạn mức toàn hội đồng",
  wholeNone: "Chưa cụm nào vượt hạn mức.",
  wholeOver: (count: number) => `${capital(counted(count))} cụm vượt hạn mức`,
  /** On the ranking. */
  inside: {
    title: "Trong hạn mức, chỉ xét theo hạng",
    how: "Ai được đề nghị do hội nghị của cụm quyết định.",
    who: (names: string) => `Theo hạng: ${names}.`,
    border: (names: string) =>
      `Đồng hạng ngay ở ranh giới: ${names}. Hạng không phân được ai trong, ai ngoài.`,
    nobody: "Theo hạng không có ai.",
  },
  /** Where a poll's rule is made. */
  seats: (may: string) => `Hạn mức của năm: ${may}.`,
  take: (count: number) => `Lấy ${count}`,
  edit: {
    title: "Ghi hạn mức",
    for: "Áp dụng cho",
    all: "Mọi cụm",
    own: (cluster: string) => `${cluster} (riêng)`,
    like: (cluster: string) => `${cluster} theo hạn mức chung.`,
    differ: "Ghi hạn mức riêng cho cụm này",
    follow: "Bỏ hạn mức riêng, theo hội đồng",
    none: "Chưa có hạn mức nào. Chọn một mẫu hay gặp rồi sửa, hoặc thêm từng dòng.",
    forms: {
      halves: "Một cờ Chính phủ, một cờ tỉnh, bằng khen 50 % số còn lại",
      fifth: "Một cờ, bằng khen 20 % số còn lại",
      number: "Ba cờ mỗi cụm",
    },
    before: (year: number) => `Chép từ năm ${year}`,
    share: (no: number) => `Hạn mức ${no}`,
    order: "Viết theo thứ tự khen: “đơn vị còn lại” là trừ những hình thức ở trên.",
    measured: "Tính theo",
    kinds: {
      number: "Số tập thể mỗi cụm",
      units: "% số thành viên",
      remaining: "% số đơn vị còn lại",
      clusters: "% số cụm toàn hội đồng",
    } satisfies Record<Measured, string>,
    figure: { number: "Tối đa", percent: "Không quá, %" },
    basis: "Căn cứ",
    basisHow: "Số văn bản hướng dẫn, điều khoản.",
    from: "Áp dụng từ ngày",
    to: "Đến ngày, nếu có",
    add: "Thêm hạn mức",
    remove: (no: number) => `Bỏ hạn mức ${no}`,
    up: (no: number) => `Đưa hạn mức ${no} lên trên`,
    save: "Lưu hạn mức",
    saved: "Đã lưu hạn mức.",
    notWhole: "Mỗi dòng cần con số, căn cứ và ngày áp dụng.",
    closed: "Năm đã đóng, hạn mức không đổi được nữa.",
  },
};
