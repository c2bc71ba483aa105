import { html } from "./markup.ts";
import type { Tongue } from "./tongue.ts";

/** Filters as one types where a script runs; without one everything is there, and this is not. */
export const seek = ({ say }: Tongue) =>
  html`<div class="seek" role="search" hidden data-seek><div class="field"><label for="seek">${say.seek}</label><input class="input" id="seek" type="search" autocomplete="off"></div><p class="small quiet" role="status" data-found="${say.found}" data-none="${say.none}"></p></div>`;
