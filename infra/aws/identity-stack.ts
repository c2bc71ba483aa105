import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { CfnUserPoolGroup, UserPool, type UserPoolClient } from "aws-cdk-lib/aws-cognito";
import type { Construct } from "constructs";
import { explain } from "./explain.ts";

/** Who may sign in: user names and passwords, made by our own functions; nobody needs an e-mail. */
export class IdentityStack extends Stack {
  readonly pool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    this.pool = new UserPool(this, "Pool", {
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      signInCaseSensitive: false,
      passwordPolicy: {
        minLength: 10,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });

    this.client = this.pool.addClient("Client", {
      generateSecret: false,
      authFlows: { userPassword: true },
      disableOAuth: true,
      preventUserExistenceErrors: true,
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
    });

    // The only right a token carries: it opens councils. Every other right is read from the table.
    new CfnUserPoolGroup(this, "Operator", { userPoolId: this.pool.userPoolId, groupName: "operator" });
    // Whoever deploys makes the first operator by hand, in this pool.
    new CfnOutput(this, "PoolId", { value: this.pool.userPoolId });

    explain(this.pool, {
      "AwsSolutions-COG2":
        "Officers get a user name and a slip of paper; many have no phone or e-mail for a second factor.",
      "AwsSolutions-COG8":
        "The Plus plan is priced per person; the lock after wrong passwords is in every plan.",
    });
  }
}
