import { readFileSync } from "node:fs";
import type { BuildEnvironmentOptions, Plugin } from "vite";

/**
 * Published pages outlive the site they were made with, so what they use keeps its name: a newer look reaches them
 * all. What it points at in turn bears its digest.
 */
export const readingBuild: BuildEnvironmentOptions = {
  cssCodeSplit: false,
  rolldownOptions: {
    input: "web/reading/read.ts",
    output: {
      entryFileNames: "reading/read.js",
      assetFileNames: ({ names: [name = ""] }) =>
        name.endsWith(".css") ? "reading/look.css" : "assets/[name]-[hash][extname]",
    },
  },
};

/** The office's own signs and mark, as files that a page without a script can point at. */
export const reading: Plugin = {
  name: "reading",
  apply: "build",
  applyToEnvironment: ({ name }) => name === "reading",
  generateBundle() {
    const sprite = readFileSync("web/src/parts/Sprite.svelte", "utf8");
    const symbols = Array.from(sprite.matchAll(/<symbol .*?<\/symbol>/gs), ([symbol]) => symbol);
    const icons = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`;
    this.emitFile({ type: "asset", fileName: "reading/icons.svg", source: icons });
    const mark = readFileSync("web/src/look/mark.svg", "utf8");
    this.emitFile({ type: "asset", fileName: "reading/mark.svg", source: mark });
  },
};
