import { createRequire, enableCompileCache } from "node:module";
import { resolve } from "node:path";
import type { Assembly } from "./assembly.ts";
import { built } from "./build.ts";

type Lambda = {
  Runtime: string;
  Handler: string;
  Timeout: number;
  Code: { S3Key: string };
  Environment?: { Variables: Record<string, string> };
};
export type Invoke = (event: object) => Promise<unknown>;

/** A function that did not answer within its own timeout. */
export class TimedOut extends Error {
  override readonly name = "TimedOut";
}

const ours = (assembly: Assembly) =>
  assembly
    .all<Lambda>("AWS::Lambda::Function")
    .filter(({ properties }) => properties.Runtime.startsWith("nodejs"));

/** One environment for all: they share this process, so a name must mean the same to each of them. */
export function environmentOf(assembly: Assembly): Record<string, string> {
  const shared: Record<string, string> = {};
  for (const { id, properties } of ours(assembly))
    for (const [name, value] of Object.entries(properties.Environment?.Variables ?? {})) {
      shared[name] ??= value;
      if (shared[name] !== value) throw new Error(`${id} has another ${name} than its neighbours.`);
    }
  return shared;
}

/** The functions of the stacks by their id, each from its own bundle. Their environment must be set before. */
export function loadLambdas(assembly: Assembly): (id: string) => Invoke {
  // Reading the bundles is most of a start; from the second on they come compiled.
  enableCompileCache(built.compiled);
  const lambdas = new Map(
    ours(assembly).map(({ id, properties }) => [
      id,
      invoker(id, handlerOf(assembly, properties), properties.Timeout),
    ]),
  );
  return (id) => {
    const invoke = lambdas.get(id);
    if (!invoke) throw new Error(`There is no function ${id}.`);
    return invoke;
  };
}

type Handler = (event: object, context: object) => Promise<unknown>;

function handlerOf({ folder }: Assembly, { Code, Handler }: Lambda): Handler {
  const [file, name = ""] = Handler.split(".");
  const path = resolve(folder, `asset.${Code.S3Key.replace(".zip", "")}`, `${file}.cjs`);
  // Loaded anew: what an earlier start in this process remembers is its table and its ports. Whoever loads keeps hold
  // of what it loaded, so each has a loader of its own.
  const require = createRequire(import.meta.url);
  delete require.cache[path];
  return require(path)[name];
}

function invoker(id: string, handler: Handler, seconds: number): Invoke {
  return async (event) => {
    const end = performance.now() + seconds * 1000;
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => late.reject(new TimedOut(`${id} took over ${seconds} s.`)),
      seconds * 1000,
    );
    const context = {
      functionName: id,
      getRemainingTimeInMillis: () => Math.max(0, end - performance.now()),
    };
    try {
      return await Promise.race([handler(event, context), late.promise]);
    } finally {
      clearTimeout(timer);
    }
  };
}
