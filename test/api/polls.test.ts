import { beforeAll, describe, expect, test } from "vitest";
import {
  aCluster,
  bacKan,
  type Caller,
  caoBang,
  haGiang,
  langSon,
  members,
  theCouncil,
  tuyenQuang,
} from "../world.ts";
import { kept } from "./asked.ts";

let clerk: Caller;
let teller: Caller;
let as: (unit: string) => Caller;
beforeAll(async () => {
  ({ clerk, as, teller } = await theCouncil());
});

type Body = Parameters<Caller["ballots"]["savePoll"]>[0]["body"];
type Rule = NonNullable<Body["rule"]>;
type At = Awaited<ReturnType<typeof aCluster>> & { poll: string };

const open: Rule = {
  secret: false,
  voter: "unit",
  ownUnit: false,
  quorum: { of: "members", atLeast: "2/3" },
  threshold: { base: "members", moreThan: "1/2" },
  choose: { min: 0, max: 1 },
  seats: 1,
  tie: "second-round",
  publish: "figures",
};
const secret: Rule = { ...open, secret: true, ownUnit: true };
const flag: Body = { for: "nomination", award: "CO_BT", candidates: [haGiang, caoBang], rule: open };

const save = (at: At, body: Partial<Body> = {}) =>
  clerk.ballots.savePoll({ ...at, body: { ...flag, ...body } });
const start = (at: At, absent: string[] = []) => clerk.ballots.openPoll({ ...at, body: { absent } });
const count = (at: At) => teller.ballots.countPoll(at);
const vote = (at: At, unit: string, ...choose: string[]) =>
  as(unit).ballots.castBallot({ ...at, unit, body: { choose } });
const read = (at: At, ...papers: (string[] | { by: string; choose: string[] })[]) =>
  teller.ballots.enterPapers({
    ...at,
    body: { papers: papers.map((one) => (Array.isArray(one) ? { choose: one } : one)) },
  });

/** A poll for the flag among two, in a cluster of its own at its conference. */
async function aPoll(body: Partial<Body> = {}): Promise<At> {
  const at = { ...(await aCluster(clerk, "voting")), poll: "co-thi-dua" };
  await save(at, body);
  return at;
}
async function anOpenPoll(body: Partial<Body> = {}, absent: string[] = []) {
  const at = await aPoll(body);
  await start(at, absent);
  return at;
}

describe("a poll is prepared", () => {
  test("and does not open until its rule is stated", async () => {
    const { rule: _, ...unruled } = flag;
    const at = { ...(await aCluster(clerk, "voting")), poll: "co-thi-dua" };
    await clerk.ballots.savePoll({ ...at, body: unruled });
    await expect(start(at)).rejects.toMatchObject({ code: "poll/no-rule", status: 422 });
    await save(at);
    await expect(start(at, [bacKan])).resolves.toMatchObject({
      state: "open",
      rule: open,
      entitled: members,
      absent: [bacKan],
    });
  });

  test.for([
    ["twice", [haGiang, caoBang, haGiang], "poll/candidate-twice", { unit: haGiang }],
    ["who is no member", [haGiang, "so-noi-vu"], "poll/candidate-no-member", { unit: "so-noi-vu" }],
    ["at all missing", [], "poll/candidate-no-member", {}],
  ] as const)("with no candidate %s", async ([, candidates, code, about]) => {
    const at = { ...(await aCluster(clerk, "voting")), poll: "co-thi-dua" };
    await expect(save(at, { candidates: [...candidates] })).rejects.toMatchObject({
      code,
      status: 422,
      about,
    });
    expect(await clerk.ballots.listPolls(at)).toEqual([]);
  });

  test("for an award the catalogue knows", async () => {
    const at = { ...(await aCluster(clerk, "voting")), poll: "co-thi-dua" };
    await expect(save(at, { award: "CO_LA" })).rejects.toMatchObject({
      code: "award/unknown",
      about: { award: "CO_LA" },
    });
  });

  test("by head or clerk ahead of the day, and opens at the conference alone", async () => {
    const at = { ...(await aCluster(clerk, "scoring")), poll: "co-thi-dua" };
    await as(langSon).ballots.savePoll({ ...at, body: flag });
    await expect(as(haGiang).ballots.savePoll({ ...at, body: flag })).rejects.toMatchObject({
      code: "caller/not-allowed",
    });
    await expect(start(at)).rejects.toMatchObject({ code: "phase/not-now", about: { phase: "scoring" } });
  });

  test("and neither rule nor candidates change after it opens", async () => {
    const at = await anOpenPoll();
    for (const change of [{ candidates: [haGiang] }, { rule: { ...open, seats: 2 } }, {}])
      await expect(save(at, change)).rejects.toMatchObject({
        code: "poll/not-now",
        about: { state: "open" },
      });
    expect((await clerk.ballots.listPolls(at))[0]?.poll).toMatchObject({
      candidates: flag.candidates,
      rule: open,
    });
  });

  test("with members of the cluster among the absent, and opens once", async () => {
    const at = await aPoll();
    await expect(start(at, ["so-noi-vu"])).rejects.toMatchObject({ code: "unit/unknown" });
    const poll = await start(at);
    await expect(start(at)).resolves.toEqual(poll);
    await expect(start({ ...at, poll: "khong-co" })).rejects.toMatchObject({
      code: "poll/unknown",
      status: 404,
    });
  });
});

describe("an open poll", () => {
  test("takes one vote of each unit; the same again is the same, another is refused", async () => {
    const at = await anOpenPoll();
    await vote(at, langSon, haGiang);
    await vote(at, langSon, haGiang);
    await expect(vote(at, langSon, caoBang)).rejects.toMatchObject({
      code: "poll/already-cast",
      status: 409,
    });
    expect((await as(bacKan).ballots.listPolls(at))[0]?.cast).toEqual([langSon]);
    expect((await count(at)).poll.tally).toMatchObject({
      collected: 1,
      votes: { [haGiang]: 1, [caoBang]: 0 },
    });
  });

  test.for([
    ["for more than may be chosen", [haGiang, caoBang], "too-many"],
    ["for somebody who does not stand", [bacKan], "unknown-name"],
    ["for the same twice", [haGiang, haGiang], "twice"],
  ] as const)("takes no vote %s", async ([, choose, fault]) => {
    const at = await anOpenPoll();
    await expect(vote(at, langSon, ...choose)).rejects.toMatchObject({
      code: "poll/out-of-rule",
      about: { fault },
    });
  });

  test("takes no vote for one's own unit, nor for fewer than must be chosen, where the rule says so", async () => {
    const at = await anOpenPoll({ rule: { ...open, choose: { min: 1, max: 1 } } });
    await expect(vote(at, haGiang, haGiang)).rejects.toMatchObject({
      code: "poll/out-of-rule",
      about: { fault: "own-unit" },
    });
    await expect(vote(at, haGiang)).rejects.toMatchObject({
      code: "poll/out-of-rule",
      about: { fault: "too-few" },
    });
  });

  test("takes no vote of an absent unit, by phone or on paper, nor one in another's name", async () => {
    const at = await anOpenPoll({}, [bacKan]);
    await expect(vote(at, bacKan, haGiang)).rejects.toMatchObject({
      code: "poll/not-present",
      status: 403,
      about: { unit: bacKan },
    });
    await expect(read(at, { by: bacKan, choose: [haGiang] })).rejects.toMatchObject({
      code: "poll/not-present",
    });
    const forged = as(langSon).ballots.castBallot({ ...at, unit: caoBang, body: { choose: [haGiang] } });
    await expect(forged).rejects.toMatchObject({ code: "caller/not-allowed" });
  });

  test("takes papers with a name, of those who did not vote otherwise", async () => {
    const at = await anOpenPoll();
    await vote(at, langSon, haGiang);
    await expect(read(at, [haGiang])).rejects.toMatchObject({ code: "poll/papers-differ" });
    await expect(read(at, { by: langSon, choose: [caoBang] })).rejects.toMatchObject({
      code: "poll/already-cast",
    });
    await read(at, { by: bacKan, choose: [haGiang] });
    await expect(vote(at, bacKan, caoBang)).rejects.toMatchObject({
      code: "poll/already-cast",
      about: { on: "paper" },
    });
    expect((await count(at)).poll.tally).toMatchObject({ collected: 2, votes: { [haGiang]: 2 } });
  });

  test("takes nothing before it opens and nothing after it is counted", async () => {
    const at = await aPoll();
    await expect(vote(at, langSon, haGiang)).rejects.toMatchObject({
      code: "poll/not-now",
      about: { state: "draft" },
    });
    await start(at);
    await count(at);
    await expect(vote(at, langSon, haGiang)).rejects.toMatchObject({
      code: "poll/not-now",
      about: { state: "counted" },
    });
    await expect(read(at)).rejects.toMatchObject({ code: "poll/not-now" });
  });
});

describe("a secret poll", () => {
  test("takes papers only, and a paper bears no name", async () => {
    const at = await anOpenPoll({ rule: secret });
    await expect(vote(at, langSon, haGiang)).rejects.toMatchObject({
      code: "poll/not-now",
      about: { secret: true },
    });
    await expect(read(at, { by: langSon, choose: [haGiang] })).rejects.toMatchObject({
      code: "poll/papers-differ",
    });
    await read(at, [haGiang], [caoBang], [haGiang]);
    expect((await count(at)).poll.tally).toMatchObject({
      collected: 3,
      votes: { [haGiang]: 2, [caoBang]: 1 },
    });
  });

  test("leaves no item in which a voter stands beside a choice", async () => {
    const at = await anOpenPoll({ rule: secret });
    await read(at, [haGiang], [haGiang], [haGiang], [caoBang], []);
    await count(at);
    const items = (await kept("vhttdl")).filter(({ pk }) =>
      String(pk).startsWith(`vhttdl#POLL#${at.year}#${at.cluster}#`),
    );
    expect(items.length).toBeGreaterThan(0);
    for (const { unit, papers } of items) {
      expect(unit).toBeUndefined();
      if (papers) expect((papers as object[]).flatMap(Object.keys)).not.toContain("by");
    }
  });

  test("has each paper judged valid, blank or invalid by its rule", async () => {
    const at = await anOpenPoll({ rule: secret });
    await read(at, [haGiang], [], [haGiang, caoBang], ["Đồng chí lạ"], [caoBang]);
    expect((await count(at)).poll.tally).toEqual({
      entitled: 5,
      present: 5,
      issued: 5,
      collected: 5,
      valid: 3,
      blank: 1,
      votes: { [haGiang]: 1, [caoBang]: 1 },
      quorum: true,
    });
  });

  test("takes no more papers than members are present, nor than were handed out", async () => {
    const at = await anOpenPoll({ rule: secret }, [bacKan, tuyenQuang]);
    await expect(read(at, [haGiang], [haGiang], [haGiang], [haGiang])).rejects.toMatchObject({
      code: "poll/papers-differ",
      about: { present: 3, collected: 4 },
    });
    await teller.ballots.enterPapers({
      ...at,
      body: { issued: 1, papers: [{ choose: [haGiang] }, { choose: [] }] },
    });
    await expect(count(at)).rejects.toMatchObject({
      code: "poll/papers-differ",
      about: { issued: 1, collected: 2 },
    });
    await teller.ballots.enterPapers({
      ...at,
      body: { issued: 3, papers: [{ choose: [haGiang] }, { choose: [] }] },
    });
    expect((await count(at)).poll.tally).toMatchObject({ issued: 3, collected: 2, blank: 1 });
  });

  test("has its papers read by tellers or the clerk, not by head, member or candidate", async () => {
    const at = await anOpenPoll({ rule: secret });
    for (const unit of [langSon, haGiang]) {
      const body = { papers: [{ choose: [haGiang] }] };
      await expect(as(unit).ballots.enterPapers({ ...at, body })).rejects.toMatchObject({
        code: "caller/not-allowed",
      });
      await expect(as(unit).ballots.countPoll(at)).rejects.toMatchObject({ code: "caller/not-allowed" });
    }
    await clerk.ballots.enterPapers({ ...at, body: { papers: [] } });
  });
});

describe("a poll is counted", () => {
  test("with the rule, the shares and who passed; twice it is the same", async () => {
    const at = await anOpenPoll();
    for (const unit of [langSon, tuyenQuang, caoBang]) await vote(at, unit, haGiang);
    await vote(at, haGiang, caoBang);
    const first = await count(at);
    expect(first).toMatchObject({
      poll: { state: "counted", rule: open, counted: { by: "kiem-phieu" } },
      decision: { passed: [haGiang], tied: [], percent: { [haGiang]: 60, [caoBang]: 20 } },
    });
    await expect(clerk.ballots.countPoll(at)).resolves.toEqual(first);
    await expect(as(bacKan).ballots.listPolls(at)).resolves.toEqual([first]);
  });

  test("and nobody passes below the quorum", async () => {
    const at = await anOpenPoll({}, [caoBang, bacKan]);
    for (const unit of [langSon, tuyenQuang]) await vote(at, unit, haGiang);
    await expect(count(at)).resolves.toMatchObject({
      poll: { tally: { present: 3, quorum: false } },
      decision: { passed: [] },
    });
  });

  test("not before it is open, nor where there is none", async () => {
    const at = await aPoll();
    await expect(count(at)).rejects.toMatchObject({ code: "poll/not-now", about: { state: "draft" } });
    await expect(count({ ...at, poll: "khong-co" })).rejects.toMatchObject({ code: "poll/unknown" });
  });

  test("and where only who passed is published, no figure is in any reply", async () => {
    const threshold = { base: "present", atLeast: "2/5" } as const;
    const at = await anOpenPoll({ rule: { ...secret, threshold, publish: "passed", tie: "chair" } });
    await read(at, [haGiang], [haGiang], [caoBang], [caoBang], []);
    const said = [await count(at)];
    said.push(await clerk.ballots.decidePoll({ ...at, body: { decided: [caoBang] } }));
    said.push(await clerk.ballots.countPoll(at));
    for (const who of [clerk, teller, as(haGiang)])
      said.push(...((await who.ballots.listPolls(at)) as typeof said));
    for (const { poll, decision } of said) {
      expect(decision.percent).toEqual({});
      expect(poll.answers).toBeUndefined();
      expect(poll.tally).toMatchObject({ votes: {}, blank: 0 });
    }
    expect(said.at(-1)?.decision.passed).toEqual([caoBang]);
  });
});

describe("equals", () => {
  /** Two each, one blank: a tie for the one seat that half of those present can pass for. */
  async function aTie(rule: Partial<Rule> = {}) {
    const at = await anOpenPoll({
      rule: { ...secret, threshold: { base: "present", atLeast: "2/5" }, ...rule },
    });
    await read(at, [haGiang], [haGiang], [caoBang], [caoBang], []);
    await expect(count(at)).resolves.toMatchObject({ decision: { passed: [], tied: [haGiang, caoBang] } });
    return at;
  }
  const second = (at: At, body: Partial<Body> = {}) =>
    save({ ...at, poll: "co-thi-dua-2" }, { rule: secret, round: 2, candidates: [], ...body });

  test("go into a second round among themselves, for the seat still free", async () => {
    const at = await aTie();
    const next = { ...at, poll: "co-thi-dua-2" };
    await expect(second(at, { candidates: [haGiang, bacKan] })).rejects.toMatchObject({
      code: "poll/not-in-round",
      about: { unit: bacKan },
    });
    await expect(second(at)).resolves.toMatchObject({ round: 2, candidates: [haGiang, caoBang] });
    await start(next);
    await read(next, [caoBang], [caoBang], [caoBang], [haGiang], [haGiang]);
    await expect(count(next)).resolves.toMatchObject({ decision: { passed: [caoBang] } });
    const third = save({ ...at, poll: "co-thi-dua-3" }, { round: 3, candidates: [] });
    await expect(third).rejects.toMatchObject({ code: "poll/no-seats", status: 422 });
  });

  test("have no second round before the first is counted", async () => {
    const at = await anOpenPoll({ rule: secret });
    await expect(second(at)).rejects.toMatchObject({ code: "poll/not-in-round", about: { round: 2 } });
  });

  test("are parted by the chair where the rule says so, once and among the equals alone", async () => {
    const at = await aTie({ tie: "chair" });
    const decide = (...decided: string[]) => as(langSon).ballots.decidePoll({ ...at, body: { decided } });
    await expect(decide(bacKan)).rejects.toMatchObject({
      code: "poll/out-of-rule",
      about: { tied: [haGiang, caoBang] },
    });
    await expect(decide(haGiang, caoBang)).rejects.toMatchObject({
      code: "poll/out-of-rule",
      about: { free: 1 },
    });
    await expect(decide(caoBang)).resolves.toMatchObject({ decision: { passed: [caoBang], tied: [] } });
    await expect(decide(haGiang)).rejects.toMatchObject({ code: "poll/out-of-rule" });
  });

  test("are not for the chair where the rule says otherwise, nor before the count", async () => {
    const at = await aTie();
    const decide = (where: At) => clerk.ballots.decidePoll({ ...where, body: { decided: [haGiang] } });
    await expect(decide(at)).rejects.toMatchObject({
      code: "poll/out-of-rule",
      about: { tie: "second-round" },
    });
    await expect(decide(await anOpenPoll())).rejects.toMatchObject({ code: "poll/not-now" });
  });
});

describe("a poll is made void", () => {
  const annul = (at: At, reason = "Phát nhầm phiếu.") => clerk.ballots.voidPoll({ ...at, body: { reason } });

  test("with a reason and an author, and is neither opened nor counted after", async () => {
    const at = await anOpenPoll();
    await expect(annul(at, " ")).rejects.toMatchObject({ code: "request/malformed" });
    const { voided } = await annul(at);
    expect(voided).toMatchObject({ by: "thuong-truc", reason: "Phát nhầm phiếu." });
    for (const step of [() => start(at), () => count(at), () => vote(at, langSon, haGiang), () => save(at)])
      await expect(step()).rejects.toMatchObject({ code: "poll/not-now", about: { state: "void" } });
    await expect(annul(at, "Lý do khác.")).resolves.toMatchObject({ voided: { reason: "Phát nhầm phiếu." } });
  });

  test("and held anew under another name", async () => {
    const at = await anOpenPoll();
    await annul(at);
    const again = { ...at, poll: "co-thi-dua-lai" };
    await save(again);
    await start(again);
    await vote(again, langSon, haGiang);
  });

  test("but not once it is counted", async () => {
    const at = await anOpenPoll();
    await count(at);
    await expect(annul(at)).rejects.toMatchObject({ code: "poll/not-now", about: { state: "counted" } });
  });
});
