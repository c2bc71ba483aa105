import {
  createLocalJWKSet,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from "jose";
import type { Assembly } from "./assembly.ts";

type Authorizer = { JwtConfiguration: { Issuer: string; Audience: string[] } };
type Claims = Record<string, string>;
const mostVerified = 10_000;
export type Verify = (header: string | undefined) => Promise<Claims | undefined>;

/** The JWT authorizers of the gateway, by their id. Keys are those of the one user pool. */
export function authorizers(assembly: Assembly, keys: JSONWebKeySet): (id: string) => Verify {
  const keyOf = createLocalJWKSet(keys);
  const known = new Map(
    assembly.all<Authorizer>("AWS::ApiGatewayV2::Authorizer").map(({ id, properties }) => [id, properties]),
  );
  // A signature once found good stays good until the token ends.
  const verified = new Map<string, Claims>();
  return (id) => {
    const authorizer = known.get(id);
    if (!authorizer) throw new Error(`There is no authorizer ${id}.`);
    return async (header = "") => {
      const token = header.replace(/^Bearer /i, "");
      const claims = verified.get(token) ?? (await claimsOf(token, authorizer, keyOf));
      if (!claims || Number(claims["exp"]) * 1000 <= Date.now()) return undefined;
      if (verified.size >= mostVerified) verified.clear();
      verified.set(token, claims);
      return claims;
    };
  };
}

async function claimsOf(token: string, { JwtConfiguration }: Authorizer, keyOf: JWTVerifyGetKey) {
  try {
    const { payload } = await jwtVerify(token, keyOf, {
      issuer: JwtConfiguration.Issuer,
      algorithms: ["RS256"],
    });
    return JwtConfiguration.Audience.includes(String(payload["client_id"])) ? written(payload) : undefined;
  } catch {
    // Whatever is wrong with a token, the answer is the same: not let in.
    return undefined;
  }
}

/** The gateway hands every claim on as text, and a list as `[one two]`. */
function written(payload: JWTPayload): Claims {
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(" ")}]` : String(value),
    ]),
  );
}
