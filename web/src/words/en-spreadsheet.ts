import type { spreadsheet as vietnamese } from "./vi-spreadsheet.ts";

const number = new Intl.NumberFormat("en-GB").format;
const cells = (count: number) => `${number(count)} ${count === 1 ? "cell" : "cells"}`;

const asExcel = "Open it in Excel, choose Save As, type “Excel Workbook (.xlsx)”, then choose that file.";

export const spreadsheet: typeof vietnamese = {
  reading: (size) =>
    `Reading the file, ${size} MB, on this device. A large one may take half a minute; the page goes on working.`,
  files: {
    "too-big": [
      "The file is larger than 10 MB; no table needs that.",
      "Remove pictures and other tables, or copy the table into a new file.",
    ],
    picture: [
      "This file is a picture, no table.",
      "Ask its sender for the Excel file, or type the table into Excel.",
    ],
    pdf: [
      "This file is a PDF, no table.",
      "Ask its sender for the Excel or Word file. A table in Word can be copied and pasted on this page.",
    ],
    "old-excel": ["This is an Excel file of the old kind (.xls).", asExcel],
    "web-page": ["This is a page of the web named as an Excel file, larger than 1 MB.", asExcel],
    password: [
      "The file has a password and cannot be read.",
      "Open it in Excel, remove the password under File, Info, Protect Workbook, save it and choose it again.",
    ],
    macro: ["The file holds macros and is not taken.", asExcel],
    "binary-excel": ["This is a binary Excel file (.xlsb).", asExcel],
    "other-office": [
      "This file is no Excel table.",
      "Copy the table out of Word or another program and paste it on this page.",
    ],
    damaged: [
      "The file is damaged or was not downloaded whole.",
      "Try to open it in Excel. If that works, save it again and choose it.",
    ],
    "too-much": [
      "The file is small but grows too large when opened, so reading was stopped.",
      "Copy the table into a new file and choose that.",
    ],
    empty: ["The file has no row.", "See whether it is the right file, and whether it was saved."],
    "no-table": [
      "This file is no table.",
      "Choose an Excel (.xlsx) or CSV file, or paste the table on this page.",
    ],
    "old-browser": [
      "This browser cannot read Excel files.",
      "Update it, or open the file in Excel, copy the table and paste it on this page.",
    ],
    "too-slow": [
      "Reading this file took over half a minute and was stopped.",
      "Copy the table into a new file and choose that.",
    ],
  },
  notes: {
    merged: (count, first) =>
      `${cells(count)} over several rows (the first is ${first}): each row takes the text of the merged cell.`,
    formulas: (count, first) =>
      `${cells(count)} with a formula (the first is ${first}): the result was taken.`,
    "no-values": (count, first) =>
      `${cells(count)} with a formula that has no result yet (the first is ${first}), read as empty. Open the file in Excel, save it and choose it again.`,
    errors: (count, first) =>
      `${cells(count)} with an error in Excel (the first is ${first}), read as empty.`,
    dates: (count, first) =>
      `${cells(count)} with a date (the first is ${first}). Excel often turns ids such as 1-2 into dates: please look.`,
  },
  tooLong: (rows, most) => `The table has ${rows} rows; ${most} at most are taken here.`,
  tooLongHow: "Copy the rows you need into a new file, or divide the table among several.",
};
