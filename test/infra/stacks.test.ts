import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { api } from "#api";
import { type Contract, routesOf } from "#lib/route.ts";
import { assembly, raw } from "./synthesized.ts";

type Lambda = {
  Runtime: string;
  Architectures: string[];
  Timeout: number;
  Role: string;
  Environment: { Variables: Record<string, string> };
};
type Statement = {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Principal?: unknown;
  Condition?: object;
};
type Policy = { PolicyDocument: { Statement: Statement[] } };

const contract: Contract = api;
const lambdas = assembly
  .all<Lambda>("AWS::Lambda::Function")
  .filter(({ properties }) => properties.Runtime.startsWith("nodejs"))
  .map(({ id, properties }) => ({ name: id.replace(/^.*-/, "").slice(0, -8), ...properties }));
const named = (name: string) => lambdas.find((lambda) => lambda.name === name);
const list = <T>(one: T | T[]): T[] => (Array.isArray(one) ? one : [one]);

test("the gateway has exactly the routes of the contract, with a guard where a token is asked for", () => {
  const deployed = assembly
    .all<{ RouteKey: string; AuthorizationType: string }>("AWS::ApiGatewayV2::Route")
    .map(({ properties }) => `${properties.RouteKey} ${properties.AuthorizationType}`);
  const promised = routesOf(contract).map(
    ({ method, path, by }) => `${method} ${path} ${by === "token" ? "JWT" : "NONE"}`,
  );
  expect(deployed.toSorted()).toEqual(promised.toSorted());
});

const byClock = ["closingDue", "nightlyRoots"];
test("each group has its function, and the clock has its own", () => {
  expect(lambdas.map(({ name }) => name).toSorted()).toEqual([...Object.keys(api), ...byClock].toSorted());
  for (const { Runtime, Architectures } of lambdas)
    expect([Runtime, Architectures]).toEqual(["nodejs24.x", ["arm64"]]);
});

test("each function is told what it needs, and only the one that signs people in knows the pool", () => {
  const { id: pool } = assembly.only("AWS::Cognito::UserPool");
  const { id: client } = assembly.only("AWS::Cognito::UserPoolClient");
  const { id: table } = assembly.only("AWS::DynamoDB::GlobalTable");
  for (const { name, Environment } of lambdas)
    expect(Environment.Variables, name).toEqual({
      TABLE_NAME: table,
      ...(!byClock.includes(name) && { ORIGIN_SECRET: expect.stringMatching(/^[\w-]{36}$/) }),
      ...(name === "units" && { POOL_ID: pool, CLIENT_ID: client }),
    });
});

test("counting a poll waits three seconds for the last ballot, so that is how long one may take", () => {
  expect(named("ballots")?.Timeout).toBe(3);
});

test("the table is kept, can be recovered and cannot be deleted", () => {
  const [table, ...others] = raw<{ Replicas: object[] }>("AWS::DynamoDB::GlobalTable");
  expect(others).toEqual([]);
  expect(table).toMatchObject({
    DeletionPolicy: "Retain",
    UpdateReplacePolicy: "Retain",
    Properties: {
      BillingMode: "PAY_PER_REQUEST",
      Replicas: [
        {
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        },
      ],
    },
  });
});

test("accounts are kept, nobody signs up alone, and no answer tells whether a name exists", () => {
  expect(raw("AWS::Cognito::UserPool")).toMatchObject([
    {
      DeletionPolicy: "Retain",
      Properties: {
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        DeletionProtection: "ACTIVE",
        Policies: { PasswordPolicy: { MinimumLength: 10 } },
      },
    },
  ]);
  expect(raw("AWS::Cognito::UserPoolClient")).toMatchObject([
    { Properties: { GenerateSecret: false, PreventUserExistenceErrors: "ENABLED" } },
  ]);
});

test("nobody may do everything, and nobody may do anything to everything", () => {
  const statements = ["AWS::IAM::Policy", "AWS::IAM::ManagedPolicy"].flatMap((type) =>
    raw<Policy>(type).flatMap(({ Properties }) => Properties.PolicyDocument.Statement),
  );
  expect(statements.length).toBeGreaterThan(0);
  for (const { Action, Resource } of statements) {
    expect(list(Action).filter((action) => /^\*$|:\*$/.test(action))).toEqual([]);
    expect(list(Resource)).not.toContain("*");
  }
});

test("a function may do what it does to the table, and nothing to its settings", () => {
  const commands = ["table", "write"].flatMap((file) => commandsIn(`functions/lib/${file}.ts`));
  const used = commands.flatMap((command) => actions[command] ?? [command]);
  const allowed = allowedTo("ballots", "dynamodb");
  expect(allowed).toEqual(expect.arrayContaining(used));
  expect(allowed.filter((action) => /Table|Backup|Scan|Stream/.test(action))).toEqual([]);
});

test("only the function that signs people in may change accounts, as far as it does", () => {
  const used = commandsIn("functions/lib/accounts.ts").filter((command) => command.startsWith("Admin"));
  expect(allowedTo("units", "cognito-idp")).toEqual(used.toSorted());
  for (const { name } of lambdas.filter(({ name }) => name !== "units"))
    expect(allowedTo(name, "cognito-idp"), name).toEqual([]);
});

test.for([
  ["what is due is looked for every quarter of an hour", "closingDue", "rate(15 minutes)", 300],
  ["roots are gathered every night", "nightlyRoots", "cron(30 1 * * ? *)", 900],
] as const)("%s, and a run that was given up is kept", ([, name, ScheduleExpression, Timeout]) => {
  const { id: queue } = assembly.only("AWS::SQS::Queue");
  const schedules = assembly
    .all<{ Target: { Arn: string } }>("AWS::Scheduler::Schedule")
    .filter(({ properties }) => properties.Target.Arn.includes(name));
  expect(schedules.map(({ properties }) => properties)).toMatchObject([
    {
      ScheduleExpression,
      ScheduleExpressionTimezone: "Asia/Ho_Chi_Minh",
      Target: { Input: "{}", DeadLetterConfig: { Arn: `${queue}.Arn` } },
    },
  ]);
  expect(named(name)).toMatchObject({ Timeout, DeadLetterConfig: { TargetArn: `${queue}.Arn` } });
});

test("errors, throttles and slowness of each function raise an alarm, and so does a run given up", () => {
  const watched = raw<{ MetricName: string }>("AWS::CloudWatch::Alarm").map(
    ({ Properties }) => Properties.MetricName,
  );
  const each = lambdas.flatMap(() => ["Errors", "Throttles", "Duration"]);
  expect(watched.toSorted()).toEqual([...each, "ApproximateNumberOfMessagesVisible"].toSorted());
});

/** The names of DynamoDB's rights where they differ from the commands. */
const actions: Record<string, string[]> = {
  Get: ["GetItem"],
  Put: ["PutItem"],
  Update: ["UpdateItem"],
  Delete: ["DeleteItem"],
  BatchGet: ["BatchGetItem"],
  BatchWrite: ["BatchWriteItem"],
  TransactWrite: ["PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"],
  TransactGet: ["GetItem"],
  // Only whoever checks the histories reads the whole table, with rights of their own.
  Scan: [],
};

function commandsIn(file: string): string[] {
  const used = readFileSync(file, "utf8").matchAll(/\b([A-Z]\w+)Command\b/g);
  return [...new Set(Array.from(used, ([, command = ""]) => command))];
}

/** What a function may do with a service, and to one thing only: its table, or its pool. */
function allowedTo(name: string, service: string): string[] {
  const role = named(name)?.Role.replace(/\.Arn$/, "");
  const statements = assembly
    .all<Policy & { Roles: string[] }>("AWS::IAM::Policy")
    .filter(({ properties }) => properties.Roles.includes(String(role)))
    .flatMap(({ properties }) => properties.PolicyDocument.Statement)
    .filter(({ Action }) => list(Action).some((action) => action.startsWith(`${service}:`)));
  for (const { Resource } of statements) expect(Resource).toMatch(/-(Table|Pool)\w+\.Arn$/);
  return statements
    .flatMap(({ Action }) => list(Action).map((action) => action.split(":")[1] ?? ""))
    .toSorted();
}
