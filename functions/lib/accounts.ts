import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  CognitoIdentityProviderServiceException,
  InitiateAuthCommand,
  type InitiateAuthCommandOutput,
  ListUsersCommand,
  type ListUsersCommandOutput,
  UserNotFoundException,
  UsernameExistsException,
} from "@aws-sdk/client-cognito-identity-provider";

const pool = new CognitoIdentityProviderClient();
const UserPoolId = process.env["POOL_ID"];
const ClientId = process.env["CLIENT_ID"];

export type Tokens = { token: string; renewal: string | undefined; expiresIn: number };

/** Why an account could not be used: the caller decides what to say. */
export type AccountFault = "wrong-password" | "throttled" | "weak-password";

/** Tokens for a name and password, or why not. Whether the name exists is not told. */
export function signIn(name: string, password: string): Promise<Tokens | AccountFault> {
  return tokensFrom({
    ClientId,
    AuthFlow: "USER_PASSWORD_AUTH",
    AuthParameters: { USERNAME: name, PASSWORD: password },
  });
}

export function renew(renewal: string): Promise<Tokens | AccountFault> {
  return tokensFrom({ ClientId, AuthFlow: "REFRESH_TOKEN_AUTH", AuthParameters: { REFRESH_TOKEN: renewal } });
}

/** Makes the account, or takes the one there is, and gives it this password. */
export async function setPassword(name: string, password: string): Promise<AccountFault | undefined> {
  return orFault(async () => {
    await pool
      .send(new AdminCreateUserCommand({ UserPoolId, Username: name, MessageAction: "SUPPRESS" }))
      .catch((error) => {
        if (!(error instanceof UsernameExistsException)) throw error;
      });
    await pool.send(
      new AdminSetUserPasswordCommand({ UserPoolId, Username: name, Password: password, Permanent: true }),
    );
    return undefined;
  });
}

/** Ends all sessions and takes no new ones, or takes them again. Somebody who never signed in has no account to change. */
export async function setActive(name: string, active: boolean): Promise<void> {
  try {
    const Change = active ? AdminEnableUserCommand : AdminDisableUserCommand;
    await pool.send(new Change({ UserPoolId, Username: name }));
    if (!active) await pool.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username: name }));
  } catch (error) {
    if (!(error instanceof UserNotFoundException)) throw error;
  }
}

/** The account and its sessions are gone. Somebody who never signed in has none. */
export async function removeAccount(name: string): Promise<void> {
  try {
    await pool.send(new AdminDeleteUserCommand({ UserPoolId, Username: name }));
  } catch (error) {
    if (!(error instanceof UserNotFoundException)) throw error;
  }
}

/** The accounts whose names begin so. */
export async function* accountsFrom(beginning: string): AsyncGenerator<string> {
  let PaginationToken: string | undefined;
  do {
    const asked = { UserPoolId, Filter: `username ^= "${beginning}"`, AttributesToGet: [], PaginationToken };
    const { Users = [], ...page }: ListUsersCommandOutput = await pool.send(new ListUsersCommand(asked));
    for (const { Username } of Users) if (Username) yield Username;
    ({ PaginationToken } = page);
  } while (PaginationToken);
}

async function tokensFrom(input: ConstructorParameters<typeof InitiateAuthCommand>[0]) {
  return orFault(async () => {
    const { AuthenticationResult: given }: InitiateAuthCommandOutput = await pool.send(
      new InitiateAuthCommand(input),
    );
    if (!given?.AccessToken) return "wrong-password" as const;
    return { token: given.AccessToken, renewal: given.RefreshToken, expiresIn: given.ExpiresIn ?? 0 };
  });
}

const faults: Record<string, AccountFault> = {
  NotAuthorizedException: "wrong-password",
  UserNotFoundException: "wrong-password",
  PasswordResetRequiredException: "wrong-password",
  InvalidPasswordException: "weak-password",
  InvalidParameterException: "weak-password",
  TooManyRequestsException: "throttled",
  LimitExceededException: "throttled",
};

async function orFault<T>(ask: () => Promise<T>): Promise<T | AccountFault> {
  try {
    return await ask();
  } catch (error) {
    const fault = error instanceof CognitoIdentityProviderServiceException && faults[error.name];
    if (!fault) throw error;
    // Too many wrong passwords come under the name of one wrong password.
    return /attempts exceeded/i.test(error.message) ? "throttled" : fault;
  }
}
