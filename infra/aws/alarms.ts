import { Duration, Stack, type StackProps } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type Metric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";

type Props = StackProps & { functions: Lambda[]; failures: Queue; mailTo?: string | undefined };

/** Tells the people who run this when a function fails, is held back or slow, or a scheduled run was given up. */
export class AlarmStack extends Stack {
  private readonly topic: Topic;

  constructor(scope: Construct, id: string, { functions, failures, mailTo, ...props }: Props) {
    super(scope, id, props);
    this.topic = new Topic(this, "Alarms", { enforceSSL: true });
    // A topic with a policy of its own no longer lets alarms in by default.
    this.topic.grantPublish(new ServicePrincipal("cloudwatch.amazonaws.com"));
    if (mailTo) this.topic.addSubscription(new EmailSubscription(mailTo));

    const period = Duration.minutes(5);
    for (const lambda of functions) {
      const { id } = lambda.node;
      this.raise(`${id}Errors`, lambda.metricErrors({ period }), 1);
      this.raise(`${id}Throttles`, lambda.metricThrottles({ period }), 1);
      const slow = (lambda.timeout?.toMilliseconds() ?? 0) * 0.8;
      this.raise(`${id}Slow`, lambda.metricDuration({ period, statistic: "p99" }), slow);
    }
    this.raise("GivenUp", failures.metricApproximateNumberOfMessagesVisible({ period }), 1);
  }

  private raise(id: string, metric: Metric, threshold: number) {
    new Alarm(this, id, {
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(this.topic));
  }
}
