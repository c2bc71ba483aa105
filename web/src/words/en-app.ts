import { plural } from "./english.ts";
import type { app as vietnamese } from "./vi-app.ts";

export const app: typeof vietnamese = {
  newVersion: "There is a new version.",
  reload: "Reload",
  firstSent: (count) =>
    count > 0
      ? `Sending ${plural(count, "change")} first, then loading the new version.`
      : "Loading the new version.",
  gone: "This part of the page could not be loaded.",
  goneHow: "With a network, reloading helps. What was typed is still here.",
  language: "Language",
  draft: "draft",
  fold: "Fold",
  unfold: "Unfold",
  full: (count) =>
    `This device has no room left: ${plural(count, "change")} ${count === 1 ? "stands" : "stand"} in this page alone until sent. Please keep the page open.`,
  stay: "Stay signed in on this device",
  stayHow: "So that it opens without a network too. Not on a shared computer.",
  saved: {
    untouched: "No changes",
    stored: (at) => `Stored at ${at}`,
    here: "Saved on this device",
    sending: "Sending",
    offline: (count) => `No network, ${plural(count, "change")} not sent`,
    refused: "Not sent, kept on this device",
  },
  lost: {
    what: "There is no connection.",
    next: "What you typed is kept on this device and will be sent when the network is back.",
  },
  refused: { what: "This has not been done.", next: "Please try again in a few seconds." },
};
