import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { request } from "node:https";
import { json } from "node:stream/consumers";
import { afterAll, expect, test } from "vitest";
import { readCertificate } from "#infra/local/certificate.ts";
import { startLocal } from "#infra/local/local.ts";

const folder = "test/infra/certificate";
const local = await startLocal({
  quiet: true,
  certificate: readCertificate(`${folder}/cert.pem`, `${folder}/key.pem`),
});
afterAll(() => local.stop());

test("a hall is served with its certificate, under the name in it", async () => {
  expect(local.url).toBe(`https://hoi-truong.test:${local.port}`);
  const asked = request({
    port: local.port,
    path: "/api/public/halls",
    ca: readFileSync(`${folder}/cert.pem`),
    servername: "hoi-truong.test",
  });
  const [reply] = await once(asked.end(), "response");
  expect(await json(reply)).toEqual({ open: 0 });
});

test.for([
  [undefined, undefined, "ACME dns-01"],
  [`${folder}/cert.pem`, `${folder}/other-key.pem`, "does not belong"],
  [`${folder}/khong-co.pem`, `${folder}/key.pem`, "cannot be read"],
  [`${folder}/key.pem`, `${folder}/key.pem`, "no certificate"],
  [`${folder}/cert.pem`, `${folder}/cert.pem`, "no private key"],
] as const)("with certificate %s and key %s it says what to do: %s", ([cert, key, says]) => {
  expect(() => readCertificate(cert, key)).toThrow(says);
});

test.for([
  ["", "ADDRESS"],
  ["http://localhost:9", "does not answer"],
] as const)("a deployment to %j waits", async ([address, says]) => {
  const child = spawn(process.execPath, ["infra/ready.ts"], {
    env: { ...process.env, ADDRESS: address },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  const [code] = await once(child, "close");
  expect([code, said]).toEqual([1, expect.stringContaining(says)]);
});
