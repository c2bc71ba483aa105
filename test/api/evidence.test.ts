import { beforeAll, describe, expect, test } from "vitest";
import { mostBytes } from "#domain/file.ts";
import { jpeg, pdf, post, send, show } from "../files.ts";
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
  theCouncil,
  tuyenQuang,
} from "../world.ts";

let clerk: Caller;
let as: (unit: string) => Caller;
let stranger: Caller;
let colleague: Caller;
beforeAll(async () => {
  ({ clerk, as } = await theCouncil());
  colleague = await join(clerk, "ha-giang-2", { name: "Cán bộ thứ hai", role: "scorer", unit: haGiang });
  await clerk.units.saveUnit({ unit: "thai-nguyen", body: { name: "Sở VHTTDL Thái Nguyên", since: 2026 } });
  stranger = await join(clerk, "thai-nguyen", { name: "Ngoài cụm", role: "scorer", unit: "thai-nguyen" });
});

type On = { year: number; cluster: string; unit: string };
const aSheet = async (phase: keyof typeof days = "scoring"): Promise<On> => ({
  ...(await aCluster(clerk, phase)),
  unit: haGiang,
});
const sent = (who: Caller, on: On, what: Parameters<typeof send>[2] = {}) => send(who, on, what, local.url);
const read = (on: On, who = as(haGiang)) => who.scoring.readSheet(on);
const handIn = async (on: On) => {
  const blank = ["1.1", "1.2", "1.3", "1.4"];
  await as(haGiang).scoring.submitSheet({ ...on, body: { leaveBlank: blank } });
};
const refused = (code: string) => expect.objectContaining({ code });

describe("a photograph or document behind a line", () => {
  test("is shown to the cluster as it was sent, under its type, and counts as evidence on the board", async () => {
    const on = await aSheet();
    const bytes = jpeg("lễ phát động");
    await as(haGiang).scoring.saveClaims({ ...on, body: { changes: { "1.1": { now: 9 } } } });
    const { file, ...told } = await sent(as(haGiang), on, { bytes });
    expect(told).toMatchObject({ line: "1.1", type: "image/jpeg", size: bytes.length, by: haGiang });
    expect((await read(on, as(caoBang))).files).toMatchObject([{ file }]);
    const { units } = await as(caoBang).scoring.readBoard(on);
    expect(units.find(({ unit }) => unit === haGiang)?.lines).toBe("deeee");

    const { [file]: address = "" } = await as(caoBang).scoring.readFiles(on);
    const reply = await show(address, local.url);
    expect(Buffer.from(await reply.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      "content-type": "image/jpeg",
      "content-disposition": "inline",
      "cache-control": "private, max-age=300",
    });
  });

  test("lies under a name of chance that begins with the council and says nothing of what it is called", async () => {
    const on = await aSheet();
    const title = "Báo cáo của bà Mai";
    const { file } = await sent(as(haGiang), on, { type: "application/pdf", bytes: pdf, title });
    expect(file).toMatch(/^[0-9a-f]{32}$/);
    const { [file]: address = "" } = await as(haGiang).scoring.readFiles(on);
    expect(decodeURIComponent(address)).toContain(`/vhttdl/2026/${on.cluster}/ha-giang/${file}?`);
    expect(decodeURIComponent(address)).not.toContain("Mai");
    expect((await read(on)).files).toMatchObject([{ title }]);
  });

  test("is there once, however often its arrival is told", async () => {
    const on = await aSheet();
    const added = await sent(as(haGiang), on);
    const body = { line: "1.1", type: "image/jpeg" } as const;
    expect(await as(haGiang).scoring.addFile({ ...on, file: added.file, body })).toEqual(added);
    expect((await read(on)).files).toEqual([added]);
  });

  test("and one of a colleague at the same moment both stay, beside the papers", async () => {
    const on = await aSheet();
    const changes = { "1.1": { was: [], now: [{ number: "12/BC" }] } };
    const [one, other] = await Promise.all([
      sent(as(haGiang), on, { bytes: jpeg("một") }),
      sent(colleague, on, { bytes: jpeg("hai") }),
      colleague.scoring.saveEvidence({ ...on, body: { changes } }),
    ]);
    const { files, evidence } = await read(on);
    expect(new Set(files.map(({ file }) => file))).toEqual(new Set([one.file, other.file]));
    expect(evidence).toEqual({ "1.1": [{ number: "12/BC" }] });
  });

  test("goes with its bytes while the sheet is a draft, and stays with the version that was handed in", async () => {
    const on = await aSheet();
    const draft = await sent(as(haGiang), on);
    const { [draft.file]: address = "" } = await as(haGiang).scoring.readFiles(on);
    await as(haGiang).scoring.removeFile({ ...on, file: draft.file });
    expect((await read(on)).files).toEqual([]);
    expect((await show(address, local.url)).status).toBe(404);
    await expect(as(haGiang).scoring.removeFile({ ...on, file: draft.file })).rejects.toEqual(
      refused("evidence/unknown"),
    );

    const kept = await sent(as(haGiang), on);
    const { [kept.file]: lasting = "" } = await as(haGiang).scoring.readFiles(on);
    await handIn(on);
    await expect(as(haGiang).scoring.removeFile({ ...on, file: kept.file })).rejects.toEqual(
      refused("sheet/submitted"),
    );
    await expect(sent(as(haGiang), on)).rejects.toEqual(refused("sheet/submitted"));
    await clerk.scoring.returnSheet({ ...on, body: { reason: "Thiếu số liệu" } });
    await as(haGiang).scoring.removeFile({ ...on, file: kept.file });
    expect((await read(on)).files).toEqual([]);
    expect((await show(lasting, local.url)).status).toBe(200);
  });

  test("is refused beyond ten on a line, and on a line that is not there", async () => {
    const on = await aSheet();
    for (let no = 0; no < 10; no++) await sent(as(haGiang), on, { bytes: jpeg(`${no}`) });
    await expect(sent(as(haGiang), on)).rejects.toMatchObject({
      code: "evidence/too-many",
      about: { line: "1.1", most: 10 },
    });
    await sent(as(haGiang), on, { line: "1.2" });
    await expect(sent(as(haGiang), on, { line: "9.9" })).rejects.toEqual(refused("sheet/unknown-line"));
  });
});

describe("nobody puts there", () => {
  const eicar = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`;
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const zip = Buffer.concat([
    Buffer.from("PK\u0003\u0004"),
    Buffer.alloc(100),
    Buffer.from("PK\u0005\u0006"),
  ]);
  const webp = Buffer.concat([Buffer.from("RIFF\u00ff\u00ff\u0000\u0000WEBPVP8 "), Buffer.alloc(40)]);
  test.for([
    ["a page that calls itself a photograph", "image/jpeg", Buffer.from("<!doctype html><script>1</script>")],
    ["a drawing that runs", "image/jpeg", Buffer.from(svg)],
    ["a document that is a photograph", "application/pdf", jpeg()],
    ["a photograph that is a document", "image/jpeg", pdf],
    ["a page behind a photograph", "image/jpeg", Buffer.concat([jpeg(), Buffer.from(svg)])],
    ["an archive behind a photograph", "image/jpeg", Buffer.concat([jpeg(), zip])],
    ["half a photograph", "image/jpeg", jpeg().subarray(0, 60)],
    ["a page in a document", "application/pdf", Buffer.from(`%PDF-1.7\n${svg}\n%%EOF`)],
    ["a document that begins as a page", "application/pdf", Buffer.from(`<html>${pdf}`)],
    ["an archive behind a document", "application/pdf", Buffer.concat([pdf, zip])],
    ["an archive between a document and its end", "application/pdf", Buffer.concat([pdf, zip, pdf])],
    ["an archive", "application/pdf", zip],
    ["a picture that is shorter than it says", "image/webp", webp],
    ["the file that stands for a virus", "application/pdf", Buffer.from(eicar)],
    ["that file inside a document", "application/pdf", Buffer.from(`%PDF-1.7\n${eicar}\n%%EOF\n`)],
  ] as const)("%s", async ([, type, bytes]) => {
    const on = await aSheet();
    await expect(sent(as(haGiang), on, { type, bytes: Buffer.from(bytes) })).rejects.toEqual(
      refused("evidence/not-that-kind"),
    );
    expect((await read(on)).files).toEqual([]);
    expect(await as(haGiang).scoring.readFiles(on)).toEqual({});
  });

  test("what is larger than ten megabytes, whatever was said of its size", async () => {
    const on = await aSheet();
    const body = { line: "1.1", type: "image/jpeg", size: mostBytes + 1 } as const;
    await expect(as(haGiang).scoring.askUpload({ ...on, body })).rejects.toEqual(
      refused("request/malformed"),
    );
    const { file, ...form } = await as(haGiang).scoring.askUpload({ ...on, body: { ...body, size: 100 } });
    expect(await post(form, Buffer.alloc(mostBytes + 1), local.url)).toBe(400);
    await expect(
      as(haGiang).scoring.addFile({ ...on, file, body: { line: "1.1", type: "image/jpeg" } }),
    ).rejects.toEqual(refused("evidence/not-arrived"));
  });

  test("a name that is a path, or a file whose name was not given to them", async () => {
    const on = await aSheet();
    const body = { line: "1.1", type: "image/jpeg" } as const;
    for (const title of ["../../other/file", "a\\b"])
      await expect(
        as(haGiang).scoring.addFile({ ...on, file: "a", body: { ...body, title } }),
      ).rejects.toEqual(refused("request/malformed"));
    for (const file of ["../a", "a%2f..%2fb", "__proto__"])
      await expect(as(haGiang).scoring.addFile({ ...on, file, body })).rejects.toEqual(
        refused(expect.stringMatching(/^(request\/malformed|route\/unknown)$/)),
      );
    await expect(as(haGiang).scoring.addFile({ ...on, file: "a".repeat(32), body })).rejects.toEqual(
      refused("evidence/not-arrived"),
    );
  });

  test("other bytes than those that were looked at", async () => {
    const on = await aSheet();
    const { file, ...form } = await as(haGiang).scoring.askUpload({
      ...on,
      body: { line: "1.1", type: "image/jpeg", size: 100 },
    });
    await post(form, jpeg("thật"), local.url);
    await as(haGiang).scoring.addFile({ ...on, file, body: { line: "1.1", type: "image/jpeg" } });
    expect(await post(form, Buffer.from(svg), local.url)).toBe(204);
    const { [file]: address = "" } = await as(haGiang).scoring.readFiles(on);
    expect(Buffer.from(await (await show(address, local.url)).arrayBuffer())).toEqual(jpeg("thật"));
  });
});

test("evidence is seen by nobody outside the cluster, and of another council not even by its clerk", async () => {
  const on = await aSheet();
  const { file } = await sent(as(haGiang), on);
  const other = await found("tinh-khac");
  await expect(stranger.scoring.readFiles(on)).rejects.toEqual(refused("caller/not-allowed"));
  await expect(other.scoring.readFiles(on)).rejects.toEqual(refused("year/unknown"));
  const body = { line: "1.1", type: "image/jpeg" } as const;
  for (const who of [stranger, as(caoBang), as(langSon)]) {
    await expect(who.scoring.askUpload({ ...on, body: { ...body, size: 1 } })).rejects.toEqual(
      refused("caller/not-allowed"),
    );
    await expect(who.scoring.addFile({ ...on, file, body })).rejects.toEqual(refused("caller/not-allowed"));
    await expect(who.scoring.removeFile({ ...on, file })).rejects.toEqual(refused("caller/not-allowed"));
  }
  // The file of a namesake elsewhere is not found under one's own council.
  const elsewhere = { ...on, unit: caoBang };
  await expect(as(caoBang).scoring.addFile({ ...elsewhere, file, body })).rejects.toEqual(
    refused("evidence/not-arrived"),
  );
});

describe("an appraiser looks at each piece", () => {
  const judge = (who: Caller, on: On, piece: string, reason?: string) =>
    who.scoring.judgeEvidence({
      ...on,
      body: { line: "1.1", piece, ...(reason ? { outcome: "returned", reason } : { outcome: "accepted" }) },
    });

  test("accepts it or returns it with a reason, which the unit reads, and answers with a better one", async () => {
    const on = await aSheet();
    const { file } = await sent(as(haGiang), on);
    const changes = { "1.1": { now: [{ number: "12/BC" }] } };
    await as(haGiang).scoring.saveEvidence({ ...on, body: { changes } });
    await expect(judge(clerk, on, file)).rejects.toEqual(refused("sheet/not-submitted"));
    await handIn(on);
    moveTo(days.review);
    await expect(sent(as(haGiang), on)).rejects.toEqual(refused("sheet/submitted"));

    await judge(as(langSon), on, "12/BC");
    await judge(as(tuyenQuang), on, file, "Ảnh mờ, không đọc được số văn bản.");
    const { verdicts } = await read(on);
    expect(verdicts).toMatchObject({
      "1.1 12/BC": { outcome: "accepted", by: langSon },
      [`1.1 ${file}`]: { outcome: "returned", by: tuyenQuang, reason: "Ảnh mờ, không đọc được số văn bản." },
    });
    const better = await sent(as(haGiang), on, { bytes: jpeg("rõ hơn") });
    expect((await read(on)).files.map((each) => each.file)).toEqual([file, better.file]);
    await expect(sent(as(haGiang), on, { line: "1.2" })).rejects.toEqual(refused("sheet/submitted"));
    for (const gone of [file, better.file])
      await expect(as(haGiang).scoring.removeFile({ ...on, file: gone })).rejects.toEqual(
        refused("sheet/submitted"),
      );
    await judge(as(langSon), on, file);
    expect((await read(on)).verdicts[`1.1 ${file}`]).toMatchObject({ outcome: "accepted" });
  });

  test("two at once both have their say, and a final sheet takes no more", async () => {
    const on = await aSheet();
    const files = [await sent(as(haGiang), on), await sent(as(haGiang), on, { bytes: jpeg("hai") })];
    await handIn(on);
    moveTo(days.review);
    await Promise.all([
      judge(as(langSon), on, files[0]?.file ?? ""),
      judge(as(tuyenQuang), on, files[1]?.file ?? "", "Sai năm."),
    ]);
    expect(Object.keys((await read(on)).verdicts)).toHaveLength(2);
    await clerk.scoring.finishSheet(on);
    await expect(judge(as(langSon), on, files[0]?.file ?? "")).rejects.toEqual(
      refused("sheet/not-submitted"),
    );
    await expect(sent(as(haGiang), on)).rejects.toEqual(refused("phase/not-now"));
  });

  test("never of their own unit, never without a reason, never of what is not there; no other member at all", async () => {
    const on = await aSheet();
    const { file } = await sent(as(haGiang), on);
    await handIn(on);
    moveTo(days.review);
    await expect(judge(as(caoBang), on, file)).rejects.toEqual(refused("caller/not-allowed"));
    await expect(judge(as(haGiang), on, file)).rejects.toEqual(refused("caller/not-allowed"));
    await expect(judge(as(langSon), { ...on, unit: langSon }, file)).rejects.toEqual(
      refused("office/own-sheet"),
    );
    await expect(
      as(langSon).scoring.judgeEvidence({ ...on, body: { line: "1.1", piece: file, outcome: "returned" } }),
    ).rejects.toEqual(refused("evidence/no-reason"));
    await expect(judge(as(langSon), on, "99/BC")).rejects.toEqual(refused("evidence/unknown"));
  });

  test("what was said of a piece goes with it", async () => {
    const on = await aSheet();
    const { file } = await sent(as(haGiang), on);
    await handIn(on);
    await judge(clerk, on, file, "Sai năm.");
    await clerk.scoring.returnSheet({ ...on, body: { reason: "Sai năm" } });
    await as(haGiang).scoring.removeFile({ ...on, file });
    expect((await read(on)).verdicts).toEqual({});
  });
});

describe("about a line its unit and those who appraise it talk", () => {
  const say = (who: Caller, on: On, comment: string, text: string, line = "1.1") =>
    who.scoring.comment({ ...on, comment, body: { line, text } });

  test("in turn, each with a name and a time, seen with the sheet and apart from it", async () => {
    const on = await aSheet();
    await say(as(haGiang), on, "c1", "Ảnh chụp ngày 20/11.");
    await say(as(langSon), on, "c2", "Cần thêm danh sách.");
    await say(clerk, on, "c3", "Đồng ý với cụm trưởng.");
    const { comments, sheet } = await read(on);
    expect(comments).toMatchObject([
      { by: haGiang, line: "1.1", text: "Ảnh chụp ngày 20/11." },
      { by: langSon, text: "Cần thêm danh sách." },
      { by: "thuong-truc" },
    ]);
    expect(JSON.stringify(sheet)).not.toContain("danh sách");
  });

  test("both at the same moment are heard, and the same word told twice is said once", async () => {
    const on = await aSheet();
    await Promise.all([
      say(as(haGiang), on, "c1", "một"),
      say(as(langSon), on, "c2", "hai"),
      say(colleague, on, "c3", "ba"),
    ]);
    await say(as(haGiang), on, "c1", "một");
    const { comments } = await read(on);
    expect(comments.map(({ text }) => text).toSorted()).toEqual(["ba", "hai", "một"]);
  });

  test("thirty times at the most, shortly, about a line that is there; others do not join in", async () => {
    const on = await aSheet();
    for (let no = 0; no < 30; no++) await say(as(haGiang), on, `c${no}`, `${no}`);
    await expect(say(as(langSon), on, "c30", "nữa")).rejects.toEqual(refused("comment/too-many"));
    await say(as(langSon), on, "c31", "Ở dòng khác.", "1.2");
    await expect(say(as(haGiang), on, "c32", "a".repeat(501))).rejects.toEqual(refused("request/malformed"));
    await expect(say(as(haGiang), on, "c33", "a", "9.9")).rejects.toEqual(refused("sheet/unknown-line"));
    await expect(say(as(bacKan), on, "c34", "a")).rejects.toEqual(refused("caller/not-allowed"));
    await expect(say(stranger, on, "c35", "a")).rejects.toEqual(refused("caller/not-allowed"));
  });

  test("not before scoring begins", async () => {
    const on = await aSheet("running");
    await expect(say(as(haGiang), on, "c1", "a")).rejects.toEqual(refused("phase/not-now"));
  });
});
