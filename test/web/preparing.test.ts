import { describe, expect, test } from "vitest";
import type { Conference } from "#domain/conference.ts";
import { cellsIn } from "../../web/src/cells.ts";
import { KeptDraft } from "../../web/src/pages/conference/kept-draft.svelte.ts";
import { localOf, PlanDraft } from "../../web/src/pages/conference/plan.svelte.ts";
import { folded, namesOf, RollDraft } from "../../web/src/pages/conference/roll.svelte.ts";
import { RuleDraft } from "../../web/src/pages/conference/rule-draft.svelte.ts";
import { newDevice } from "./post-office.ts";

const conference: Conference = {
  conference: "hn-1",
  year: 2026,
  cluster: "cum-4",
  title: "Hội nghị tổng kết",
  at: "2027-01-17T01:00:00.000Z",
  agenda: [
    { title: "Báo cáo" },
    { title: "Bầu cờ", poll: "co" },
    { title: "Ký giao ước", shows: "covenant" },
  ],
  selfCheckIn: false,
  slots: 0,
};

describe("the programme", () => {
  test("is told in Vietnam's time and goes back as it came", () => {
    const draft = new PlanDraft(conference);
    expect(draft.at).toBe("2027-01-17T08:00");
    expect(localOf("2027-01-16T18:30:00.000Z")).toBe("2027-01-17T01:30");
    expect(draft.isChanged).toBe(false);
    expect(draft.body).toMatchObject({ at: conference.at, agenda: conference.agenda });
  });

  test("keeps its points in the order they are moved to, and no point beyond the ends", () => {
    const draft = new PlanDraft(conference);
    const [first] = draft.points;
    draft.move(first?.no ?? 0, 2);
    draft.move(first?.no ?? 0, 3);
    expect(draft.body.agenda.map(({ title }) => title)).toEqual(["Bầu cờ", "Ký giao ước", "Báo cáo"]);
    expect(draft.isChanged).toBe(true);
  });

  test("is not whole while a point has no title", () => {
    const draft = new PlanDraft(conference);
    const no = draft.add();
    expect([draft.isWhole, draft.faults.points]).toEqual([false, [no]]);
    draft.remove(no);
    expect(draft.isWhole).toBe(true);
  });
});

test("what was written and not saved is there again, until it is saved", async () => {
  const device = newDevice();
  const kept = () => new KeptDraft<PlanDraft>("plan hn-1", device);
  const first = kept();
  await first.begin(() => new PlanDraft(conference));
  first.draft?.add("Văn nghệ");
  first.keep();
  const second = kept();
  await second.begin(() => new PlanDraft(conference));
  expect(second.draft?.body.agenda.at(-1)?.title).toBe("Văn nghệ");
  second.draft?.settle();
  second.keep();
  expect(device.kept.size).toBe(0);
});

describe("the roll", () => {
  const units = { "lao-cai": "Sở VHTTDL Lào Cai", "yen-bai": "Sở VHTTDL Yên Bái" };
  const nameOf = (unit: string) => units[unit as keyof typeof units];
  const roll = () =>
    new RollDraft(
      [],
      namesOf(Object.keys(units), nameOf, (unit) => nameOf(unit).slice(10)),
    );

  test("reads a table with tabs, semicolons or commas, quoted or not", () => {
    expect(cellsIn('Trần An;"Sở ""A""; B";x\r\n\r\nLê Bình;;')).toEqual([
      ["Trần An", 'Sở "A"; B', "x"],
      ["Lê Bình", "", ""],
    ]);
    expect(cellsIn("a\tb,c")).toEqual([["a", "b,c"]]);
    expect(folded("  Đặng  Thị Ước ")).toBe("dang thi uoc");
  });

  test("tells the fault of each row, and takes the others", () => {
    const draft = roll();
    draft.text =
      "STT,Họ tên,Đơn vị\n1,Trần An,lao cai,Giám đốc\n2,,Yên Bái\n3,Lê Bình,Sở Nội vụ\n4,Trần An,Sở VHTTDL Lào Cai";
    expect(draft.faulty.map(({ line, fault }) => [line, fault])).toEqual([
      [3, "no-name"],
      [4, "unknown-unit"],
      [5, "twice"],
    ]);
    draft.takeRows();
    expect(draft.delegates).toEqual([
      { delegate: "db-1", name: "Trần An", unit: "lao-cai", position: "Giám đốc" },
    ]);
    expect(draft.rows.length).toBe(3);
  });

  test("takes one delegate for each unit that has none, under the unit's own id", () => {
    const draft = roll();
    draft.add({ name: "Trần An", unit: "lao-cai" });
    draft.onePerUnit(nameOf);
    expect(draft.delegates.map(({ delegate, unit }) => [delegate, unit])).toEqual([
      ["db-1", "lao-cai"],
      ["yen-bai", "yen-bai"],
    ]);
    draft.add({ name: "Lê Bình", unit: "yen-bai" });
    expect([...draft.doubled]).toEqual(["yen-bai"]);
  });
});

describe("a rule", () => {
  const members = ["yen-bai", "lao-cai"];
  const order = (a: string, b: string) => (a < b ? -1 : 1);
  const fresh = (voters = 12) => new RuleDraft(undefined, { members, voters, order });

  test("is whole from the start, and its names stand in alphabetical order", () => {
    const { body } = fresh();
    expect(body).toMatchObject({
      for: "head",
      candidates: ["lao-cai", "yen-bai"],
      rule: {
        quorum: { of: "members", atLeast: "2/3" },
        threshold: { base: "members", moreThan: "1/2" },
        publish: "figures",
      },
    });
  });

  test("of few voters publishes only who passed, unless the chair wants otherwise", () => {
    expect(fresh(7).rule?.publish).toBe("passed");
    expect(fresh(8).rule?.publish).toBe("figures");
  });

  test("takes any share in per cent, and none beyond the whole", () => {
    const draft = fresh();
    draft.threshold = { how: "atLeast", share: "other", percent: "62,5" };
    expect(draft.rule?.threshold).toEqual({ base: "members", atLeast: "6250/10000" });
    draft.threshold = { how: "atLeast", share: "other", percent: "120" };
    expect([draft.rule, draft.faults.threshold]).toEqual([undefined, true]);
  });

  test("comes back as it was written", () => {
    const draft = fresh();
    Object.assign(draft, { purpose: "nomination", yesNo: true, tie: "lot", written: true, seats: 2 });
    const { body } = draft;
    const again = new RuleDraft({ ...body, round: 1 }, { members, voters: 12, order });
    expect(again.body).toEqual(body);
    expect(again.isChanged).toBe(false);
    expect(body.rule).toMatchObject({ choose: { min: 0, max: 2 }, yesNo: true, written: true });
  });
});
