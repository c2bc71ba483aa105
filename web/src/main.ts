import { mount } from "svelte";
import App from "./App.svelte";
import { mendStale } from "./fresh.svelte.ts";
import { language } from "./language.svelte.ts";
import "./look/tokens.css";
import "./look/parts.css";
import "./look/look.svelte.ts";

const target = document.getElementById("app");
if (!target) throw new Error("The shell has no place for the app.");

addEventListener("vite:preloadError", () => void mendStale());
await language.ready;
mount(App, { target });
