import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, globSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { Trouble } from "./trouble.ts";

/** Where the stacks and the site lie when they are built, and what Node keeps of compiling code. */
export const built = { assembly: "dist/assembly", web: "dist/web", compiled: "dist/compiled" };

/**
 * Builds what is older than what it is made from: the bundles with the stacks, and the site, side by side.
 * Whoever only asks the API does without the site.
 */
export async function build({
  site = true,
  say = () => {},
}: {
  site?: boolean;
  say?: (line: string) => void;
} = {}): Promise<void> {
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
    ...(site && existsSync("web/vite.config.ts")
      ? [
          {
            made: `${built.web}/index.html`,
            from: ["web", "functions", "infra/openapi", "package-lock.json"],
            make: buildWeb,
          },
        ]
      : []),
  ];
  const stale = steps.filter(({ made, from }) => newestOf(from) > changedAt(made));
  if (stale.length > 0) say("Đang dựng… · Building…");
  await Promise.all(stale.map(({ make }) => make()));
}

/** The stacks without checks and stack traces: these are for tests and deployments, and take their time. */
async function synthesize() {
  // Made beside and moved in: whoever reads the stacks meanwhile finds the old ones, or the new ones, whole.
  const making = `${built.assembly}.${process.pid}`;
  const { context } = JSON.parse(readFileSync("cdk.json", "utf8"));
  try {
    await run(["infra/app.ts"], {
      CDK_OUTDIR: making,
      CDK_CONTEXT_JSON: JSON.stringify({ ...context, rules: "off" }),
      CDK_VALIDATION: "false",
      CDK_DISABLE_STACK_TRACE: "1",
      NODE_COMPILE_CACHE: built.compiled,
    });
    rmSync(built.assembly, { recursive: true, force: true });
    renameSync(making, built.assembly);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

/** As it would be deployed, whoever asks: under a test's own environment it came out a tenth heavier. */
const buildWeb = () =>
  run(["node_modules/vite/bin/vite.js", "build", "web", "--logLevel", "error"], { NODE_ENV: "production" });

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
