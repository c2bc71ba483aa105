import type { Assembly } from "./assembly.ts";
import type { Invoke } from "./lambdas.ts";

type Schedule = { ScheduleExpression: string; Target: { Arn: string; Input: string } };
export type Clock = ReturnType<typeof startClock>;

const minutes = { minute: 1, hour: 60, day: 24 * 60 };

/** The clock of this process, and the scheduler that goes by it. */
export function startClock(assembly: Assembly, lambda: (id: string) => Invoke) {
  const schedules = assembly.all<Schedule>("AWS::Scheduler::Schedule").map(({ id, properties }) => {
    const run = lambda(properties.Target.Arn.replace(/\.Arn$/, ""));
    return {
      id,
      every: millisecondsOf(properties.ScheduleExpression),
      run: () => run(JSON.parse(properties.Target.Input)),
    };
  });
  const timers = schedules.map(({ every, run }) =>
    setInterval(() => {
      // Whoever moves the clock by hand also says when the schedules run.
      // A run that fails is told and comes again at the next turn, as in the cloud.
      if (!isMoved()) run().catch((error: unknown) => console.error(error));
    }, every),
  );

  return {
    now: () => Date.now(),
    /** From here on it is this moment in this process, until it is moved again or released. */
    moveTo,
    release,
    /** Runs what is scheduled once, whether it is due or not: all of it, or what bears the name. */
    async runSchedules(name = "") {
      for (const { id, run } of schedules) if (id.includes(name)) await run();
    },
    stop() {
      for (const timer of timers) clearInterval(timer);
      release();
    },
  };
}

/** What comes once a night comes once a day here, counted from the start, which is a run itself. */
function millisecondsOf(expression: string): number {
  if (/^cron\(\d+ \d+ \* \* \? \*\)$/.test(expression)) return minutes.day * 60_000;
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (!unit) throw new Error(`This machine's clock does not know ${expression}.`);
  return Number(count) * minutes[unit as keyof typeof minutes] * 60_000;
}

const RealDate = Date;
const isMoved = () => globalThis.Date !== RealDate;

function release() {
  globalThis.Date = RealDate;
}

function moveTo(moment: number) {
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, asked) =>
      Reflect.construct(target, given.length > 0 ? given : [moment], asked),
    apply: () => new RealDate(moment).toString(),
    get: (target, name) => (name === "now" ? () => moment : Reflect.get(target, name)),
  });
}
