export const movements = {
  title: (year: number) => `Phong trào năm ${year}`,
  up: "tăng",
  down: "giảm",
  moreThan: "hơn",
  since: (year: number) => `so với năm ${year}`,
  noChange: "Chưa đủ số năm trước để so.",
  noContribution: "Chưa có kết quả nào được ghi.",
  none: "Năm này chưa có phong trào.",
  noneHow: "Cụm trưởng hoặc thường trực hội đồng phát động; các đơn vị ghi kết quả.",
};
