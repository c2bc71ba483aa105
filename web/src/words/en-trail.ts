import { capital, plural } from "./english.ts";
import type { AboutDeed, trail as vi } from "./vi-trail.ts";

type Say = (about: AboutDeed) => string;

const kinds: Record<string, string> = {
  council: "council",
  person: "person",
  slip: "slip",
  access: "signing in",
  unit: "unit",
  year: "year",
  cluster: "cluster",
  scheme: "table of criteria",
  notice: "notice",
  decision: "award decision",
  revocation: "revocation of an award",
  sheet: "sheet",
  covenant: "covenant",
  signature: "signature",
  reached: "targets reached",
  reminder: "reminder",
  movement: "movement",
  contribution: "contribution",
  poll: "poll",
  papers: "paper ballots",
  conference: "conference",
  conferenceOf: "conference",
  ceremony: "key ceremony",
  nomination: "nomination",
  succession: "next head",
  handover: "handover",
};

const closed: Say = ({ thing, cluster, deed }) =>
  deed.kind === "cluster"
    ? `passed ${cluster} on to ${deed.key["year"]}`
    : `${deed.no === 1 ? "opened" : "closed"} ${thing}`;

const did: Record<string, Say> = {
  "units.createCouncil": ({ thing, deed }) =>
    deed.kind === "person" ? `made ${thing} its clerk` : `founded ${thing}`,
  "units.saveCouncil": () => "changed the council",
  "units.savePerson": ({ thing }) => `entered ${thing}`,
  "units.signIn": () => "signed in",
  "access.wrong": ({ thing, deed }) =>
    `typed a wrong password for ${thing}, ${plural(deed.times ?? 1, "time")} in this hour`,
  "units.makeSlip": ({ thing }) => `made a slip for ${thing}`,
  "units.makeSlips": ({ thing }) => `made a slip for ${thing}`,
  "units.trySlip": ({ thing }) => `tried the code of a slip for ${thing}`,
  "units.firstSignIn": () => "used the slip, chose a password and came in",
  "units.removeCluster": ({ cluster }) => `deleted ${cluster}`,
  "units.saveUnit": ({ unit }) => `entered the unit ${unit}`,
  "units.mergeUnit": ({ unit }) => `entered the merger of ${unit}`,
  "units.applyImport": ({ thing }) => `imported ${thing}`,
  "units.saveCluster": ({ cluster, deed }) => `${deed.no === 1 ? "set up" : "changed"} ${cluster}`,
  "units.placeUnits": ({ cluster }) => `changed the members of ${cluster}`,
  "scoring.saveScheme": ({ thing }) => `wrote ${thing}`,
  "scoring.copyScheme": ({ thing }) => `copied ${thing}`,
  "scoring.publishScheme": ({ thing }) => `published ${thing}`,
  "scoring.assignLines": ({ cluster }) => `assigned lines in ${cluster}`,
  "scoring.saveClaims": ({ unit, deed }) => `scored ${plural(deed.lines ?? 0, "line")} of ${unit}'s sheet`,
  "scoring.submitSheet": ({ unit, deed }) => `submitted the sheet of ${unit}, no. ${deed.no ?? 1}`,
  "scoring.returnSheet": ({ unit }) => `returned the sheet of ${unit}`,
  "scoring.saveFindings": ({ unit, deed }) =>
    `appraised ${plural(deed.lines ?? 0, "line")} of ${unit}'s sheet`,
  "scoring.explain": ({ unit, deed }) => `explained ${plural(deed.lines ?? 0, "line")} of ${unit}'s sheet`,
  "scoring.finishSheet": ({ unit }) => `made the sheet of ${unit} final`,
  "scoring.announceRanking": ({ cluster }) => `announced the ranking of ${cluster}`,
  "movements.saveMovement": ({ thing }) => `entered the movement ${thing}`,
  "movements.contribute": ({ unit }) => `entered a contribution of ${unit}`,
  "ballots.savePoll": ({ cluster }) => `wrote the rule of a poll of ${cluster}`,
  "ballots.preparePoll": ({ cluster }) => `prepared a poll of ${cluster}`,
  "ballots.openPoll": ({ cluster }) => `opened a poll of ${cluster}`,
  "ballots.closePoll": ({ cluster }) => `closed the box of ${cluster}`,
  "ballots.sealPoll": ({ cluster }) => `sealed the box of ${cluster}`,
  "ballots.enterPapers": ({ cluster }) => `entered paper ballots of ${cluster}`,
  "ballots.enterReading": ({ cluster }) => `entered a reading of the box of ${cluster}`,
  "ballots.countPoll": ({ cluster }) => `counted a poll of ${cluster}`,
  "ballots.decidePoll": ({ cluster }) => `decided a tie in ${cluster}`,
  "ballots.publishPoll": ({ cluster }) => `published a result of ${cluster}`,
  "ballots.voidPoll": ({ cluster }) => `voided a poll of ${cluster}`,
  "ballots.saveConference": ({ thing }) => `planned ${thing}`,
  "ballots.showPoint": ({ thing }) => `moved on in the agenda of ${thing}`,
  "ballots.endConference": ({ thing }) => `ended ${thing}`,
  "ballots.keepCeremony": () => "kept the keys of a conference",
  "nominations.nominate": ({ cluster }) => `entered a nomination of ${cluster}`,
  "nominations.decide": () => "entered an award decision",
  "nominations.revoke": () => "entered that an award was revoked or restored",
  "rotation.openYear": ({ thing, deed }) => `${deed.no === 1 ? "opened" : "changed"} ${thing}`,
  "rotation.moveDeadline": ({ cluster }) => `moved a deadline of ${cluster}`,
  "rotation.saveCovenant": ({ cluster }) => `wrote the covenant of ${cluster}`,
  "rotation.signCovenant": ({ unit }) => `signed the covenant for ${unit}`,
  "rotation.saveReached": ({ unit }) => `entered what ${unit} reached`,
  "rotation.remind": ({ unit }) => `reminded ${unit}`,
  "rotation.saveNotice": ({ thing }) => `published the notice: ${thing}`,
  "rotation.withdrawNotice": ({ thing }) => `withdrew or republished the notice: ${thing}`,
  "rotation.saveSuccession": ({ cluster }) => `entered the next head of ${cluster}`,
  "rotation.recogniseSuccession": ({ cluster }) => `recognised the next head of ${cluster}`,
  "rotation.handOver": ({ cluster }) => `entered the handover of ${cluster}`,
  "closing.closeYear": closed,
  "closing.schedule": closed,
};

export const trail: typeof vi = {
  title: "Audit trail",
  sentence: (count, isWhole) =>
    count === 0
      ? isWhole
        ? "Nothing was done on these days."
        : "The trail is being read."
      : `${capital(plural(count, "entry", "entries"))} on these days.`,
  how: "Who did what, when, to what. Each entry is bound to the one before by a digest, so that none can be changed or left out. Sign-ins and wrong passwords are noted beside, without a digest.",
  reading: (done, of) => `${done} of ${of} parts read`,
  words: "Words",
  wordsHow: "A person, a unit, what was done; with or without marks.",
  wholeYear: (year) => `All of ${year}`,
  somebody: "Somebody",
  noPerson: "a name nobody bears",
  from: "From",
  to: "To",
  person: "Who",
  unit: "Unit",
  cluster: "Cluster",
  kind: "Kind",
  any: "All",
  council: "The council's own affairs",
  clear: "Clear filters",
  print: "Print",
  copy: "Copy the address",
  copied: "The address of this page as filtered is copied.",
  none: "Nothing fits.",
  noneHow: "Widen the days or take away a filter.",
  nights: "The figure of each night",
  nightsHow:
    "Every night all histories come to one figure that continues the one before. Noted in the minutes, it shows later that the trail is whole.",
  night: (count) => plural(count, "history", "histories"),
  schedule: "The schedule",
  operator: "The operator",
  alike: (count) => `and ${count} more like it`,
  more: (count) => `${count} more`,
  kinds,
  kindOf: (kind) => kinds[kind] ?? kind,
  did: (about) =>
    did[about.deed.did]?.(about) ??
    `changed ${kinds[about.deed.kind] ?? about.deed.kind} ${about.thing}`.trim(),
};
