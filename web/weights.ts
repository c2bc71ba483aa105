import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

export type Chunk = Rolldown.OutputChunk & { viteMetadata?: { importedCss: Set<string> } };
type Weight = { page: string; bytes: number };

/** What a page may load before it stands, in bytes as they travel: scripts and styles, those of the frame included. */
const usual = 125_000;
/** Those that stand behind the sign-in page, where somebody waits for the first time. */
const first = /^(Home|Clusters|Board)Page$/;
const mostOf = (page: string) => (first.test(page) ? 85_000 : usual);

/** What reads and writes spreadsheets works beside the page, once somebody asks for it. */
const onAPress = /\/(reading|writing)-[^/]*\.js$/;

/** Lists what each page of the office loads first, and fails the build where one has grown too heavy. */
export const weights: Plugin = {
  name: "weights",
  apply: "build",
  enforce: "post",
  applyToEnvironment: ({ name }) => name === "client",
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      const found = weightsIn(bundle);
      const lines = found.map(
        ({ page, bytes }) =>
          `${page.padEnd(18)} ${String(Math.round(bytes / 100) / 10).padStart(6)} KB of ${mostOf(page) / 1000}`,
      );
      const later = Object.values(bundle).filter(({ fileName }) => onAPress.test(fileName));
      const others = later.map(
        (one) => `${basename(one.fileName).padEnd(27)} ${Math.round(packed(one) / 100) / 10} KB`,
      );
      this.environment.logger.info(
        ["", "first load of each page, gz:", ...lines, "", "on a press, gz:", ...others, ""].join("\n"),
      );
      const heavy = found.filter(({ page, bytes }) => bytes > mostOf(page));
      if (heavy.length > 0)
        this.error(
          `Too heavy to begin with: ${heavy.map(({ page, bytes }) => `${page} loads ${bytes} bytes, ${mostOf(page)} at the most`).join("; ")}.`,
        );
    },
  },
};

/** What each page loads from nothing: the entry, the frame and itself, with all they import and their styles. */
export function weightsIn(bundle: Rolldown.OutputBundle): Weight[] {
  const chunks = Object.values(bundle).filter((one): one is Chunk => one.type === "chunk");
  const entry = chunks.find(({ isEntry }) => isEntry);
  const frame = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith("/Frame.svelte"));
  if (!entry || !frame) throw new Error("The office has no entry or no frame where they used to be.");
  const pages = chunks.filter(
    ({ fileName, facadeModuleId }) =>
      frame.dynamicImports.includes(fileName) && facadeModuleId?.endsWith("Page.svelte"),
  );
  return pages
    .map((page) => {
      const name = basename(page.facadeModuleId ?? "", ".svelte");
      const files = firstLoadOf([entry, frame, page], bundle);
      const bytes = [...files].reduce((sum, file) => sum + packed(bundle[file]), 0);
      return { page: name, bytes };
    })
    .toSorted((a, b) => b.bytes - a.bytes);
}

/** These chunks and all they import, with their styles. */
export function firstLoadOf(from: readonly Chunk[], bundle: Rolldown.OutputBundle): Set<string> {
  const files = new Set<string>();
  const add = (chunk: Chunk) => {
    if (files.has(chunk.fileName)) return;
    files.add(chunk.fileName);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
    for (const file of chunk.imports) {
      const imported = bundle[file];
      if (imported?.type === "chunk") add(imported);
    }
  };
  for (const chunk of from) add(chunk);
  return files;
}

const packed = (one: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined) =>
  one === undefined ? 0 : gzipSync(one.type === "chunk" ? one.code : one.source).length;
