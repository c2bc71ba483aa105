/** The arrows between the rooms: what each may know. */
const ours = "^(functions|infra|web|test|recount)/";
const lambdas =
  "^functions/(units|scoring|movements|nominations|ballots|rotation|publishing|closing|roots)(\\.ts$|/)";
/** What several Lambdas read together: whose request it is, and where a cluster stands. */
const shared =
  "^functions/(api|items|identity|imports|register|standings|visible|packed-box|histories|trail|members)\\.ts$";

const only = (name, from, ...may) => ({
  name,
  severity: "error",
  from: { path: from },
  to: { path: ours, pathNot: may },
});

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    only(
      "domain knows itself",
      "^functions/domain/",
      "^functions/domain/",
      "^functions/lib/(refusal|passing)\\.ts$",
    ),
    only("lib knows nothing of us", "^functions/lib/", "^functions/lib/"),
    only(
      "api knows the domain",
      "^functions/api(\\.ts$|/)",
      "^functions/api/",
      "^functions/domain/",
      "^functions/lib/route\\.ts$",
    ),
    only(
      "items know the domain",
      "^functions/(items|packed|packed-box)\\.ts$",
      "^functions/domain/",
      "^functions/packed(-box)?\\.ts$",
      "^functions/lib/item\\.ts$",
    ),
    only(
      "a Lambda knows no other",
      lambdas,
      shared,
      "^functions/(units|scoring|ballots|rotation|publishing|closing|pages)/",
      "^functions/domain/",
      "^functions/lib/",
    ),
    only("pages know what they tell", "^functions/pages/", "^functions/pages/", "^functions/domain/"),
    only(
      "aws knows the contract",
      "^infra/(aws/|app)",
      "^infra/aws/",
      "^functions/api\\.ts$",
      "^functions/lib/route\\.ts$",
    ),
    only(
      "local knows the template",
      "^infra/local/(?!sample|audit)",
      "^infra/local/",
      "^functions/lib/chain\\.ts$",
    ),
    only(
      "the audit reads what is kept",
      "^functions/audit\\.ts$",
      "^functions/(items|packed|packed-box|domain/root)\\.ts$",
      "^functions/lib/",
    ),
    only(
      "devices know the envelope",
      "^functions/seal\\.ts$",
      "^functions/envelope\\.ts$",
      "^functions/domain/",
      "^functions/lib/envelope\\.ts$",
    ),
    only(
      "phones know the envelope",
      "^functions/envelope\\.ts$",
      "^functions/domain/choice\\.ts$",
      "^functions/lib/envelope\\.ts$",
    ),
    only(
      "the year is lived through the client",
      "^infra/(year/|local/sample)",
      "^infra/(year|local)/",
      "^functions/api\\.ts$",
      "^functions/domain/",
      "^functions/seal\\.ts$",
      "^functions/lib/(client|refusal|envelope)\\.ts$",
    ),
    only(
      "web knows the contract and the rules",
      "^web/",
      "^web/",
      "^functions/api\\.ts$",
      "^functions/domain/",
      "^functions/(seal|envelope)\\.ts$",
      "^functions/lib/(client|refusal|route|template|envelope|passing)\\.ts$",
    ),
    only("recount knows nothing of ours", "^(test/)?recount/", "^recount/"),
    {
      name: "recount needs node alone",
      severity: "error",
      from: { path: "^recount/" },
      to: { dependencyTypesNot: ["core", "local"] },
    },
    {
      name: "domain needs zod alone",
      severity: "error",
      from: { path: "^functions/domain/" },
      to: { pathNot: ["^functions/", "^node_modules/zod/"] },
    },
    {
      name: "the SDK lives in lib/table, lib/objects and lib/accounts",
      severity: "error",
      from: {
        path: "^(functions|web|infra)/",
        pathNot:
          "^functions/lib/(marshalled|dynamo|kept|objects|signed|signer|table|scan|write|accounts)\\.ts$",
      },
      to: { path: "node_modules/@(aws-sdk|smithy)/" },
    },
    {
      name: "Middy lives in lib/serve",
      severity: "error",
      from: { pathNot: "^(functions/lib/serve|infra/local/server)\\.ts$" },
      to: { path: "node_modules/@middy/" },
    },
    { name: "no cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no strangers",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^aws-lambda$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "types-negative" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types", "svelte"],
      extensions: [".ts", ".js", ".svelte"],
    },
  },
};
