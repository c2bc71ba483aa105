import { expect, test } from "vitest";
import { faultsInScript, faultsInStyle } from "../../web/floor.ts";
import { listOf } from "../../web/offline.ts";

test.for([
  ["[1, 2].at(-1)", "at()"],
  ["[2, 1].toSorted()", "toSorted()"],
  ["Object.hasOwn({}, 'a')", "hasOwn()"],
  ["structuredClone({})", "structuredClone()"],
  ["fetch('/', { signal: AbortSignal.timeout(1) })", "AbortSignal.timeout"],
  ["new BroadcastChannel('a')", "BroadcastChannel"],
  ["await fetch('/')", "await outside a function"],
  ["class A { static { a(); } }", "a static block"],
  ["class A { #a() {} b() { this.#a(); } }", "the private method #a"],
  ["/(?<=a)b/.test('ab')", "the expression /(?<=a)b/"],
] as const)("%s would stop an old phone, and fails the build", ([code, fault]) => {
  expect(faultsInScript(code)).toEqual([fault]);
});

test("what an old phone knows passes", () => {
  const code =
    "class A { #a = 1; b = async () => { await fetch('/'); this.#a ??= 2; }; } [1].map((a) => ({ ...a })?.at)";
  expect(faultsInScript(code)).toEqual([]);
  expect(faultsInStyle("a:focus:not(:focus-visible){outline:0}.b{inset:0;gap:1px}")).toEqual([]);
});

test.for([
  ".a:has(b){color:red}",
  ":is(a,b){color:red}",
  "a:focus-visible{outline:0}",
  "@layer a{b{color:red}}",
  "a{color:color-mix(in srgb,red,blue)}",
  "a{height:100svh}",
  "a{aspect-ratio:1}",
  "a{overflow:clip}",
])("%s would look otherwise there, and fails the build", (style) => {
  expect(faultsInStyle(style)).toHaveLength(1);
});

const bundle = (code: string) =>
  ({
    "assets/index-a.js": { fileName: "assets/index-a.js", code },
    "assets/kiosk-b.js": { fileName: "assets/kiosk-b.js", code: "" },
    "vote/index.html": { fileName: "vote/index.html", source: "<main>" },
  }) as never;

test("the worker keeps exactly the page's own files, under a name that changes with any of them", () => {
  const { files, version } = listOf("vote", bundle("1"));
  expect(files).toEqual(["/assets/index-a.js", "/vote/"]);
  expect(listOf("vote", bundle("1")).version).toBe(version);
  expect(listOf("vote", bundle("2")).version).not.toBe(version);
});
