import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, globSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { Trouble } from "./trouble.ts";

/** Where the stacks and the site lie when they are built, and what Node keeps of compiling code. */
export const built = { assembly: "dist/assembly", web: "dist/web", compiled: "dist/compiled" };

/** Builds what is older than what it is made from: the bundles with the stacks, and the site, side by side. */
export async function build(say: (line: string) => void = () => {}): Promise<void> {
  const steps = [
    {
      made: `${built.assembly}/manifest.json`,
      from: [
        "functions",
        "infra/aws",
        "infra/app.ts",
        "cdk.json",
        "package-lock.json",
        ...globSync("web/*/index.html"),
      ],
      make: synthesize,
    },
    ...(existsSync("web/vite.config.ts")
      ? [{ made: `${built.web}/index.html`, from: ["web", "functions", "package-lock.json"], make: buildWeb }]
      : []),
  ];
  const stale = steps.filter(({ made, from }) => newestOf(from) > changedAt(made));
  if (stale.length > 0) say("Đang dựng… · Building…");
  await Promise.all(stale.map(({ make }) => make()));
}

/** The stacks without the rules' checks and stack traces: these are for tests and deployments, and take their time. */
async function synthesize() {
  rmSync(built.assembly, { recursive: true, force: true });
  await run(["infra/app.ts"], {
    CDK_OUTDIR: built.assembly,
    CDK_CONTEXT_JSON: JSON.stringify(JSON.parse(readFileSync("cdk.json", "utf8")).context),
    CDK_VALIDATION: "false",
    CDK_DISABLE_STACK_TRACE: "1",
    NODE_COMPILE_CACHE: built.compiled,
  });
}

const buildWeb = () => run(["node_modules/vite/bin/vite.js", "build", "web", "--logLevel", "warn"], {});

async function run(command: string[], environment: Record<string, string>) {
  const child = spawn(process.execPath, command, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = await once(child, "exit");
  if (code !== 0)
    throw new Trouble(
      `Không dựng được (${command[0]}): hãy sửa lỗi ghi ở trên rồi chạy lại.`,
      `The build failed (${command[0]}): mend what is said above and start again.`,
    );
}

function changedAt(path: string): number {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

/** The latest change below these paths. A folder counts too: its time tells of files that went. */
function newestOf(paths: string[]): number {
  return Math.max(
    0,
    ...paths.map(changedAt),
    ...paths.filter(isFolder).map((folder) => newestOf(within(folder))),
  );
}

const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory();
const within = (folder: string) => readdirSync(folder).map((name) => join(folder, name));
