import * as z from "zod/mini";
import { refuse } from "./refuse.ts";
import { Code, linesOf, type Table } from "./scheme.ts";
import { Instant, Slug, Text } from "./text.ts";
import { YearNo } from "./year-no.ts";

/** Something short said about a line, between its unit and those who appraise it; beside the formal explanation. */
export const Said = Text.check(z.maxLength(500));
export const Comment = z.object({ comment: Slug, line: Code, by: z.string(), at: Instant, text: Said });
export type Comment = z.output<typeof Comment>;

/** A comment as it is kept: a line of text and what was said. */
const PackedComment = z.codec(z.string(), Comment, {
  encode: ({ comment, line, by, at, text }) => [comment, line, by, at, text].join("\t"),
  decode: (kept) => {
    const [comment = "", line = "", by = "", at = "", ...text] = kept.split("\t");
    return { comment, line, by, at, text: text.join("\t") };
  },
});

/** All that was said about the lines of one sheet, in the order it was said; apart from what is counted. */
export const Comments = z.object({
  year: YearNo,
  cluster: Slug,
  unit: Slug,
  said: z.array(PackedComment),
});
export type Comments = z.output<typeof Comments>;

const most = { onLine: 30, onSheet: 300 };

/** The same comment again is the same comment; nothing said is changed or taken back. */
export function say(said: readonly Comment[], comment: Comment, table: Table): Comment[] {
  if (said.some(({ comment: id }) => id === comment.comment)) return [...said];
  if (!linesOf(table).has(comment.line)) throw refuse("sheet/unknown-line", { line: comment.line });
  const onLine = said.filter(({ line }) => line === comment.line).length;
  if (onLine >= most.onLine || said.length >= most.onSheet)
    throw refuse("comment/too-many", { line: comment.line });
  return [...said, comment];
}
