import { Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { HttpApi, HttpMethod, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpUserPoolAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { UserPool, UserPoolClient } from "aws-cdk-lib/aws-cognito";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { api } from "#api";
import type { Contract } from "#lib/route.ts";
import { explain } from "./explain.ts";
import { TableFunction } from "./table-function.ts";

type Props = StackProps & {
  table: TableV2;
  evidence: Bucket;
  /** The bucket of the site, by name: it belongs to a stack that needs this one. */
  siteBucket: string;
  pool: UserPool;
  client: UserPoolClient;
  /** How many of a group may run at once; the account's own limit where nothing is said. */
  concurrency: Record<string, number>;
};

/** One Lambda for each group of the contract, one route of the gateway for each of its lines. */
export class ApiStack extends Stack {
  readonly http: HttpApi;
  readonly functions: TableFunction[];
  /** The only one that may change accounts. */
  readonly signingIn: TableFunction;
  /** What the site's own host adds to every request, so that nobody comes in beside it. */
  readonly originSecret: Secret;
  /** What is kept of a ticket is made with this. */
  private readonly ticketKey: Secret;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id, props);
    this.originSecret = new Secret(this, "OriginSecret", {
      generateSecretString: { excludePunctuation: true, passwordLength: 48 },
    });
    explain(this.originSecret, {
      "AwsSolutions-SMG4":
        "Gateway and functions must change it at the same moment; a deployment does that, a rotation does not.",
    });

    // Outside the table: whoever holds the table alone cannot try out tickets.
    this.ticketKey = new Secret(this, "TicketKey", {
      generateSecretString: { excludePunctuation: true, passwordLength: 48 },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    explain(this.ticketKey, {
      "AwsSolutions-SMG4": "Another key would make waste paper of every ticket that was printed.",
    });

    this.http = new HttpApi(this, "Http", { createDefaultStage: false });
    this.http.addStage("Stage", {
      stageName: "$default",
      autoDeploy: true,
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, "AccessLog", { retention: RetentionDays.ONE_YEAR }),
        ),
        // No address and no path: a line must never say which delegate came from where.
        format: AccessLogFormat.custom(
          JSON.stringify({ id: "$context.requestId", route: "$context.routeKey", status: "$context.status" }),
        ),
      },
    });

    const authorizer = new HttpUserPoolAuthorizer("Officers", props.pool, {
      userPoolClients: [props.client],
    });
    this.functions = Object.entries<Contract[string]>(api).map(([group, routes]) => {
      const lambda = this.lambdaOf(group, props);
      // One permission for the whole gateway: one for each route outgrows what a function's policy may hold.
      const integration = new HttpLambdaIntegration(group, lambda, { scopePermissionToRoute: false });
      for (const { by, method, path } of Object.values(routes)) {
        const [route] = this.http.addRoutes({
          path,
          methods: [HttpMethod[method]],
          integration,
          ...(by === "token" && { authorizer }),
        });
        if (route && by !== "token") explain(route, { "AwsSolutions-APIG4": withoutToken[by] });
      }
      return lambda;
    });
    const signingIn = this.functions.find(({ node }) => node.id === accountsOf);
    if (!signingIn) throw new Error(`There is no group ${accountsOf}.`);
    this.signingIn = signingIn;
  }

  private lambdaOf(group: string, { table, pool, client, concurrency, ...buckets }: Props) {
    const lambda = new TableFunction(this, group, {
      group,
      table,
      // Counting waits for the longest life of a ballot's request, so that life is short.
      timeout: Duration.seconds(group === "ballots" ? 3 : 10),
      environment: {
        ORIGIN_SECRET: this.originSecret.secretValue.unsafeUnwrap(),
        ...(group === "ballots" && { TICKET_KEY: this.ticketKey.secretValue.unsafeUnwrap() }),
        ...(group === appraising && { EVIDENCE_BUCKET: buckets.evidence.bucketName }),
        ...(group === publishing && { SITE_BUCKET: buckets.siteBucket }),
        ...(group === accountsOf && { POOL_ID: pool.userPoolId, CLIENT_ID: client.userPoolClientId }),
      },
      ...(concurrency[group] && { reservedConcurrentExecutions: concurrency[group] }),
    });
    if (group === accountsOf) pool.grant(lambda, ...accounts.map((action) => `cognito-idp:${action}`));
    if (group === appraising)
      this.allow(lambda, ["GetObject", "PutObject", "DeleteObject"], {
        objects: buckets.evidence.arnForObjects("*"),
        told: `${buckets.evidence.stack.stackName}:ExportsOutputFnGetAttEvidence4CC26D68Arn9E0A376E/*`,
      });
    if (group === publishing)
      this.allow(lambda, ["PutObject", "DeleteObject"], {
        objects: `arn:${this.partition}:s3:::${buckets.siteBucket}/public/*`,
        told: `arn:<AWS::Partition>:s3:::${buckets.siteBucket.replace(this.account, "<AWS::AccountId>")}/public/*`,
      });
    return lambda;
  }

  /** Objects one by one, never their bucket: no list of them, no settings. `told` is how the rules name them. */
  private allow(lambda: Lambda, actions: string[], { objects, told }: { objects: string; told: string }) {
    const { role } = lambda;
    if (!role) throw new Error(`${lambda.node.id} has no role.`);
    role.addToPrincipalPolicy(
      new PolicyStatement({ actions: actions.map((action) => `s3:${action}`), resources: [objects] }),
    );
    explain(role, {
      [`AwsSolutions-IAM5[Resource::${told}]`]: "Each file has a name of its own, made when it comes.",
    });
  }
}

/** The group that keeps evidence, the one that signs people in, and the one that writes finished pages. */
const appraising = "scoring";
const accountsOf = "units";
const publishing = "publishing";

/** What the functions do with people's accounts; signing in itself needs no right. */
const accounts = [
  "AdminCreateUser",
  "AdminDeleteUser",
  "AdminSetUserPassword",
  "AdminDisableUser",
  "AdminEnableUser",
  "AdminUserGlobalSignOut",
  "ListUsers",
];

/** Why a route has no authorizer at the gateway. */
const withoutToken = {
  ticket: "A delegate has no account: the function checks the ticket itself.",
  nobody: "Signing in, and what is public, must be open before anyone is known.",
};
