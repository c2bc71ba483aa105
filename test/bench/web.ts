import type { Page } from "playwright-core";
import { gatherHall, type Hall, openBox } from "./hall.ts";
import { atMost, type Line } from "./line.ts";
import { withBrowser } from "./phone.ts";
import type { Stage } from "./stage.ts";

const voters = 12;

/** W1, W3: what a phone loads from the scan of a ticket until a name can be marked. */
export async function loadingToVote(stage: Stage): Promise<Line[]> {
  const hall = await gatherHall(stage, "w1", voters);
  await hallAtAnOpenBox(hall);
  return withBrowser(stage, async ({ window, take }) => {
    const { page } = await window();
    await page.goto(scan(hall));
    await aBallot(page);
    const asked = take();
    const bytes = (of: typeof asked) => of.reduce((sum, one) => sum + one.bytes, 0);
    const scripts = asked.filter(({ isScript }) => isScript);
    return [
      atMost({
        id: "W1",
        name: "scripts before a delegate can vote",
        measured: scripts.reduce((sum, { body }) => sum + body, 0),
        unit: "bytes",
        bound: 30 * 1024,
      }),
      atMost({
        id: "W3",
        name: "requests of a first visit before voting",
        measured: asked.length,
        unit: "requests",
        bound: 5,
      }),
      atMost({
        id: "W3",
        name: "the same, with headers",
        measured: bytes(asked),
        unit: "bytes",
        bound: 70 * 1024,
      }),
    ];
  });
}

const scan = ({ council, here, tickets }: Hall, no = 0) =>
  `/vote/#${council}.${here.conference}.${tickets[no]?.secret}`;
const aBallot = (page: Page) => page.getByRole("button", { name: "Mời chọn một tên" }).waitFor();

/** One box, and the hall is at it. */
async function hallAtAnOpenBox(hall: Hall) {
  const { clerk, here } = hall;
  await openBox(hall, "truong", 0);
  await clerk.ballots.saveConference({
    ...here,
    body: {
      title: "Hội nghị",
      at: "2027-01-17T02:00:00.000Z",
      agenda: [{ title: "Bầu cụm trưởng", poll: "truong" }],
    },
  });
  await clerk.ballots.showPoint({ ...here, body: { on: 0 } });
}
