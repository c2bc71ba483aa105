import { expect, test } from "vitest";
import { usualCalendar } from "#domain/calendar.ts";
import type { Year } from "#domain/year.ts";
import { CalendarDraft } from "../../web/src/pages/year/calendar-draft.svelte.ts";

const before: Year = {
  ...{ year: 2026, runs: "calendar", state: "open" },
  calendar: { ...usualCalendar(2026, "calendar"), closed: "2027-03-31T10:00:59.999Z" },
};

test("a year to be opened has last year's days a year later, as long as it runs with the same", () => {
  const draft = new CalendarDraft(2027, [before]);
  expect(draft.was).toBeUndefined();
  expect(draft.fields.review).toBe("2027-12-20T17:00");
  draft.runAs("school");
  expect(draft.fields.running).toBe("2027-09-30T17:00");
  expect(draft.calendar).toEqual(usualCalendar(2027, "school"));
  expect(draft.isSound).toBe(true);
});

test("another way to run does not move the days of a year that is there", () => {
  const draft = new CalendarDraft(2026, [before]);
  draft.runAs("school");
  expect(draft.calendar).toEqual(before.calendar);
  expect(draft.moved).toEqual([]);
});

test("a day before the one it follows is known by its phase, and a field left empty too", () => {
  const draft = new CalendarDraft(2026, [before]);
  draft.fields.review = "2026-01-01T00:00";
  expect([...draft.early]).toEqual(["review"]);
  draft.fields.review = "";
  expect([...draft.blank]).toEqual(["review"]);
  expect(draft.isSound).toBe(false);
});

test("seconds that no field shows are kept, and what is changed is known as moved", () => {
  const draft = new CalendarDraft(2026, [before]);
  draft.fields.scoring = "2026-11-25T00:00";
  expect(draft.moved).toEqual(["scoring"]);
  expect(draft.calendar).toMatchObject({
    scoring: "2026-11-24T17:00:00.000Z",
    closed: "2027-03-31T10:00:59.999Z",
  });
  expect(draft.lengthOf("scoring")).toBe(25);
});
