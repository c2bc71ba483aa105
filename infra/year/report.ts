import type { Story } from "./cast.ts";
import type { Outcome } from "./outcome.ts";

const number = new Intl.NumberFormat("vi", { maximumFractionDigits: 4 });
const points = new Intl.NumberFormat("vi", { minimumFractionDigits: 0, maximumFractionDigits: 2 });

/** The cluster's year on one page of text, for people. */
export function reportOf({ file, filledIn }: Story, outcome: Outcome): string {
  const names = new Map(file.cluster.members.map(({ id, name }) => [id, name]));
  const name = (id: string | null) => (id === null ? "chưa có" : (names.get(id) ?? id));
  const list = (ids: readonly string[]) => (ids.length > 0 ? ids.map(name).join(", ") : "không có");
  const widest = Math.max(...file.cluster.members.map((unit) => unit.name.length));

  const sections: [string, string[]][] = [
    [
      "Xếp hạng",
      outcome.standings.map(
        ({ unit, rank, total, assigned, rate, claimed }) =>
          `${String(rank).padStart(2)}. ${name(unit).padEnd(widest)}  ${points.format(total)}/${points.format(assigned)}` +
          `  ${points.format(rate)} %  (tự chấm ${points.format(claimed)})`,
      ),
    ],
    [
      "Phong trào",
      outcome.movements.flatMap((movement) => [
        movement.name,
        ...movement.totals.map(
          ({ metric, measure, value, changePercent }) =>
            `  ${metric}: ${number.format(value)} ${measure}` +
            (changePercent === null
              ? ""
              : `, ${changePercent > 0 ? "+" : ""}${number.format(changePercent)} % so với năm trước`),
        ),
      ]),
    ],
    [
      "Bỏ phiếu",
      outcome.polls.flatMap(({ id, issued, collected, valid, quorum, candidates, passed, tied }) => [
        `${id}: phát ra ${issued}, thu về ${collected}, hợp lệ ${valid}${quorum ? "" : ", không đủ số đại biểu"}`,
        ...candidates.map((one) =>
          one.for === null
            ? `  ${name(one.id)}`
            : `  ${name(one.id)}: ${one.for} phiếu, ${number.format(one.percent ?? 0)} %`,
        ),
        `  Đạt: ${list(passed)}${tied.length > 0 ? `. Bằng nhau: ${list(tied)}` : ""}`,
      ]),
    ],
    [
      "Đề nghị khen thưởng",
      outcome.proposals.map(({ award, recipient, warnings }) => {
        const who =
          typeof recipient === "string" ? name(recipient) : `${recipient.person} (${name(recipient.unit)})`;
        return `${award}: ${who}${warnings.map(({ rule, result }) => `\n    ${rule}: ${result === "not met" ? "chưa đạt" : "chưa rõ"}`).join("")}`;
      }),
    ],
    [
      "Sổ khen thưởng",
      outcome.register.map(
        ({ award, recipient, number: decision }) =>
          `${award}: ${typeof recipient === "string" ? name(recipient) : recipient.person}, ${decision ?? "chưa có số"}`,
      ),
    ],
    [
      `Năm ${outcome.nextYear.year}`,
      [`Trưởng: ${name(outcome.nextYear.head)}`, `Phó: ${list(outcome.nextYear.deputies)}`],
    ],
    ["Ghi chú", file.notes],
    ["Người chạy tự điền", filledIn],
    ["Niêm phong", [String(outcome.closed.seal)]],
  ];
  const body = sections.filter(([, lines]) => lines.length > 0);
  return [
    `${file.cluster.name}, năm ${file.year}`,
    file.council.name,
    ...body.flatMap(([title, lines]) => ["", title, ...lines.map((line) => `  ${line}`)]),
    "",
  ].join("\n");
}
