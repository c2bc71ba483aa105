import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import type { Plugin, Rolldown } from "vite";

/**
 * A worker for one page, with the exact list of that page's files: it lies beside the page, so that it can speak for
 * nothing else. Its version is what is in the files.
 */
export const offline = (page: string): Plugin => ({
  name: "offline",
  enforce: "post",
  applyToEnvironment: ({ name }) => name === page,
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      const { files, version } = listOf(page, bundle);
      const { code } = transformSync(readFileSync(`web/${page}/src/worker.ts`, "utf8"), {
        loader: "ts",
        minify: true,
        target: ["chrome87", "safari14.1"],
        define: { version: JSON.stringify(version), files: JSON.stringify(files) },
      });
      this.emitFile({ type: "asset", fileName: `${page}/sw.js`, source: code });
    },
  },
});

/** A shared tablet stands where there is a network: what only it needs is not laid on every phone. */
const forTablets = /\/(kiosk|camera|dom)-/;

/** What one page is made of, by address, and a name for all of it together. */
export function listOf(page: string, bundle: Rolldown.OutputBundle) {
  const all = Object.values(bundle)
    .filter(({ fileName }) => !forTablets.test(fileName))
    .sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
  const digest = createHash("sha256");
  for (const one of all) {
    digest.update(one.fileName);
    digest.update("code" in one ? one.code : one.source);
  }
  const files = all.map(({ fileName }) => (fileName === `${page}/index.html` ? `/${page}/` : `/${fileName}`));
  return { files, version: `${page}-${digest.digest("hex").slice(0, 16)}` };
}
