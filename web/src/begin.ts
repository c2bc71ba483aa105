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
  const said = (name: string) =>
    document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content.split(" ") ?? [];
  const kept: string | undefined = sessionStorage["session"] ?? localStorage["session"];
  if (kept) {
    root.dataset["face"] = "kept";
    // Asked for with the entry, not when it has been read: journeys to the server and back fewer.
    const { token, until } = JSON.parse(kept);
    const headers = { authorization: `Bearer ${token}` };
    const asked = until - Date.now() > 60_000 ? said("first") : [];
    globalThis.begun = {
      token,
      answers: new Map(asked.map((path) => [path, fetch(path, { headers }).catch(() => undefined)])),
    };
    if (location.pathname === "/") bring(said("office"));
  } else {
    if (location.hash === "" && (language === undefined || language === "vi")) root.dataset["face"] = "none";
    // While a name and a password are typed.
    addEventListener("load", () => setTimeout(() => bring(said("office")), 1_000));
  }
} catch {
  // As above.
}

function bring(files: readonly string[]) {
  for (const file of files) {
    const link = document.createElement("link");
    const isStyle = file.endsWith(".css");
    Object.assign(link, { rel: isStyle ? "preload" : "modulepreload", as: isStyle ? "style" : "script" });
    link.crossOrigin = "";
    link.href = `/${file}`;
    document.head.append(link);
  }
}

export type Begun = { token: string; answers: Map<string, Promise<Response | undefined>> };
declare global {
  /** What was asked before the office's own scripts had come; `call.ts` takes each answer once. */
  var begun: Begun | undefined;
}
