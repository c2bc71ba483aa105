import { execFile } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { built } from "#infra/local/build.ts";
import type { Mutant, Patch } from "./planted.ts";

const sources = [
  "functions",
  "infra",
  "test",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "cdk.json",
];
const start = promisify(execFile);

export type Copy = ReturnType<typeof copyOfSources>;

/** The sources and what was built of them in a folder of their own, where bugs can be planted. */
export function copyOfSources() {
  const folder = mkdtempSync(join(tmpdir(), "sim-mutant-"));
  for (const one of [...sources, built.assembly]) cpSync(one, join(folder, one), { recursive: true });
  symlinkSync(realpathSync("node_modules"), join(folder, "node_modules"));
  const assembly = join(folder, built.assembly);
  const assetOf = assetsOf(assembly);

  const write = ({ file, find, put }: Patch) => {
    const path = join(folder, file);
    const was = readFileSync(path, "utf8");
    if (was.split(find).length !== 2) throw new Error(`${file} does not say once: ${find}`);
    writeFileSync(
      path,
      was.replace(find, () => put),
    );
    return () => writeFileSync(path, was);
  };

  return {
    folder,
    /** Plants a bug in what is run; gives how it is taken out again. */
    async plant(mutant: Mutant): Promise<() => void> {
      const back = [mutant, ...(mutant.also ? [mutant.also] : [])].map(write);
      await start(process.execPath, ["-e", 'import("./infra/aws/bundle.ts").then((m) => m.bundle())'], {
        cwd: folder,
        env: { ...process.env, CDK_OUTDIR: built.assembly },
      });
      for (const [group, asset] of assetOf)
        copyFileSync(join(assembly, "bundles", group, "index.cjs"), join(asset, "index.cjs"));
      // Newer than the sources: it is not to be built again.
      const later = new Date(Date.now() + 60_000);
      utimesSync(join(assembly, "manifest.json"), later, later);
      return () => {
        for (const one of back) one();
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Which folder of the stacks holds the bundle of which group. */
function assetsOf(assembly: string): Map<string, string> {
  const bundles = globSync(join(assembly, "bundles/*/index.cjs"));
  const assets = globSync(join(assembly, "asset.*/index.cjs"));
  const textOf = new Map(assets.map((path) => [readFileSync(path, "utf8"), dirname(path)]));
  return new Map(
    bundles.flatMap((path) => {
      const asset = textOf.get(readFileSync(path, "utf8"));
      return asset === undefined ? [] : [[basename(dirname(path)), asset] as const];
    }),
  );
}
