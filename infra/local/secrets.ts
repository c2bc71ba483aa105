import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/**
 * Where a deployment would make secrets, this machine makes its own: the same in every place and, with a file, the
 * same after every start. The file lies beside the database, never in it.
 */
export function openSecrets(file: string | undefined) {
  const known =
    file && existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string>) : {};
  return (name: string): string => {
    const secret = known[name] ?? randomUUID();
    if (known[name] === undefined) {
      known[name] = secret;
      if (file) writeFileSync(file, JSON.stringify(known, undefined, 2), { mode: 0o600 });
    }
    return secret;
  };
}
