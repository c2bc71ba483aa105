import { createHash, randomBytes, randomUUID, scrypt, timingSafeEqual } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { Trouble } from "./trouble.ts";

export type Account = {
  name: string;
  sub: string;
  password: string | null;
  enabled: number;
  memberOf: string | null;
};
export type Accounts = ReturnType<typeof openAccounts>;

const hash = promisify<string, Buffer, number, { N: number }, Buffer>(scrypt);
const cost = { N: 2 ** 14 };
const digestOf = (token: string) => createHash("sha256").update(token).digest("base64url");

/** What the user pool remembers: people, what they hold to stay signed in, and the key it signs with. */
export function openAccounts(file: string | undefined) {
  const database = open(file);
  const find = database.prepare("select * from account where name = ?");
  const put = database.prepare("insert into account (name, sub, enabled, memberOf) values (?, ?, 1, ?)");
  const setPassword = database.prepare("update account set password = ? where name = ?");
  const setEnabled = database.prepare("update account set enabled = ? where name = ?");
  const putRefresh = database.prepare("insert into refresh (digest, name, ends) values (?, ?, ?)");
  const findRefresh = database.prepare("select name from refresh where digest = ? and ends > ?");
  const dropRefresh = database.prepare("delete from refresh where name = ? or ends <= ?");
  const drop = database.prepare("delete from account where name = ?");
  const findFrom = database.prepare(
    "select name from account where substr(name, 1, length(?1)) = ?1 and name > ?2 order by name limit ?3",
  );
  const findKey = database.prepare("select jwk from signing_key");
  const putKey = database.prepare("insert into signing_key (jwk) values (?)");

  return {
    find: (name: string) => find.get(name) as Account | undefined,
    add: (name: string, group: string | null) => put.run(name, randomUUID(), group),
    async setPassword(name: string, password: string) {
      const salt = randomBytes(16);
      const hashed = await hash(password, salt, 32, cost);
      setPassword.run(`${salt.toString("base64url")}.${hashed.toString("base64url")}`, name);
    },
    enable: (name: string, enabled: boolean) => setEnabled.run(Number(enabled), name),

    /** A way to stay signed in until then; only its digest is kept. */
    keepSignedIn(name: string, until: number): string {
      const token = randomBytes(32).toString("base64url");
      putRefresh.run(digestOf(token), name, until);
      return token;
    },
    whoStays: (token: string) => findRefresh.get(digestOf(token), Date.now())?.["name"] as string | undefined,
    signOut: (name: string) => dropRefresh.run(name, Date.now()),

    remove(name: string) {
      dropRefresh.run(name, Date.now());
      drop.run(name);
    },

    /** Those that begin so, the next after the one named. */
    namesFrom: (beginning: string, after: string, most: number) =>
      findFrom.all(beginning, after, most).map(({ name }) => String(name)),

    key: () => findKey.get()?.["jwk"] as string | undefined,
    keepKey: (jwk: string) => putKey.run(jwk),
    close: () => database.close(),
  };
}

/** Takes as long for nobody as for somebody. */
export async function isPassword(account: Account | undefined, password: string): Promise<boolean> {
  const [salt = "", kept = ""] = account?.password?.split(".") ?? [];
  const hashed = await hash(password, Buffer.from(salt, "base64url"), 32, cost);
  const expected = Buffer.from(kept, "base64url");
  return expected.length === hashed.length && timingSafeEqual(expected, hashed);
}

function open(file: string | undefined): DatabaseSync {
  const database = new DatabaseSync(file ?? ":memory:");
  try {
    // Held as long as this process lives, so that no second one works on the same folder.
    database.exec(`
      pragma locking_mode = exclusive;
      begin exclusive;
      create table if not exists account
        (name text primary key, sub text not null, password text, enabled integer not null, memberOf text);
      create table if not exists refresh (digest text primary key, name text not null, ends integer not null);
      create table if not exists signing_key (jwk text not null);
      commit;
    `);
    return database;
  } catch (cause) {
    throw (cause as { errcode?: number }).errcode === 5
      ? new Trouble(
          "Một tiến trình khác đang dùng thư mục dữ liệu này: hãy tắt nó, hoặc đặt DATA_DIR khác.",
          "Another process works on this data folder: stop it, or set another DATA_DIR.",
          cause,
        )
      : new Trouble(
          `Tệp dữ liệu ${file} bị hỏng: hãy đặt bản sao lưu vào chỗ đó, hoặc dời tệp đi rồi chạy lại.`,
          `The data file ${file} is damaged: put a backup in its place, or move it away, and start again.`,
          cause,
        );
  }
}
