import type { Phase } from "#domain/calendar.ts";
import type { Role } from "#domain/person.ts";
import { app } from "./lo-app.ts";
import { appraisal } from "./lo-appraisal.ts";
import { awards } from "./lo-awards.ts";
import { board } from "./lo-board.ts";
import { clerk } from "./lo-clerk.ts";
import { conferenceLo } from "./lo-conference.ts";
import { covenant } from "./lo-covenant.ts";
import { demo } from "./lo-demo.ts";
import { evidence } from "./lo-evidence.ts";
import { excel } from "./lo-excel.ts";
import { help } from "./lo-help.ts";
import { crossCheck, matrix } from "./lo-matrix.ts";
import { movements } from "./lo-movements.ts";
import { nominations, register } from "./lo-nominations.ts";
import { closing, polls } from "./lo-pages.ts";
import { profile } from "./lo-profile.ts";
import { publishing } from "./lo-publishing.ts";
import { quota } from "./lo-quota.ts";
import { ranking } from "./lo-ranking.ts";
import { rotation } from "./lo-rotation.ts";
import { scheme } from "./lo-scheme.ts";
import { search } from "./lo-search.ts";
import { setupLo } from "./lo-setup.ts";
import { sheet } from "./lo-sheet.ts";
import { spreadsheet } from "./lo-spreadsheet.ts";
import { trail } from "./lo-trail.ts";
import { year } from "./lo-year.ts";
import type { Pack } from "./pack.ts";

/* A draft: to be read by a Lao official before it is used for more than trying. */

const phases: Record<Phase, string> = {
  covenant: "ລົງນາມສັນຍາ",
  running: "ຈັດຕັ້ງປະຕິບັດ",
  scoring: "ໃຫ້ຄະແນນຕົນເອງ",
  review: "ກວດກາ-ປະເມີນ",
  voting: "ປ່ອນບັດ",
  counting: "ນັບບັດ",
  closed: "ປິດປີ",
};

const roles: Record<Role, string> = {
  clerk: "ພະນັກງານປະຈຳສະພາ",
  scorer: "ຜູ້ໃຫ້ຄະແນນ",
  leader: "ຜູ້ນຳຫົວໜ່ວຍ",
  teller: "ກຳມະການນັບບັດ",
  agency: "ອົງການຊ່ຽວຊານ",
  member: "ກຳມະການສະພາ",
  auditor: "ຜູ້ກວດສອບ",
};

export const lo: Pack = {
  pages: {
    sheet,
    evidence,
    appraisal,
    matrix,
    crossCheck,
    ranking,
    closing,
    movements,
    polls,
    covenant,
    profile,
    trail,
    hall: conferenceLo,
    demo,
    help,
    setup: setupLo,
    scheme,
    publishing,
    rotation,
    nominations,
    register,
    quota,
    awards,
    spreadsheet,
  },
  words: {
    phases,
    roles,
    money: { million: "ລ້ານດົງ", billion: "ຕື້ດົງ" },
    frame: {
      skip: "ໄປເນື້ອໃນ",
      pages: "ໜ້າຕ່າງໆ",
      mainPages: "ໜ້າຫຼັກ",
      morePages: "ໜ້າອື່ນ",
      textSize: "ຕົວໜັງສືໃຫຍ່",
      theme: "ພື້ນແຈ້ງ, ພື້ນມືດ",
      help: "ຄູ່ມື",
      signOut: "ອອກຈາກລະບົບ",
      reading: "ກຳລັງອ່ານຈາກເຊີບເວີ.",
      call: "ຕ້ອງການຄວາມຊ່ວຍເຫຼືອ, ໂທຫາ",
      again: "ລອງໃໝ່",
      cancel: "ຍົກເລີກ",
      up: "ເພີ່ມ",
      down: "ຫຼຸດ",
      offline: "ບໍ່ມີເຄືອຂ່າຍ. ໜ້ານີ້ແມ່ນສະບັບທີ່ອ່ານຄັ້ງກ່ອນໃນເຄື່ອງນີ້.",
      menu: {
        units: "ຫົວໜ່ວຍ",
        people: "ຜູ້ໃຊ້",
        council: "ສະພາ",
        clusters: "ກຸ່ມ",
        closing: "ປິດປີ",
        publishing: "ເຜີຍແຜ່",
        trail: "ບັນທຶກ",
        board: "ກຸ່ມ",
        sheet: "ໃບໃຫ້ຄະແນນ",
        ranking: "ອັນດັບ",
        movements: "ຂະບວນການ",
        polls: "ກອງປະຊຸມ",
        covenant: "ສັນຍາ",
        nominations: "ການສະເໜີ",
        rotation: "ໝູນວຽນ",
        register: "ທະບຽນຍ້ອງຍໍ",
        schemes: "ເກນ",
        clusterScheme: "ເກນຂອງກຸ່ມ",
      },
      nowhere: "ບໍ່ມີໜ້ານີ້",
      nowhereHow: "ທີ່ຢູ່ອາດປ່ຽນແລ້ວ. ກະລຸນາກັບໄປໜ້າທຳອິດແລ້ວເລືອກຄືນ.",
      toHome: "ໄປໜ້າທຳອິດ",
    },
    signIn: {
      title: "ເຂົ້າສູ່ລະບົບ",
      how: "ໃຊ້ຊື່ຜູ້ໃຊ້ ແລະ ລະຫັດຜ່ານຂອງຫົວໜ່ວຍ.",
      operatorHow: "ສຳລັບຜູ້ບໍລິຫານເຊີບເວີ: ຕັ້ງສະພາໃໝ່.",
      first: "ເຂົ້າສູ່ລະບົບຄັ້ງທຳອິດ",
      firstHow: "ໃຊ້ໃບເປີດບັນຊີຂອງພະນັກງານປະຈຳສະພາ ແລະ ຕັ້ງລະຫັດຜ່ານເອງ.",
      ended: "ໝົດເວລາເຂົ້າສູ່ລະບົບແລ້ວ. ສິ່ງທີ່ພິມຍັງຢູ່ໃນເຄື່ອງນີ້; ກະລຸນາເຂົ້າສູ່ລະບົບໃໝ່ເພື່ອຕໍ່.",
      council: "ລະຫັດສະພາ",
      councilHow: "ຢູ່ໃນໃບເປີດບັນຊີ, ເຊັ່ນ vhttdl. ເຄື່ອງນີ້ຈື່ໄວ້ສຳລັບຄັ້ງໜ້າ.",
      person: "ຊື່ຜູ້ໃຊ້",
      password: "ລະຫັດຜ່ານ",
      slip: "ລະຫັດໃນໃບເປີດບັນຊີ",
      slipHow: "ຕົວອັກສອນ ແລະ ຕົວເລກສິບສອງຕົວ, ຕົວໃຫຍ່ ຫຼື ນ້ອຍຄືກັນ.",
      newPassword: "ລະຫັດຜ່ານໃໝ່",
      passwordHow: "ແຕ່ 10 ຕົວຂຶ້ນໄປ, ມີຕົວໃຫຍ່, ຕົວນ້ອຍ, ຕົວເລກ ແລະ ເຄື່ອງໝາຍ.",
      again: "ພິມລະຫັດຜ່ານໃໝ່ອີກ",
      differs: "ສອງຄັ້ງບໍ່ຄືກັນ.",
      do: "ເຂົ້າສູ່ລະບົບ",
      firstDo: "ຕັ້ງລະຫັດຜ່ານ ແລະ ເຂົ້າ",
      toFirst: "ເຂົ້າສູ່ລະບົບຄັ້ງທຳອິດດ້ວຍໃບເປີດບັນຊີ",
      toUsual: "ມີລະຫັດຜ່ານແລ້ວ",
      waiting: "ກຳລັງລໍຖ້າເຊີບເວີຕອບ.",
    },
    cluster: {
      yearOf: (year) => `ປີແຂ່ງຂັນ ${year}`,
      yearShort: (year) => `ປີ ${year}`,
      choose: "ກຸ່ມ",
      chooseYear: "ປີ",
      members: (count, kind) => `${count} ${kind || "ຫົວໜ່ວຍ"}.`,
      led: (_kind, head, deputies) =>
        deputies.length > 0 ? `ຫົວໜ້າກຸ່ມ ${head}, ຮອງຫົວໜ້າກຸ່ມ ${deputies.join(", ")}.` : `ຫົວໜ້າກຸ່ມ ${head}.`,
      headless: "ຍັງບໍ່ມີຫົວໜ້າກຸ່ມ.",
    },
    clusters: {
      title: (year) => `ກຸ່ມປີ ${year}`,
      none: "ປີນີ້ຍັງບໍ່ມີກຸ່ມ.",
      noneHow: "ພະນັກງານປະຈຳສະພາຕັ້ງກຸ່ມ ແລະ ເລືອກສະມາຊິກ.",
      noYear: "ສະພາຍັງບໍ່ເປີດປີແຂ່ງຂັນ.",
      noYearHow: "ພະນັກງານປະຈຳສະພາເປີດປີ ແລະ ຂຽນວັນຂອງເຈັດໄລຍະ.",
      notIn: "ຫົວໜ່ວຍຍັງບໍ່ຢູ່ໃນກຸ່ມໃດໃນປີນີ້.",
      in: (count, of) => `${count} ໃນ ${of} ຫົວໜ່ວຍຍື່ນແລ້ວ`,
      filled: (percent) => `ໃຫ້ຄະແນນແລ້ວ ${percent}`,
      sentence: (count, late) =>
        late === 0 && count === 1
          ? "ກຸ່ມດຽວຍື່ນຄົບແລ້ວ."
          : late === 0
            ? `ທັງ ${count} ກຸ່ມຍື່ນຄົບແລ້ວ.`
            : `${late} ໃນ ${count} ກຸ່ມຍັງຍື່ນບໍ່ຄົບ.`,
    },
    app,
    search,
    board,
    clerk,
    year,
    excel,
  },
};
