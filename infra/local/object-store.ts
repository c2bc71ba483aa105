import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { readFile, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What is told of an object beside its bytes. */
type Told = { type: string; cacheControl?: string | undefined; etag: string; changed: string };
export type Kept = Told & { body: Buffer };
export type ObjectStore = ReturnType<typeof openObjects>;

/** Objects as files, one each: a line of what is told of it, then its bytes. Without a folder they go when this ends. */
export function openObjects(folder: string | undefined) {
  const root = folder ?? mkdtempSync(join(tmpdir(), "objects-"));
  // A key is a name here, never a path: it cannot lead out of the folder of its bucket.
  const fileOf = (bucket: string, key: string) => join(root, bucket, `${encodeURIComponent(key)}.object`);
  let writing = 0;

  return {
    async find(bucket: string, key: string): Promise<Kept | undefined> {
      const whole = await readFile(fileOf(bucket, key)).catch(absent);
      if (!whole) return undefined;
      const end = whole.indexOf("\n");
      return { ...JSON.parse(whole.toString("utf8", 0, end)), body: whole.subarray(end + 1) };
    },

    async keep(bucket: string, key: string, { body, ...told }: Kept): Promise<void> {
      mkdirSync(join(root, bucket), { recursive: true, mode: 0o700 });
      writing += 1;
      // Written beside and moved in: whoever reads meanwhile finds the old one, or the new one, whole.
      const file = fileOf(bucket, key);
      const beside = `${file}.${process.pid}-${writing}`;
      await writeFile(beside, Buffer.concat([Buffer.from(`${JSON.stringify(told)}\n`), body]), {
        mode: 0o600,
      });
      renameSync(beside, file);
    },

    async forget(bucket: string, key: string): Promise<void> {
      await unlink(fileOf(bucket, key)).catch(absent);
    },

    /** Takes away what begins so and was written before then. */
    forgetBefore(bucket: string, beginning: string, then: number) {
      const folder = join(root, bucket);
      const found = existsSync(folder) ? readdirSync(folder) : [];
      for (const file of found.filter((name) => name.startsWith(encodeURIComponent(beginning)))) {
        const path = join(folder, file);
        if (statSync(path).mtimeMs < then) rmSync(path, { force: true });
      }
    },

    close() {
      if (folder === undefined) rmSync(root, { recursive: true, force: true });
    },
  };
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT" && error.code !== "ENAMETOOLONG") throw error;
}
