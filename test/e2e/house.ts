import { afterAll } from "vitest";
import { build } from "#infra/local/build.ts";
import { launch } from "./browser.ts";

/*
 * What every journey needs besides the machine of `world.ts`: the site as it stands, and a browser. Each file of
 * journeys has its own.
 */
await build();
export const browser = await launch();
afterAll(() => browser.close());
