import { gzipSync } from "node:zlib";
import { type Plugin, parseSync, Visitor } from "vite";

/*
 * The oldest browsers a delegate may come with are Chrome and WebView 87 and iOS 14.5. The bundler writes new syntax in
 * old words, but it adds no functions and mends no selectors: what they do not know fails the build here.
 */

/** Functions that came later, as they are called. */
const laterCalls = new Set([
  ...["at", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "hasOwn", "groupBy"],
  ...["fromAsync", "structuredClone", "randomUUID", "withResolvers", "isWellFormed", "showModal"],
  ...["requestIdleCallback", "union", "intersection", "difference", "canParse", "supportedValuesOf"],
]);
/** Later again, and only as a part of this one thing. */
const laterParts = new Set([
  "AbortSignal.timeout",
  "AbortSignal.any",
  "URL.parse",
  "Promise.try",
  "navigator.locks",
]);
const laterThings = new Set(["BroadcastChannel", "Iterator", "Temporal", "CompressionStream", "URLPattern"]);

/** What in a script the oldest browsers would stumble over. */
export function faultsInScript(code: string): string[] {
  const { program, errors } = parseSync("chunk.js", code);
  if (errors.length > 0) return errors.map(({ message }) => message);
  const faults: string[] = [];
  let functions = 0;
  const enter = () => {
    functions += 1;
  };
  const leave = () => {
    functions -= 1;
  };
  new Visitor({
    FunctionDeclaration: enter,
    FunctionExpression: enter,
    ArrowFunctionExpression: enter,
    "FunctionDeclaration:exit": leave,
    "FunctionExpression:exit": leave,
    "ArrowFunctionExpression:exit": leave,
    AwaitExpression: () => {
      if (functions === 0) faults.push("await outside a function");
    },
    StaticBlock: () => {
      faults.push("a static block");
    },
    MethodDefinition: ({ key }) => {
      if (key.type === "PrivateIdentifier") faults.push(`the private method #${key.name}`);
    },
    Literal: (literal) => {
      if (!("regex" in literal)) return;
      const { pattern, flags } = literal.regex;
      if (/\(\?<[=!]/.test(pattern) || /[dv]/.test(flags)) faults.push(`the expression /${pattern}/${flags}`);
    },
    CallExpression: ({ callee }) => {
      const name =
        callee.type === "Identifier"
          ? callee.name
          : callee.type === "MemberExpression" && callee.property.type === "Identifier" && !callee.computed
            ? callee.property.name
            : "";
      if (laterCalls.has(name)) faults.push(`${name}()`);
    },
    MemberExpression: ({ object, property }) => {
      if (object.type !== "Identifier" || property.type !== "Identifier") return;
      const name = `${object.name}.${property.name}`;
      if (laterParts.has(name)) faults.push(name);
    },
    NewExpression: ({ callee }) => {
      if (callee.type === "Identifier" && laterThings.has(callee.name)) faults.push(callee.name);
    },
  }).visit(program);
  return faults;
}

const laterStyles: readonly [RegExp, string][] = [
  [/:(has|is|where)\(/, "a selector"],
  [/(?<!:not\():focus-visible/, "a selector outside :not()"],
  [/@(container|layer|scope|starting-style|property)\b/, "a rule"],
  [/\b(color-mix|oklch|oklab|lab|lch|light-dark)\(/, "a colour"],
  [/[\d.](dvh|svh|lvh|dvw|svw|cqw|cqi)\b/, "a unit"],
  [/[;{](aspect-ratio|translate|scale|rotate|accent-color|container-type)\s*:/, "a property"],
  [/overflow(-[xy])?\s*:\s*clip/, "overflow: clip"],
];

/** What in a style sheet they would leave out, so that the page would look otherwise. */
export const faultsInStyle = (style: string) =>
  laterStyles.flatMap(([pattern, what]) => {
    const [found] = pattern.exec(style) ?? [];
    return found === undefined ? [] : [`${what}: ${found}`];
  });

/** What a phone may have to load of scripts before its owner can vote, compressed. */
const mostBytes = 30_000;

/** Nothing that the floor does not know leaves the build of this page, and nothing too heavy for a full hall. */
export const floor = (page: string): Plugin => ({
  name: "floor",
  enforce: "post",
  applyToEnvironment: ({ name }) => name === page,
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      for (const one of Object.values(bundle)) {
        const bytes = "code" in one && one.isEntry ? gzipSync(one.code).length : 0;
        if (bytes > mostBytes)
          this.error(`${one.fileName} weighs ${bytes} bytes; a phone loads ${mostBytes} at the most.`);
        const text = "code" in one ? one.code : String(one.source);
        const isScript = one.fileName.endsWith(".js");
        const isStyle = one.fileName.endsWith(".css");
        const faults = isScript ? faultsInScript(text) : isStyle ? faultsInStyle(text) : [];
        if (faults.length > 0)
          this.error(
            `${one.fileName} needs a newer browser than Chrome 87 or iOS 14.5: ${faults.join(", ")}`,
          );
      }
    },
  },
});
