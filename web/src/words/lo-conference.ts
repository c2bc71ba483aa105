import { count, keys } from "./lo-keys.ts";
import { openPapers } from "./lo-open-papers.ts";
import { desk, plan, roll, rule, tickets } from "./lo-preparing.ts";
import { run } from "./lo-run.ts";
import type { ConferenceWords } from "./vi-conference.ts";

export const conferenceLo: ConferenceWords = {
  rooms: {
    label: "ສ່ວນຕ່າງໆຂອງກອງປະຊຸມ",
    conference: "ພາບລວມ",
    plan: "ວາລະ",
    roll: "ຜູ້ແທນ",
    tickets: "ບັດ",
    desk: "ແຈ້ງການເຂົ້າຮ່ວມ",
    run: "ດຳເນີນກອງປະຊຸມ",
    keys: "ກຳມະການນັບບັດ",
  },
  hub: {
    title: "ພາບລວມ",
    lede: ({ ended, on }, open, format) =>
      ended
        ? `ກອງປະຊຸມສິ້ນສຸດເວລາ ${format.hour(ended.at)}.`
        : on !== undefined
          ? "ກອງປະຊຸມກຳລັງດຳເນີນ."
          : open === 0
            ? "ພ້ອມສຳລັບກອງປະຊຸມແລ້ວ."
            : `ຍັງ ${open} ວຽກກ່ອນກອງປະຊຸມ.`,
    ready: "ສິ່ງທີ່ຕ້ອງມີກ່ອນກອງປະຊຸມ",
    help: "ຜູ້ແທນຕ້ອງການຄວາມຊ່ວຍເຫຼືອໃຫ້ໂທຫາ:",
    screen: "ເປີດຈໍໃຫຍ່",
    vote: "ເປີດໜ້າປ່ອນບັດ",
    papers: (title) => `ບັດເຈ້ຍ: ${title}`,
    openTrial: "ເປີດການທົດລອງປ່ອນບັດ",
    untried: "ໃຜຍັງບໍ່ໄດ້ທົດລອງ",
    items: {
      agenda: {
        name: "ວາລະ",
        done: (points) => `${points} ຫົວຂໍ້.`,
        open: () => "ຍັງບໍ່ມີຫົວຂໍ້.",
        mend: "ຂຽນວາລະ",
      },
      rules: {
        name: "ລະບຽບຂອງແຕ່ລະການປ່ອນບັດ",
        done: (count) => `${count} ຄັ້ງ, ມີລະບຽບຄົບ.`,
        open: (count, of) => (of === 0 ? "ວາລະຍັງບໍ່ມີການປ່ອນບັດ." : `${count} ໃນ ${of} ຄັ້ງມີລະບຽບ.`),
        mend: "ຂຽນລະບຽບ",
      },
      roll: {
        name: "ລາຍຊື່ຜູ້ແທນ",
        done: (count) => `ຜູ້ແທນ ${count} ທ່ານ.`,
        open: () => "ຍັງບໍ່ມີໃຜໃນລາຍຊື່.",
        mend: "ເຮັດລາຍຊື່",
      },
      tickets: {
        name: "ບັດຜູ້ແທນ",
        done: (count) => `ຜູ້ແທນທັງ ${count} ທ່ານມີບັດ.`,
        open: (count, of) => `ຜູ້ແທນ ${count} ໃນ ${of} ທ່ານມີບັດ.`,
        mend: "ເຮັດ ແລະ ພິມບັດ",
      },
      keys: {
        name: "ກະແຈຫີບບັດ",
        done: () => "ສ້າງແລ້ວ, ແບ່ງເປັນສາມສ່ວນ.",
        open: () => "ກຳມະການນັບບັດຍັງບໍ່ໄດ້ສ້າງກະແຈ.",
        mend: "ໄປສ່ວນຂອງກຳມະການນັບບັດ",
      },
      rehearsal: {
        name: "ທົດລອງກະແຈ",
        done: () => "ທັງສາມຄູ່ເປີດໄດ້.",
        open: (count) => `ທົດລອງແລ້ວ ${count} ໃນ 3 ຄູ່. ຍັງບໍ່ຄົບກໍເປີດການປ່ອນບັດບໍ່ໄດ້.`,
        mend: "ທົດລອງກະແຈ",
      },
      tried: {
        name: "ທົດລອງປ່ອນບັດ",
        done: () => "ຜູ້ແທນທຸກທ່ານໄດ້ທົດລອງ.",
        open: (count, of) => `ຜູ້ແທນ ${count} ໃນ ${of} ທ່ານໄດ້ທົດລອງ. ບໍ່ບັງຄັບ.`,
        mend: "ເບິ່ງວ່າໃຜຍັງບໍ່ທົດລອງ",
      },
    },
  },
  scanner: {
    start: "ສະແກນດ້ວຍກ້ອງ",
    stop: "ປິດກ້ອງ",
    picture: "ເລືອກຮູບທີ່ມີລະຫັດ",
    refused: "ເຄື່ອງນີ້ເປີດກ້ອງບໍ່ໄດ້. ກະລຸນາອະນຸຍາດໃຊ້ກ້ອງ, ຫຼື ເລືອກຮູບ, ຫຼື ວາງຕົວໜັງສືໃນຊ່ອງລຸ່ມ.",
    noCode: "ບໍ່ເຫັນລະຫັດ QR ໃນຮູບນີ້. ກະລຸນາຖ່າຍໃກ້ຂຶ້ນ, ໃຫ້ຄົບສີ່ມຸມ.",
    take: "ຮັບ",
  },
  papers: {
    title: "ບັດເຈ້ຍ",
    noRule: "ຄັ້ງນີ້ຍັງບໍ່ມີລະບຽບ ຈຶ່ງພິມບັດບໍ່ໄດ້.",
    give: "ແຈກບັດເຈ້ຍ",
    giveHow: "ຊອກຊື່ແລ້ວກົດ. ຜູ້ທີ່ປ່ອນດ້ວຍໂທລະສັບແລ້ວຮັບບັດເຈ້ຍບໍ່ໄດ້; ຮັບບັດເຈ້ຍແລ້ວປ່ອນດ້ວຍໂທລະສັບບໍ່ໄດ້.",
    given: (name, on) => (on === "paper" ? `${name} ຮັບບັດເຈ້ຍ.` : `ບັນທຶກໜັງສືຂອງ ${name} ແລ້ວ.`),
    paper: "ແຈກບັດເຈ້ຍ",
    letter: "ມີໜັງສື",
    kit: "ພິມບັດເຈ້ຍໄວ້ກ່ອນ",
    kitHow: "ຂະໜາດ A4, ຊື່ຮຽງຄືໃນໂທລະສັບ. ໃຊ້ເມື່ອບໍ່ມີເຄືອຂ່າຍ, ຫຼື ສຳລັບຜູ້ບໍ່ມີໂທລະສັບ.",
    copies: "ຈຳນວນບັດ",
    print: "ພິມບັດ",
  },
  openPapers,
  minutes: {
    title: "ບົດບັນທຶກນັບບັດ",
    of: (title) => `ບົດບັນທຶກ: ${title}`,
    notPublished: "ຜົນຍັງບໍ່ປະກາດ. ກະລຸນາຮັກສາບົດບັນທຶກເປັນຄວາມລັບຈົນປະທານປະກາດ.",
    notCounted: "ຍັງນັບບັດບໍ່ສຳເລັດ ຈຶ່ງບໍ່ມີບົດບັນທຶກ.",
    print: "ພິມບົດບັນທຶກ",
    record: "ດາວໂຫຼດໄຟລ໌ເພື່ອກວດຄືນ",
    check: "ໜ້າກວດຄົ້ນລະຫັດບັດ",
    back: "ກັບໄປກອງປະຊຸມ",
  },
  plan,
  rule,
  roll,
  tickets,
  desk,
  run,
  keys,
  count,
};
