import type { profile as vietnamese } from "./vi-profile.ts";

export const profile: typeof vietnamese = {
  sentence: (years, best, awards) =>
    years === 0
      ? "ຫົວໜ່ວຍຍັງບໍ່ຢູ່ໃນກຸ່ມໃດ."
      : [
          `ເຂົ້າຮ່ວມ ${years} ປີແຂ່ງຂັນ`,
          ...(best === undefined ? [] : [`ສູງສຸດອັນດັບ ${best}`]),
          awards === 0 ? "ຍັງບໍ່ເຄີຍໄດ້ຮັບຍ້ອງຍໍ" : `ໄດ້ຮັບຍ້ອງຍໍ ${awards} ຄັ້ງ`,
        ]
          .join(", ")
          .concat("."),
  kind: "ປະຫວັດຫົວໜ່ວຍ",
  unknown: "ບໍ່ພົບຫົວໜ່ວຍນີ້.",
  years: "ຜ່ານປີຕ່າງໆ",
  year: "ປີ",
  cluster: "ກຸ່ມ, ກຸ່ມກ້ອນ",
  office: "ໜ້າທີ່",
  rank: "ອັນດັບ",
  rankOf: (rank, of) => `${rank} ໃນ ${of}`,
  total: "ຄະແນນລວມ",
  rate: "ອັດຕາຄະແນນ",
  hidden: "ຍັງບໍ່ປະກາດ",
  chart: (points) => `ອັດຕາຄະແນນຕາມປີ: ${points}`,
  chartHow: "ອັດຕາຈາກຄະແນນທີ່ມອບໝາຍ, ເພາະຂອບຄະແນນແຕ່ລະປີຕ່າງກັນ.",
  head: () => "ຫົວໜ້າກຸ່ມ",
  deputy: () => "ຮອງຫົວໜ້າກຸ່ມ",
  member: "ສະມາຊິກ",
  as: (name) => `ເມື່ອຍັງແມ່ນ ${name}`,
  awards: "ການຍ້ອງຍໍ",
  noAwards: "ທະບຽນຍັງບໍ່ມີຂໍ້ຕົກລົງໃຫ້ຫົວໜ່ວຍ ຫຼື ຄົນຂອງຫົວໜ່ວຍ.",
  revoked: (number, date) => `ຖອນຄືນແລ້ວຕາມຂໍ້ຕົກລົງເລກທີ ${number} ວັນທີ ${date}.`,
  restored: (number, date) => `ຟື້ນຄືນແລ້ວຕາມຂໍ້ຕົກລົງເລກທີ ${number} ວັນທີ ${date}.`,
  because: (reason) => `ເຫດຜົນ: ${reason}`,
  names: "ຊື່ຜ່ານປີຕ່າງໆ",
  since: (year) => `ແຕ່ປີ ${year}`,
  into: (name, year) => `ໂຮມເຂົ້າ ${name} ແຕ່ປີ ${year}.`,
  from: (names) => `ສືບຕໍ່ ${names}.`,
  toRegister: "ທະບຽນຍ້ອງຍໍຂອງທັງສະພາ",
  toProfile: (name) => `ປະຫວັດ ${name} ຜ່ານປີຕ່າງໆ`,
};
