import type { Line, Way } from "#domain/scheme.ts";
import { numberFrom } from "../../number.ts";
import type { Typed } from "./typed.ts";

/** What of a line cannot be taken as it stands. */
export type Fault = {
  field: "code" | "title" | "points" | "each" | "minus" | "least" | "steps" | "agency";
  why: "missing" | "no-number" | "too-fine" | "below" | "bad-code" | "too-long" | "above-most" | "bad-agency";
  /** Which step. */
  at?: number;
};

/** Points where none are written count as none: a title may be there before its points. */
export function pointsFrom(text: string, isSigned = false): number | Fault["why"] {
  if (text.trim() === "") return 0;
  const read = numberFrom(text);
  if (!("number" in read)) return "no-number";
  if (read.number < 0 && !isSigned) return "below";
  if (Math.abs(read.number) > 100_000) return "too-long";
  return Math.round(read.number * 100) / 100 === read.number ? read.number : "too-fine";
}

/** Collects what is wrong while a line is read. */
class Reading {
  readonly faults: Fault[] = [];

  points(field: "points" | "each" | "minus" | "least", text: string, isSigned = false): number {
    const read = pointsFrom(text, isSigned);
    if (typeof read === "number") return read;
    this.faults.push({ field, why: read });
    return 0;
  }

  step(text: string, at: number, isPoints: boolean): number {
    if (text.trim() === "") return this.#wrong("missing", at);
    const read = numberFrom(text);
    if (!("number" in read)) return this.#wrong("no-number", at);
    if (read.number < 0) return this.#wrong("below", at);
    if (isPoints && Math.round(read.number * 100) / 100 !== read.number) return this.#wrong("too-fine", at);
    return read.number;
  }

  #wrong(why: Fault["why"], at: number): number {
    this.faults.push({ field: "steps", why, at });
    return 0;
  }
}

/** A line as it is read: what it says, and what of it cannot be taken as it stands. */
export type Read = { readonly line: Line | undefined; readonly faults: readonly Fault[] };
const readLines = new WeakMap<Typed, Read>();

/** A line that was not touched is not read again. */
export function readOf(typed: Typed): Read {
  const known = readLines.get(typed) ?? read(typed);
  readLines.set(typed, known);
  return known;
}

const codes = /^[\p{L}\p{N}][\p{L}\p{N}.\-_/()]*$/u;
const slugs = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function read(typed: Typed): Read {
  const { kind, by, aboveTotal } = typed;
  const [code, title, agency] = [typed.code.trim(), typed.title.trim(), typed.agency.trim()];
  const reading = new Reading();
  if (code === "") reading.faults.push({ field: "code", why: "missing" });
  else if (!codes.test(code)) reading.faults.push({ field: "code", why: "bad-code" });
  else if (code.length > 20) reading.faults.push({ field: "code", why: "too-long" });
  if (title.length > 1000) reading.faults.push({ field: "title", why: "too-long" });
  if (agency !== "" && kind !== "deduction" && (!slugs.test(agency) || agency.length > 40))
    reading.faults.push({ field: "agency", why: "bad-agency" });
  const named = { code, ...(title !== "" && { title }) };
  if (kind === "group") return { line: undefined, faults: reading.faults };
  if (kind === "deduction") {
    const points = reading.points("points", typed.points);
    return { line: { kind, ...named, points, by: by || "declared" }, faults: reading.faults };
  }
  const owner = { ...(by && { by }), ...(agency !== "" && { agency }) };
  const way = wayFrom(typed, reading);
  const line: Line =
    kind === "bonus"
      ? { kind, ...named, way, ...owner, aboveTotal }
      : { kind, group: "", ...named, way, ...owner };
  return { line, faults: reading.faults };
}

function wayFrom(typed: Typed, reading: Reading): Way {
  const points =
    typed.way === "steps" ? 0 : reading.points("points", typed.points, typed.way === "plus-minus");
  switch (typed.way) {
    case "steps":
      return { way: "steps", of: typed.of, steps: stepsFrom(typed, reading) };
    case "yes-no":
      return { way: "yes-no", points };
    case "per-time":
      return { way: "per-time", points: reading.points("each", typed.each), limit: points };
    case "plus-minus": {
      const min = reading.points("least", typed.least, true);
      if (min > points) reading.faults.push({ field: "least", why: "above-most" });
      return {
        way: "plus-minus",
        plus: reading.points("each", typed.each),
        minus: reading.points("minus", typed.minus),
        min: Math.min(min, points),
        max: points,
      };
    }
    case "ratio":
      return { way: "ratio", max: points, ...(typed.uncapped && { uncapped: true }) };
    default:
      return { way: typed.way, max: points };
  }
}

function stepsFrom({ steps }: Typed, reading: Reading) {
  const read = steps.flatMap(({ from, points }, at) =>
    from.trim() === "" && points.trim() === ""
      ? []
      : [{ from: reading.step(from, at, false), points: reading.step(points, at, true) }],
  );
  if (read.length === 0) reading.faults.push({ field: "steps", why: "missing" });
  return read.length === 0 ? [{ from: 0, points: 0 }] : read;
}
