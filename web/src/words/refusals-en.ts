import { app } from "./en-app.ts";
import type { About, Refusals } from "./refusals.ts";

const reload = "Reload the page to see the latest, then do it again.";
const check = "Please check and send again.";
const changed = (what: string) => () => ({ what: `Somebody else has just changed ${what}.`, next: reload });
const changedBy = (what: string) => (about: About) => ({
  what: `${about.hand("Somebody else")} has just changed ${what}.`,
  next: "See what stands now, and save again if you still need to.",
});
const resting = {
  covenant: "a signed covenant",
  sheets: "scoring sheets",
  poll: "a poll",
  conference: "a conference",
  movements: "results of a movement",
  publication: "a public page",
  announced: "an announced ranking",
  inner: "a block inside it",
};
const gone = (what: string) => () => ({
  what: `There is no such ${what}.`,
  next: "Check the address, or choose from the list.",
});

const outOfRule: Record<string, string> = {
  "too-many": "More names are chosen than the rule allows.",
  "too-few": "Fewer names are chosen than the rule asks for.",
  twice: "A name is chosen twice.",
  "unknown-name": "A name is chosen that is not on the ballot.",
  "own-unit": "The rule does not let a unit choose itself.",
  letter: "The rule takes no letters of the absent.",
  "no-answer": "In an open poll it has to be said what the paper chooses.",
  "blank-and-chosen": "A blank ballot names nobody.",
};

export const refusalsEn: Refusals = {
  "access/slip-wrong": () => ({
    what: "The code on the slip is wrong, or the slip has been used.",
    next: "Look at its twelve characters again. If it still fails, ask the council clerk for a new slip.",
  }),
  "access/throttled": () => ({
    what: "Too many wrong attempts; none is taken for now.",
    next: "Wait a few minutes and try again, or ask the council clerk for a new slip.",
  }),
  "award/unknown": (about) => ({
    what: `There is no award ${about.text("award")}.`,
    next: "Choose one from the catalogue.",
  }),
  "ballot/already-cast": (about) =>
    about.has("delegate")
      ? {
          what:
            about.text("on") === "phone"
              ? "This delegate has voted by phone, and the ballot is in the box."
              : "This delegate has a paper or letter already that says something else.",
          next: "The one just entered was not taken. If the delegate says they have not voted, tell the chair.",
        }
      : {
          what: "This ticket has voted, and the ballot is in the box.",
          next: "If you have not voted, tell the tellers at once.",
        },
  "ballot/ask-again": () => ({
    what: "The box has just closed; it is not known yet whether this ballot came in time.",
    next: "Keep this page open: the answer comes within seconds.",
  }),
  "ballot/on-paper": () => ({
    what: "You were given a paper ballot, so none is taken from the phone.",
    next: "Use the paper. If you have none, tell the tellers.",
  }),
  "ballot/too-late": () => ({
    what: "The box closed before this ballot came.",
    next: "It is not counted. Ask the tellers if in doubt.",
  }),
  "caller/deactivated": () => ({
    what: "This account is no longer in use.",
    next: "To use it again, call the council clerk.",
  }),
  "caller/not-allowed": () => ({
    what: "This account may not do that.",
    next: "If it needs to be done, call the council clerk.",
  }),
  "caller/password-weak": () => ({
    what: "The password is too weak.",
    next: "It needs 10 characters, with upper and lower case, a digit and a sign.",
  }),
  "caller/unknown": () => ({
    what: "The session has ended.",
    next: "Please sign in again. What you typed is kept on this device.",
  }),
  "caller/wrong-password": () => ({
    what: "Council, user name or password is wrong.",
    next: "Please type them again. If you forgot the password, ask the council clerk for a new slip.",
  }),
  "ceremony/exists": () => ({
    what: "These keys have been used by a poll and cannot be made again.",
    next: "Use the shares that were handed out. If two are lost, void the poll and vote on paper.",
  }),
  "ceremony/missing": () => ({
    what: "No keys were made for this conference yet.",
    next: "The tellers make them first and try all three pairs of shares.",
  }),
  "ceremony/no-keys-left": () => ({
    what: "All keys of this conference are used up.",
    next: "Vote on paper, or open another conference with new keys.",
  }),
  "ceremony/not-rehearsed": () => ({
    what: "It cannot open: all three pairs of shares must have been tried.",
    next: "The tellers try the pairs still missing.",
  }),
  "ceremony/over": () => ({
    what: "The shares are destroyed; no more boxes open at this conference.",
    next: "Vote on paper, or open another conference.",
  }),
  "ceremony/wrong-answer": () => ({
    what: "These two shares do not open the trial key.",
    next: "Scan each share again. If that does not help, make the keys again before any real poll.",
  }),
  "cluster/changed-meanwhile": changedBy("the settings of the cluster"),
  "cluster/head-no-member": (about) => ({
    what: `${about.unit("This unit")} is not a member of the cluster.`,
    next: "Head and deputies are chosen from the members.",
  }),
  "cluster/in-use": (about) => ({
    what: `${about.text("cluster", "This cluster")} cannot be deleted: it has ${about.all("stands", resting)}.`,
    next: "If it is not needed any more, move its members elsewhere; the cluster stays to be read.",
  }),
  "cluster/member-twice": (about) => ({
    what: `${about.unit("A unit")} is named twice.`,
    next: "Remove one of the two.",
  }),
  "cluster/too-many-at-once": (about) => ({
    what: `One move would touch more than ${about.text("most")} clusters.`,
    next: "Move fewer units at a time.",
  }),
  "cluster/too-many-members": (about) => ({
    what: `${about.text("cluster", "The cluster")} would have more than ${about.text("most")} units.`,
    next: "Move some to another cluster, or set up one more.",
  }),
  "cluster/unknown": gone("cluster in this year"),
  "comment/too-many": () => ({
    what: "Too much has been said about this line.",
    next: "Please talk to the appraiser, or write it into the explanation.",
  }),
  "conference/changed-meanwhile": () => ({
    what: "Someone else has just changed the conference.",
    next: reload,
  }),
  "conference/ended": () => ({ what: "The conference has ended.", next: "Open another one to go on." }),
  "conference/unknown": () => ({
    what: "There is no such conference.",
    next: "Scan the ticket again, or call the tellers.",
  }),
  "council/changed-meanwhile": changed("the council"),
  "council/exists": () => ({ what: "A council with this id exists.", next: "Please choose another id." }),
  "covenant/already-signed": (about) => ({
    what: `${about.unit("The unit")} has signed this covenant.`,
    next: "It need not sign again.",
  }),
  "covenant/changed-meanwhile": () => ({
    what: "The covenant has just been changed; a signature under the earlier text does not hold.",
    next: "Reload the page, read the new text and sign it.",
  }),
  "covenant/signed-by-some": (about) => ({
    what: `${about.unit("A unit")} has signed this text.`,
    next: "If it is changed, those who signed have to sign again. Reload the drafting page and confirm that first.",
  }),
  "covenant/unknown": () => ({
    what: "The cluster has no covenant for this year.",
    next: "The cluster head or the council clerk writes it first.",
  }),
  "cross-check/not-yours": (about) => ({
    what: `The sheet of ${about.unit("this unit")} is for another unit to appraise.`,
    next: "The head or the clerk can assign it anew on the cross-check page.",
  }),
  "cross-check/recused": (about) => ({
    what: `This unit has stepped back from appraising ${about.unit("that unit")}, with a reason.`,
    next: "Name another unit, or take the recusal back on the cross-check page.",
  }),
  "decision/exists": () => ({ what: "This decision is on record.", next: reload }),
  "decision/in-force": () => ({
    what: "This award is in force; there is nothing to restore.",
    next: reload,
  }),
  "decision/revoked": () => ({
    what: "This award is already on record as revoked.",
    next: "Please see the revoking decision in the register. If it was restored, enter the restoring decision.",
  }),
  "decision/unknown": () => ({
    what: "The register of this year has no such award.",
    next: "Please open the register and choose the line again.",
  }),
  "demo/not-here": () => ({
    what: "This cannot be done in a demo council.",
    next: "A demo publishes nothing and opens no other demo. Please do it in your own council.",
  }),
  "demo/over": () => ({
    what: "This demo council was thrown away, or its day has come.",
    next: "Nobody comes in any more. Go back to your own council; to go on trying, open a new demo.",
  }),
  "evidence/no-reason": () => ({
    what: "A piece of evidence was returned without a reason.",
    next: "Please say why, so that the unit knows what is missing.",
  }),
  "evidence/not-arrived": () => ({ what: "The file has not arrived.", next: "Please send this file again." }),
  "evidence/not-that-kind": () => ({
    what: "This file is no picture or PDF that can be read.",
    next: "Photograph the paper, or save it as PDF, and send it again.",
  }),
  "evidence/on-its-way": () => ({
    what: "Some evidence is still being sent.",
    next: "Wait until it has gone, or stop sending it, then submit.",
  }),
  "evidence/too-large": () => ({
    what: "The file is larger than 10 MB.",
    next: "Split the PDF, or photograph page by page.",
  }),
  "evidence/too-many": (about) =>
    about.has("line")
      ? {
          what: `Line ${about.text("line")} already has ${about.text("most")} files.`,
          next: "Remove one, or put several pages into one PDF.",
        }
      : {
          what: `This sheet already has ${about.text("most")} files.`,
          next: "Remove some, or give the number of a paper instead.",
        },
  "evidence/unknown": () => ({
    what: "This piece of evidence is no longer there.",
    next: "Reload the page to see the latest.",
  }),
  "handover/unknown": (about) => ({
    what: `Nothing has been handed over to ${about.unit("this unit")}.`,
    next: "This year's head writes the handover first.",
  }),
  "import/changed-meanwhile": changed("this import"),
  "import/in-use": (about) => ({
    what: `This can no longer be undone: ${about.text("count")} of what it brought are in use, such as ${about.text("first")}.`,
    next: "Change single units, or deactivate single accounts.",
  }),
  "import/no-table": () => ({
    what: "The file has no table that can be read.",
    next: "Look at the file and import it again.",
  }),
  "import/unknown": gone("import"),
  "movement/changed-meanwhile": changed("this movement"),
  "movement/contribution-exists": () => ({
    what: "This contribution is on record.",
    next: "It need not be entered again.",
  }),
  "movement/contribution-unknown": gone("contribution"),
  "movement/unknown": gone("movement"),
  "network/lost": () => app.lost,
  "nomination/exists": () => ({ what: "This nomination exists.", next: reload }),
  "nomination/not-passed": (about) => ({
    what: `${about.unit("This unit")} did not pass the cluster's vote and cannot be nominated.`,
    next: "Look at the result of the vote.",
  }),
  "nomination/unknown": gone("nomination"),
  "nomination/withdrawn": () => ({
    what: "This nomination has been withdrawn.",
    next: "To propose again, make a new nomination.",
  }),
  "notice/changed-meanwhile": changed("the notice"),
  "notice/unknown": gone("this notice"),
  "office/own-sheet": (about) => ({
    what: "A unit does not appraise its own sheet.",
    next: `The sheet of ${about.unit("this unit")} is appraised by the head, another deputy or the unit assigned to it.`,
  }),
  "person/changed-meanwhile": changed("this person"),
  "person/no-unit": () => ({ what: "This person belongs to no unit yet.", next: "Choose a unit first." }),
  "person/own-role": () => ({
    what: "Nobody changes their own role or ends their own account.",
    next: "Another council clerk does that.",
  }),
  "person/unknown": gone("person"),
  "phase/moved-meanwhile": (about) => ({
    what: `${about.hand("Somebody else")} has just moved this deadline to ${about.moment("is")}.`,
    next: "See the new day, and move it again if you still need to.",
  }),
  "phase/not-now": (about) =>
    about.has("from")
      ? {
          what: `It is too early: the cluster is in the phase ${about.phase("before")}.`,
          next: `It can be done from ${about.moment("from")}.`,
        }
      : {
          what: about.has("until")
            ? `The deadline passed at ${about.moment("until")}.`
            : `This cannot be done in the phase ${about.phase("now")}.`,
          next: "If more time is needed, call the cluster head or the council clerk.",
        },
  "phase/order": () => ({
    what: "A phase cannot begin before the one that precedes it.",
    next: "Choose another day and hour.",
  }),
  "poll/already-cast": (about) => ({
    what: `${about.unit("The unit")} has voted; its ballot is in the box.`,
    next: "If it has not, tell the tellers.",
  }),
  "poll/being-counted": () => ({
    what: "The tellers are counting this poll.",
    next: "Wait a few seconds, then look at the result.",
  }),
  "poll/candidate-no-member": () => ({
    what: "A name does not belong to the cluster.",
    next: "Choose from the members.",
  }),
  "poll/candidate-twice": () => ({
    what: "A name stands on the ballot twice.",
    next: "Remove one of the two.",
  }),
  "poll/changed-meanwhile": changed("this poll"),
  "poll/equal-envelopes": () => ({
    what: "Two envelopes are exactly alike; the box is not sealed.",
    next: "The chair voids this poll and holds it again.",
  }),
  "poll/no-quorum": () => ({
    what: "Too few delegates are here to vote.",
    next: "Wait for more to check in, or let the chair open it all the same; nobody will pass then.",
  }),
  "poll/no-rule": () => ({
    what: "It is not said yet who passes.",
    next: "Write the rule, then open the poll.",
  }),
  "poll/no-seats": () => ({
    what: "No seat is left for this round.",
    next: "Look at the results of the earlier rounds.",
  }),
  "poll/not-in-round": () => ({
    what: "This unit does not stand in this round.",
    next: "Look at the result of the round before.",
  }),
  "poll/not-now": () => ({ what: "The poll is not in a state for this.", next: reload }),
  "poll/not-present": (about) => ({
    what: `${about.unit("The unit")} is noted as absent and does not vote here.`,
    next: "If it is present, tell the tellers.",
  }),
  "poll/not-settled": () => ({
    what: "The box has just closed; ballots on their way are waited for.",
    next: "It can be sealed in a few seconds.",
  }),
  "poll/out-of-rule": (about) => ({
    what: outOfRule[about.text("fault")] ?? "The ballot does not follow the rule.",
    next: "Ask the delegate to write it anew while the box is open.",
  }),
  "poll/papers-differ": () => ({
    what: "The number of papers does not match the units present.",
    next: "Please count the papers again.",
  }),
  "poll/still-open": () => ({ what: "The poll is still open.", next: "Wait until it ends, then count." }),
  "poll/unanimous": () => ({
    what: "All ballots are alike: figures would tell what each one chose.",
    next: "The chair chooses between figures and passed or not passed.",
  }),
  "poll/unknown": gone("poll"),
  "publication/bad-picture": () => ({
    what: "The picture to share is not of 1200 × 630.",
    next: "Load the page anew and publish again; the page draws it.",
  }),
  "publication/changed-meanwhile": () => ({
    what: "The figures have just changed and are no longer those of the preview.",
    next: "Look at the new preview, then publish.",
  }),
  "publication/not-ready": () => ({
    what: "This part cannot be published yet.",
    next: "It has to be announced, decided or recognised before. The reason stands beside each part.",
  }),
  "publication/under-way": () => ({
    what: "Another clerk is publishing or withdrawing this page.",
    next: "Wait half a minute, load the page anew and go on.",
  }),
  "publication/unknown": () => ({
    what: "This page was never published.",
    next: "Choose again from the list.",
  }),
  "ranking/not-announced": () => ({
    what: "The ranking has not been announced.",
    next: "The cluster head or the council clerk announces it when the appraisal is done.",
  }),
  "reading/does-not-add-up": () => ({
    what: "The figures do not fit the sealed box.",
    next: "Open the box on this device again and type the papers again.",
  }),
  "reading/entered": () => ({
    what: "This device has sent its count already.",
    next: "Count on another device.",
  }),
  "request/malformed": () => ({ what: "Something typed does not have the right form.", next: check }),
  "request/too-large": () => ({ what: "What was sent is too large.", next: "Send it in parts." }),
  "register/not-published": () => ({
    what: "The council has not published its register.",
    next: "Ask the council's standing office.",
  }),
  "roll/delegate-twice": () => ({
    what: "A delegate is on the roll twice.",
    next: "Take one away and save again.",
  }),
  "roll/delegate-unknown": () => ({
    what: "This delegate is not on the roll.",
    next: "Look at the roll again.",
  }),
  "roll/held-fast": () => ({
    what: "A box is open; the roll is held fast.",
    next: "Change it after the count.",
  }),
  "roll/missing": () => ({ what: "There is no roll of delegates yet.", next: "Bring in the roll first." }),
  "roll/unit-twice": () => ({
    what: "A unit has two delegates where each unit has one vote.",
    next: "Leave one for each unit, or let each delegate have a vote.",
  }),
  "route/unknown": () => ({ what: "This page is gone or has changed.", next: "Please reload the page." }),
  "scheme/changed-meanwhile": changed("the scoring scheme"),
  "scheme/code-twice": (about) => ({
    what: `The code ${about.text("line")} is used twice in the scheme.`,
    next: "Change one of them.",
  }),
  "scheme/not-published": () => ({
    what: "The cluster has no published scoring scheme.",
    next: "Scoring begins when the council clerk publishes one.",
  }),
  "scheme/steps-overlap": (about) => ({
    what: `Line ${about.text("line")} has two steps from the same value.`,
    next: "Change one of them.",
  }),
  "scheme/total-differs": (about) => ({
    what: `The lines add up to ${about.text("sum")}, not to ${about.text("total")} points.`,
    next: "Change them so that they do.",
  }),
  "scheme/unknown": gone("scoring scheme"),
  "server/bug": () => ({
    what: "Something went wrong on our side.",
    next: "What you typed is kept on this device. Please try again in a few minutes.",
  }),
  "server/timeout": () => ({
    what: "The server is too slow to answer.",
    next: "Please try again in a few minutes.",
  }),
  "sheet/bad-input": (about) => ({
    what: `What stands on line ${about.text("line")} does not fit its way of scoring.`,
    next: check,
  }),
  "sheet/changed-meanwhile": () => ({
    what: "Several people are saving this sheet at once.",
    next: "Please try again.",
  }),
  "sheet/line-changed": () => ({
    what: "Somebody else has just changed the same line.",
    next: "Look at both values and choose one.",
  }),
  "sheet/missing-lines": (about) => ({
    what: `Lines without a claim: ${about.lines()}.`,
    next: "Fill them in, or say that they stay blank.",
  }),
  "sheet/no-reason": (about) => ({
    what: `Line ${about.text("line")} differs from the claim and has no reason.`,
    next: "Write the reason and save.",
  }),
  "sheet/not-assigned": (about) => ({
    what: `Line ${about.text("line")} is not assigned to this unit.`,
    next: "It need not be filled in.",
  }),
  "sheet/not-submitted": (about) => ({
    what: `${about.unit("The unit")} has not submitted its sheet.`,
    next: "Wait until it has.",
  }),
  "sheet/not-yours": (about) => ({
    what: `Line ${about.text("line")} is filled in by others.`,
    next: "The standing office or the agency of that field enters it.",
  }),
  "sheet/submitted": (about) => ({
    what: about.has("at")
      ? `The sheet was submitted at ${about.moment("at")} and does not change.`
      : "The sheet is submitted and does not change.",
    next: "If it must, ask the council clerk to return it.",
  }),
  "sheet/unknown-line": (about) => ({ what: `The scheme has no line ${about.text("line")}.`, next: reload }),
  "succession/changed-meanwhile": changed("the election's result"),
  "succession/unknown": gone("succession"),
  "ticket/throttled": () => ({
    what: "Too many wrong ticket codes within a minute.",
    next: "Wait a minute, or scan the QR code instead of typing.",
  }),
  "ticket/unknown": () => ({
    what: "This ticket is wrong, or was replaced by another.",
    next: "Look at the eight characters again, or ask the tellers for a new ticket.",
  }),
  "unit/changed-meanwhile": changed("the unit"),
  "unit/placed-meanwhile": (about) => ({
    what: `${about.hand("Somebody else")} has just moved ${about.unit("this unit")}${about.has("cluster") ? ` to ${about.text("cluster")}` : ""}.`,
    next: "The clusters are shown as they are now. Move the unit again if you still need to.",
  }),
  "unit/successor-circle": () => ({
    what: "The successor leads back to the unit itself.",
    next: "Choose another successor.",
  }),
  "unit/unknown": (about) => ({
    what: `There is no unit ${about.text("unit")} in the cluster.`,
    next: "Choose from the list.",
  }),
  "year/changed-meanwhile": changedBy("the settings of the year"),
  "year/closed": () => ({
    what: "The year is closed; its figures stay as they are.",
    next: "For a correction, call the council clerk.",
  }),
  "year/no-reason": () => ({
    what: "The year's days are moved and no reason is given.",
    next: "Write why, then save.",
  }),
  "year/not-closed": () => ({
    what: "The year is not closed, so there is no snapshot yet.",
    next: "There is one after the closing.",
  }),
  "year/unknown": gone("year"),
};
