import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { built } from "#infra/local/build.ts";

const folder = mkdtempSync(join(tmpdir(), "rules-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("the stacks are made without an account, and no finding of the rules is unexplained", async () => {
  const { context } = JSON.parse(readFileSync("cdk.json", "utf8"));
  const { AWS_PROFILE, AWS_ACCESS_KEY_ID, ...environment } = process.env;
  const synthesis = promisify(execFile)(process.execPath, ["infra/app.ts"], {
    env: {
      ...environment,
      CDK_OUTDIR: folder,
      CDK_CONTEXT_JSON: JSON.stringify(context),
      NODE_COMPILE_CACHE: built.compiled,
      // CloudFormation's own checks take as long again; `cdk synth` makes them.
      CDK_VALIDATION: "false",
    },
  });
  await expect(synthesis).resolves.toMatchObject({ stderr: "" });
}, 20_000);
