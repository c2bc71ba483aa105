import { beforeAll, expect, test } from "vitest";
import { aConference, castSealed, readOn, rehearsed } from "../hall.ts";
import { aCluster, type Caller, caoBang, haGiang, langSon, local, members, theCouncil } from "../world.ts";

const council = "vhttdl";
let clerk: Caller;
let teller: Caller;
let head: Caller;
beforeAll(async () => {
  const cast = await theCouncil(council);
  ({ clerk, teller } = cast);
  head = cast.as(langSon);
});

const rule = {
  secret: true,
  voter: "unit",
  ownUnit: true,
  quorum: null,
  threshold: { base: "cast", atLeast: "1/2" },
  choose: { min: 0, max: 1 },
  seats: 1,
  tie: "second-round",
  publish: "figures",
} as const;

test("the head closes and seals; equals that were shown go into a second round", async () => {
  const here = await aCluster(clerk, "voting");
  const { at, ticketOf } = await aConference(clerk, here, members);
  const poll = { ...at, poll: "co" };
  const question = { for: "nomination", award: "CO_BT", rule } as const;
  await clerk.ballots.savePoll({ ...poll, body: { ...question, candidates: [haGiang, caoBang] } });
  const shares = await rehearsed(teller, at);
  await head.ballots.preparePoll({ ...poll, body: { conference: at.conference } });
  const opened = await head.ballots.openPoll({ ...poll, body: { conference: at.conference } });
  for (const [unit, choose] of [
    [haGiang, haGiang],
    [caoBang, caoBang],
  ] as const)
    await (await castSealed(council, opened, ticketOf.get(unit) ?? "", [choose])).send();
  await head.ballots.closePoll(poll);
  local.clock.moveTo(local.clock.now() + 9_000);
  await expect(head.ballots.sealPoll(poll)).resolves.toMatchObject({ state: "sealed" });
  await readOn(teller, council, poll, "may-1", [shares[0], shares[1]]);
  await readOn(teller, council, poll, "may-2", [shares[1], shares[2]]);

  const second = { ...at, poll: "co-2" };
  const save = () => head.ballots.savePoll({ ...second, body: { ...question, round: 2, candidates: [] } });
  await head.ballots.publishPoll({ ...poll, body: {} });
  await expect(save()).resolves.toMatchObject({ round: 2, candidates: [haGiang, caoBang] });
});
