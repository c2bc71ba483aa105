import { level, nudge, remove, split } from "./outline.ts";
import type { Typed } from "./typed.ts";

/** What a key asks for in the document: other lines, and where the caret goes; or nothing, and the browser goes on. */
export type Asked =
  | { rows: readonly Typed[]; to: number; caret: "start" | "end" | number }
  | { go: number; caret: "end" }
  | undefined;

type Key = Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">;
type Place = {
  row: Typed;
  /** The caret in the line's text; undefined in another field, or where something is marked. */
  caret: number | undefined;
  /** Esc was pressed: the next Tab leaves the field, whatever the caret says. */
  isLeaving: boolean;
};

export function asked(rows: readonly Typed[], held: Key, { row, caret, isLeaving }: Place): Asked {
  const { key } = held;
  if (held.ctrlKey || held.metaKey) return undefined;
  const place = rows.indexOf(row);
  if (held.altKey) {
    if (key !== "ArrowUp" && key !== "ArrowDown") return undefined;
    return { rows: nudge(rows, row.id, key === "ArrowUp" ? -1 : 1), to: row.id, caret: caret ?? "end" };
  }
  switch (key) {
    case "Enter": {
      const below = split(rows, row.id, caret ?? row.title.length);
      return { rows: below.rows, to: below.id, caret: "start" };
    }
    case "Tab": {
      if (caret !== 0 || isLeaving) return undefined;
      const next = level(rows, row.id, held.shiftKey ? "out" : "in");
      return next === rows ? undefined : { rows: next, to: row.id, caret: "start" };
    }
    case "Backspace": {
      if (row.title !== "" || caret !== 0) return undefined;
      const next = remove(rows, row.id);
      const above = rows[place - 1] ?? next[0];
      return next === rows || !above ? undefined : { rows: next, to: above.id, caret: "end" };
    }
    case "ArrowUp":
    case "ArrowDown": {
      const isAtEdge = caret === undefined || (key === "ArrowUp" ? caret === 0 : caret === row.title.length);
      const other = rows[place + (key === "ArrowUp" ? -1 : 1)];
      return isAtEdge && other && !held.shiftKey ? { go: other.id, caret: "end" } : undefined;
    }
    default:
      return undefined;
  }
}
