/*
 * Before the first paint: the light and the size somebody chose on this device, and whether they have signed in.
 * Whatever else it says, the page itself says better, so it is no harm where storage is forbidden.
 */
const root = document.documentElement;
try {
  const { theme, text, rail, language } = localStorage;
  if (theme) root.dataset["theme"] = theme;
  root.dataset["text"] = text ?? "normal";
  root.dataset["rail"] = rail ?? (matchMedia("(max-width: 80rem)").matches ? "folded" : "open");
  const isIn = "session" in sessionStorage || "session" in localStorage;
  if (isIn) root.dataset["face"] = "kept";
  else if (location.hash === "" && (language === undefined || language === "vi"))
    root.dataset["face"] = "none";
} catch {
  // As above.
}

export {};
