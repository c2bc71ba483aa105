import type { Duration } from "aws-cdk-lib";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, type FunctionProps, Function as Lambda, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { bundleOf } from "./bundle.ts";

/** No Scan: nothing we do reads the whole table. */
const data = [
  "GetItem",
  "BatchGetItem",
  "Query",
  "PutItem",
  "UpdateItem",
  "DeleteItem",
  "ConditionCheckItem",
];

type Props = {
  /** The group whose bundle it runs. */
  group: string;
  table: TableV2;
  timeout: Duration;
  environment?: Record<string, string>;
} & Pick<FunctionProps, "reservedConcurrentExecutions" | "deadLetterQueue">;

/** One bundle as a Lambda that may read and write the table's items and its own log, and nothing else. */
export class TableFunction extends Lambda {
  constructor(scope: Construct, id: string, { group, table, environment, ...props }: Props) {
    // A role and a log of our own: the ready-made ones may write every log of the account.
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    const logGroup = new LogGroup(scope, `${id}Log`, { retention: RetentionDays.ONE_YEAR });
    logGroup.grantWrite(role);
    table.grant(role, ...data.map((action) => `dynamodb:${action}`));

    super(scope, id, {
      code: Code.fromAsset(bundleOf(group)),
      handler: "index.handler",
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      role,
      logGroup,
      environment: { TABLE_NAME: table.tableName, ...environment },
      ...props,
    });
  }
}
