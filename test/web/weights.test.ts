import { gzipSync } from "node:zlib";
import type { Rolldown } from "vite";
import { expect, test } from "vitest";
import { weightsIn } from "../../web/weights.ts";

const chunk = (fileName: string, of: Partial<Rolldown.OutputChunk> & { styles?: string[] } = {}) => ({
  type: "chunk",
  fileName,
  code: `export const name = "${fileName}";`,
  isEntry: false,
  imports: [],
  dynamicImports: [],
  facadeModuleId: null,
  viteMetadata: { importedCss: new Set(of.styles) },
  ...of,
});
const style = { type: "asset", fileName: "sheet.css", source: ".line { color: red }" };
const bundle = Object.fromEntries(
  [
    chunk("main.js", { isEntry: true, imports: ["shared.js"] }),
    chunk("Frame.js", {
      facadeModuleId: "/web/src/Frame.svelte",
      imports: ["shared.js"],
      dynamicImports: ["SheetPage.js", "search.js"],
    }),
    chunk("SheetPage.js", {
      facadeModuleId: "/web/src/pages/sheet/SheetPage.svelte",
      imports: ["points.js", "shared.js"],
      styles: ["sheet.css"],
    }),
    chunk("shared.js"),
    chunk("points.js"),
    chunk("search.js"),
    chunk("en.js"),
    style,
  ].map((one) => [one.fileName, one]),
) as unknown as Rolldown.OutputBundle;

test("a page weighs the entry, the frame and itself with what they import and their styles, each once; what comes later does not count", () => {
  const first = ["main.js", "Frame.js", "SheetPage.js", "shared.js", "points.js"].map(
    (name) => (bundle[name] as Rolldown.OutputChunk).code,
  );
  const bytes = [...first, style.source].reduce((sum, text) => sum + gzipSync(text).length, 0);
  expect(weightsIn(bundle)).toEqual([{ page: "SheetPage", bytes }]);
});

test("a frame that cannot be found is not taken for one that weighs nothing", () => {
  const { "Frame.js": _gone, ...rest } = bundle;
  expect(() => weightsIn(rest)).toThrow("no frame");
});
