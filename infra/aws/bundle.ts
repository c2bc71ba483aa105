import { rm } from "node:fs/promises";
import { build } from "esbuild";
import { api } from "#api";

/** Beside the templates they belong to, so that two who synthesize at once do not meet. */
const bundles = `${process.env["CDK_OUTDIR"] ?? "cdk.out"}/bundles`;

/** The bundle of one function, alone in its folder: an asset holds its own function and nothing else. */
export const bundleOf = (name: string) => `${bundles}/${name}`;

/** One pass over everything that runs on Lambda: each group of the contract has its function, and so has the night. */
export async function bundle() {
  await rm(bundles, { recursive: true, force: true });
  await build({
    entryPoints: [...Object.keys(api), "roots"].map((name) => ({
      in: `functions/${name}.ts`,
      out: `${name}/index`,
    })),
    outdir: bundles,
    outExtension: { ".js": ".cjs" },
    platform: "node",
    target: "node24",
    format: "cjs",
    // The SDK's packages offer the smaller module only under this name.
    mainFields: ["module", "main"],
    bundle: true,
    minify: true,
    logLevel: "warning",
  });
}
