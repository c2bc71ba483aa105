import { type Account, type Accounts, isPassword } from "./accounts.ts";
import { countAttempts } from "./attempts.ts";
import type { Pool } from "./pool.ts";
import type { Sign } from "./tokens.ts";

type Named = { UserPoolId: string; Username: string };
type Operation = (input: never) => Promise<object> | object;

/** What the pool answers instead; its name is the one the SDK turns into an exception. */
export class PoolRefusal extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** The operations of the user pool that our functions use, by their names in its API. */
export function operationsOf(pool: Pool, accounts: Accounts, sign: Sign): Record<string, Operation> {
  const attempts = countAttempts();

  const found = ({ UserPoolId, Username }: Named): Account => {
    if (UserPoolId !== pool.id)
      throw new PoolRefusal("ResourceNotFoundException", "User pool does not exist.");
    const account = accounts.find(nameOf(Username));
    if (!account) throw new PoolRefusal("UserNotFoundException", "User does not exist.");
    return account;
  };

  const byPassword = async ({ USERNAME = "", PASSWORD = "" }: Record<string, string>) => {
    const name = nameOf(USERNAME);
    if (attempts.isHeld(name)) throw new PoolRefusal("NotAuthorizedException", "Password attempts exceeded");
    const account = accounts.find(name);
    if (!(await isPassword(account, PASSWORD)) || !account) {
      attempts.failed(name);
      throw new PoolRefusal("NotAuthorizedException", "Incorrect username or password.");
    }
    attempts.passed(name);
    return account;
  };

  const byRefreshToken = ({ REFRESH_TOKEN = "" }: Record<string, string>) => {
    const account = accounts.find(accounts.whoStays(REFRESH_TOKEN) ?? "");
    if (!account) throw new PoolRefusal("NotAuthorizedException", "Invalid Refresh Token");
    return account;
  };

  return {
    async InitiateAuth({ ClientId, AuthFlow, AuthParameters }: InitiateAuth) {
      if (ClientId !== pool.client)
        throw new PoolRefusal("ResourceNotFoundException", `User pool client ${ClientId} does not exist.`);
      const isNew = AuthFlow === "USER_PASSWORD_AUTH";
      if (!isNew && AuthFlow !== "REFRESH_TOKEN_AUTH")
        throw new PoolRefusal("InvalidParameterException", `${AuthFlow} is not allowed for this client.`);

      const account = isNew ? await byPassword(AuthParameters) : byRefreshToken(AuthParameters);
      if (!account.enabled) throw new PoolRefusal("NotAuthorizedException", "User is disabled.");
      const until = Date.now() + pool.refreshSeconds * 1000;
      return {
        ChallengeParameters: {},
        AuthenticationResult: {
          AccessToken: await sign(account),
          ExpiresIn: pool.accessSeconds,
          TokenType: "Bearer",
          ...(isNew && { RefreshToken: accounts.keepSignedIn(account.name, until) }),
        },
      };
    },

    AdminCreateUser({ Username }: Named) {
      const name = nameOf(Username);
      if (!/^\S{1,128}$/.test(name))
        throw new PoolRefusal("InvalidParameterException", "Username is not valid.");
      if (accounts.find(name))
        throw new PoolRefusal("UsernameExistsException", "User account already exists");
      accounts.add(name, null);
      return { User: { Username: name, Enabled: true, UserStatus: "FORCE_CHANGE_PASSWORD", Attributes: [] } };
    },

    async AdminSetUserPassword({ Password, ...named }: Named & { Password: string }) {
      const { name } = found(named);
      if (!pool.isStrong(Password))
        throw new PoolRefusal("InvalidPasswordException", "Password does not conform to policy.");
      await accounts.setPassword(name, Password);
      attempts.passed(name);
      return {};
    },

    AdminDisableUser(named: Named) {
      accounts.enable(found(named).name, false);
      return {};
    },

    AdminEnableUser(named: Named) {
      accounts.enable(found(named).name, true);
      return {};
    },

    AdminDeleteUser(named: Named) {
      accounts.remove(found(named).name);
      return {};
    },

    ListUsers({ UserPoolId, Filter, PaginationToken = "" }: ListUsers) {
      const [, beginning] = /^username \^= "([^"]+)"$/.exec(Filter) ?? [];
      if (UserPoolId !== pool.id || beginning === undefined)
        throw new PoolRefusal("InvalidParameterException", `${Filter} is not played here.`);
      const names = accounts.namesFrom(nameOf(beginning), PaginationToken, mostListed);
      const Users = names.map((Username) => ({ Username }));
      return { Users, ...(names.length === mostListed && { PaginationToken: names.at(-1) }) };
    },

    AdminUserGlobalSignOut(named: Named) {
      accounts.signOut(found(named).name);
      return {};
    },
  };
}

/** As many as the pool tells at once. */
const mostListed = 60;
type ListUsers = { UserPoolId: string; Filter: string; PaginationToken?: string };
type InitiateAuth = { ClientId: string; AuthFlow: string; AuthParameters: Record<string, string> };

/** The pool knows a name in any letter case. */
const nameOf = (username: string) => String(username).toLowerCase();
