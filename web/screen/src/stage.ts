import { look } from "../../src/look/look.svelte.ts";

/** The screen stays awake for as long as it is looked at. */
export function keepAwake(): () => void {
  const ask = () => {
    // Not every browser can, and it may say no: then the laptop's own setting holds.
    if (document.visibilityState === "visible") navigator.wakeLock?.request("screen").catch(() => {});
  };
  ask();
  document.addEventListener("visibilitychange", ask);
  return () => document.removeEventListener("visibilitychange", ask);
}

export function turnFull() {
  if (document.fullscreenElement) void document.exitFullscreen();
  // Refused where nobody touched the page: the next key press works.
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

export const turnTheme = () => look.turnTheme();

export function onKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  if (ctrlKey || metaKey || altKey) return;
  if (key === "f" || key === "F") turnFull();
  if (key === "d" || key === "D") turnTheme();
}
