import { createServer, type IncomingMessage } from "node:http";
import { json } from "node:stream/consumers";
import type { JSONWebKeySet } from "jose";
import { openAccounts } from "./accounts.ts";
import type { Assembly } from "./assembly.ts";
import { listen } from "./listen.ts";
import { operationsOf, PoolRefusal } from "./operations.ts";
import { poolOf } from "./pool.ts";
import { signerOf } from "./tokens.ts";
import { Trouble } from "./trouble.ts";

type Group = { GroupName: string };

export type Identity = {
  endpoint: string;
  keys: JSONWebKeySet;
  /** Makes the account that opens councils. A password given replaces the one it has. */
  seedOperator: (password?: string) => Promise<{ name: string; password: string }>;
  stop: () => Promise<void>;
};

/** Known to everybody who reads this, which is why nobody else on the network may come in with it. */
const operator = { name: "operator", password: "Thi-Dua-2026" };

/** The user pool, on a port of its own: what the functions ask of it, and the keys its tokens are checked with. */
export async function startIdentity(assembly: Assembly, file: string | undefined): Promise<Identity> {
  const pool = poolOf(assembly);
  const accounts = openAccounts(file);
  const { keys, sign } = await signerOf(pool, accounts);
  const operations = operationsOf(pool, accounts, sign);

  const answer = async (request: IncomingMessage): Promise<[number, object]> => {
    if (request.method === "GET") return [200, keys];
    const name = String(request.headers["x-amz-target"]).replace("AWSCognitoIdentityProviderService.", "");
    const operation = operations[name];
    if (!operation)
      return [400, { __type: "UnknownOperationException", message: `${name} is not played here.` }];
    try {
      return [200, await operation((await json(request)) as never)];
    } catch (error) {
      // The pool's own no; anything else is a bug and shows as one.
      if (!(error instanceof PoolRefusal)) throw error;
      return [400, { __type: error.name, message: error.message }];
    }
  };

  const server = createServer((request, response) => {
    answer(request).then(
      ([status, body]) =>
        response
          .writeHead(status, { "content-type": "application/x-amz-json-1.1" })
          .end(JSON.stringify(body)),
      (error) => {
        console.error(error);
        response.writeHead(500).end();
      },
    );
  });
  const { port, stop } = await listen(server, 0, "127.0.0.1");

  return {
    endpoint: `http://127.0.0.1:${port}`,
    keys,
    async seedOperator(given) {
      const password = given ?? operator.password;
      if (!pool.isStrong(password))
        throw new Trouble(
          "OPERATOR_PASSWORD quá yếu: cần từ 10 ký tự, có chữ hoa, chữ thường, số và ký hiệu.",
          "OPERATOR_PASSWORD is too weak: it needs 10 characters, upper and lower case, a digit and a sign.",
        );
      const isNew = !accounts.find(operator.name);
      if (isNew)
        accounts.add(operator.name, assembly.only<Group>("AWS::Cognito::UserPoolGroup").properties.GroupName);
      if (isNew || given) await accounts.setPassword(operator.name, password);
      return { name: operator.name, password };
    },
    async stop() {
      await stop();
      accounts.close();
    },
  };
}
