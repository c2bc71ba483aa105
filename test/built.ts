import { build } from "#infra/local/build.ts";

/** Tests run what would be deployed: the bundles and the stacks as they are synthesized. */
export const setup = () => build({ site: false });
