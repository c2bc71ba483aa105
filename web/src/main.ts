import { mount } from "svelte";
import App from "./App.svelte";
import { mendStale } from "./fresh.svelte.ts";
import { language } from "./language.svelte.ts";
import "./look/tokens.css";
import "./look/parts.css";
import "./look/entrance.css";
import "./look/look.svelte.ts";
import { session } from "./session.svelte.ts";

const target = document.getElementById("app");
if (!target) throw new Error("The shell has no place for the app.");

addEventListener("vite:preloadError", () => void mendStale());
await language.ready;
// What stands there already goes when the page can take its place, and not before.
if (session.kept) await import("./Frame.svelte").catch(() => {});
target.replaceChildren();
mount(App, { target });
// In time for the first, and after all that a first page needs.
setTimeout(() => void language.learnRefusals(), 2_000);
