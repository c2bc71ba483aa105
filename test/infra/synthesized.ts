import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readAssembly } from "#infra/local/assembly.ts";
import { built } from "#infra/local/build.ts";

/** What CloudFormation is given, word for word. */
export type Raw<Properties> = {
  Type: string;
  Properties: Properties;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
};
type Template = { Resources: Record<string, Raw<never>> };

const templates = globSync("*.template.json", { cwd: built.assembly }).map(
  (file) => JSON.parse(readFileSync(join(built.assembly, file), "utf8")) as Template,
);

export function raw<Properties>(type: string): Raw<Properties>[] {
  return templates.flatMap(({ Resources }) =>
    Object.values(Resources).filter(({ Type }) => Type === type),
  ) as unknown as Raw<Properties>[];
}

/** The same with every reference resolved, as this machine plays it. */
export const assembly = readAssembly(built.assembly);
