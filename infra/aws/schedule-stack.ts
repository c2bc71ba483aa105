import { Duration, Stack, type StackProps, TimeZone } from "aws-cdk-lib";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Schedule, ScheduleExpression, ScheduleTargetInput } from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { explain } from "./explain.ts";
import { TableFunction } from "./table-function.ts";

type Props = StackProps & {
  table: TableV2;
  /** Lets go of the accounts of demos whose day has come. */
  signingIn: TableFunction;
};

/** What the clock does: closes what is due, at night gathers each council's root and lets go of what has passed. May come twice, late or never. */
export class ScheduleStack extends Stack {
  readonly functions: TableFunction[];
  readonly failures: Queue;

  constructor(scope: Construct, id: string, { table, signingIn, ...props }: Props) {
    super(scope, id, props);
    this.failures = new Queue(this, "Failures", { enforceSSL: true, retentionPeriod: Duration.days(14) });
    // The scheduler only hands over; a run that fails after that is the function's own loss, so both know the queue.
    const common = { table, deadLetterQueue: this.failures };
    const closing = new TableFunction(this, "closingDue", {
      ...common,
      group: "closing",
      timeout: Duration.minutes(5),
    });
    // It reads everything of every council; the next run goes on with the councils it did not come to.
    const roots = new TableFunction(this, "nightlyRoots", {
      ...common,
      group: "roots",
      timeout: Duration.minutes(15),
    });
    this.functions = [closing, roots];

    const role = new Role(this, "Scheduler", { assumedBy: new ServicePrincipal("scheduler.amazonaws.com") });
    const run = (id: string, expression: string, lambda: TableFunction) =>
      new Schedule(this, id, {
        schedule: ScheduleExpression.expression(expression, TimeZone.of("Asia/Ho_Chi_Minh")),
        target: new LambdaInvoke(lambda, {
          role,
          input: ScheduleTargetInput.fromObject({}),
          deadLetterQueue: this.failures,
        }),
      });
    run("Closing", "rate(15 minutes)", closing);
    run("Roots", "cron(30 1 * * ? *)", roots);
    run("Forgetting", "cron(30 0 * * ? *)", signingIn);

    explain(this.failures, { "AwsSolutions-SQS3": "This is the dead-letter queue." });
    const versions = "Versions of this one function, as CDK grants them.";
    explain(role, {
      "AwsSolutions-IAM5[Resource::<closingDueD5243F5B.Arn>:*]": versions,
      "AwsSolutions-IAM5[Resource::<nightlyRootsCEAA93CB.Arn>:*]": versions,
      [`AwsSolutions-IAM5[Resource::${signingIn.stack.stackName}:ExportsOutputFnGetAttunitsB356A36FArn51D8FA8E:*]`]:
        versions,
    });
  }
}
