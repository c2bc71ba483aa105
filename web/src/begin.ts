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
  if (isIn) {
    root.dataset["face"] = "kept";
    // Asked for with the entry, not when it has been read: three journeys to the server and back fewer.
    const office = document.querySelector<HTMLMetaElement>('meta[name="office"]')?.content ?? "";
    for (const file of location.pathname === "/" ? office.split(" ") : []) {
      const link = document.createElement("link");
      const isStyle = file.endsWith(".css");
      Object.assign(link, { rel: isStyle ? "preload" : "modulepreload", as: isStyle ? "style" : "script" });
      link.crossOrigin = "";
      link.href = `/${file}`;
      document.head.append(link);
    }
  } else if (location.hash === "" && (language === undefined || language === "vi"))
    root.dataset["face"] = "none";
} catch {
  // As above.
}

export {};
