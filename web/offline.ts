import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import type { Plugin, Rolldown } from "vite";
import { patternOf } from "./src/address-pattern.ts";

/** A page that is kept for when there is no network: which build makes it, where it lies, and what of it is not kept. */
type Kept = { name: string; environment: string; folder: string; without: RegExp; beside?: string };

const pages = {
  /** A shared tablet stands where there is a network: what only it needs is not laid on every phone. */
  vote: { name: "vote", environment: "vote", folder: "vote/", without: /\/(kiosk|camera|dom|lo|th)-/ },
  /** Whoever writes a client of their own reads the contract where there is a network. */
  office: { name: "office", environment: "client", folder: "", without: /^api/, beside: "web/public" },
} as const satisfies Record<string, Kept>;

/**
 * A worker for one page, with the exact list of that page's files, everything loaded later included: it lies beside the
 * page, so that it can speak for nothing above it. Its version is what is in the files.
 */
export const offline = (page: keyof typeof pages): Plugin => ({
  name: `offline-${page}`,
  enforce: "post",
  applyToEnvironment: ({ name }) => name === pages[page].environment,
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      const { folder } = pages[page];
      const { files, version } = listOf(page, bundle);
      const { code } = transformSync(readFileSync(`web/${folder}src/worker.ts`, "utf8"), {
        loader: "ts",
        format: "iife",
        minify: true,
        target: ["chrome87", "safari14.1"],
        define: {
          version: JSON.stringify(version),
          files: JSON.stringify(files),
          patterns: JSON.stringify(officeAddresses().map((address) => patternOf(address).source)),
        },
      });
      this.emitFile({ type: "asset", fileName: `${folder}sw.js`, source: code });
    },
  },
});

/** What one page is made of, by address, and a name for all of it together. */
export function listOf(page: keyof typeof pages, bundle: Rolldown.OutputBundle) {
  const { folder, without, beside }: Kept = pages[page];
  const made = Object.values(bundle).map((one) => ({
    fileName: one.fileName,
    content: "code" in one ? one.code : one.source,
  }));
  const laid = (beside ? globSync("**/*.*", { cwd: beside }) : []).map((fileName) => ({
    fileName,
    content: readFileSync(`${beside}/${fileName}`),
  }));
  const all = [...made, ...laid]
    .filter(({ fileName }) => !without.test(fileName))
    .sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
  const digest = createHash("sha256");
  for (const { fileName, content } of all) digest.update(fileName).update(content);
  const files = all.map(({ fileName }) =>
    fileName === `${folder}index.html` ? `/${folder}` : `/${fileName}`,
  );
  return { files, version: `${page}-${digest.digest("hex").slice(0, 16)}` };
}

/** The addresses of the office as its router has them. Other pages of this host are nothing its worker knows. */
export function officeAddresses(): string[] {
  const router = readFileSync("web/src/router.svelte.ts", "utf8");
  const table = /const pages = \{([\s\S]*?)\} as const/.exec(router)?.[1] ?? "";
  const found = Array.from(table.matchAll(/:\s*"(\/[^"]*)"/g), ([, address = ""]) => address);
  if (found.length === 0) throw new Error("The router has no table of pages where it used to be.");
  return found;
}
