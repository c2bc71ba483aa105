import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import type { PartName } from "#domain/publication.ts";
import { callerOf, password } from "#infra/year/cast.ts";
import { png } from "../picture.ts";
import {
  aCluster,
  bacKan,
  type Caller,
  caoBang,
  days,
  found,
  haGiang,
  join,
  langSon,
  local,
  moveTo,
  nobody,
  theCouncil,
  tuyenQuang,
  year,
} from "../world.ts";
import { ends } from "./asked.ts";

const site = "https://thi-dua.example";
let clerk: Caller;
let as: (unit: string) => Caller;
beforeAll(async () => {
  ({ clerk, as } = await theCouncil());
});

type At = Awaited<ReturnType<typeof aCluster>>;
const pageAt = ({ cluster }: At) => `cluster-${cluster}`;
const read = async (path: string) => {
  const reply = await fetch(local.url + path);
  return { status: reply.status, text: await reply.text(), headers: reply.headers };
};

type Choice = { parts: PartName[]; totals?: boolean; site?: string };
const look = (page: string, choice: Choice, who = clerk) =>
  who.publishing.previewPage({ year, page, body: { site, ...choice } });
async function publish(page: string, choice: Choice, { who = clerk, picture = png() } = {}) {
  const { digest } = await look(page, choice, who);
  return who.publishing.publishPage({
    year,
    page,
    body: { site, ...choice, digest, pictures: { vi: picture } },
  });
}
const withdraw = (page: string, who = clerk) => who.publishing.withdrawPage({ year, page });

/** A cluster in which Hà Giang leads with 25 points and Cao Bằng follows with 12. */
async function scored() {
  const at = await aCluster(clerk, "scoring");
  for (const [unit, points] of [
    [haGiang, 10],
    [caoBang, 7],
  ] as const)
    await as(unit).scoring.saveClaims({
      ...at,
      unit,
      body: { changes: { "1.1": { now: points }, ...(unit === haGiang && { "1.4": { now: true } }) } },
    });
  for (const unit of [haGiang, caoBang])
    await as(unit).scoring.submitSheet({ ...at, unit, body: { leaveBlank: ["1.1", "1.2", "1.3", "1.4"] } });
  moveTo(days.review);
  return at;
}

async function announced() {
  const at = await scored();
  await clerk.scoring.announceRanking(at);
  return at;
}

describe("a ranking", () => {
  test("is for everybody only once it was announced in its cluster", async () => {
    const at = await scored();
    const page = pageAt(at);
    await expect(look(page, { parts: ["results"] })).rejects.toMatchObject({
      code: "publication/not-ready",
      about: { part: "results", because: "not-announced" },
    });
    await publish(page, { parts: ["members"] });
    const early = await read(`/c/vhttdl/${year}/${at.cluster}`);
    expect(early.status).toBe(200);
    expect(early.text).toContain("Sở VHTTDL Hà Giang");
    expect(early.text).not.toContain("dẫn đầu");
    await clerk.scoring.announceRanking(at);
    await publish(page, { parts: ["members", "results"] });
    expect((await read(`/c/vhttdl/${year}/${at.cluster}`)).text).toContain("Sở VHTTDL Hà Giang dẫn đầu");
  });

  test("tells ranks, and points only where the council says so", async () => {
    const at = await announced();
    const page = pageAt(at);
    await publish(page, { parts: ["results"] });
    const ranks = await read(`/c/vhttdl/${year}/${at.cluster}`);
    expect(ranks.text).toContain('data-rank="1"');
    expect(ranks.text).not.toContain("Điểm</th>");
    expect(ranks.text).not.toContain('<td class="n">20</td>');
    await publish(page, { parts: ["results"], totals: true });
    const points = await read(`/c/vhttdl/${year}/${at.cluster}`);
    expect(points.text).toContain('<td class="n">20</td>');
    expect(points.text).toContain('<td class="n">7</td>');
  });
});

describe("a published page", () => {
  test("is a finished file with an address that whoever passes it on shows, and a picture of its own", async () => {
    const at = await announced();
    const { address, state } = await publish(pageAt(at), { parts: ["results", "members"] });
    expect({ address, state }).toEqual({ address: `/c/vhttdl/${year}/${at.cluster}`, state: "out" });
    const { text, headers } = await read(address);
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(headers.get("cache-control")).toBe("public, max-age=60");
    expect(text).toContain('<html lang="vi">');
    expect(text).toContain(`<link rel="canonical" href="${site}${address}">`);
    expect(text).toContain('<meta property="og:image:width" content="1200">');
    const [, picture = ""] = /og:image" content="([^"]+)"/.exec(text) ?? [];
    const drawn = await fetch(local.url + picture.replace(site, ""));
    expect(drawn.headers.get("content-type")).toBe("image/png");
    expect(Buffer.from(await drawn.arrayBuffer()).toString("base64")).toBe(png());
    expect(text).not.toMatch(/\sstyle=|<script>|<style|onclick/);
  });

  test("stands in the index and in the map for search engines as long as it is out", async () => {
    const at = await announced();
    const { address } = await publish(pageAt(at), { parts: ["members"] });
    expect((await read("/c/vhttdl")).text).toContain(`href="${address}"`);
    expect((await read("/c/vhttdl/sitemap.xml")).text).toContain(`<loc>${site}${address}</loc>`);
    await withdraw(pageAt(at));
    expect((await read("/c/vhttdl")).text).not.toContain(`href="${address}"`);
    expect((await read("/c/vhttdl/sitemap.xml")).text).not.toContain(address);
  });

  test("that was withdrawn is gone with its picture, and says so in words", async () => {
    const at = await announced();
    const { address } = await publish(pageAt(at), { parts: ["results"] });
    const [, picture = ""] = /og:image" content="([^"]+)"/.exec((await read(address)).text) ?? [];
    await expect(withdraw(pageAt(at))).resolves.toMatchObject({ state: "withdrawn", parts: {} });
    const gone = await read(address);
    expect([gone.status, gone.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
    expect(gone.text).toContain("đã gỡ trang này ngày");
    expect(gone.text).toContain('content="noindex"');
    expect(gone.text).not.toContain("Hà Giang");
    expect((await read(picture.replace(site, ""))).status).toBe(404);
    // What was never out says no more than that.
    expect((await read("/c/vhttdl/1999")).text).toContain("chưa công bố trang");
    expect((await read("/c/khong-co")).status).toBe(404);
  });

  test("is withdrawn as often as one likes, but not before it was ever out", async () => {
    const at = await announced();
    await expect(withdraw(pageAt(at))).rejects.toMatchObject({ code: "publication/unknown" });
    await publish(pageAt(at), { parts: ["members"] });
    await withdraw(pageAt(at));
    await expect(withdraw(pageAt(at))).resolves.toMatchObject({ state: "withdrawn" });
    await expect(publish(pageAt(at), { parts: ["members"] })).resolves.toMatchObject({ state: "out" });
  });

  test("bears names as text, whatever they are", async () => {
    const hostile = `<script>alert("1")</script> & 'Sở' <img src=x>`;
    await clerk.units.saveUnit({ unit: bacKan, body: { name: hostile, since: year } });
    const at = await announced();
    const { address } = await publish(pageAt(at), { parts: ["members", "results"] });
    const { text } = await read(address);
    expect(text).not.toContain("<script>alert");
    expect(text).not.toContain("<img src=x");
    expect(text).toContain("&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62; &#38; &#39;Sở&#39;");
    for (const [, json = ""] of text.matchAll(/ld\+json">(.*?)<\/script>/g))
      expect(() => JSON.parse(json)).not.toThrow();
    await clerk.units.saveUnit({ unit: bacKan, body: { name: "Sở VHTTDL Bắc Kạn", since: year } });
  });

  test("keeps the names of its year when a unit is called otherwise later", async () => {
    const at = await announced();
    await clerk.units.saveUnit({ unit: tuyenQuang, body: { name: "Sở VHTTDL mới", since: year + 1 } });
    const { address } = await publish(pageAt(at), { parts: ["members"] });
    const { text } = await read(address);
    expect(text).toContain("Sở VHTTDL Tuyên Quang");
    expect(text).not.toContain("Sở VHTTDL mới");
  });

  test("stays as it is when figures change, and the clerk is told", async () => {
    const at = await announced();
    const page = pageAt(at);
    await publish(page, { parts: ["members"] });
    await expect(clerk.publishing.readPublication({ year, page })).resolves.toMatchObject({ changed: false });
    await clerk.units.saveUnit({ unit: langSon, body: { name: "Sở VHTTDL Lạng Sơn (mới)", since: year } });
    await expect(clerk.publishing.readPublication({ year, page })).resolves.toMatchObject({ changed: true });
    expect((await read(`/c/vhttdl/${year}/${at.cluster}`)).text).not.toContain("(mới)");
    const { digest } = await look(page, { parts: ["members"] });
    await clerk.units.saveUnit({ unit: langSon, body: { name: "Sở VHTTDL Lạng Sơn", since: year } });
    await expect(
      clerk.publishing.publishPage({ year, page, body: { site, parts: ["members"], digest } }),
    ).rejects.toMatchObject({ code: "publication/changed-meanwhile" });
  });
});

describe("who publishes", () => {
  test("is the council's clerk, under the council's own address alone", async () => {
    const at = await announced();
    await expect(publish(pageAt(at), { parts: ["members"] }, { who: as(haGiang) })).rejects.toMatchObject({
      code: "caller/not-allowed",
    });
    await publish(pageAt(at), { parts: ["members"] });
    const other = await found("tinh-khac");
    await other.rotation.openYear({
      yearNo: year,
      body: { calendar: (await clerk.units.readCluster(at)).calendar as never },
    });
    await expect(look(pageAt(at), { parts: ["members"] }, other)).rejects.toMatchObject({
      code: "cluster/unknown",
    });
    await expect(withdraw(pageAt(at), other)).rejects.toMatchObject({ code: "publication/unknown" });
    expect((await read(`/c/vhttdl/${year}/${at.cluster}`)).status).toBe(200);
  });

  test("twice in a row or at once, does it once; each part keeps the hand that let it out", async () => {
    const at = await announced();
    const page = pageAt(at);
    const all = await Promise.all([1, 2, 3].map(() => publish(page, { parts: ["members"] })));
    expect(new Set(all.map(({ state }) => state))).toEqual(new Set(["out"]));
    const second = await join(clerk, `thu-hai-${at.cluster}`, { name: "Chuyên viên", role: "clerk" });
    const again = await publish(page, { parts: ["members", "results"] }, { who: second });
    expect(again.parts).toMatchObject({
      members: { by: "thuong-truc" },
      results: { by: `thu-hai-${at.cluster}` },
    });
  });

  test("is one of two clerks who let out different things in the same moment; the file is the winner's", async () => {
    const at = await announced();
    const page = pageAt(at);
    const heard = await ends(
      publish(page, { parts: ["members"] }),
      publish(page, { parts: ["results"] }),
      publish(page, { parts: ["members", "results"] }),
    );
    expect(heard).toContain("done");
    expect(heard.filter((each) => each !== "done" && each !== "publication/under-way")).toEqual([]);
    const { publication } = await clerk.publishing.readPublication({ year, page });
    const { text } = await read(`/c/vhttdl/${year}/${at.cluster}`);
    expect(text.includes('id="members"')).toBe(publication?.parts.members !== undefined);
    expect(text.includes('id="results"')).toBe(publication?.parts.results !== undefined);
  });

  test("and was cut off half-way is told so; another waits until that hand writes no more, and ends it", async () => {
    const at = await announced();
    const page = pageAt(at);
    await publish(page, { parts: ["members"] });
    await cutOff(page, new Date(Date.now()).toISOString());
    await expect(clerk.publishing.readPublication({ year, page })).resolves.toMatchObject({
      publication: { state: "unfinished" },
    });
    await expect(publish(page, { parts: ["results"] })).rejects.toMatchObject({
      code: "publication/under-way",
    });
    await expect(withdraw(page)).rejects.toMatchObject({ code: "publication/under-way" });
    // The same thing again ends it at once.
    await expect(publish(page, { parts: ["members"] })).resolves.toMatchObject({ state: "out" });
    await cutOff(page, new Date(Date.now() - 16_000).toISOString());
    await expect(withdraw(page)).resolves.toMatchObject({ state: "withdrawn" });
    expect((await read(`/c/vhttdl/${year}/${at.cluster}`)).status).toBe(404);
  });

  /** As somebody leaves it who begins and never comes to the end. */
  async function cutOff(page: string, at: string) {
    const db = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: local.endpoint }));
    await db.send(
      new UpdateCommand({
        TableName: local.tableName,
        Key: { pk: "vhttdl#PUBLICATIONS", sk: `PAGE#${year}#${page}` },
        UpdateExpression: "SET #written = :none, #at = :at",
        ExpressionAttributeNames: { "#written": "written", "#at": "at" },
        ExpressionAttributeValues: { ":none": "", ":at": at },
      }),
    );
  }
});

describe("the picture", () => {
  const cut = Buffer.from(png(), "base64");
  test.for([
    ["of another size", png({ width: 600, height: 315 })],
    ["that is none", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>").toString("base64")],
    ["with something behind it", Buffer.concat([cut, Buffer.from("PK\u0003\u0004")]).toString("base64")],
    ["with words in it", png({ chunks: [["tEXt", Buffer.from("Comment\0x")]] })],
    ["that would unpack to more than it shows", png({ rows: 40_000 })],
    ["that is cut off", cut.subarray(0, -9).toString("base64")],
    [
      "with a byte changed",
      Buffer.from(cut.map((byte, at) => (at === 60 ? byte ^ 1 : byte))).toString("base64"),
    ],
  ])("%s is not taken", async ([, picture = ""]) => {
    const at = await aCluster(clerk, "running");
    await expect(publish(pageAt(at), { parts: ["members"] }, { picture })).rejects.toMatchObject({
      code: "publication/bad-picture",
      status: 422,
    });
    expect((await read(`/c/vhttdl/${year}/${at.cluster}`)).status).toBe(404);
  });
});

describe("the honour board and its register", () => {
  const decide = (who: Caller, decision: string, change: object) =>
    who.nominations.decide({
      year,
      decision,
      body: {
        award: "CO_BT",
        recipient: { unit: haGiang },
        outcome: "awarded",
        number: "412/QĐ-BVHTTDL",
        date: "2027-03-10",
        ...change,
      },
    });
  const check = (mark: string, council = "so-khen") => nobody.publishing.checkAward({ council, mark });
  /** What a process remembers of the registers is read anew after that. */
  const later = (minutes: number) => local.clock.moveTo(Date.now() + minutes * 60_000);

  test("tell who leads and what was awarded by number and date, and nothing that was refused or is not decided", async () => {
    const { clerk: theirs, as: their } = await theCouncil("so-khen");
    const at = await aCluster(theirs, "review");
    // Beside it one whose ranking nobody has announced.
    await aCluster(theirs, "review");
    await expect(check("412-qd-bvhttdl")).rejects.toMatchObject({
      code: "register/not-published",
      status: 404,
    });
    await expect(look("honours", { parts: ["register"] }, theirs)).rejects.toMatchObject({
      about: { because: "not-decided" },
    });
    await decide(theirs, "qd-1", {});
    await decide(theirs, "qd-2", {
      award: "CSTDCS",
      recipient: { person: "Nguyễn Thị Lan", position: "Chuyên viên", unit: caoBang },
      number: "413/QĐ-BVHTTDL",
    });
    await decide(theirs, "qd-3", {
      recipient: { person: "Trần Văn Tư Chối", unit: bacKan },
      outcome: "refused",
    });
    await decide(theirs, "qd-4", { recipient: { person: "Lê Chưa Ký", unit: bacKan }, number: undefined });
    await decide(theirs, "qd-5", {
      recipient: { unit: langSon },
      outcome: "changed",
      to: "BK_BT",
      number: "414/QĐ",
    });
    await theirs.scoring.announceRanking(at);

    await publish("honours", { parts: ["leaders", "register"] }, { who: theirs });
    const { text } = await read(`/c/so-khen/${year}`);
    expect(text).toContain("1 cụm, khối đã có kết quả. 2 tập thể và 1 cá nhân được khen thưởng.");
    for (const said of ["Nguyễn Thị Lan", "412/QĐ-BVHTTDL", "10/03/2027", "Cờ thi đua"])
      expect(text).toContain(said);
    for (const kept of ["Trần Văn Tư Chối", "Lê Chưa Ký"]) expect(text).not.toContain(kept);
    expect(await their(haGiang).nominations.readRegister({ year })).toHaveLength(4);

    later(1);
    const byNumber = await check("412-qd-bvhttdl");
    expect(byNumber).toMatchObject({
      found: [{ recipient: "Sở VHTTDL Hà Giang", changed: false, year }],
      more: false,
    });
    const code = byNumber.found[0]?.code ?? "";
    expect(text).toContain(`id="${code}"`);
    expect(await check(code.toLowerCase())).toEqual(byNumber);
    expect(await check("414-qd")).toMatchObject({
      found: [{ award: "Bằng khen của Bộ, ban, ngành, tỉnh", changed: true }],
    });
    expect(await check("999-qd")).toEqual({ found: [], more: false });

    // A register that was taken back answers nobody any more.
    await withdraw("honours", theirs);
    later(1);
    await expect(check("413-qd-bvhttdl")).rejects.toMatchObject({ code: "register/not-published" });
  });
});

test("next year's head is for everybody once recognised, and a movement once it is over", async () => {
  const at = await aCluster(clerk, "running");
  const page = pageAt(at);
  await clerk.movements.saveMovement({
    ...at,
    movement: "ke-sach",
    body: { name: "Tặng kệ sách", to: "2026-11-30" },
  });
  for (const [unit, value] of [
    [haGiang, 108],
    [caoBang, 121],
  ] as const)
    await as(unit).movements.contribute({
      ...at,
      movement: "ke-sach",
      contribution: `lan-${unit}`,
      body: { unit, metric: "Sách tặng", measure: "cuốn", value, lastYear: value - 21 },
    });
  const open = async () => {
    const { parts } = await clerk.publishing.readPublication({ year, page });
    return Object.fromEntries(parts.flatMap(({ part, open }) => (open ? [[part, open]] : [])));
  };
  expect(await open()).toEqual({
    results: "not-announced",
    movements: "still-running",
    heads: "not-recognised",
  });
  moveTo(days.voting);
  await clerk.rotation.saveSuccession({
    ...at,
    body: { head: haGiang, deputies: [caoBang], how: "rotation" },
  });
  expect(await open()).toEqual({ results: "not-announced", heads: "not-recognised" });
  await clerk.rotation.recogniseSuccession({
    ...at,
    body: { yes: true, number: "15/QĐ", date: "2027-01-20" },
  });
  expect(await open()).toEqual({ results: "not-announced" });
  const { address } = await publish(page, { parts: ["movements", "heads"] });
  const { text } = await read(address);
  expect(text).toContain('<p class="num-big">229</p>');
  expect(text).toContain("so với 187 cuốn năm trước");
  expect(text).toContain("Cụm trưởng");
});

test("whoever's account is not of the council sees none of the clerk's desk", async () => {
  const stranger = callerOf(local, { person: local.operator.name, password: local.operator.password });
  await expect(stranger.publishing.listPublications({ year })).rejects.toMatchObject({
    code: "caller/not-allowed",
  });
  expect(password).not.toBe(local.operator.password);
});
