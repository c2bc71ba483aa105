import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { addressOfPage, type PageLanguage, pageLanguages, pageOfMovement } from "#domain/public-address.ts";
import type { PartName } from "#domain/publication.ts";
import { png } from "../picture.ts";
import {
  aCluster,
  bacKan,
  type Caller,
  caoBang,
  days,
  haGiang,
  local,
  moveTo,
  nobody,
  theCouncil,
  year,
} from "../world.ts";

const site = "https://thi-dua.example";
let clerk: Caller;
let as: (unit: string) => Caller;
beforeAll(async () => {
  ({ clerk, as } = await theCouncil());
});

const read = async (path: string) => {
  const reply = await fetch(local.url + path);
  return { status: reply.status, text: await reply.text() };
};
const drawn = { vi: png(), en: png({ chunks: [["pHYs", Buffer.alloc(9)]] }) };
async function publish(page: string, parts: PartName[], pictures: typeof drawn | undefined = drawn) {
  const body = { site, parts };
  const { digest } = await clerk.publishing.previewPage({ year, page, body });
  return clerk.publishing.publishPage({ year, page, body: { ...body, digest, pictures } });
}
/** The picture a page names as its own, as whoever passes it on finds it. */
async function pictureOf({ text }: { text: string }) {
  const [, address = ""] = /og:image" content="([^"]+)"/.exec(text) ?? [];
  const reply = await fetch(local.url + address.replace(site, ""));
  return { address, is: Buffer.from(await reply.arrayBuffer()).toString("base64"), status: reply.status };
}
/** The same page in each language, as a reader finds it. */
const everywhere = (page: string) =>
  Promise.all(pageLanguages.map((language) => read(addressOfPage("vhttdl", year, page, language))));

/** A movement of two units that brought books, and one of them trees. */
async function aMovement(to = "2026-11-30", goal?: string) {
  const at = await aCluster(clerk, "running");
  await clerk.movements.saveMovement({
    ...{ ...at, movement: "ke-sach" },
    body: { name: "Tặng kệ sách", to, ...(goal && { goal }) },
  });
  const bring = (unit: string, metric: string, measure: string, value: number, lastYear?: number) =>
    as(unit).movements.contribute({
      ...{ ...at, movement: "ke-sach", contribution: `${unit}-${Math.trunc(value)}` },
      body: { unit, metric, measure, value, ...(lastYear !== undefined && { lastYear }) },
    });
  await bring(haGiang, "Sách tặng", "cuốn", 1080, 900);
  await bring(caoBang, "Sách tặng", "cuốn", 120.5, 100);
  await bring(bacKan, "Cây trồng", "cây", 12);
  return { at, page: pageOfMovement(at.cluster, "ke-sach"), bring };
}

describe("a page that is out", () => {
  test("is a finished file in each of four languages, and each names the others", async () => {
    const at = await aCluster(clerk, "running");
    const page = `cluster-${at.cluster}`;
    await publish(page, ["members"]);
    const files = await everywhere(page);
    for (const [at, { status, text }] of files.entries()) {
      expect(status).toBe(200);
      expect(text).toContain(`<html lang="${pageLanguages[at]}">`);
      expect(text).toContain(
        `<link rel="canonical" href="${site}${addressOfPage("vhttdl", year, page, pageLanguages[at])}">`,
      );
      for (const other of pageLanguages) {
        const address = addressOfPage("vhttdl", year, page, other);
        expect(text).toContain(`<link rel="alternate" hreflang="${other}" href="${site}${address}">`);
        expect(text).toContain(`<a href="${address}" hreflang="${other}" lang="${other}"`);
      }
      expect(text).toContain("Sở VHTTDL Hà Giang");
    }
    const [vi, en, lo, th] = files.map(({ text }) => text);
    expect(vi).toContain("Cụm trưởng");
    expect(en).toContain(">Head<");
    expect(lo).toContain("ຫົວໜ້າກຸ່ມ");
    expect(th).toContain("หัวหน้ากลุ่ม");
    // Who reads a draft is told so; the council's own words are none.
    expect([lo?.includes("ສະບັບຮ່າງ"), th?.includes("ฉบับร่าง"), vi?.includes("bản nháp")]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test("stands in the list of each language, and in the map for search engines with all its addresses", async () => {
    const at = await aCluster(clerk, "running");
    const page = `cluster-${at.cluster}`;
    await publish(page, ["members"]);
    const map = (await read("/c/vhttdl/sitemap.xml")).text;
    for (const language of pageLanguages) {
      const address = addressOfPage("vhttdl", year, page, language);
      const list = await read(language === "vi" ? "/c/vhttdl" : `/c/vhttdl/${language}`);
      expect(list.text).toContain(`href="${address}"`);
      expect(map).toContain(`<loc>${site}${address}</loc>`);
    }
    expect((await read("/c/vhttdl/en/check")).text).toContain("Decision number or code");
  });

  test("is shared with a picture in its own language, or the Vietnamese one; a new one takes the place of the old", async () => {
    const at = await aCluster(clerk, "running");
    const page = `cluster-${at.cluster}`;
    await publish(page, ["members"]);
    const [vi, en, lo] = await Promise.all((await everywhere(page)).map(pictureOf));
    expect([vi?.is, en?.is, lo?.is]).toEqual([drawn.vi, drawn.en, drawn.vi]);
    const [, english] = await everywhere(page);
    expect(english?.text).toContain('<meta property="og:locale" content="en_GB">');
    expect(english?.text).toContain('<meta property="og:locale:alternate" content="vi_VN">');
    // Published anew without pictures it keeps those it has.
    await clerk.units.saveUnit({ unit: haGiang, body: { name: "Sở VHTTDL Hà Giang", since: year } });
    const { digest } = await clerk.publishing.previewPage({ year, page, body: { site, parts: ["members"] } });
    await clerk.publishing.publishPage({ year, page, body: { site, parts: ["members"], digest } });
    expect((await pictureOf((await everywhere(page))[1] ?? { text: "" })).address).toBe(en?.address);
    await publish(page, ["members"], { vi: drawn.vi, en: drawn.vi });
    const gone = await fetch(local.url + String(en?.address.replace(site, "")));
    expect(gone.status).toBe(404);
    await clerk.publishing.withdrawPage({ year, page });
    expect((await fetch(local.url + String(vi?.address.replace(site, "")))).status).toBe(404);
  });

  test("is gone in every language once it is withdrawn, and says so in that language", async () => {
    const at = await aCluster(clerk, "running");
    const page = `cluster-${at.cluster}`;
    await publish(page, ["members"]);
    await clerk.publishing.withdrawPage({ year, page });
    const files = await everywhere(page);
    expect(files.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    const said = ["đã gỡ trang này", "withdrew this page", "ຖອນໜ້ານີ້", "ถอนหน้านี้"];
    for (const [place, { text }] of files.entries()) expect(text).toContain(said[place]);
    // Whoever looks in another language finds it there as well, and the way back to what is out.
    expect(files[1]?.text).toContain(addressOfPage("vhttdl", year, page, "th"));
    await publish(page, ["members"]);
    expect((await everywhere(page)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  test("from before there were languages is read in Vietnamese, listed everywhere, withdrawn and put back", async () => {
    const at = await aCluster(clerk, "running");
    const page = `cluster-${at.cluster}`;
    await publish(page, ["members"]);
    await asItWasBefore(page);
    await publish(`cluster-${(await aCluster(clerk, "running")).cluster}`, ["members"]);
    const address = addressOfPage("vhttdl", year, page);
    const [vi, en] = await everywhere(page);
    expect([vi?.status, en?.status]).toEqual([200, 404]);
    const picture = await pictureOf(vi ?? { text: "" });
    expect(picture.is).toBe(drawn.vi);
    expect(en?.text).toContain("only been published in Vietnamese");
    expect(en?.text).toContain(`href="${address}"`);
    expect((await read("/c/vhttdl/en")).text).toContain(`<a href="${address}" hreflang="vi" lang="vi">`);
    expect((await read("/c/vhttdl/sitemap.xml")).text).not.toContain(`en/${year}/${at.cluster}<`);
    await expect(clerk.publishing.withdrawPage({ year, page })).resolves.toMatchObject({
      state: "withdrawn",
    });
    expect((await read(address)).status).toBe(404);
    expect((await read(picture.address.replace(site, ""))).status).toBe(404);
    await publish(page, ["members"]);
    expect((await everywhere(page)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  /** One file, one title and one picture, as they were written then. */
  async function asItWasBefore(page: string) {
    const { objectsIn } = await import("#lib/objects.ts");
    const bucket = objectsIn(String(process.env["SITE_BUCKET"]));
    for (const language of pageLanguages.slice(1))
      await bucket.remove(
        `public${addressOfPage("vhttdl", year, page, language)}.html`.replace(/(?<=\/c\/vhttdl\/.*)\//g, "."),
      );
    const db = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: local.endpoint }));
    await db.send(
      new UpdateCommand({
        TableName: local.tableName,
        Key: { pk: "vhttdl#PUBLICATIONS", sk: `PAGE#${year}#${page}` },
        UpdateExpression: "SET picture = pictures.vi REMOVE titles, pictures",
      }),
    );
  }
});

test("the clerk looks at a page in each language before it goes out, under one digest", async () => {
  const at = await aCluster(clerk, "running");
  const looks = await Promise.all(
    pageLanguages.map((language) =>
      clerk.publishing.previewPage({
        ...{ year, page: `cluster-${at.cluster}` },
        body: { site, parts: ["members"], language },
      }),
    ),
  );
  expect(new Set(looks.map(({ digest }) => digest)).size).toBe(1);
  expect(looks.map(({ html }) => /<html lang="(..)">/.exec(html)?.[1])).toEqual([...pageLanguages]);
});

describe("a movement", () => {
  test("has a page of its own once it is over: its totals, each unit, the change on last year, by the reader's own digits", async () => {
    const { page } = await aMovement();
    await expect(publish(page, ["figures"])).rejects.toMatchObject({
      code: "publication/not-ready",
      about: { part: "figures", because: "still-running" },
    });
    moveTo(days.scoring);
    const { address, title } = await publish(page, ["figures", "units"]);
    expect(title).toBe(`Phong trào “Tặng kệ sách”, năm ${year}`);
    expect(address.endsWith("/ke-sach")).toBe(true);
    const [vi, en] = await everywhere(page);
    expect(vi?.text).toContain("Sách tặng: 1.200,5 cuốn, kết quả của 2 đơn vị.");
    expect(vi?.text).toContain("so với 1.000 cuốn năm trước");
    expect(en?.text).toContain('<p class="num-big" data-long>1,200.5</p>');
    expect(en?.text).toContain("Concluded on 30 November 2026");
    for (const said of ["Sở VHTTDL Hà Giang", "Sở VHTTDL Bắc Kạn", "Cây trồng"])
      expect(vi?.text).toContain(said);
  });

  test("names no unit where the council lets out its totals alone", async () => {
    const { page } = await aMovement();
    moveTo(days.scoring);
    await publish(page, ["figures"]);
    const [vi] = await everywhere(page);
    expect(vi?.text).toContain('<p class="num-big" data-long>1.200,5</p>');
    expect(vi?.text).not.toContain("Hà Giang");
  });

  test("counts nothing that was entered by mistake, on its own page and on the cluster's", async () => {
    const { at, page, bring } = await aMovement();
    await bring(bacKan, "Sách tặng", "cuốn", 5000, 0);
    await as(bacKan).movements.withdraw({
      ...{ ...at, movement: "ke-sach", contribution: `${bacKan}-5000` },
      body: { reason: "Gõ nhầm." },
    });
    moveTo(days.scoring);
    await publish(page, ["figures", "units"]);
    await publish(`cluster-${at.cluster}`, ["movements"]);
    for (const address of [page, `cluster-${at.cluster}`])
      expect((await everywhere(address))[0]?.text).toContain('<p class="num-big" data-long>1.200,5</p>');
  });

  test("tells what it is for only where the council lets that out", async () => {
    const { page } = await aMovement("2026-11-30", "Mỗi xã một kệ sách.\n\nSách còn dùng được.");
    moveTo(days.scoring);
    await publish(page, ["figures"]);
    expect((await everywhere(page))[0]?.text).not.toContain("Mỗi xã một kệ sách");
    await publish(page, ["goal", "figures"]);
    const [vi, en] = await everywhere(page);
    expect(vi?.text).toContain("<p>Mỗi xã một kệ sách.</p><p>Sách còn dùng được.</p>");
    expect(en?.text).toContain('<p><span lang="vi">Mỗi xã một kệ sách.</span></p>');
    const { page: without } = await aMovement();
    await expect(publish(without, ["goal"])).rejects.toMatchObject({
      code: "publication/not-ready",
      about: { part: "goal", because: "no-goal" },
    });
  });

  test("is led to from its cluster's page and from the office for as long as its own page is out", async () => {
    const { at, page } = await aMovement();
    const inOffice = async () => (await as(haGiang).movements.listMovements(at))[0]?.address;
    moveTo(days.scoring);
    const own = `cluster-${at.cluster}`;
    await publish(own, ["movements"]);
    expect(await inOffice()).toBeUndefined();
    const link = (language: PageLanguage) => `href="${addressOfPage("vhttdl", year, page, language)}"`;
    expect((await everywhere(own))[0]?.text).not.toContain(link("vi"));
    await publish(page, ["figures"]);
    expect(await inOffice()).toBe(addressOfPage("vhttdl", year, page));
    // The clerk is told that the cluster's page could lead there, and lets it out anew.
    const changed = async () => (await clerk.publishing.readPublication({ year, page: own })).changed;
    expect(await changed()).toBe(true);
    await publish(own, ["movements"]);
    for (const [place, { text }] of (await everywhere(own)).entries())
      expect(text).toContain(link(pageLanguages[place] ?? "vi"));
    expect(await changed()).toBe(false);
    await clerk.publishing.withdrawPage({ year, page });
    expect([await inOffice(), await changed()]).toEqual([undefined, true]);
  });

  test("nobody knows has no page", async () => {
    const { at } = await aMovement();
    await expect(publish(pageOfMovement(at.cluster, "khong-co"), ["figures"])).rejects.toMatchObject({
      code: "movement/unknown",
    });
    await expect(publish(pageOfMovement("khong-co", "ke-sach"), ["figures"])).rejects.toMatchObject({
      code: "cluster/unknown",
    });
  });
});

test("an award is told in the reader's language and by the name the law gives it", async () => {
  await clerk.nominations.decide({
    ...{ year, decision: "qd-ngon-ngu" },
    body: {
      ...{ award: "BK_BT", recipient: { unit: haGiang }, outcome: "awarded" },
      ...{ number: "512/QĐ-BVHTTDL", date: "2027-03-10" },
    },
  });
  await publish("honours", ["register"]);
  const [vi, en, lo] = await everywhere("honours");
  expect(vi?.text).toContain("<td>Bằng khen của Bộ, ban, ngành, tỉnh</td>");
  const official = '<span lang="vi">Bằng khen của Bộ, ban, ngành, tỉnh</span>';
  for (const text of [en?.text, lo?.text]) expect(text).toContain(official);
  const { found } = await nobody.publishing.checkAward({ council: "vhttdl", mark: "512-qd-bvhttdl" });
  expect(en?.text).toContain(found[0]?.awardEn);
  expect(found[0]?.award).toBe("Bằng khen của Bộ, ban, ngành, tỉnh");
  expect(en?.text).toContain("10 March 2027");
});
