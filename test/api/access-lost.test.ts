import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deedsOfAccess } from "#domain/access.ts";
import { password } from "#infra/year/cast.ts";
import { watchedEngine } from "../watched-engine.ts";
import type { Caller } from "../world.ts";

const engine = await watchedEngine();
process.env["AWS_ENDPOINT_URL_DYNAMODB"] = engine.endpoint;
const { haGiang, members, moveTo, nobody, theCouncil } = await import("../world.ts");
afterAll(() => engine.stop());

let clerk: Caller;
beforeAll(async () => {
  ({ clerk } = await theCouncil());
});
beforeEach(() => engine.cut(undefined));

const signIn = (person: string, word = password) =>
  nobody.units.signIn({ body: { council: "vhttdl", person, password: word } });
const wrong = { code: "caller/wrong-password", status: 403 };
/** The clerk who asks comes in too. */
const came = async (day: string) =>
  (await clerk.rotation.readAccess({ from: day, to: day }))
    .flatMap(deedsOfAccess)
    .filter(({ by }) => by !== "thuong-truc");
const ofNobody = (sent: string) => sent.includes("#ACCESS#") && sent.includes('"PERSON#"');

test("who signs in while the trail cannot be written comes in all the same, and hears of a wrong password as ever", async () => {
  moveTo("2026-05-04 08:00");
  for (const part of ['"Item":', ""]) {
    engine.cut((_, sent) => (sent.includes("#ACCESS#") && sent.includes(part) ? "before" : undefined));
    await expect(signIn(haGiang)).resolves.toMatchObject({ token: expect.any(String) });
    await expect(signIn(haGiang, "Sai-mat-khau-1")).rejects.toMatchObject(wrong);
    await expect(signIn("khong-ai", "Sai-mat-khau-1")).rejects.toMatchObject(wrong);
  }
  engine.cut(undefined);
  expect(await came("2026-05-04")).toEqual([]);
  await signIn(haGiang);
  expect(await came("2026-05-04")).toMatchObject([{ by: haGiang }]);
});

test("a crowd that tries names nobody bears writes once a try, hears one answer, and stands in nobody's way", async () => {
  moveTo("2026-05-05 08:00");
  engine.take();
  const crowd = Array.from({ length: 60 }, (_, at) => signIn(`la-mat-${at}`, "Sai-mat-khau-1"));
  const [tried, known] = await Promise.all([
    Promise.allSettled(crowd),
    Promise.all(members.map((unit) => signIn(unit))),
  ]);
  expect(tried.map((each) => each.status === "rejected" && each.reason)).toEqual(
    tried.map(() => expect.objectContaining(wrong)),
  );
  expect(known).toHaveLength(members.length);
  const written = engine.take().filter(({ item, write }) => write > 0 && item?.endsWith(" PERSON#"));
  expect(written.length).toBeGreaterThan(0);
  expect(written.length).toBeLessThanOrEqual(crowd.length);
  const told = await came("2026-05-05");
  expect(told.filter(({ did }) => did === "units.signIn")).toHaveLength(members.length);
  expect(told.find(({ did }) => did === "access.wrong")?.times).toBeGreaterThan(0);

  // What they lean on is not even looked at by who comes in with the right word.
  moveTo("2026-05-05 09:00");
  let asked = 0;
  engine.cut((_, sent) => {
    if (ofNobody(sent)) asked += 1;
    return undefined;
  });
  await signIn(haGiang);
  expect(asked).toBe(0);
  await signIn("la-mat", "Sai-mat-khau-1").catch(() => undefined);
  expect(asked).toBeGreaterThan(0);
});
