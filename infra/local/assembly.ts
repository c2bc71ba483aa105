import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { openSecrets } from "./secrets.ts";

type Template = {
  Resources: Record<string, { Type: string; Properties?: object }>;
  Outputs?: Record<string, { Value: unknown; Export?: { Name: string } }>;
};
export type Resource<Properties> = { id: string; properties: Properties };
export type Assembly = ReturnType<typeof readAssembly>;

/**
 * The synthesized stacks as one machine reads them. A resource's id, and whatever refers to it, is `stack-LogicalId`;
 * an attribute of it is `stack-LogicalId.Attribute`.
 */
export function readAssembly(folder: string, secret = openSecrets(undefined)) {
  const templates = globSync("*.template.json", { cwd: folder }).map((file) => ({
    stack: basename(file, ".template.json"),
    template: JSON.parse(readFileSync(join(folder, file), "utf8")) as Template,
  }));
  const exports = new Map(
    templates.flatMap(({ stack, template }) =>
      Object.values(template.Outputs ?? {}).map(({ Export, Value }) => [
        Export?.Name,
        { stack, value: Value },
      ]),
    ),
  );

  const pseudo: Record<string, string> = {
    "AWS::URLSuffix": "localhost",
    "AWS::Partition": "aws",
    "AWS::AccountId": "local",
  };
  const functions: Record<string, (argument: never, stack: string) => unknown> = {
    Ref: (id: string, stack) => pseudo[id] ?? `${stack}-${id}`,
    "Fn::GetAtt": ([id, attribute]: [string, string], stack) => `${stack}-${id}.${attribute}`,
    "Fn::Join": ([by, parts]: [string, unknown[]], stack) =>
      revealed((resolve(parts, stack) as string[]).join(by)),
    "Fn::Sub": (text: string, stack) =>
      text.replace(/\$\{(.+?)\}/g, (_, id) => String(resolve({ Ref: id }, stack))),
    "Fn::ImportValue": (name: string) => {
      const from = exports.get(name);
      if (!from) throw new Error(`Nothing exports ${name}.`);
      return resolve(from.value, from.stack);
    },
  };

  /** Where a deployment would put a secret, this machine puts one of its own: the same in every place. */
  function revealed(text: string) {
    return text.replace(/\{\{resolve:secretsmanager:(.+?):SecretString:::\}\}/g, (_, name) => secret(name));
  }

  function resolve(value: unknown, stack: string): unknown {
    if (Array.isArray(value)) return value.map((each) => resolve(each, stack));
    if (typeof value !== "object" || value === null) return value;
    const [[name, argument] = ["", undefined], ...others] = Object.entries(value);
    const played = others.length === 0 && functions[name];
    if (played) return played(argument as never, stack);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolve(each, stack)]));
  }

  /** All resources of a type. What nobody asks for is not resolved. */
  function all<Properties>(type: string): Resource<Properties>[] {
    return templates.flatMap(({ stack, template }) =>
      Object.entries(template.Resources)
        .filter(([, { Type }]) => Type === type)
        .map(([id, { Properties = {} }]) => ({
          id: `${stack}-${id}`,
          properties: resolve(Properties, stack) as Properties,
        })),
    );
  }

  /** The one resource of a type. */
  function only<Properties>(type: string): Resource<Properties> {
    const [first, ...others] = all<Properties>(type);
    if (!first || others.length > 0) throw new Error(`One ${type} was expected in ${folder}.`);
    return first;
  }

  return { folder, all, only };
}
