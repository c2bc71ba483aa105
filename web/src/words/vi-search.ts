/** Finding a unit, a person, a cluster, a year or a page by its name. */
export const search = {
  open: "Tìm",
  title: "Tìm đơn vị, cụm, năm, trang",
  how: "Gõ tên có dấu hoặc không dấu, hay chữ cái đầu: sls là Sở … Lạng Sơn.",
  found: (count: number) => (count === 0 ? "Không tìm thấy." : `${count} kết quả.`),
  none: (typed: string) => `Không có gì khớp với “${typed}”.`,
  noneHow: "Thử một phần tên, hoặc chữ cái đầu của các từ.",
  recent: "Mới mở gần đây",
  close: "Đóng",
  kinds: {
    page: "Trang",
    unit: "Đơn vị",
    person: "Người",
    cluster: "Cụm",
    year: "Năm",
  },
  inCluster: (cluster: string, year: number) => `${cluster}, năm ${year}`,
  notIn: (year: number) => `Không thuộc cụm nào năm ${year}`,
};
