import { codeAfter } from "./numbering.ts";
import { blank, type Kind, type Typed } from "./typed.ts";

/*
 * A table as a document of lines: groups with their criteria first, then bonuses, then deductions. Each deed takes
 * the lines and gives the lines after it, the same where it is not possible; a line that was not touched is the same
 * object still.
 */
type Rows = readonly Typed[];

const order: readonly Kind[] = ["criterion", "bonus", "deduction"];
/** Groups and criteria share the first part. */
const partOf = ({ kind }: Pick<Typed, "kind">) => (kind === "group" ? 0 : order.indexOf(kind));

export const newId = (rows: Rows) => rows.reduce((most, { id }) => Math.max(most, id), 0) + 1;
const at = (rows: Rows, id: number) => rows.findIndex((row) => row.id === id);

export function change(rows: Rows, id: number, changes: Partial<Typed>): Rows {
  return rows.map((row) => (row.id === id ? { ...row, ...changes } : row));
}

/** A line below another: of its kind; below a group its first criterion. The text behind the caret goes along. */
export function split(rows: Rows, id: number, caret: number): { rows: Rows; id: number } {
  const place = at(rows, id);
  const row = rows[place];
  if (!row) return { rows, id };
  const [before, behind] = [row.title.slice(0, caret).trimEnd(), row.title.slice(caret).trimStart()];
  const kind = row.kind === "group" ? "criterion" : row.kind;
  if (before === "" && behind !== "") {
    const above = made(rows, place, row.kind, {});
    return { rows: rows.toSpliced(place, 0, above), id: above.id };
  }
  const below = made(rows, place + 1, kind, { title: behind, by: row.by, aboveTotal: row.aboveTotal });
  const shortened = behind === "" ? row : { ...row, title: before };
  return { rows: rows.toSpliced(place, 1, shortened, below), id: below.id };
}

/** A line at the end of its part: a criterion in the last group, a group behind all others. */
export function append(rows: Rows, kind: Kind, given: Partial<Typed> = {}): { rows: Rows; id: number } {
  const part = kind === "group" ? 0 : order.indexOf(kind);
  const needsGroup = kind === "criterion" && !rows.some((row) => row.kind === "group");
  const whole = needsGroup ? append(rows, "group").rows : rows;
  const found = whole.findIndex((row) => partOf(row) > part);
  const place = found < 0 ? whole.length : found;
  const row = made(whole, place, kind, given);
  return { rows: whole.toSpliced(place, 0, row), id: row.id };
}

function made(rows: Rows, place: number, kind: Kind, given: Partial<Typed>): Typed {
  return blank(newId(rows), kind, { code: codeAfter(rows, place, kind), ...given });
}

/** Takes a line away; a group's criteria go to the group above. The first group stays while it has criteria. */
export function remove(rows: Rows, id: number): Rows {
  const place = at(rows, id);
  const row = rows[place];
  if (!row) return rows;
  const rest = rows.toSpliced(place, 1);
  return isWhole(rest) ? rest : rows;
}

/** Every criterion stands in a group, and the parts in their order. */
function isWhole(rows: Rows): boolean {
  if (rows[0]?.kind === "criterion") return false;
  return rows.every((row, place) => place === 0 || partOf(row) >= partOf(rows[place - 1] ?? row));
}

/** A group with all its criteria moves as one; anything else alone. */
function extentOf(rows: Rows, place: number): number {
  if (rows[place]?.kind !== "group") return 1;
  const next = rows.findIndex((row, each) => each > place && row.kind !== "criterion");
  return (next < 0 ? rows.length : next) - place;
}

/** One place up or down, a group past the whole group beside it. */
export function nudge(rows: Rows, id: number, by: -1 | 1): Rows {
  const place = at(rows, id);
  const row = rows[place];
  if (!row) return rows;
  const size = extentOf(rows, place);
  const moved = rows.slice(place, place + size);
  if (row.kind === "group") {
    const groups = rows.flatMap(({ kind }, each) => (kind === "group" ? [each] : []));
    const other = groups[groups.indexOf(place) + by];
    if (other === undefined) return rows;
    const rest = rows.toSpliced(place, size);
    return rest.toSpliced(by < 0 ? other : place + extentOf(rows, other), 0, ...moved);
  }
  const next = rows.toSpliced(place, 1).toSpliced(place + by, 0, ...moved);
  return place + by >= 0 && isWhole(next) ? next : rows;
}

/** To where another line stands: above it when it comes from below, below it when it comes from above. */
export function moveTo(rows: Rows, id: number, target: number): Rows {
  const [from, to] = [at(rows, id), at(rows, target)];
  const size = extentOf(rows, from);
  if (from < 0 || to < 0 || (to >= from && to < from + size)) return rows;
  const moved = rows.slice(from, from + size);
  const rest = rows.toSpliced(from, size);
  const isGroup = moved[0]?.kind === "group";
  const spot = at(rest, target);
  const below = isGroup ? extentOf(rest, spot) : 1;
  const next = rest.toSpliced(to > from ? spot + below : spot, 0, ...moved);
  const keepsGroups = !isGroup || rest[spot]?.kind === "group";
  return keepsGroups && isWhole(next) ? next : rows;
}

/** A criterion becomes a group of what follows it, a group becomes a criterion of the group above. */
export function level(rows: Rows, id: number, by: "in" | "out"): Rows {
  const place = at(rows, id);
  const row = rows[place];
  if (!row || row.kind !== (by === "in" ? "group" : "criterion")) return rows;
  const kind = by === "in" ? "criterion" : "group";
  const there = rows.toSpliced(place, 1);
  const code = codeAfter(there, place, kind);
  const next = rows.toSpliced(place, 1, { ...row, kind, code });
  return isWhole(next) ? next : rows;
}

/** Another kind of line, at the end of that part. */
export function turnInto(rows: Rows, id: number, kind: Exclude<Kind, "group">): Rows {
  const row = rows[at(rows, id)];
  if (!row || row.kind === kind || row.kind === "group") return rows;
  const { code: _code, id: _id, kind: _kind, ...rest } = row;
  const added = append(remove(rows, id), kind, rest);
  return added.rows.map((each) => (each.id === added.id ? { ...each, id } : each));
}
