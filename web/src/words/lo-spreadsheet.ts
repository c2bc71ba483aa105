import type { FileFault, Note } from "../spreadsheet/table.ts";
import type { spreadsheet as vietnamese } from "./vi-spreadsheet.ts";

const number = new Intl.NumberFormat("vi-VN").format;

const asExcel = "ເປີດໄຟລ໌ດ້ວຍ Excel, ເລືອກບັນທຶກເປັນ, ປະເພດ “Excel Workbook (.xlsx)”, ແລ້ວເລືອກໄຟລ໌ນັ້ນຄືນ.";
const files: Record<FileFault, readonly [string, string]> = {
  "too-big": [
    "ໄຟລ໌ໃຫຍ່ກວ່າ 10 MB, ຕາຕະລາງບໍ່ຕ້ອງໃຫຍ່ປານນັ້ນ.",
    "ລຶບຮູບ ແລະ ຕາຕະລາງອື່ນໃນໄຟລ໌, ຫຼື ສຳເນົາພຽງຕາຕະລາງທີ່ຕ້ອງການໄປໄຟລ໌ໃໝ່.",
  ],
  picture: ["ໄຟລ໌ນີ້ເປັນຮູບ, ບໍ່ແມ່ນຕາຕະລາງ.", "ຂໍໄຟລ໌ Excel ຈາກຜູ້ສົ່ງ, ຫຼື ພິມຕາຕະລາງຄືນດ້ວຍ Excel."],
  pdf: ["ໄຟລ໌ນີ້ເປັນ PDF, ບໍ່ແມ່ນຕາຕະລາງ.", "ຂໍໄຟລ໌ Excel ຫຼື Word ຈາກຜູ້ສົ່ງ. ຕາຕະລາງໃນ Word ໃຫ້ສຳເນົາແລ້ວວາງໃນໜ້ານີ້."],
  "old-excel": ["ໄຟລ໌ນີ້ເປັນ Excel ແບບເກົ່າ (.xls).", asExcel],
  "web-page": ["ໄຟລ໌ນີ້ເປັນໜ້າເວັບທີ່ໃສ່ຊື່ Excel, ໃຫຍ່ກວ່າ 1 MB.", asExcel],
  password: ["ໄຟລ໌ມີລະຫັດຜ່ານ ຈຶ່ງອ່ານບໍ່ໄດ້.", "ເປີດດ້ວຍ Excel, ເອົາລະຫັດຜ່ານອອກ, ບັນທຶກແລ້ວເລືອກຄືນ."],
  macro: ["ໄຟລ໌ມີຄຳສັ່ງ (macro) ຈຶ່ງບໍ່ຮັບ.", asExcel],
  "binary-excel": ["ໄຟລ໌ນີ້ເປັນ Excel ແບບໄບນາຣີ (.xlsb).", asExcel],
  "other-office": ["ໄຟລ໌ນີ້ບໍ່ແມ່ນຕາຕະລາງ Excel.", "ຕາຕະລາງໃນ Word ຫຼື ໂປຣແກຣມອື່ນໃຫ້ສຳເນົາແລ້ວວາງໃນໜ້ານີ້."],
  damaged: ["ໄຟລ໌ເສຍ ຫຼື ດາວໂຫຼດບໍ່ຄົບ.", "ລອງເປີດດ້ວຍ Excel. ຖ້າເປີດໄດ້ໃຫ້ບັນທຶກຄືນແລ້ວເລືອກໄຟລ໌ນັ້ນ."],
  "too-much": ["ໄຟລ໌ນ້ອຍແຕ່ເປີດອອກໃຫຍ່ເກີນໄປ ຈຶ່ງຢຸດອ່ານ.", "ສຳເນົາພຽງຕາຕະລາງທີ່ຕ້ອງການໄປໄຟລ໌ໃໝ່ແລ້ວເລືອກໄຟລ໌ນັ້ນ."],
  empty: ["ໄຟລ໌ບໍ່ມີແຖວໃດ.", "ກວດວ່າແມ່ນໄຟລ໌ທີ່ຖືກບໍ, ແລະ ໄດ້ບັນທຶກຫຼັງພິມແລ້ວບໍ."],
  "no-table": ["ໄຟລ໌ນີ້ບໍ່ແມ່ນຕາຕະລາງ.", "ເລືອກໄຟລ໌ Excel (.xlsx) ຫຼື CSV, ຫຼື ວາງຕາຕະລາງໃນໜ້ານີ້."],
  "old-browser": ["ໂປຣແກຣມນີ້ຍັງອ່ານໄຟລ໌ Excel ບໍ່ໄດ້.", "ອັບເດດໂປຣແກຣມ, ຫຼື ເປີດດ້ວຍ Excel ແລ້ວສຳເນົາຕາຕະລາງມາວາງໃນໜ້ານີ້."],
  "too-slow": ["ອ່ານໄຟລ໌ນີ້ເກີນເຄິ່ງນາທີ ຈຶ່ງຢຸດ.", "ສຳເນົາພຽງຕາຕະລາງທີ່ຕ້ອງການໄປໄຟລ໌ໃໝ່ແລ້ວເລືອກໄຟລ໌ນັ້ນ."],
};

const notes: Record<Note["note"], (count: number, first: string) => string> = {
  merged: (count, first) => `${number(count)} ຊ່ອງລວມຫຼາຍແຖວ (ຊ່ອງທຳອິດ ${first}): ທຸກແຖວເອົາຕົວໜັງສືຂອງຊ່ອງລວມ.`,
  formulas: (count, first) => `${number(count)} ຊ່ອງເປັນສູດ (ຊ່ອງທຳອິດ ${first}): ເອົາຜົນແລ້ວ.`,
  "no-values": (count, first) =>
    `${number(count)} ຊ່ອງເປັນສູດທີ່ບໍ່ມີຜົນ (ຊ່ອງທຳອິດ ${first}), ອ່ານເປັນຊ່ອງຫວ່າງ. ເປີດດ້ວຍ Excel, ບັນທຶກແລ້ວເລືອກຄືນ.`,
  errors: (count, first) => `${number(count)} ຊ່ອງຂຶ້ນຜິດໃນ Excel (ຊ່ອງທຳອິດ ${first}), ອ່ານເປັນຊ່ອງຫວ່າງ.`,
  dates: (count, first) =>
    `${number(count)} ຊ່ອງເປັນວັນທີ (ຊ່ອງທຳອິດ ${first}). Excel ມັກປ່ຽນລະຫັດເຊັ່ນ 1-2 ເປັນວັນທີ: ກະລຸນາກວດ.`,
};

export const spreadsheet: typeof vietnamese = {
  reading: (size) => `ກຳລັງອ່ານໄຟລ໌ ${size} MB ໃນເຄື່ອງນີ້. ໄຟລ໌ໃຫຍ່ອາດໃຊ້ເຄິ່ງນາທີ; ໜ້ານີ້ຍັງໃຊ້ໄດ້.`,
  files,
  notes,
  tooLong: (rows, most) => `ຕາຕະລາງມີ ${rows} ແຖວ, ບ່ອນນີ້ຮັບຫຼາຍສຸດ ${most}.`,
  tooLongHow: "ສຳເນົາພຽງແຖວທີ່ຕ້ອງການໄປໄຟລ໌ໃໝ່, ຫຼື ແບ່ງຕາຕະລາງເປັນຫຼາຍໄຟລ໌.",
};
