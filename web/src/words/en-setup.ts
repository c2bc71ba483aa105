import { importing } from "./en-importing.ts";
import { capital, counted, plural } from "./english.ts";
import type { SetupWords } from "./vi-setup.ts";

const number = new Intl.NumberFormat("en-GB").format;
const many = (count: number, one: string, more?: string) =>
  count <= 10 ? plural(count, one, more) : `${number(count)} ${more ?? `${one}s`}`;

export const setupEn: SetupWords = {
  importing,
  seek: "Search",
  more: (count) => `Show ${number(count)} more`,
  noneFound: "Nothing fits what is looked for.",
  cancel: "Cancel",
  stored: "Saved.",
  clerkOnly: "This page is the council clerk’s.",

  profile: {
    title: "Council",
    lede: (name) => `${name}.`,
    how: "This name appears on every page and printout; the contact appears beside every refusal, so that people know whom to call.",
    name: "Name of the council",
    kind: "Kind",
    kindHow: "For example ministry, province, union, corporation. For reading only: no rule depends on it.",
    contact: "Whom to call for help",
    contactHow: "Name of the office, telephone number.",
    noContact: "It is not said yet whom to call for help.",
    code: "Council id",
    codeHow: "It is printed on every slip and cannot be changed.",
    save: "Save",
  },

  units: {
    title: "Units",
    lede: (count, without) =>
      count === 0
        ? "No unit yet."
        : without === 0
          ? `${capital(many(count, "unit"))}, each with a scorer.`
          : `${capital(many(count, "unit"))}, ${count <= 10 ? counted(without) : number(without)} without a scorer.`,
    how: "Old names are kept: a past year is read under the names of that year.",
    none: "No unit yet",
    noneHow: "Bring them in at once from your office’s Excel file, or write them one by one.",
    import: "Import from Excel",
    add: "Add a unit",
    name: "Name of the unit",
    code: "Id",
    codeHow:
      "Small letters without marks, digits and hyphens. It stands in addresses and cannot be changed later.",
    since: "Bears this name since",
    save: "Save the unit",
    people: (count) => (count === 0 ? "nobody yet" : many(count, "person", "people")),
    gone: (heir, since) => `into ${heir} in ${since}`,
    taken: "Another unit has this id.",
    badCode: "An id has small letters without marks, digits and hyphens only, 40 at the most.",
    show: "Show",
    shows: { all: "All", without: "Without a scorer", gone: "Merged" },
  },

  unit: {
    lede: (name, since) => `${name}, its name since ${since}.`,
    goneLede: (name, heir, since) => `${name} went into ${heir} in ${since}.`,
    unknown: "There is no such unit.",
    toList: "To the list of units",
    history: "Names over the years",
    from: (year) => `since ${year}`,
    rename: "Rename",
    renameHow: "Years before are still read under the old name.",
    newName: "New name",
    since: "Since the year",
    renameDo: "Rename",
    merge: "Merge into another unit",
    mergeHow:
      "The old name and the old years stay. Ranks and terms as head go on with the unit that takes it in.",
    heir: "Unit that takes it in",
    basis: "Legal basis",
    basisHow: "Number and date of the resolution or decision.",
    mergeDo: "Record the merger",
    mergeAgain: "Change the merger",
    people: "People of the unit",
    nobody: "Nobody yet. Add a scorer, so that the unit can score itself.",
    toPeople: "Add somebody",
  },

  picker: {
    unknown: "There is no unit of this name.",
    use: (name) => `Use “${name}”`,
    how: "Type a few letters, then choose.",
  },

  people: {
    title: "People",
    lede: (count, out) =>
      out === 0
        ? `${capital(many(count, "person", "people"))}; all have signed in.`
        : `${capital(many(count, "person", "people"))}, ${count <= 10 ? counted(out) : number(out)} never signed in.`,
    how: "Only name, role and unit are kept of a person. Nobody is deleted: whoever leaves is deactivated.",
    import: "Import from Excel",
    slips: "Slips",
    add: "Add somebody",
    name: "Full name",
    code: "User name",
    codeHow: "Small letters without marks, digits and hyphens. It cannot be changed later.",
    role: "Role",
    unit: "Unit",
    agency: "Id of the agency",
    save: "Save",
    edit: "Edit",
    slip: "Make a slip",
    slipAgain: "Make a new slip",
    stop: "Deactivate",
    start: "Activate again",
    stopped: (name) => `${name} is deactivated and cannot sign in.`,
    undo: "Undo",
    anyRole: "Any role",
    anyUnit: "Any unit",
    state: "State",
    states: {
      all: "All",
      none: "No slip yet",
      given: "Slip, not in yet",
      came: "Has signed in",
      again: "Has signed in, new slip",
      off: "Deactivated",
    },
    taken: "Somebody has this user name.",
    you: "at this device now",
    placeless: "This role needs a unit.",
  },

  slips: {
    title: "Slips",
    lede: (without) =>
      without === 0
        ? "Everybody has a slip or has signed in."
        : `${capital(many(without, "person", "people"))} without a slip.`,
    how: "Each slip opens an account once. Codes are shown here, once, and nobody can see them again: print before you close the page.",
    voids: "Whoever gets a new slip can no longer use the old one.",
    who: "For whom",
    whom: {
      none: "People without a slip",
      given: "People with a slip who have not signed in yet: a new one",
      all: "Everybody active, even if they have signed in",
    },
    make: (count) => `Make ${many(count, "slip")}`,
    nobody: "Nobody fits this choice.",
    making: (done, of) => `${number(done)} of ${number(of)} slips made`,
    left: (seconds) => `About ${many(seconds, "second")} left. Please keep this page open.`,
    made: (count) => `${capital(many(count, "slip"))} ready to print`,
    madeHow: "A4, eight on a page, cut along the dashes. Hand each over in person.",
    print: (count) => `Print ${many(count, "slip")}`,
    part: "Print in parts",
    partOf: (from, to) => `Slips ${number(from)} to ${number(to)}`,
    cards: "The slips",
    caption: "Account slip",
    open: (address) => `Scan the code, or go to ${address} and choose First sign-in.`,
    council: "Council id",
    person: "User name",
    code: "Code on the slip",
    qr: (name) => `QR code for the first sign-in of ${name}`,
    once: "Works once. Show it to nobody else.",
  },

  operate: {
    title: "Operating",
    ledeNone: "No council yet.",
    lede: (count) => `${capital(many(count, "council"))} on this server.`,
    how: "The operator founds councils and hands a slip to the first clerk of each; nothing of a council can be read here.",
    found: "Found a council",
    name: "Name of the council",
    kind: "Kind",
    kindHow: "For example ministry, province, union, corporation.",
    code: "Council id",
    codeHow: "Short, small letters without marks. Everybody types it to sign in; it cannot be changed.",
    clerk: "Full name of the clerk",
    clerkCode: "User name of the clerk",
    do: "Found it and make the slip",
    founded: (name) => `${name} is founded.`,
    foundedHow:
      "Hand this slip to the clerk in person. If it is lost before it was used, founding the same again makes a new one.",
    print: "Print the slip",
    another: "Found another",
    known: "Councils",
    clerkIs: (person) => `first clerk: ${person}`,
  },
};
