import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { transformSync } from "esbuild";
import type { Plugin, Rolldown } from "vite";
import type { api } from "#api";
import type { vi } from "./src/words/vi.ts";
import { type Chunk, firstLoadOf } from "./weights.ts";

type SignIn = (typeof vi)["signIn"];

/**
 * What stands before any script of the office has come: the sign-in page for whoever has to sign in, the frame for
 * whoever has. A script of a few lines knows which, and in what light and size. The texts are those of the real pages,
 * so that nothing moves when these take their place.
 */
export const faces: Plugin = {
  name: "faces",
  apply: "build",
  applyToEnvironment: ({ name }) => name === "client",
  buildStart() {
    this.emitFile({ type: "asset", fileName: begin().fileName, source: begin().code });
  },
  transformIndexHtml: {
    order: "post",
    async handler(html, { filename, bundle }) {
      if (!filename.endsWith("web/index.html") || !bundle) return html;
      const our = (file: string) => import(pathToFileURL(resolve(file)).href);
      const [{ vi: vietnamese }, { api: routes }]: [{ vi: typeof vi }, { api: typeof api }] =
        await Promise.all([our("web/src/words/vi.ts"), our("functions/api.ts")]);
      // As `office.read` asks them.
      const first = [routes.units.readMe, routes.units.listUnits, routes.units.listNames].map(
        ({ path }) => path,
      );
      return html
        .replace('<div id="app"></div>', `<div id="app">${frame}${entrance(vietnamese.signIn)}</div>`)
        .replace(
          "<title>",
          `<meta name="first" content="${first.join(" ")}">\n    <meta name="office" content="${behind(bundle).join(" ")}">\n    <script src="/${begin().fileName}"></script>\n    <title>`,
        );
    },
  },
};

/** What stands behind the sign-in page on most people's first page, and is not asked for by the entry itself. */
function behind(bundle: Rolldown.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((one): one is Chunk => one.type === "chunk");
  const entry = chunks.filter(({ isEntry }) => isEntry);
  const first = chunks.filter(({ facadeModuleId }) =>
    firstPages.some((page) => facadeModuleId?.endsWith(`/${page}.svelte`)),
  );
  const known = firstLoadOf(entry, bundle);
  return [...firstLoadOf(first, bundle)].filter((file) => !known.has(file));
}

const firstPages = ["Frame", "HomePage", "ClustersPage", "BoardPage"];

function begin() {
  const { code } = transformSync(readFileSync("web/src/begin.ts", "utf8"), {
    loader: "ts",
    format: "iife",
    minify: true,
  });
  const digest = createHash("sha256").update(code).digest("base64url").slice(0, 8);
  return { code, fileName: `assets/begin-${digest}.js` };
}

const mark = `<span class="mark"><svg viewBox="0 0 28 32" aria-hidden="true"><path class="pole" d="M4 2v28" fill="none" stroke-width="2.5" stroke-linecap="round"/><path class="cloth" d="M5.5 3H27l-5 8 5 8H5.5z"/><path class="bars" d="M9 12h3v4H9z M13.5 9h3v7h-3z M18 6h3v10h-3z"/></svg><span>Thi đua</span></span>`;

const frame = `<div class="office face" data-of="kept" inert><header class="top">${mark}</header><nav class="rail nav"><span class="home">${mark}</span></nav><main></main></div>`;

const field = (label: string, how = "") =>
  `<div class="field"><label>${label}</label><input class="input">${how && `<p class="small quiet">${how}</p>`}</div>`;

const entrance = (say: SignIn) =>
  `<main class="entrance face" data-of="none" inert><header>${mark}</header><div class="form flow far">` +
  `<div class="flow near"><h1>${say.title}</h1><p class="quiet">${say.how}</p></div>` +
  `${field(say.council, say.councilHow)}${field(say.person)}${field(say.password)}</div></main>`;
