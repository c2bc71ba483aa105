import { Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { HttpApi, HttpMethod, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpUserPoolAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { UserPool, UserPoolClient } from "aws-cdk-lib/aws-cognito";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { api } from "#api";
import type { Contract } from "#lib/route.ts";
import { explain } from "./explain.ts";
import { TableFunction } from "./table-function.ts";

type Props = StackProps & {
  table: TableV2;
  pool: UserPool;
  client: UserPoolClient;
  /** How many of a group may run at once; the account's own limit where nothing is said. */
  concurrency: Record<string, number>;
};

/** One Lambda for each group of the contract, one route of the gateway for each of its lines. */
export class ApiStack extends Stack {
  readonly http: HttpApi;
  readonly functions: TableFunction[];
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
  }

  private lambdaOf(group: string, { table, pool, client, concurrency }: Props) {
    const lambda = new TableFunction(this, group, {
      group,
      table,
      // Counting waits for the longest life of a ballot's request, so that life is short.
      timeout: Duration.seconds(group === "ballots" ? 3 : 10),
      environment: {
        ORIGIN_SECRET: this.originSecret.secretValue.unsafeUnwrap(),
        ...(group === "ballots" && { TICKET_KEY: this.ticketKey.secretValue.unsafeUnwrap() }),
        ...(group === "units" && { POOL_ID: pool.userPoolId, CLIENT_ID: client.userPoolClientId }),
      },
      ...(concurrency[group] && { reservedConcurrentExecutions: concurrency[group] }),
    });
    if (group === "units") pool.grant(lambda, ...accounts.map((action) => `cognito-idp:${action}`));
    return lambda;
  }
}

/** What the functions do with people's accounts; signing in itself needs no right. */
const accounts = [
  "AdminCreateUser",
  "AdminSetUserPassword",
  "AdminDisableUser",
  "AdminEnableUser",
  "AdminUserGlobalSignOut",
];

/** Why a route has no authorizer at the gateway. */
const withoutToken = {
  ticket: "A delegate has no account: the function checks the ticket itself.",
  nobody: "Signing in, and what is public, must be open before anyone is known.",
};
