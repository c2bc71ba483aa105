import { resolve } from "node:path";
import type { Rolldown } from "vite";

/**
 * What always comes at once comes in one file: each file asked for costs a phone more than its bytes. By the name of
 * the whole, the parts that it stands behind.
 */
const wholes = {
  entrance: ["web/src/main.ts"],
  office: ["web/src/Frame.svelte", "web/src/pages/HomePage.svelte"],
};

/** Rules go where they are used, so that no schema comes with them. */
const isRule = /\/(functions\/domain|zod)\//;

/** Tells of each module the first whole that cannot stand without it. */
export function together() {
  let belongs: Map<string, string> | undefined;
  return (id: string, known: { getModuleInfo: Rolldown.GetModuleInfo }) => {
    belongs ??= gathered((id) => known.getModuleInfo(id)?.importedIds ?? []);
    return belongs.get(id);
  };
}

function gathered(importedBy: (id: string) => readonly string[]): Map<string, string> {
  const belongs = new Map<string, string>();
  for (const [whole, parts] of Object.entries(wholes)) {
    const waiting = parts.flatMap((part) => importedBy(resolve(part)));
    for (const id of waiting) {
      if (belongs.has(id) || isRule.test(id)) continue;
      belongs.set(id, whole);
      waiting.push(...importedBy(id));
    }
  }
  return belongs;
}
