import { fork } from "node:child_process";
import { once } from "node:events";
import { askEngine } from "../watched-engine.ts";
import type { Blast, Shots } from "./blast.ts";
import { closeBox, gatherHall, type Hall, openBox, watching } from "./hall.ts";
import { atLeast, atMost, type Line, median, percentile } from "./line.ts";
import type { Stage } from "./stage.ts";

const voters = 2_000;

/** P1, P3, P4: one poll of two thousand, from the opening to the announcement. */
export async function votingInSecret(stage: Stage): Promise<Line[]> {
  const { engine, local } = stage;
  const hall = await gatherHall(stage, "p1", voters);
  engine.take();
  const opened = await openBox(hall, "co");
  const beside = shooter();
  const { refused } = await beside.shoot({ url: local.url, shots: opened.sealed, at: 20 });
  beside.stop();
  const crowd = engine.take();
  await closeBox(stage, hall, opened);
  const units = [...crowd, ...engine.take()].reduce((sum, { write }) => sum + write, 0);
  if (refused > 0) throw new Error(`${refused} ballots were refused.`);

  const inTheBox = crowd.filter(
    ({ partition, write }) => write > 0 && partition.includes("#POLL#hoi-nghi#co"),
  );
  const byItem = new Map<string, number>();
  for (const { item, write } of crowd) if (write > 0 && item) byItem.set(item, (byItem.get(item) ?? 0) + 1);
  return [
    atMost({
      id: "P1",
      name: "one ballot, whole poll of 2,000 (elsewhere 4 to 8)",
      measured: units / voters,
      unit: "write units",
      bound: 1,
      target: 1.05,
    }),
    atMost({
      id: "P3",
      name: "hottest key, 2,000 ballots in 5 s (elsewhere 2,400)",
      measured: inTheBox.reduce((sum, { write }) => sum + write, 0) / 5,
      unit: "units/s",
      bound: 400,
    }),
    atMost({
      id: "P4",
      name: "items that more than 20 write or check in a crowd",
      measured: Array.from(byItem.values()).filter((times) => times > 20).length,
      unit: "items",
      bound: 0,
    }),
  ];
}

/** P2: two of a hundred requests to the database are cut, one tap in ten is double, one answer in ten is lost. */
export async function votingBadly(stage: Stage): Promise<Line[]> {
  const { engine, local } = stage;
  const hall = await gatherHall(stage, "p2", voters);
  engine.take();
  const opened = await openBox(hall, "co");
  engine.cut((step) => (step % 50 === 0 ? (step % 100 === 0 ? "before" : "after") : undefined));
  const again = opened.sealed.filter((_, n) => n % 10 === 3 || n % 10 === 7);
  const beside = shooter();
  await beside.shoot({ url: local.url, shots: [...opened.sealed, ...again], at: 60, until: 200 });
  beside.stop();
  engine.cut(undefined);
  const poll = await closeBox(stage, hall, opened);
  if (poll.tally?.collected !== voters)
    throw new Error(`${poll.tally?.collected} of ${voters} were counted.`);
  const units = engine.take().reduce((sum, { write }) => sum + write, 0);
  return [
    atMost({
      id: "P2",
      name: "the same, faults, double taps, lost answers (elsewhere 6.5)",
      measured: units / voters,
      unit: "write units",
      bound: 1,
      target: 1.25,
    }),
  ];
}

/** P5: two thousand ballots as fast as they are taken, beside what the database alone would take. */
export async function votingAtOnce(stage: Stage): Promise<Line[]> {
  const { local } = stage;
  const hall = await gatherHall(stage, "p5", voters);
  const beside = shooter();
  const rounds: Blast[] = [];
  for (let round = 1; round <= 5; round++) {
    const opened = await openBox(hall, `co-${round}`);
    rounds.push(await beside.shoot({ url: local.url, shots: opened.sealed, at: 100 }));
    await closeBox(stage, hall, opened);
  }
  const own = await beside.shoot({
    url: local.endpoint,
    puts: { table: local.tableName, count: voters },
    shots: [],
    at: 100,
  });
  beside.stop();
  const refused = rounds.reduce((sum, round) => sum + round.refused, 0);
  const rate = median(rounds.map(({ seconds }) => voters / seconds));
  const alone = voters / own.seconds;
  return [
    atLeast({
      id: "P5",
      name: "2,000 ballots at once, beside the database's own rate",
      measured: rate / alone,
      unit: "of its rate",
      bound: 0.25,
    }),
    atMost({
      id: "P5",
      name: "ballots refused or failed among them",
      measured: refused,
      unit: "ballots",
      bound: 0,
    }),
    atLeast({
      id: "P5",
      name: "2,000 ballots over HTTP",
      measured: rate,
      unit: "ballots/s",
      bound: 1_300,
      gates: false,
    }),
    atMost({
      id: "P5",
      name: "the same, p99 (elsewhere 155 to 1,625 ms at 246 to 375/s)",
      measured: percentile(
        rounds.flatMap(({ times }) => times),
        0.99,
      ),
      unit: "ms",
      bound: 150,
      gates: false,
    }),
  ];
}

/** P6: two thousand phones ask every other second for a minute how many have voted. */
export async function watchingTurnout(stage: Stage): Promise<Line[]> {
  const { engine, local } = stage;
  const hall = await gatherHall(stage, "p6", voters);
  const opened = await openBox(hall, "co");
  const beside = shooter();
  await beside.shoot({ url: local.url, shots: opened.sealed, at: 60 });
  await hall.clerk.ballots.showPoint({ ...hall.here, body: { on: 0 } });
  const conference = await hall.clerk.ballots.saveConference({
    ...hall.here,
    body: { title: "Hội nghị", at: "2027-01-17T02:00:00.000Z", agenda: [{ title: "Bầu", poll: "co" }] },
  });
  engine.take();
  const watched = await beside.shoot({
    url: local.url,
    watch: { path: `${watching(hall)}/now`, viewers: voters, seconds: 60 },
    shots: [],
    at: 200,
  });
  beside.stop();
  const reads = engine.take();
  const units = reads.reduce((sum, { read }) => sum + read, 0);
  const counts = reads.filter(({ partition }) => partition.includes("#POLL#hoi-nghi#co"));
  const bytes = await boxBytes(stage, hall, conference.conference);
  return [
    atMost({
      id: "P6",
      name: "origin reads in a minute, 2,000 viewers",
      measured: counts.length,
      unit: "reads",
      bound: 31,
    }),
    atMost({
      id: "P6",
      name: "the same, read units (uncached 57,000)",
      measured: units,
      unit: "read units",
      bound: (31 * bytes) / 8192,
      target: 1.1,
    }),
    atMost({ id: "P6", name: "a viewer's refresh", measured: watched.bytes, unit: "bytes", bound: 200 }),
  ];
}

/** How many bytes a count of the box reads: every ballot in it, names of attributes included. */
async function boxBytes({ local }: Stage, hall: Hall, conference: string): Promise<number> {
  const pk = `${hall.council}#POLL#${conference}#co`;
  const { Items = [] } = await askEngine(local.endpoint, "Query", {
    TableName: local.tableName,
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": { S: pk } },
    Limit: 1,
  });
  const [first = {}] = Items as Record<string, { S?: string; N?: string; B?: string }>[];
  const sizeOf = ({ S, N, B }: { S?: string; N?: string; B?: string }) =>
    S?.length ?? (B ? (B.length * 3) / 4 : Math.ceil((N?.length ?? 0) / 2) + 1);
  const one = Object.entries(first).reduce((sum, [name, value]) => sum + name.length + sizeOf(value), 0);
  return (one + 3) * voters;
}

function shooter() {
  const child = fork(new URL("./blast.ts", import.meta.url));
  return {
    async shoot(shots: Shots): Promise<Blast> {
      child.send(shots);
      const [done] = (await once(child, "message")) as [Blast];
      return done;
    },
    stop: () => child.kill(),
  };
}
