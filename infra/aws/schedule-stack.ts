import { Duration, Stack, type StackProps, TimeZone } from "aws-cdk-lib";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Schedule, ScheduleExpression, ScheduleTargetInput } from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { explain } from "./explain.ts";
import { TableFunction } from "./table-function.ts";

/** Closes what is due: looks every quarter of an hour, and may come twice, late or never. */
export class ScheduleStack extends Stack {
  readonly closing: TableFunction;
  readonly failures: Queue;

  constructor(scope: Construct, id: string, { table, ...props }: StackProps & { table: TableV2 }) {
    super(scope, id, props);
    this.failures = new Queue(this, "Failures", { enforceSSL: true, retentionPeriod: Duration.days(14) });
    // The scheduler only hands over; a run that fails after that is the function's own loss, so both know the queue.
    this.closing = new TableFunction(this, "closingDue", {
      group: "closing",
      table,
      timeout: Duration.minutes(5),
      deadLetterQueue: this.failures,
    });

    const role = new Role(this, "Scheduler", { assumedBy: new ServicePrincipal("scheduler.amazonaws.com") });
    new Schedule(this, "Closing", {
      schedule: ScheduleExpression.expression("rate(15 minutes)", TimeZone.of("Asia/Ho_Chi_Minh")),
      target: new LambdaInvoke(this.closing, {
        role,
        input: ScheduleTargetInput.fromObject({}),
        deadLetterQueue: this.failures,
      }),
    });

    explain(this.failures, { "AwsSolutions-SQS3": "This is the dead-letter queue." });
    explain(role, {
      "AwsSolutions-IAM5[Resource::<closingDueD5243F5B.Arn>:*]":
        "Versions of this one function, as CDK grants them.",
    });
  }
}
