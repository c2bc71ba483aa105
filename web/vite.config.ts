import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { type BuildEnvironmentOptions, defineConfig, type Plugin } from "vite";
import { excelPacking } from "./excel-packing.ts";
import { faces } from "./faces.ts";
import { floor } from "./floor.ts";
import { offline } from "./offline.ts";
import { reading, readingBuild } from "./reading/build.ts";
import { rulesAlone } from "./rules-alone.ts";
import { together } from "./together.ts";
import { weights } from "./weights.ts";

type Contract = Record<string, Record<string, { method: string; path: string; by: string }>>;

/**
 * In the browser a route is its method and path: what it takes and gives, the compiler has checked here and the
 * server checks there. So the contract comes without its schemas, and the sign-in page without a schema library.
 * Phones and the big screen have no token: they carry only the routes that ask for none.
 */
const routesAlone: Plugin = {
  name: "routes-alone",
  enforce: "pre",
  resolveId: (id) => (id === "#api" ? "\0routes" : undefined),
  load: {
    filter: { id: /^\0routes$/ },
    async handler() {
      const isOffice = this.environment.name === "client";
      const { api }: { api: Contract } = await import(pathToFileURL(resolve("functions/api.ts")).href);
      const alone = Object.entries(isOffice ? api : { ballots: api["ballots"] ?? {} }).map(
        ([group, routes]) => {
          const lines = Object.entries(routes)
            .filter(([, { by }]) => isOffice || by !== "token")
            .map(([name, { method, path }]) => [name, { method, path }]);
          return [group, Object.fromEntries(lines)];
        },
      );
      return `export const api = ${JSON.stringify(Object.fromEntries(alone))};`;
    },
  },
};

/** The contract for whoever writes a client of their own: as OpenAPI has it, and as a page to read. */
const openapi: Plugin = {
  name: "openapi",
  apply: "build",
  // The office's build alone makes it: the others come after and share the folder.
  applyToEnvironment: ({ name }) => name === "client",
  async generateBundle() {
    const our = (file: string) => import(pathToFileURL(resolve("infra/openapi", file)).href);
    const [{ document }, { pageOf, style }] = await Promise.all([our("document.ts"), our("page.ts")]);
    const made = document();
    this.emitFile({ type: "asset", fileName: "api/openapi.json", source: JSON.stringify(made) });
    this.emitFile({ type: "asset", fileName: "api-doc.html", source: pageOf(made) });
    this.emitFile({ type: "asset", fileName: "api-doc.css", source: style });
  },
};

/** The oldest browsers a delegate may come with: Chrome and WebView 87, iOS 14.5. */
const oldest = ["chrome87", "safari14.1", "ios14.5"];

const pageAlone = (page: string, options: BuildEnvironmentOptions): BuildEnvironmentOptions => ({
  outDir: "../dist/web",
  emptyOutDir: false,
  // Everything comes from our own host: no data in addresses, no script in the page.
  assetsInlineLimit: 0,
  modulePreload: false,
  ...options,
  rolldownOptions: {
    input: page,
    // The envelope library asks Node for it where a browser has none; ours is asked before (`able.ts`).
    external: ["crypto"],
    // What a page does not use of the rules and of the envelope library, it does not carry.
    treeshake: {
      moduleSideEffects: (id) => !/\/(functions\/domain|zod|shamir-secret-sharing)\//.test(id),
    },
    ...options.rolldownOptions,
  },
});

const newer = ["chrome107", "safari16", "firefox104"];
const targets = { vote: oldest, screen: oldest, parts: newer };
const entries = Object.entries(targets).filter(([name]) => existsSync(`web/${name}/index.html`));

/**
 * Pages that share nothing: the office at `/`, the ballot at `/vote/`, the big screen at `/screen/`, the parts they are
 * made of at `/parts/`. Each is built for itself, so that what one needs never becomes a request of another.
 */
export default defineConfig({
  root: "web",
  plugins: [
    routesAlone,
    rulesAlone,
    openapi,
    svelte(),
    faces,
    floor("vote"),
    offline("vote"),
    offline("office"),
    weights,
    reading,
  ],
  worker: { format: "es", plugins: () => [excelPacking()] },
  environments: {
    client: {
      build: pageAlone("web/index.html", {
        emptyOutDir: true,
        // What the entry needs is asked for with it, not after it has been read.
        modulePreload: { polyfill: false },
        target: newer,
        rolldownOptions: {
          output: {
            codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: together() }] },
          },
        },
      }),
    },
    reading: {
      consumer: "client",
      build: { ...pageAlone("web/reading/read.ts", { target: oldest, cssTarget: oldest }), ...readingBuild },
    },
    ...Object.fromEntries(
      entries.map(([name, target]) => [
        name,
        {
          consumer: "client" as const,
          build: pageAlone(`web/${name}/index.html`, {
            target,
            cssTarget: target,
          }),
        },
      ]),
    ),
  },
  builder: {
    async buildApp(builder) {
      for (const name of ["client", "reading", ...entries.map(([name]) => name)]) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
  server: {
    proxy: { "/api": process.env["API_URL"] ?? "http://localhost:3000" },
  },
});
