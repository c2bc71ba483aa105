import type { Report } from "./run.ts";

/** A day, and where it was lived twice, whether it was the same to every answer anybody got. */
export type Lived = Report & { sameTrace?: boolean };

/** Everything a day has to say of itself but how long it took here. */
export const sameIn = (report: Report): string => JSON.stringify({ ...report, seconds: 0 });

export function isGood({ lost, duplicated, late, wrongStatus, failed, sameTrace }: Lived): boolean {
  return lost + duplicated + late + wrongStatus === 0 && failed.length === 0 && sameTrace !== false;
}

export function lineOf(report: Lived): string {
  const { seed, level, voters, acknowledged, counted, voided, lost, duplicated, late, wrongStatus } = report;
  const faults = Object.entries(report.faults).map(([fault, times]) => `${fault} ${times}`);
  const told = [
    `seed ${seed} ${level}, ${voters} voters: ${acknowledged} acknowledged, ${counted} counted, ${voided} in void polls`,
    `lost ${lost}, duplicated ${duplicated}, late ${late}, wrong status ${wrongStatus}`,
    `${report.writeUnitsPerBallot} write units a ballot, ${report.seconds} s`,
    `  ${faults.join(", ") || "no faults"}`,
    `  again: npm run sim -- --seed ${seed} --faults ${level} --voters ${voters}`,
    ...report.failed.map((fact) => `  FAILED: ${fact}`),
    ...(report.sameTrace === false ? ["  FAILED: the second time it was another day"] : []),
  ];
  return told.join(isGood(report) ? "\n" : "\n! ");
}

export function summaryOf(reports: readonly Lived[], first: number): string {
  const total = (
    name: "acknowledged" | "counted" | "voided" | "lost" | "duplicated" | "late" | "wrongStatus",
  ) => reports.reduce((sum, report) => sum + report[name], 0);
  const faults = reports.flatMap((report) => Object.values(report.faults)).reduce((sum, one) => sum + one, 0);
  const bad = reports.filter((one) => !isGood(one)).map(({ seed }) => seed);
  const twice = reports.filter(({ sameTrace }) => sameTrace !== undefined);
  const same = twice.filter(({ sameTrace }) => sameTrace).length;
  return [
    `${reports.length} days from seed ${first}, ${faults} faults: ${total("acknowledged")} acknowledged, ${total("counted")} counted, ${total("voided")} in void polls`,
    `lost ${total("lost")}, duplicated ${total("duplicated")}, late ${total("late")}, wrong status ${total("wrongStatus")}`,
    ...(twice.length > 0 ? [`same trace ${same} of ${twice.length}`] : []),
    bad.length > 0 ? `seeds that failed: ${bad.join(" ")}` : "every day held",
  ].join("; ");
}
