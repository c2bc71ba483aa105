import { afterAll, expect, test } from "vitest";
import { startLocal } from "#infra/local/local.ts";
import { askEngine } from "../watched-engine.ts";

const local = await startLocal({ quiet: true });
afterAll(() => local.stop());

test("what has expired is taken away, and nothing else", async () => {
  const now = Math.floor(local.clock.now() / 1000);
  const put = (sk: string, x?: number) =>
    askEngine(local.endpoint, "PutItem", {
      TableName: local.tableName,
      Item: { pk: { S: "tinh#POLL#hn#p" }, sk: { S: sk }, ...(x !== undefined && { x: { N: String(x) } }) },
    });
  await put("D#cu", now - 1);
  await put("D#moi", now + 60);
  await put("BOARD#1");
  await local.forgetExpired();
  const { Items } = await askEngine(local.endpoint, "Scan", { TableName: local.tableName });
  expect(Items.map((item: { sk: { S: string } }) => item.sk.S).toSorted()).toEqual(["BOARD#1", "D#moi"]);
});
