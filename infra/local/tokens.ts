import { randomUUID } from "node:crypto";
import { exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, type JWK, SignJWT } from "jose";
import type { Account, Accounts } from "./accounts.ts";
import type { Pool } from "./pool.ts";

export type Sign = (account: Account) => Promise<string>;

/** Signs access tokens as the user pool does, with one key that is made once and kept. */
export async function signerOf(pool: Pool, accounts: Accounts): Promise<{ keys: JSONWebKeySet; sign: Sign }> {
  const jwk: JWK = JSON.parse(accounts.key() ?? (await newKey(accounts)));
  const key = await importJWK(jwk, "RS256");
  const { kty, n, e, kid = "", alg, use } = jwk;

  const sign = ({ name, sub, memberOf }: Account) => {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({
      sub,
      username: name,
      ...(memberOf && { "cognito:groups": [memberOf] }),
      client_id: pool.client,
      token_use: "access",
      scope: "aws.cognito.signin.user.admin",
      iss: pool.issuer,
      auth_time: now,
      iat: now,
      exp: now + pool.accessSeconds,
      jti: randomUUID(),
    })
      .setProtectedHeader({ alg: "RS256", kid })
      .sign(key);
  };
  return { keys: { keys: [{ kty, n, e, kid, alg, use } as JWK] }, sign };
}

async function newKey(accounts: Accounts): Promise<string> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const key = JSON.stringify({
    ...(await exportJWK(privateKey)),
    kid: randomUUID(),
    alg: "RS256",
    use: "sig",
  });
  accounts.keepKey(key);
  return key;
}
