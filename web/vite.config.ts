import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type Plugin } from "vite";

type Contract = Record<string, Record<string, { method: string; path: string }>>;

/**
 * In the browser a route is its method and path: what it takes and gives, the compiler has checked here and the
 * server checks there. So the contract comes without its schemas, and the sign-in page without a schema library.
 */
const routesAlone: Plugin = {
  name: "routes-alone",
  enforce: "pre",
  resolveId: (id) => (id === "#api" ? "\0routes" : undefined),
  async load(id) {
    if (id !== "\0routes") return undefined;
    const { api }: { api: Contract } = await import(pathToFileURL(resolve("functions/api.ts")).href);
    const alone = Object.entries(api).map(([group, routes]) => {
      const lines = Object.entries(routes).map(([name, { method, path }]) => [name, { method, path }]);
      return [group, Object.fromEntries(lines)];
    });
    return `export const api = ${JSON.stringify(Object.fromEntries(alone))};`;
  },
};

/** The contract for whoever writes a client of their own: as OpenAPI has it, and as a page to read. */
const openapi: Plugin = {
  name: "openapi",
  apply: "build",
  async generateBundle() {
    const our = (file: string) => import(pathToFileURL(resolve("infra/openapi", file)).href);
    const [{ document }, { pageOf }] = await Promise.all([our("document.ts"), our("page.ts")]);
    const made = document();
    this.emitFile({ type: "asset", fileName: "api/openapi.json", source: JSON.stringify(made) });
    this.emitFile({ type: "asset", fileName: "api-doc.html", source: pageOf(made) });
  },
};

export default defineConfig({
  root: "web",
  plugins: [routesAlone, openapi, svelte()],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: ["chrome107", "safari16", "firefox104"],
    // Everything comes from our own host: no data in addresses, no script in the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": process.env["API_URL"] ?? "http://localhost:3000" } },
});
