import { count, keys } from "./en-keys.ts";
import { openPapers } from "./en-open-papers.ts";
import { desk, plan, roll, rule, tickets } from "./en-preparing.ts";
import { run } from "./en-run.ts";
import { capital, counted, plural } from "./english.ts";
import type { ConferenceWords } from "./vi-conference.ts";

export const conferenceEn: ConferenceWords = {
  rooms: {
    label: "Parts of the conference",
    conference: "Overview",
    plan: "Programme",
    roll: "Delegates",
    tickets: "Cards",
    desk: "Check-in",
    run: "Chair",
    keys: "Tellers",
  },
  hub: {
    title: "Overview",
    lede: ({ ended, on }, open, format) =>
      ended
        ? `The conference ended at ${format.hour(ended.at)}.`
        : on !== undefined
          ? "The conference is in session."
          : open === 0
            ? "Ready for the conference."
            : `${capital(plural(open, "thing"))} to do before the conference.`,
    ready: "Needed before the conference",
    help: "Delegates who need help call:",
    screen: "Open the big screen",
    vote: "Open the voting page",
    papers: (title) => `Paper ballots: ${title}`,
    openTrial: "Open the test vote",
    untried: "Who has not tried",
    items: {
      agenda: {
        name: "Programme",
        done: (points) => `${capital(plural(points, "point"))}.`,
        open: () => "No point yet.",
        mend: "Write the programme",
      },
      rules: {
        name: "The rule of each poll",
        done: (count) => `${capital(plural(count, "poll"))}, each with its rule.`,
        open: (count, of) =>
          of === 0 ? "The programme has no poll yet." : `${count} of ${of} polls have a rule.`,
        mend: "State the rule",
      },
      roll: {
        name: "List of delegates",
        done: (count) => `${capital(plural(count, "delegate"))}.`,
        open: () => "Nobody is on the list.",
        mend: "Make the list",
      },
      tickets: {
        name: "Delegate cards",
        done: (count) => `All ${count} delegates have one.`,
        open: (count, of) => `${count} of ${of} delegates have one.`,
        mend: "Make and print cards",
      },
      keys: {
        name: "Keys of the ballot box",
        done: () => "Made and split in three.",
        open: () => "The tellers have not made them.",
        mend: "To the tellers",
      },
      rehearsal: {
        name: "Trial of the keys",
        done: () => "All three pairs of shares open.",
        open: (count) => `${capital(counted(count))} of three pairs tried. No poll opens before all are.`,
        mend: "Try the keys",
      },
      tried: {
        name: "Test vote",
        done: () => "Every delegate has tried.",
        open: (count, of) => `${count} of ${of} delegates have tried. Not compulsory.`,
        mend: "See who has not",
      },
    },
  },
  scanner: {
    start: "Scan with the camera",
    stop: "Camera off",
    picture: "Choose a picture",
    refused: "The camera of this device cannot be used. Allow it, choose a picture, or paste the text below.",
    noCode: "No QR code in this picture. Take it nearer, with all four corners.",
    take: "Take",
  },
  papers: {
    title: "Paper ballots",
    noRule: "This poll has no rule yet, so no ballot can be printed.",
    give: "Hand out a paper ballot",
    giveHow:
      "Find the name and press. Whoever voted by phone gets no paper; whoever has a paper can no longer vote by phone.",
    given: (name, on) =>
      on === "paper" ? `${name} has a paper ballot.` : `The letter of ${name} is recorded.`,
    paper: "Give a paper",
    letter: "Has written",
    kit: "Print paper ballots beforehand",
    kitHow:
      "A4, names in the order of the phones. For when the network is lost, or for whoever has no phone.",
    copies: "Copies",
    print: "Print ballots",
  },
  openPapers,
  minutes: {
    title: "Count record",
    of: (title) => `Count record: ${title}`,
    notPublished: "The result is not announced. Keep the record to yourself until the chair shows it.",
    notCounted: "Not counted yet, so there is no record.",
    print: "Print the record",
    record: "Download for recounting",
    check: "Page to look up a code",
    back: "To the conference",
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
