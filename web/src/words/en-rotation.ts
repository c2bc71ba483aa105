import { counted, kindOf } from "./english.ts";
import type { rotation as viRotation } from "./vi-rotation.ts";

const ways = {
  rotation: "rotation",
  election: "election",
  assignment: "appointment",
  founding: "the founding decision",
};

export const rotation: typeof viRotation = {
  title: (kind) => `Rotation of the ${kindOf(kind)} head`,
  sentence: (kind, next, due, year, isRecognised) =>
    next && isRecognised
      ? `${next} heads the ${kindOf(kind)} in ${year}, recognised.`
      : next && isRecognised === false
        ? `${next} is proposed as head for ${year}, but was not recognised.`
        : next
          ? `${next} is proposed as ${kindOf(kind)} head for ${year}.`
          : due
            ? `${due} is due to be ${kindOf(kind)} head in ${year}.`
            : `It is not known who heads the ${kindOf(kind)} in ${year}.`,
  picture: "Who held office in which year",
  unit: "Unit",
  head: () => "Head",
  deputy: () => "Deputy head",
  proposed: "proposed",
  none: "no office",
  as: (name) => `as ${name}`,
  due: "Who is due",
  dueHow: (kind) =>
    `Whoever has not been ${kindOf(kind)} head for longest is due first; those who never were come before all. A merged unit inherits the turn of the old one. It is advice: the conference and the superior decide.`,
  never: () => "Never head in the years on record",
  last: (year, ago) => `Last in ${year}, ${counted(ago)} ${ago === 1 ? "year" : "years"} ago`,
  now: "In office now",
  next: (year) => `Office holders for ${year}`,
  how: "How",
  ways: {
    rotation: "Rotation",
    election: "Election",
    assignment: "Appointed by the superior",
    founding: "By the founding decision",
  },
  chooseHead: () => "Head",
  nobody: "Nobody yet",
  deputies: () => "Deputy heads, two units at most",
  save: "Record the succession",
  saved: (how, at, by) => `By ${ways[how]}, recorded ${at} by ${by}.`,
  elected: (names) => `Elected: ${names}.`,
  takeElected: "Take who was elected",
  takeDue: (name) => `Take ${name}, who is due`,
  toResult: "See the election",
  toPoll: () => "Prepare the election of the head",
  toConference: "Prepare a conference to elect",
  notNow:
    "The succession is recorded while the cluster votes and counts, by its head, a deputy or the standing office.",
  recognition: "Recognition by the council",
  recognised: (number, date) => `Recognised${number ? ` by ${number}` : ""}${date ? ` on ${date}` : ""}.`,
  refused: (number, date) => `Not recognised${number ? ` by ${number}` : ""}${date ? ` on ${date}` : ""}.`,
  waiting: "The council has not answered yet.",
  yes: "Recognised",
  no: "Not recognised",
  number: "Document number",
  date: "Date",
  recognise: "Record the council's answer",
  toHandover: "Hand over to the new head",
  handover: {
    title: (kind) => `Handover of the ${kindOf(kind)}'s file`,
    sentence: (from, to, isReceived) =>
      isReceived
        ? `${to} has received the file from ${from}.`
        : `${from} has handed over; ${to} has not confirmed it yet.`,
    none: "Nothing has been handed over yet.",
    how: "The pack below is made from what is on record at the moment you open this page.",
    make: "Write the handover",
    again: "Write it again",
    againHow: "If it is written again, the receiver has to confirm again.",
    to: "Receiver",
    things: "What is handed over",
    thingsHow: "One thing a line.",
    usual:
      "Covenant and scoring scheme\nMinutes of the conference and of the counts\nFile of nominations\nRotating flag",
    note: "A word to the new head",
    date: "Date",
    save: "Record the handover",
    receive: (unit) => `Confirm that ${unit} received it`,
    receiveHow: "Please compare the list with what you were given, then confirm.",
    received: (by, at) => `${by} confirmed ${at}.`,
    print: "Print the pack on A4",
    back: "Back to the rotation",
  },
};
