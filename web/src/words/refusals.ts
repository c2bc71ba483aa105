import type { Phase } from "#domain/calendar.ts";
import type { RefusalCode } from "#domain/refuse.ts";
import type { Format } from "./format.ts";

/** What the machine around our rules says no with: signing in, a request that is none, the server, the network. */
type MachineCode =
  | "caller/unknown"
  | "request/malformed"
  | "request/too-large"
  | "route/unknown"
  | "server/bug"
  | "server/timeout"
  | "network/lost";

export type Told = { what: string; next: string };

/** A code without words does not compile. */
export type Refusals = Record<RefusalCode | MachineCode, (about: About) => Told>;

type Known = {
  format: Format;
  phases: Record<Phase, string>;
  nameOf: (unit: string) => string;
  personOf: (person: string) => string | undefined;
};

/** What a refusal is about, as it is written in a sentence; what was not told is left out. */
export class About {
  readonly #about: Record<string, unknown>;
  readonly #known: Known;

  constructor(about: Record<string, unknown>, known: Known) {
    this.#about = about;
    this.#known = known;
  }

  has = (name: string) => this.#about[name] !== undefined;

  text = (name: string, otherwise = "") => {
    const value = this.#about[name];
    return typeof value === "string"
      ? value
      : typeof value === "number"
        ? this.#known.format.number(value)
        : otherwise;
  };

  unit = (otherwise: string) =>
    this.has("unit") ? this.#known.nameOf(String(this.#about["unit"])) : otherwise;

  /** Whoever did it, by name where that is known. */
  hand = (otherwise: string) => this.#known.personOf(String(this.#about["by"])) ?? otherwise;

  /** Several things, each by its word. */
  all = (name: string, words: Readonly<Record<string, string>>) => {
    const all = this.#about[name];
    return Array.isArray(all) ? all.map((each) => words[String(each)] ?? String(each)).join(", ") : "";
  };

  moment = (name: string) => this.#known.format.deadline(String(this.#about[name]));

  phase = (otherwise = "") => this.#known.phases[this.#about["phase"] as Phase] ?? otherwise;

  /** The first few codes of lines, or how many there are. */
  lines = () => {
    const lines = this.#about["lines"];
    return Array.isArray(lines)
      ? lines
          .filter((line) => typeof line === "string")
          .slice(0, 6)
          .join(", ")
      : this.text("line");
  };
}
