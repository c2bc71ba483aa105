import type { Phase } from "#domain/calendar.ts";
import type { Role } from "#domain/person.ts";
import type { Pack } from "./pack.ts";
import { app } from "./th-app.ts";
import { appraisal } from "./th-appraisal.ts";
import { awards } from "./th-awards.ts";
import { board } from "./th-board.ts";
import { clerk } from "./th-clerk.ts";
import { conferenceTh } from "./th-conference.ts";
import { covenant } from "./th-covenant.ts";
import { demo } from "./th-demo.ts";
import { evidence } from "./th-evidence.ts";
import { excel } from "./th-excel.ts";
import { help } from "./th-help.ts";
import { crossCheck, matrix } from "./th-matrix.ts";
import { movements } from "./th-movements.ts";
import { nominations, register } from "./th-nominations.ts";
import { closing, polls } from "./th-pages.ts";
import { profile } from "./th-profile.ts";
import { publishing } from "./th-publishing.ts";
import { quota } from "./th-quota.ts";
import { ranking } from "./th-ranking.ts";
import { rotation } from "./th-rotation.ts";
import { scheme } from "./th-scheme.ts";
import { search } from "./th-search.ts";
import { setupTh } from "./th-setup.ts";
import { sheet } from "./th-sheet.ts";
import { spreadsheet } from "./th-spreadsheet.ts";
import { trail } from "./th-trail.ts";
import { year } from "./th-year.ts";

/* A draft: to be read by a Thai official before it is used for more than trying. */

const phases: Record<Phase, string> = {
  covenant: "ลงนามข้อตกลง",
  running: "ดำเนินงาน",
  scoring: "ให้คะแนนตนเอง",
  review: "ตรวจประเมิน",
  voting: "ออกเสียง",
  counting: "นับบัตร",
  closed: "ปิดปี",
};

const roles: Record<Role, string> = {
  clerk: "เจ้าหน้าที่ฝ่ายเลขานุการ",
  scorer: "ผู้ให้คะแนน",
  leader: "ผู้นำหน่วยงาน",
  teller: "กรรมการนับบัตร",
  agency: "หน่วยงานเฉพาะด้าน",
  member: "กรรมการสภา",
  auditor: "ผู้ตรวจสอบ",
};

export const th: Pack = {
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
    hall: conferenceTh,
    demo,
    help,
    setup: setupTh,
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
    money: { million: "ล้านดอง", billion: "พันล้านดอง" },
    frame: {
      skip: "ไปเนื้อหา",
      pages: "หน้าต่าง ๆ",
      mainPages: "หน้าหลัก",
      morePages: "หน้าอื่น",
      textSize: "ตัวอักษรใหญ่",
      theme: "พื้นสว่าง พื้นมืด",
      help: "คู่มือ",
      signOut: "ออกจากระบบ",
      reading: "กำลังอ่านจากเซิร์ฟเวอร์",
      call: "ต้องการความช่วยเหลือ โทรหา",
      again: "ลองอีกครั้ง",
      cancel: "ยกเลิก",
      up: "เพิ่ม",
      down: "ลด",
      offline: "ไม่มีเครือข่าย หน้านี้เป็นฉบับที่อ่านครั้งก่อนในเครื่องนี้",
      menu: {
        units: "หน่วยงาน",
        people: "ผู้ใช้",
        council: "สภา",
        clusters: "กลุ่ม",
        closing: "ปิดปี",
        publishing: "เผยแพร่",
        trail: "บันทึก",
        board: "กลุ่ม",
        sheet: "ใบให้คะแนน",
        ranking: "อันดับ",
        movements: "ขบวนการ",
        polls: "การประชุม",
        covenant: "ข้อตกลง",
        nominations: "การเสนอ",
        rotation: "หมุนเวียน",
        register: "ทะเบียน",
        schemes: "เกณฑ์",
        clusterScheme: "เกณฑ์ของกลุ่ม",
      },
      nowhere: "ไม่มีหน้านี้",
      nowhereHow: "ที่อยู่อาจเปลี่ยนแล้ว โปรดกลับไปหน้าแรกแล้วเลือกใหม่",
      toHome: "ไปหน้าแรก",
    },
    signIn: {
      title: "เข้าสู่ระบบ",
      how: "ใช้ชื่อผู้ใช้และรหัสผ่านของหน่วยงาน",
      operatorHow: "สำหรับผู้บริหารเซิร์ฟเวอร์: ตั้งสภาใหม่",
      first: "เข้าสู่ระบบครั้งแรก",
      firstHow: "ใช้ใบเปิดบัญชีของเจ้าหน้าที่ฝ่ายเลขานุการและตั้งรหัสผ่านเอง",
      ended: "หมดเวลาเข้าสู่ระบบแล้ว สิ่งที่พิมพ์ยังอยู่ในเครื่องนี้ โปรดเข้าสู่ระบบใหม่เพื่อทำต่อ",
      council: "รหัสสภา",
      councilHow: "อยู่บนใบเปิดบัญชี เช่น vhttdl เครื่องนี้จำไว้สำหรับครั้งหน้า",
      person: "ชื่อผู้ใช้",
      password: "รหัสผ่าน",
      slip: "รหัสบนใบเปิดบัญชี",
      slipHow: "ตัวอักษรและตัวเลขสิบสองตัว ตัวใหญ่หรือเล็กเหมือนกัน",
      newPassword: "รหัสผ่านใหม่",
      passwordHow: "10 ตัวขึ้นไป มีตัวใหญ่ ตัวเล็ก ตัวเลข และเครื่องหมาย",
      again: "พิมพ์รหัสผ่านใหม่อีกครั้ง",
      differs: "สองครั้งไม่เหมือนกัน",
      do: "เข้าสู่ระบบ",
      firstDo: "ตั้งรหัสผ่านและเข้า",
      toFirst: "เข้าสู่ระบบครั้งแรกด้วยใบเปิดบัญชี",
      toUsual: "มีรหัสผ่านแล้ว",
      waiting: "กำลังรอเซิร์ฟเวอร์ตอบ",
    },
    cluster: {
      yearOf: (year) => `ปีการแข่งขัน ${year}`,
      yearShort: (year) => `ปี ${year}`,
      choose: "กลุ่ม",
      chooseYear: "ปี",
      members: (count, kind) => `${count} ${kind || "หน่วยงาน"}`,
      led: (_kind, head, deputies) =>
        deputies.length > 0 ? `หัวหน้ากลุ่ม ${head} รองหัวหน้ากลุ่ม ${deputies.join(", ")}` : `หัวหน้ากลุ่ม ${head}`,
      headless: "ยังไม่มีหัวหน้ากลุ่ม",
    },
    clusters: {
      title: (year) => `กลุ่มปี ${year}`,
      none: "ปีนี้ยังไม่มีกลุ่ม",
      noneHow: "เจ้าหน้าที่ฝ่ายเลขานุการตั้งกลุ่มและเลือกสมาชิก",
      noYear: "สภายังไม่เปิดปีการแข่งขัน",
      noYearHow: "เจ้าหน้าที่ฝ่ายเลขานุการเปิดปีและเขียนวันของเจ็ดระยะ",
      notIn: "หน่วยงานยังไม่อยู่ในกลุ่มใดในปีนี้",
      in: (count, of) => `${count} จาก ${of} หน่วยงานยื่นแล้ว`,
      filled: (percent) => `ให้คะแนนแล้ว ${percent}`,
      sentence: (count, late) =>
        late === 0 && count === 1
          ? "กลุ่มเดียวยื่นครบแล้ว"
          : late === 0
            ? `ทั้ง ${count} กลุ่มยื่นครบแล้ว`
            : `${late} จาก ${count} กลุ่มยังยื่นไม่ครบ`,
    },
    app,
    search,
    board,
    clerk,
    year,
    excel,
  },
};
