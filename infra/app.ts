import { App, Aws, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { AlarmStack } from "./aws/alarms.ts";
import { ApiStack } from "./aws/api-stack.ts";
import { bundle } from "./aws/bundle.ts";
import { DataStack } from "./aws/data-stack.ts";
import { IdentityStack } from "./aws/identity-stack.ts";
import { ScheduleStack } from "./aws/schedule-stack.ts";
import { WebStack } from "./aws/web-stack.ts";

await bundle();
const app = new App();
const setting = (name: string) => app.node.tryGetContext(name);

// Where the data lies is a decision: it has no default in the code, only one that can be read in cdk.json.
const region = setting("region");
if (!region) throw new Error("Say where the data lies: -c region=…");
const props = { env: { region } };
// Named, since the functions that write to it come before it; the account makes the name one of a kind.
const siteBucket = `thi-dua-${setting("stage")}-site-${Aws.ACCOUNT_ID}-${region}`;
const idOf = (stack: string) => `ThiDua-${setting("stage")}-${stack}`;

const host = setting("host");
const { table, evidence } = new DataStack(app, idOf("Data"), { ...props, host });
const { pool, client } = new IdentityStack(app, idOf("Identity"), props);
const { http, functions, signingIn, originSecret } = new ApiStack(app, idOf("Api"), {
  ...props,
  table,
  evidence,
  siteBucket,
  pool,
  client,
  concurrency: setting("concurrency") ?? {},
});
const { functions: scheduled, failures } = new ScheduleStack(app, idOf("Schedule"), {
  ...props,
  table,
  signingIn,
});
new WebStack(app, idOf("Web"), {
  ...props,
  http,
  originSecret,
  siteBucket,
  evidence,
  host,
  certificate: setting("certificate"),
});
new AlarmStack(app, idOf("Alarms"), {
  ...props,
  functions: [...functions, ...scheduled],
  failures,
  mailTo: setting("alarmsTo"),
});

// Whoever only plays the stacks on one machine need not wait for the rules.
if (setting("rules") !== "off") Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
