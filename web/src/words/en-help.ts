import type { Guide, Reader, help as vietnamese } from "./vi-help.ts";

const guides: Record<Reader, Guide> = {
  clerk: {
    title: "Council clerk",
    lede: "Sets up the emulation year, keeps its deadlines, announces and closes.",
    steps: [
      {
        do: "Try it first",
        how: "The page Council opens a demo council: a real cluster in the middle of appraisal. Play any part, press any button; after seven days everything is forgotten, and your real council stays as it is.",
      },
      {
        do: "Bring in units and people",
        how: "The pages Units and People take an Excel or CSV table. It is read on trial first: a faulty cell is marked where it stands, with a way to mend it. What was brought in can be undone.",
      },
      {
        do: "Print access slips",
        how: "Each person gets a slip with a QR code, good once, to set a password of their own. No e-mail is needed. Whoever forgets the password gets a new slip, and the old one is void.",
      },
      {
        do: "Open the year, make clusters",
        how: "The calendar of seven phases comes with sensible dates. Drag units into clusters, or select several and move them. The readiness list says what is missing and leads there.",
      },
      {
        do: "Choose the scoring table",
        how: "Take a template with its source, copy last year's, or paste from Excel. A warning shows where steps leave gaps or overlap, or the total does not meet. A published table never changes; an edit begins the next version.",
      },
      {
        do: "Remind and extend",
        how: "Your home says who is late. One click reminds; a unit gets one reminder a day. An extension is a decision with an author and a reason.",
      },
      {
        do: "Announce, award, close",
        how: "Ranks are hidden until announced. Decisions enter the register with number and date. Closing seals the year: from then on nobody can change it.",
      },
    ],
  },
  officer: {
    title: "Scorer of a unit",
    lede: "Signs the covenant, scores, submits and explains.",
    steps: [
      {
        do: "Sign the covenant",
        how: "Read it whole, then sign once for your unit. Who has signed shows at once on its page.",
      },
      {
        do: "Score line by line",
        how: "The sheet opens at the first blank line. Enter what was reached; the points are worked out and the reason is given. Enter leads to the next line.",
      },
      {
        do: "Add evidence",
        how: "Take a photo, choose a file, or note the number of a document. Only the appraisers and your unit see it.",
      },
      {
        do: "Work without a network",
        how: "What you enter lies on this device and is sent when there is a network. The line “Stored” says where it is. Where two edit the same line, both versions stand side by side to choose from.",
      },
      {
        do: "Submit",
        how: "The button says what is still missing. After it the sheet is locked; if it is returned, the reason stands at its head.",
      },
      {
        do: "Explain",
        how: "Where a finding differs from your claim, write an explanation on that line before the review ends.",
      },
    ],
  },
  head: {
    title: "Head and deputies of a cluster",
    lede: "Lead the cluster through its year, appraise, hold the conference and hand over.",
    steps: [
      {
        do: "Draft the covenant",
        how: "Copy last year's or write a new one, with targets and their measures. An edit after somebody has signed asks those units to sign again.",
      },
      {
        do: "Follow progress",
        how: "The cluster's page shows each sheet: tall is with evidence, low without, a dash not yet scored.",
      },
      {
        do: "Appraise",
        how: "Findings stand beside claims, each change with a reason. Your own unit's sheet is appraised by somebody else.",
      },
      {
        do: "Prepare the conference",
        how: "Set the agenda, the delegates, the rule of each poll; print tickets. The tellers make the keys and try all three pairs of shares before the day.",
      },
      {
        do: "Run the day",
        how: "One button a step: prepare, open, close, seal, announce. The big screen follows. After a tie a second round is added on the spot.",
      },
      {
        do: "Hand over",
        how: "The rotation page says who is due. The handover pack gathers the year's matters to print and sign.",
      },
    ],
  },
  teller: {
    title: "Tellers",
    lede: "Keep the keys, open the box with two of three shares, count and sign the minutes.",
    steps: [
      {
        do: "Make the keys",
        how: "One device makes them and splits them into three shares: two phones and a sealed sheet of paper. It keeps nothing.",
      },
      {
        do: "Try all three pairs",
        how: "No poll opens before that. With one share lost, the other two still open the box.",
      },
      {
        do: "Receive delegates",
        how: "Scan the ticket or find the name. Whoever has no phone takes a paper: one ballot a ticket.",
      },
      {
        do: "Open the box",
        how: "After the seal, enter each paper and open the box. A second device does it all again; where both agree there is a result.",
      },
      {
        do: "Minutes, and the end of the shares",
        how: "Print the minutes, sign them, then destroy the shares.",
      },
    ],
  },
  delegate: {
    title: "Delegates",
    lede: "Scan, choose, send. No account is needed.",
    steps: [
      {
        do: "Scan the code on the ticket",
        how: "The phone opens the ballot page. If it cannot scan, type the eight characters of the ticket.",
      },
      {
        do: "Choose and vote",
        how: "Tap a name, then the button that carries it. The page says where the ballot is: on this phone, sent, in the box.",
      },
      {
        do: "Keep the code",
        how: "It shows that the ballot lies in the sealed box. It does not show whom you chose.",
      },
      {
        do: "When something goes wrong",
        how: "Without a network leave the page open, the ballot sends itself. With an empty battery ask the tellers for a paper.",
      },
    ],
  },
  council: {
    title: "Council members and auditors",
    lede: "See every cluster, and ask of every number why.",
    steps: [
      {
        do: "See the whole council",
        how: "Your home lists the clusters with their progress. The council's ranking is there once clusters have announced.",
      },
      {
        do: "Ask why",
        how: "Every point opens its rule, its figures, who entered them and when.",
      },
      {
        do: "Search the trail",
        how: "By person, unit, deed and day. No entry can be changed or deleted.",
      },
      {
        do: "Search the register",
        how: "By name, award or decision number, with or without accents.",
      },
    ],
  },
};

export const help: typeof vietnamese = {
  title: "Guide",
  lede: (guide) => `For: ${guide}.`,
  others: "Guides for others",
  keys: "Keys",
  keysHow: "Ctrl K or / searches. Tab and Enter reach everything. Esc closes what is open.",
  large: "If the text is too small, press Aa at the top.",
  guides,
};
