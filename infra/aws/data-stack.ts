import { Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { AttributeType, Billing, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { explain } from "./explain.ts";

type Props = StackProps & {
  /** The site's own name; CloudFront's where nothing is said. */
  host?: string | undefined;
};

/** The one table, and the files that stand as evidence. They outlive every other stack, and no command deletes them. */
export class DataStack extends Stack {
  readonly table: TableV2;
  readonly evidence: Bucket;

  constructor(scope: Construct, id: string, { host, ...props }: Props) {
    super(scope, id, props);
    this.table = new TableV2(this, "Table", {
      partitionKey: { name: "pk", type: AttributeType.STRING },
      sortKey: { name: "sk", type: AttributeType.STRING },
      billing: Billing.onDemand(),
      // Ballots are forgotten a quarter after their poll; demos on the day in their name; everything else stays.
      timeToLiveAttribute: "x",
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });

    this.evidence = new Bucket(this, "Evidence", {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // What was deleted by mistake or with bad intent can be had back for a month, and is then gone for good.
      versioned: true,
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(30),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
        // What was sent and never became evidence.
        { prefix: "incoming/", expiration: Duration.days(1) },
        // What stands behind the sheets of demos: no council's name has this sign in it.
        { prefix: "demo_/", expiration: Duration.days(8) },
      ],
      // Browsers post and show files themselves; each time with a form or an address signed for that one file.
      cors: [
        {
          allowedOrigins: [`https://${host ?? "*.cloudfront.net"}`],
          allowedMethods: [HttpMethods.POST, HttpMethods.GET],
          allowedHeaders: ["content-type"],
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    explain(this.evidence, {
      "AwsSolutions-S1":
        "The functions log each file that is put, shown or deleted; nobody else may reach one.",
    });
  }
}
