import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

/** Everything but the browser runs in `facts`; the journeys in a real browser in `journeys`. */
export default defineConfig({
  plugins: [svelte()],
  test: {
    globalSetup: "test/built.ts",
    projects: [
      {
        extends: true,
        test: {
          name: "facts",
          include: ["test/**/*.test.ts"],
          setupFiles: ["test/setup.ts"],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        resolve: { conditions: ["node"] },
        test: {
          name: "journeys",
          include: ["test/e2e/*.spec.ts"],
          testTimeout: 400_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
