import type { Assembly } from "./assembly.ts";

type UserPool = {
  Policies: {
    PasswordPolicy: {
      MinimumLength: number;
      RequireLowercase: boolean;
      RequireUppercase: boolean;
      RequireNumbers: boolean;
      RequireSymbols: boolean;
    };
  };
};
type Unit = keyof typeof seconds;
type Client = {
  AccessTokenValidity: number;
  RefreshTokenValidity: number;
  TokenValidityUnits: { AccessToken: Unit; RefreshToken: Unit };
};
type Authorizer = { JwtConfiguration: { Issuer: string } };
export type Pool = ReturnType<typeof poolOf>;

const seconds = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** What the stacks say of the user pool: who it is, how long its tokens live, which passwords it takes. */
export function poolOf(assembly: Assembly) {
  const { id, properties } = assembly.only<UserPool>("AWS::Cognito::UserPool");
  const { id: client, properties: lives } = assembly.only<Client>("AWS::Cognito::UserPoolClient");
  const authorizer = assembly.only<Authorizer>("AWS::ApiGatewayV2::Authorizer").properties;
  const policy = properties.Policies.PasswordPolicy;
  return {
    id,
    client,
    issuer: authorizer.JwtConfiguration.Issuer,
    accessSeconds: lives.AccessTokenValidity * seconds[lives.TokenValidityUnits.AccessToken],
    refreshSeconds: lives.RefreshTokenValidity * seconds[lives.TokenValidityUnits.RefreshToken],
    isStrong: (password: string) =>
      password.length >= policy.MinimumLength &&
      password.length <= 256 &&
      (!policy.RequireLowercase || /[a-z]/.test(password)) &&
      (!policy.RequireUppercase || /[A-Z]/.test(password)) &&
      (!policy.RequireNumbers || /\d/.test(password)) &&
      (!policy.RequireSymbols || /[^a-z\d]/i.test(password)),
  };
}
