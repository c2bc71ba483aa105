import { numberFrom } from "../../number.ts";
import { type Typed, written } from "./typed.ts";

type Condition = { title: string; points: number | undefined };
const number = "(\\d+(?:[.,]\\d+)?)";

/** Conditions by a rate, as tables word them: từ 80 % trở lên, từ 60 % đến dưới 80 %, dưới 60 %. */
export function stepsIn(conditions: readonly Condition[]): Typed["steps"] | undefined {
  const steps = conditions.map(({ title, points }) => {
    const from = fromIn(title);
    return from === undefined || points === undefined
      ? undefined
      : { from: written(from), points: written(points) };
  });
  const froms = new Set(steps.map((step) => step?.from));
  if (steps.length < 2 || froms.size < steps.length) return undefined;
  return steps.every((step) => step !== undefined) ? steps : undefined;
}

/** From which rate a condition holds; nothing where a step cannot say it, as “trên 80 %” cannot be said. */
function fromIn(text: string): number | undefined {
  const at = (pattern: string) => new RegExp(pattern, "i").exec(text)?.[1];
  const read = (found: string | undefined) => {
    const number = found === undefined ? undefined : numberFrom(found);
    return number && "number" in number ? number.number : undefined;
  };
  if (!text.includes("%") || /trên\s*\d/i.test(text)) return undefined;
  const least = at(`(?:từ|≥|>=)\\s*${number}`);
  if (least !== undefined) return read(least);
  return at(`(?:dưới|<)\\s*${number}`) === undefined ? read(at(`^(?:đạt\\s*)?${number}\\s*%$`)) : 0;
}

/** “Mỗi mô hình được 2 điểm, tối đa 10 điểm” is so many points each time, up to a limit. */
export function perTimeIn(title: string, most: number | undefined): Partial<Typed> {
  const found = new RegExp(
    `mỗi .*?(?:được|cộng|tính)\\s*(?:thêm\\s*)?${number}\\s*điểm.*?(?:tối đa|không quá)\\s*(?:là\\s*)?${number}`,
    "i",
  ).exec(title);
  if (!found) return {};
  const [, each = "", limit = ""] = found;
  return { way: "per-time", each, points: most === undefined ? limit : written(most) };
}
