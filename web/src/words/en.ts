import { app } from "./en-app.ts";
import { appraisal } from "./en-appraisal.ts";
import { board } from "./en-board.ts";
import { clerk } from "./en-clerk.ts";
import { covenant } from "./en-covenant.ts";
import { evidence } from "./en-evidence.ts";
import { excel } from "./en-excel.ts";
import { crossCheck, matrix } from "./en-matrix.ts";
import { movements } from "./en-movements.ts";
import { closing, polls } from "./en-pages.ts";
import { profile } from "./en-profile.ts";
import { ranking } from "./en-ranking.ts";
import { search } from "./en-search.ts";
import { sheet } from "./en-sheet.ts";
import { year } from "./en-year.ts";
import { capital, counted, kindOf, plural } from "./english.ts";
import { refusalsEn } from "./refusals-en.ts";
import type { Words } from "./vi.ts";

export const en: Words = {
  phases: {
    covenant: "Covenant",
    running: "Under way",
    scoring: "Self-scoring",
    review: "Appraisal",
    voting: "Voting",
    counting: "Counting",
    closed: "Closing",
  },
  roles: {
    clerk: "Council clerk",
    scorer: "Scorer",
    leader: "Unit leader",
    teller: "Teller",
    agency: "Agency of a field",
    member: "Council member",
    auditor: "Auditor",
  },
  refusals: refusalsEn,
  frame: {
    skip: "To the content",
    pages: "Pages",
    mainPages: "Main pages",
    morePages: "More pages",
    textSize: "Large text",
    theme: "Light or dark",
    help: "Guide",
    signOut: "Sign out",
    reading: "Reading from the server.",
    call: "For help, call",
    again: "Try again",
    offline: "No network. This page is what was last read on this device.",
    menu: {
      units: "Units",
      people: "People",
      council: "Council",
      clusters: "Clusters",
      closing: "Closing",
      publishing: "Public",
      trail: "Trail",
      board: "Cluster",
      sheet: "Sheet",
      ranking: "Ranking",
      movements: "Movements",
      polls: "Conference",
      covenant: "Covenant",
      nominations: "Nominations",
      rotation: "Rotation",
      register: "Register",
      schemes: "Criteria",
      clusterScheme: "Cluster criteria",
    },
    nowhere: "There is no such page",
    nowhereHow: "The address may have changed. Go to the first page and choose again.",
    toHome: "To the first page",
  },
  signIn: {
    title: "Sign in",
    how: "With the user name and password of your unit.",
    operatorHow: "For whoever operates the server: founds councils.",
    first: "First sign-in",
    firstHow: "With the slip from the council clerk, and a password of your own choice.",
    ended: "The session has ended. What you typed is kept on this device; sign in again to go on.",
    council: "Council id",
    councilHow: "It stands on the slip, for example vhttdl. This device remembers it.",
    person: "User name",
    password: "Password",
    slip: "Code on the slip",
    slipHow: "Twelve letters and digits; small letters are the same.",
    newPassword: "New password",
    passwordHow: "10 characters or more, with upper and lower case, a digit and a sign.",
    again: "New password again",
    differs: "The two are not the same yet.",
    do: "Sign in",
    firstDo: "Set the password and enter",
    toFirst: "First sign-in with a slip",
    toUsual: "I have a password",
    waiting: "Waiting for the server.",
  },
  cluster: {
    yearOf: (year) => `Emulation year ${year}`,
    yearShort: (year) => `Year ${year}`,
    choose: "Cluster",
    chooseYear: "Year",
    members: (count, kind) => `${capital(plural(count, "unit"))}${kind ? ` (${kind})` : ""}.`,
    led: (kind, head, deputies) =>
      `${capital(kindOf(kind))} head ${head}${deputies.length > 0 ? `, deputy ${deputies.join(", ")}` : ""}.`,
    headless: "No head yet.",
  },
  clusters: {
    title: (year) => `Clusters ${year}`,
    none: "No cluster this year.",
    noneHow: "The council clerk makes clusters and chooses their members.",
    noYear: "The council has opened no emulation year.",
    noYearHow: "The council clerk opens a year and sets the days of its seven phases.",
    notIn: "The unit is in no cluster this year.",
    in: (count, of) => `${count} of ${of} units submitted`,
    filled: (percent) => `${percent} filled in`,
    sentence: (count, late) =>
      late === 0 && count === 1
        ? "The only cluster has submitted."
        : late === 0
          ? `All ${plural(count, "cluster")} have submitted.`
          : `${capital(counted(late))} of ${plural(count, "cluster")} not complete.`,
  },
  app,
  search,
  board,
  clerk,
  year,
  sheet,
  evidence,
  appraisal,
  matrix,
  crossCheck,
  ranking,
  closing,
  movements,
  excel,
  polls,
  covenant,
  profile,
};
