import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { api } from "#api";
import { closingLead, fenceOf, stateCache } from "#functions/ballots/fence.ts";
import { PackedBallot, PackedBoard, PackedRoll, PackedTickets } from "#functions/packed-box.ts";
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

type Bucket = { BucketName?: string };
const buckets = assembly.all<Bucket>("AWS::S3::Bucket").toSorted((a, b) => (a.id < b.id ? -1 : 1));
const [evidence, site] = buckets;
const nameOf = ({ id, properties }: { id: string; properties: Bucket }) => properties.BucketName ?? id;

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
      ...(name === "ballots" && { TICKET_KEY: expect.stringMatching(/^[\w-]{36}$/) }),
      ...(name === "units" && { POOL_ID: pool, CLIENT_ID: client }),
      ...(name === "scoring" && { EVIDENCE_BUCKET: evidence?.id }),
      ...(name === "publishing" && { SITE_BUCKET: site?.properties.BucketName }),
    });
});

test("files that stand as evidence are nobody's to see, outlive every deployment, and can be had back for a month", () => {
  const [kept, ...others] = raw<Bucket>("AWS::S3::Bucket").filter(({ Properties }) => !Properties.BucketName);
  expect(others).toEqual([]);
  expect(kept).toMatchObject({
    DeletionPolicy: "Retain",
    UpdateReplacePolicy: "Retain",
    Properties: {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
      },
      VersioningConfiguration: { Status: "Enabled" },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      CorsConfiguration: {
        CorsRules: [{ AllowedOrigins: ["https://*.cloudfront.net"], AllowedMethods: ["POST", "GET"] }],
      },
      LifecycleConfiguration: {
        Rules: [
          {
            NoncurrentVersionExpiration: { NoncurrentDays: 30 },
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
          },
          { Prefix: "incoming/", ExpirationInDays: 1 },
          { Prefix: "demo_/", ExpirationInDays: 8 },
        ],
      },
    },
  });
});

test("one function reads and writes evidence, one writes pages below public/, and nobody lists or sets up a bucket", () => {
  const [evidence, site] = buckets.map(nameOf);
  for (const { name } of lambdas)
    expect(allowedObjects(name), name).toEqual(
      name === "scoring"
        ? { [`${evidence}.Arn/*`]: ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"] }
        : name === "publishing"
          ? { [`arn:aws:s3:::${site}/public/*`]: ["s3:DeleteObject", "s3:PutObject"] }
          : {},
    );
});

test("what is kept of tickets is made with a secret that outlives every deployment and lies beside the table", () => {
  type Secret = { GenerateSecretString: { PasswordLength: number } };
  const kept = raw<Secret>("AWS::SecretsManager::Secret").filter(
    ({ DeletionPolicy, UpdateReplacePolicy }) =>
      DeletionPolicy === "Retain" && UpdateReplacePolicy === "Retain",
  );
  expect(kept).toHaveLength(1);
  expect(kept[0]?.Properties.GenerateSecretString.PasswordLength).toBeGreaterThanOrEqual(32);
  const told = lambdas.map(({ Environment }) => Environment.Variables);
  const [key, ...others] = told.flatMap(({ TICKET_KEY }) => TICKET_KEY ?? []);
  expect(others).toEqual([]);
  expect(told.map(({ ORIGIN_SECRET }) => ORIGIN_SECRET)).not.toContain(key);
});

test("a poll is counted after the last ballot has landed or died: what a process knows, its longest life, two seconds", () => {
  const longest = (named("ballots")?.Timeout ?? 0) * 1000;
  expect(longest).toBe(3_000);
  const end = Date.parse("2027-01-17T01:00:00.000Z");
  const fence = Date.parse(fenceOf(new Date(end).toISOString())) - end;
  expect(fence).toBeGreaterThanOrEqual(stateCache + longest + 2_000);
  // Whoever closes by hand is heard by every process before it holds.
  expect(closingLead).toBeGreaterThan(stateCache);
});

test("what a ballot bears as its end is what the table forgets by, and nothing else is forgotten", () => {
  const [table] = raw<{ TimeToLiveSpecification: object }>("AWS::DynamoDB::GlobalTable");
  expect(table?.Properties.TimeToLiveSpecification).toEqual({ AttributeName: "x", Enabled: true });
  const ballot = { conference: "hn", poll: "co", delegate: "an", expires: 1_800_000_000 };
  expect(z.encode(PackedBallot, { ...ballot, choose: ["a"] })).toEqual({ c: "a", x: 1_800_000_000 });
  const page = { conference: "hn", poll: "co", no: 1 };
  for (const kept of [
    z.encode(PackedRoll, { ...page, delegates: [{ delegate: "an", name: "An" }] }),
    z.encode(PackedTickets, { ...page, tickets: [{ delegate: "an", macs: ["m"] }] }),
    z.encode(PackedBoard, { ...page, hashes: new Uint8Array(16) }),
  ])
    expect(kept).not.toHaveProperty("x");
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
  const used = commandsIn("functions/lib/accounts.ts").filter((command) => command !== "InitiateAuth");
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

test("accounts of what has passed are let go every night by the one function that may", () => {
  const schedules = assembly
    .all<{ Target: { Arn: string } }>("AWS::Scheduler::Schedule")
    .filter(({ id }) => id.includes("Forgetting"));
  expect(schedules.map(({ properties }) => properties)).toMatchObject([
    {
      ScheduleExpression: "cron(30 0 * * ? *)",
      ScheduleExpressionTimezone: "Asia/Ho_Chi_Minh",
      Target: { Arn: expect.stringMatching(/-units\w+\.Arn$/), Input: "{}" },
    },
  ]);
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

/** What a function may do to which objects. */
function allowedObjects(name: string): Record<string, string[]> {
  const role = named(name)?.Role.replace(/\.Arn$/, "");
  return Object.fromEntries(
    assembly
      .all<Policy & { Roles: string[] }>("AWS::IAM::Policy")
      .filter(({ properties }) => properties.Roles.includes(String(role)))
      .flatMap(({ properties }) => properties.PolicyDocument.Statement)
      .filter(({ Action }) => list(Action).some((action) => action.startsWith("s3:")))
      .map(({ Action, Resource }) => [String(Resource), list(Action)]),
  );
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
