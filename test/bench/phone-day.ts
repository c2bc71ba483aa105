import type { Page } from "playwright-core";
import { countBox, gatherHall, type Hall, rule, votingDay } from "./hall.ts";
import { atMost, type Line } from "./line.ts";
import { withBrowser } from "./phone.ts";
import type { Stage } from "./stage.ts";
import { scan } from "./web.ts";

const ministries = ["bac-kan", "cao-bang", "ha-giang", "lang-son", "tuyen-quang", "thai-nguyen", "bac-giang"];
const polls = Array.from({ length: 10 }, (_, n) => ({
  poll: `viec-${n + 1}`,
  title: `Việc thứ ${n + 1} của hội nghị`,
}));
/** In seconds: a poll every twenty minutes, and the phone in somebody's hand for three of them. */
const every = 20 * 60;
const steps = { prepare: 10, open: 20, vote: 50, close: 80, seal: 95, publish: 150, away: 180 };

/**
 * W5: all that comes to one phone on a day of ten polls, three hours and twenty minutes long: the scan, each question
 * before its box opens, the ballot, the count, the result, and asking whether there is anything new. The page is seen
 * three minutes of each poll and hidden in between. What the page is made of comes once, with what it keeps
 * for a time without a network.
 */
export async function spendingADay(stage: Stage): Promise<Line[]> {
  const hall = await gatherHall(stage, "w5", 12, ministries);
  const { clerk, here } = hall;
  for (const { poll } of polls)
    await clerk.ballots.savePoll({ ...here, poll, body: { for: "head", candidates: ministries, rule } });
  await clerk.ballots.saveConference({
    ...here,
    body: { title: "Hội nghị", at: new Date(votingDay).toISOString(), agenda: polls },
  });
  return withBrowser(stage, async ({ window, take, isQuiet }) => {
    const { page } = await window();
    const day = await aDay(stage, page, isQuiet);
    await page.goto(scan(hall));
    await page.getByRole("heading", { name: "Chưa có cuộc bỏ phiếu nào đang mở." }).waitFor();
    for (const no of polls.keys()) {
      await onePoll(hall, page, no, day);
      await day.look(false);
      await day.pass(every - steps.away, 60);
    }
    day.end();
    const { bytes } = take();
    return [
      atMost({
        id: "W5",
        name: "a day of ten polls for one delegate",
        measured: bytes,
        unit: "bytes",
        bound: 150 * 1024,
      }),
    ];
  });
}

type Passing = Awaited<ReturnType<typeof aDay>>;

/** The chair's steps and the delegate's, each at its second. */
async function onePoll(hall: Hall, page: Page, no: number, { pass, look }: Passing) {
  const { clerk, here } = hall;
  const at = { ...here, poll: polls[no]?.poll ?? "" };
  let second = 0;
  const until = async (step: keyof typeof steps) => {
    await pass(steps[step] - second, 2.5);
    second = steps[step];
  };
  await look(true);
  await clerk.ballots.showPoint({ ...here, body: { on: no } });
  await until("prepare");
  await clerk.ballots.preparePoll({ ...at, body: { conference: here.conference } });
  await until("open");
  const box = await clerk.ballots.openPoll({
    ...at,
    body: { conference: here.conference, withoutQuorum: true },
  });
  await until("vote");
  await page.locator("main .name").first().click();
  await page.getByRole("button", { name: /^Bỏ phiếu cho/ }).click();
  await page.getByRole("heading", { name: "Phiếu của đại biểu đã vào hòm." }).waitFor();
  await until("close");
  await clerk.ballots.closePoll(at);
  await until("seal");
  await clerk.ballots.sealPoll(at);
  await until("publish");
  await countBox(hall, { at, box: { ...box, rule } });
  await until("away");
  await page.getByText("1 phiếu, 100 %").waitFor();
}

/** Time that passes for phone, edge and server together, as fast as requests are answered. */
async function aDay({ local: { clock } }: Stage, page: Page, isQuiet: () => boolean) {
  await page.clock.install({ time: votingDay });
  await page.addInitScript(() => {
    Math.random = () => 0.5;
    let isHidden = false;
    Object.defineProperty(document, "hidden", { get: () => isHidden });
    Object.assign(window, {
      look: (isSeen: boolean) => {
        isHidden = !isSeen;
        document.dispatchEvent(new Event("visibilitychange"));
      },
    });
  });
  const sinceStart = performance.now.bind(performance);
  let ahead = 0;
  performance.now = () => sinceStart() + ahead;
  const settled = async () => {
    do await page.evaluate(() => new Promise<void>((done) => queueMicrotask(done)));
    while (!isQuiet());
  };
  return {
    async pass(seconds: number, atATime: number) {
      for (let passed = 0; passed < seconds; passed += atATime) {
        ahead += atATime * 1_000;
        clock.moveTo(clock.now() + atATime * 1_000);
        await page.clock.runFor(atATime * 1_000);
        await settled();
      }
    },
    end() {
      performance.now = sinceStart;
    },
    async look(isSeen: boolean) {
      await page.evaluate((seen) => Reflect.get(window, "look")(seen), isSeen);
      await settled();
    },
  };
}
