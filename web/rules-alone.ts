import type { Plugin } from "vite";

type Statement = { type: string; declaration?: Statement | null; declarations?: readonly Declared[] };
type Declared = { init?: { type: string; start: number; end: number } | null };

/** What is made when the file is read, rather than said. */
const isMade = /^(Call|New|Object|Array)Expression$/;

/**
 * Rules have no side effects, that is the house's law for `domain/`, but a bundler cannot know it: it keeps every
 * schema beside a rule that a page uses, and the schema library with them. Here it is told, so that a page carries
 * what it uses and no more.
 */
export const rulesAlone: Plugin = {
  name: "rules-alone",
  enforce: "post",
  transform: {
    filter: { id: /\/functions\/(domain|packed)/ },
    handler(code) {
      const made = (this.parse(code).body as readonly Statement[])
        .flatMap((statement) => (statement.declaration ?? statement).declarations ?? [])
        .flatMap(({ init }) => (init && isMade.test(init.type) ? [init] : []));
      let told = code;
      for (const { start, end } of made.toReversed())
        told = `${told.slice(0, start)}/*@__PURE__*/(() => (${told.slice(start, end)}))()${told.slice(end)}`;
      return { code: told, map: null };
    },
  },
};
