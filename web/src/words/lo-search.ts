import type { search as vietnamese } from "./vi-search.ts";

export const search: typeof vietnamese = {
  open: "ຊອກຫາ",
  title: "ຊອກຫົວໜ່ວຍ, ກຸ່ມ, ປີ, ໜ້າ",
  how: "ພິມຊື່ມີວັນນະຍຸດ ຫຼື ບໍ່ມີ, ຫຼື ຕົວທຳອິດ: sls ແມ່ນ Sở … Lạng Sơn.",
  found: (count) => (count === 0 ? "ບໍ່ພົບ." : `${count} ຜົນ.`),
  none: (typed) => `ບໍ່ມີຫຍັງກົງກັບ “${typed}”.`,
  noneHow: "ລອງສ່ວນໜຶ່ງຂອງຊື່, ຫຼື ຕົວທຳອິດຂອງຄຳ.",
  recent: "ຫາກໍເປີດ",
  close: "ປິດ",
  kinds: { page: "ໜ້າ", unit: "ຫົວໜ່ວຍ", person: "ຄົນ", cluster: "ກຸ່ມ", year: "ປີ" },
  inCluster: (cluster, year) => `${cluster}, ປີ ${year}`,
  notIn: (year) => `ບໍ່ຢູ່ໃນກຸ່ມໃດໃນປີ ${year}`,
};
