import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const root = mkdtempSync(join(tmpdir(), "recount-"));
afterAll(() => rmSync(root, { recursive: true }));

// biome-ignore lint/suspicious/noExplicitAny: a forger knows no types.
type Loose = any;
const sha256 = (content: string | Buffer) => createHash("sha256").update(content).digest();

function canonical(value: Loose): string {
  if (Array.isArray(value)) return `[${value.map(canonical)}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)}}`;
}

/** Makes digests and root fit again, as a forger who holds everything would. */
function mended(record: Loose): Loose {
  const { fixed, result, seal } = record;
  const { tally, choices = null } = result ?? {};
  return {
    ...record,
    bound: sha256(canonical(fixed)).toString("hex"),
    seal: { ...seal, root: sha256(Buffer.from(record.hashes, "base64url")).toString("hex") },
    ...(result && {
      result: {
        ...result,
        digest: sha256(canonical({ poll: fixed.poll, tally, choices })).toString("hex"),
      },
    }),
  };
}

const sealedBytes = (count: number) =>
  Array.from({ length: count }, (_, at) => Buffer.from(`envelope ${at}`));
const listOf = (envelopes: Buffer[]) =>
  Buffer.concat(
    envelopes.map((bytes) => sha256(bytes).subarray(0, 16)).sort((one, other) => one.compare(other)),
  );

/** Seven members, six there: four for Tuyên Quang, one for Cao Bằng, one blank, two of them on paper. */
function flag(poll = "flag"): Loose {
  return mended({
    council: "vhttdl",
    fixed: {
      ...{ council: "vhttdl", conference: "cum-4-2024", poll, for: "nomination", award: "CO_BT" },
      ...{ round: 1, candidates: ["lang-son", "tuyen-quang", "cao-bang"], roll: { count: 7, digest: "a1" } },
      rule: {
        ...{ secret: true, voter: "delegate", ownUnit: true, quorum: { of: "members", atLeast: "2/3" } },
        ...{ threshold: { base: "members", moreThan: "1/2" }, choose: { min: 0, max: 1 }, seats: 1 },
        ...{ tie: "second-round", publish: "figures" },
      },
      key: "BDq3",
    },
    state: "published",
    opened: { entitled: 7, present: 5, quorum: true },
    seal: { envelopes: 4, papers: 2, present: 6, at: "2024-12-20T03:00:00.000Z" },
    hashes: listOf(sealedBytes(4)).toString("base64url"),
    result: {
      tally: {
        ...{ entitled: 7, present: 6, issued: 6, collected: 6, valid: 6, blank: 1, quorum: true },
        votes: { "cao-bang": 1, "lang-son": 0, "tuyen-quang": 4 },
      },
      choices: [
        { choose: [], times: 1 },
        { choose: ["cao-bang"], times: 1 },
        { choose: ["tuyen-quang"], times: 4 },
      ],
      decision: {
        ...{ passed: ["tuyen-quang"], tied: [] },
        percent: { "cao-bang": 14.3, "lang-son": 0, "tuyen-quang": 57.1 },
      },
      ...{ as: "figures", seats: 1, leftOut: [] },
    },
  });
}

let folders = 0;
function folderWith(files: { [name: string]: string | Buffer }): string {
  folders += 1;
  const folder = join(root, `${folders}`);
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

function recount(...given: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["recount/main.ts", ...given], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** Exit code, and the checks that did not hold. */
function faultsOf(...records: Loose[]) {
  const files = records.map((record, at) => [`${at}.json`, JSON.stringify(record)]);
  const { status, stdout, stderr } = recount(folderWith(Object.fromEntries(files)), "--json");
  const lines: Loose[] = stdout.split("\n").flatMap((line) => (line ? [JSON.parse(line)] : []));
  const checks = lines.flatMap((poll) => poll.checks);
  const faults = checks.filter(({ ok }: Loose) => ok === false).map(({ id }: Loose) => id);
  return { status, faults, checks, stderr };
}

type Row = [name: string, change: (record: Loose) => void, faults: string[]];

/** Each row's record in a file of its own, all recounted at once: what does not hold, by the row's name. */
function faultsByRow(names: string[], records: Loose[]) {
  const files = records.map((record, at) => [`${100 + at}.json`, JSON.stringify(record)]);
  const { status, stdout } = recount(folderWith(Object.fromEntries(files)), "--json");
  const polls: Loose[] = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const faultsIn = ({ ok, checks }: Loose) => [
    ok,
    checks.filter((check: Loose) => check.ok === false).map(({ id }: Loose) => id),
  ];
  return { status, found: Object.fromEntries(polls.map((poll, at) => [names[at], faultsIn(poll)])) };
}

/** Exit code 1, and of each row just the faults it names. */
const asTold = (rows: [string, ...Loose[]][]) => ({
  status: 1,
  found: Object.fromEntries(rows.map((row) => [row[0], [row.at(-1).length === 0, row.at(-1)]])),
});

function changed(change: (record: Loose) => void, from: Loose = flag()): Loose {
  change(from);
  return from;
}

/** Changed, and every digest made to fit again. */
const forged = (change: (record: Loose) => void, from: Loose = flag()) => mended(changed(change, from));

/** `votes` of the ballots fall to each; everybody is there and votes in the box. */
function voted(votes: { [id: string]: number }, rule: Loose, decision: Loose, terms: Loose = {}): Loose {
  const { poll = "flag", ...result } = terms;
  const cast = Object.values(votes).reduce((one, other) => one + other, 0);
  return forged((record) => {
    Object.assign(record.fixed, { candidates: Object.keys(votes), poll });
    Object.assign(record.fixed.rule, { threshold: { base: "cast", moreThan: "0/1" } }, rule);
    record.fixed.roll.count = cast;
    record.hashes = listOf(sealedBytes(cast)).toString("base64url");
    record.opened = { entitled: cast, present: cast, quorum: true };
    Object.assign(record.seal, { envelopes: cast, papers: 0, present: cast });
    const whole = { entitled: cast, present: cast, issued: cast, collected: cast, valid: cast };
    Object.assign(record.result.tally, whole, { blank: 0, votes });
    record.result.choices = Object.entries(votes).map(([id, times]) => ({ choose: [id], times }));
    const percent = Object.entries(votes).map(([id, times]) => [id, Math.round((times / cast) * 1000) / 10]);
    record.result.decision = { ...decision, percent: Object.fromEntries(percent) };
    Object.assign(record.result, { seats: record.fixed.rule.seats, ...result });
  });
}

test("a true record holds, in every check", () => {
  const { status, faults, checks } = faultsOf(flag());
  expect({ status, faults }).toEqual({ status: 0, faults: [] });
  expect(checks.map(({ ok }: Loose) => ok)).toEqual(checks.map(() => true));
});

test("lines are Vietnamese, each behind its name", () => {
  const folder = folderWith({ "flag.json": JSON.stringify(flag()) });
  expect(recount(folder).stdout).toContain("✓ root · Mã gốc niêm phong: ");
});

const withRule = (change: Loose) => (record: Loose) => Object.assign(record.fixed.rule, change);
const withTally = (change: Loose) => (record: Loose) => Object.assign(record.result.tally, change);
const withOpened = (change: Loose) => (record: Loose) => Object.assign(record.opened, change);
const withResult = (change: Loose) => (record: Loose) => Object.assign(record.result, change);
const withBox = (change: (box: Buffer) => Buffer) => (record: Loose) => {
  record.hashes = change(Buffer.from(record.hashes, "base64url")).toString("base64url");
};
const swapped = (box: Buffer) => Buffer.concat([box.subarray(16, 32), box.subarray(0, 16), box.subarray(32)]);
const doubled = (box: Buffer) => Buffer.concat([box.subarray(0, 16), box.subarray(0, 48)]);

describe("a forgery is found", () => {
  const plain: Row[] = [
    ["a changed rule", withRule({ seats: 2 }), ["bound"]],
    ["another council", (record) => Object.assign(record, { council: "bnv" }), ["council"]],
    ["a candidate struck out", (record) => record.fixed.candidates.shift(), ["bound", "names"]],
    ["a changed hash", withBox((box) => Buffer.concat([box.subarray(0, 63), Buffer.of(0)])), ["root"]],
    ["a wrong root", (record) => Object.assign(record.seal, { root: "0".repeat(64) }), ["root"]],
    ["half a hash", withBox((box) => box.subarray(0, 60)), ["hashes", "root"]],
    [
      "a list in other letters",
      (record) => Object.assign(record, { hashes: `${record.hashes}==` }),
      ["list"],
    ],
    ["no list", (record) => delete record.hashes, ["list", "hashes", "root"]],
    ["a changed total", withTally({ issued: 7 }), ["turnout", "digest"]],
    ["a changed digest", (record) => Object.assign(record.result, { digest: "0".repeat(64) }), ["digest"]],
    ["a changed meter", withOpened({ present: 4 }), ["quorum"]],
    ["no meter", (record) => delete record.opened, ["state"]],
    ["no seal", (record) => delete record.seal, ["state"]],
    ["no result", (record) => delete record.result, ["state"]],
    ["a void poll with a result", (record) => Object.assign(record, { state: "void" }), ["state"]],
    ["a state there is none of", (record) => Object.assign(record, { state: "__proto__" }), ["state"]],
  ];

  test("where something was changed", () => {
    const records = plain.map(([, change], at) => changed(change, flag(`p${at}`)));
    expect(
      faultsByRow(
        plain.map(([name]) => name),
        records,
      ),
    ).toEqual(asTold(plain));
  });

  const fitting: Row[] = [
    ["a rule of no seats", withRule({ seats: 0 }), ["seats"]],
    [
      "a rule with a higher threshold",
      withRule({ threshold: { base: "members", moreThan: "2/3" } }),
      ["decision"],
    ],
    [
      "a rule of exactly its share",
      withRule({ threshold: { base: "members", moreThan: "4/7" } }),
      ["decision"],
    ],
    ["a rule of another base", withRule({ threshold: { base: "cast", atLeast: "1/2" } }), ["percent"]],
    ["a rule with no blank ballots", withRule({ choose: { min: 1, max: 1 } }), ["blank", "ballots"]],
    ["a quorum that was not there", withRule({ quorum: { of: "members", moreThan: "5/7" } }), ["quorum"]],
    ["a quorum kept silent", withTally({ quorum: false }), ["meter", "decision"]],
    ["a quorum of those who came later", withOpened({ present: 4 }), ["quorum"]],
    ["a meter that denies its quorum", withOpened({ quorum: false }), ["quorum", "meter"]],
    ["more at opening than there are", withOpened({ present: 8 }), ["opened"]],
    ["more entitled at opening", withOpened({ entitled: 8 }), ["entitled", "quorum", "meter"]],
    ["fewer entitled at the end", withTally({ entitled: 6 }), ["meter", "percent"]],
    ["fewer present than at the seal", withTally({ present: 5 }), ["meter"]],
    ["figures called kept back", withResult({ as: "passed" }), ["as"]],
    ["figures published as nothing known", withResult({ as: "__proto__" }), ["as"]],
    ["no seats left", withResult({ seats: 0 }), ["seats", "decision"]],
    ["more seats than the rule has", withResult({ seats: 2 }), ["seats"]],
    ["the best left out", withResult({ leftOut: ["tuyen-quang"] }), ["decision"]],
    ["a longer roll", (record) => Object.assign(record.fixed.roll, { count: 8 }), ["entitled"]],
    [
      "a shorter roll",
      (record) => Object.assign(record.fixed.roll, { count: 5 }),
      ["entitled", "papers", "turnout"],
    ],
    ["a missing hash", withBox((box) => box.subarray(16)), ["hashes"]],
    ["two equal hashes", withBox(doubled), ["order"]],
    ["hashes out of order", withBox(swapped), ["order"]],
    [
      "an envelope not collected",
      withTally({ collected: 3, valid: 3 }),
      ["collected", "names", "votes", "choices"],
    ],
    [
      "a ballot from nowhere",
      withTally({ collected: 7, issued: 7, present: 7 }),
      ["meter", "turnout", "collected"],
    ],
    ["more valid than collected", withTally({ valid: 7 }), ["valid", "votes", "choices"]],
    ["a blank made a vote", withTally({ blank: 0 }), ["votes", "choices"]],
    [
      "a vote moved in the totals",
      withTally({ votes: { "cao-bang": 2, "lang-son": 0, "tuyen-quang": 3 } }),
      ["percent", "choices", "decision"],
    ],
    ["a stranger's vote", withTally({ votes: { "cao-bang": 1, "tuyen-quang": 4, x: 0 } }), ["names"]],
    [
      "a vote moved in the choices",
      (record) => {
        record.result.choices[1].times = 2;
        record.result.choices[2].times = 3;
      },
      ["choices"],
    ],
    ["a name twice", (record) => record.result.choices[1].choose.push("cao-bang"), ["ballots", "choices"]],
    ["a name unknown", (record) => record.result.choices[1].choose.splice(0, 1, "__proto__"), ["choices"]],
    [
      "a wrong passed",
      (record) => Object.assign(record.result.decision, { passed: ["cao-bang"] }),
      ["decision"],
    ],
    ["nobody passed", (record) => Object.assign(record.result.decision, { passed: [] }), ["decision"]],
    ["a tie that is none", (record) => record.result.decision.tied.push("cao-bang"), ["decision"]],
    [
      "a wrong percent",
      (record) => Object.assign(record.result.decision.percent, { "cao-bang": 14.2 }),
      ["percent"],
    ],
    ["a percent left out", (record) => delete record.result.decision.percent["cao-bang"], ["percent"]],
  ];

  test("where every digest was made to fit", () => {
    const records = fitting.map(([, change], at) => forged(change, flag(`p${at}`)));
    expect(
      faultsByRow(
        fitting.map(([name]) => name),
        records,
      ),
    ).toEqual(asTold(fitting));
  });

  test("alone in its folder", () => {
    expect(faultsOf(changed(withRule({ seats: 2 })))).toMatchObject({ status: 1, faults: ["bound"] });
  });

  test("a vote moved everywhere shows in who passed", () => {
    const { status, faults } = faultsOf(
      forged((record) => {
        record.result.tally.votes = { "cao-bang": 2, "lang-son": 0, "tuyen-quang": 3 };
        record.result.choices[1].times = 2;
        record.result.choices[2].times = 3;
        Object.assign(record.result.decision.percent, { "cao-bang": 28.6, "tuyen-quang": 42.9 });
      }),
    );
    expect({ status, faults }).toEqual({ status: 1, faults: ["decision"] });
  });

  test("the same poll twice in a folder", () => {
    const other = forged((record) => Object.assign(record.fixed, { key: "another" }));
    expect(faultsOf(flag(), other)).toMatchObject({ status: 1, faults: ["once", "once"] });
  });
});

describe("equal votes at the last seat", () => {
  const equals = { a: 3, b: 2, c: 2, d: 1 };
  const two = { seats: 2 };
  const rows: [string, Loose, Loose, string[]][] = [
    ["are tied", two, { passed: ["a"], tied: ["b", "c"] }, []],
    ["are not chosen among in silence", two, { passed: ["a", "b"], tied: [] }, ["decision"]],
    ["may be told apart by the chair", { ...two, tie: "chair" }, { passed: ["a", "b"], tied: [] }, []],
    ["may stay tied before lots are drawn", { ...two, tie: "lot" }, { passed: ["a"], tied: ["c", "b"] }, []],
    ["do not let a lesser one in", { ...two, tie: "lot" }, { passed: ["a", "d"], tied: [] }, ["decision"]],
    [
      "do not push out a greater one",
      { ...two, tie: "chair" },
      { passed: ["b", "c"], tied: [] },
      ["decision"],
    ],
    ["do not win a seat more", { ...two, tie: "chair" }, { passed: ["a", "b", "c"], tied: [] }, ["decision"]],
    ["leave no seat empty", { ...two, tie: "higher-total" }, { passed: ["a"], tied: [] }, ["decision"]],
    ["may stay equal in part", { seats: 3, tie: "higher-total" }, { passed: ["a", "b", "c"], tied: [] }, []],
    ["play no part inside", { seats: 3 }, { passed: ["c", "b", "a"], tied: [] }, []],
  ];

  test("are told apart only as the rule says", () => {
    const records = rows.map(([, rule, decision], at) => voted(equals, rule, decision, { poll: `p${at}` }));
    expect(
      faultsByRow(
        rows.map(([name]) => name),
        records,
      ),
    ).toEqual(asTold(rows));
  });

  test("what cannot be seen from outside is said", () => {
    const { checks } = faultsOf(voted(equals, { ...two, tie: "chair" }, { passed: ["a", "b"], tied: [] }));
    expect(checks.at(-1).found).toContain("không thấy ai chọn");
  });
});

describe("on the terms the record states", () => {
  const figures = { a: 5, b: 3, c: 1 };
  const only = (id: string) => ({ passed: [id], tied: [] });
  const rows: [string, Loose, string[]][] = [
    ["fewer seats may be left", voted(figures, { seats: 2 }, only("a"), { seats: 1 }), []],
    ["but not for whoever comes next", voted(figures, { seats: 2 }, only("b"), { seats: 1 }), ["decision"]],
    [
      "nor for more",
      voted(figures, { seats: 2 }, { passed: ["a", "b"], tied: [] }, { seats: 1 }),
      ["decision"],
    ],
    ["a better office leaves room for the next", voted(figures, {}, only("b"), { leftOut: ["a", "x"] }), []],
    ["and for nobody else", voted(figures, {}, only("c"), { leftOut: ["a"] }), ["decision"]],
    ["nor for whoever holds it", voted(figures, {}, only("a"), { leftOut: ["a"] }), ["decision"]],
    [
      "nor for a tie with it",
      voted(figures, {}, { passed: [], tied: ["a"] }, { leftOut: ["a"] }),
      ["decision"],
    ],
  ];

  test("it follows exactly", () => {
    const records = rows.map(([, record], at) =>
      forged((one) => Object.assign(one.fixed, { poll: `p${at}` }), record),
    );
    const names = rows.map(([name]) => name);
    expect(faultsByRow(names, records)).toEqual(asTold(rows));
  });

  test("who was left out is said", () => {
    const { checks } = faultsOf(voted(figures, {}, only("b"), { leftOut: ["a"] }));
    expect(checks.at(-1).found).toContain("b (= –; ≠ a)");
  });

  test("of units each member counts, whatever the roll holds", () => {
    for (const count of [5, 9]) {
      const units = forged((record) => {
        record.fixed.rule.voter = "unit";
        record.fixed.roll.count = count;
      });
      expect(faultsOf(units)).toMatchObject({ status: 0, faults: [] });
    }
  });

  test("whom nobody named is nobody's vote, with or without a 0", () => {
    const silent = forged((record) => delete record.result.tally.votes["lang-son"]);
    expect(faultsOf(silent)).toMatchObject({ status: 0, faults: [] });
  });

  test("without any quorum none is needed", () => {
    const free = forged((record) => {
      delete record.fixed.rule.quorum;
      record.opened.present = 0;
    });
    expect(faultsOf(free)).toMatchObject({ status: 0, faults: [] });
  });
});

describe("where only who passed is published", () => {
  const bare = (change: (record: Loose) => void = () => {}, from = flag()) =>
    forged((record) => {
      Object.assign(record.result.tally, { votes: {}, blank: 0 });
      delete record.result.choices;
      Object.assign(record.result, { as: "passed" });
      record.result.decision.percent = {};
      change(record);
    }, from);

  test("the rest holds, and what was not checked is said", () => {
    const { status, checks } = faultsOf(bare());
    expect(status).toBe(0);
    const open = checks.filter(({ ok }: Loose) => ok === null).map(({ id }: Loose) => id);
    expect(open).toEqual(["figures"]);
    expect(checks.at(-1).found).toContain("có thể đúng");
  });

  const rows: Row[] = [
    ["a stranger", (record) => Object.assign(record.result.decision, { passed: ["x"] }), ["decision"]],
    ["more than the seats", (record) => record.result.decision.passed.push("cao-bang"), ["decision"]],
    ["the same in both lists", (record) => record.result.decision.tied.push("tuyen-quang"), ["decision"]],
    [
      "more than the box can give",
      withRule({ threshold: { base: "members", moreThan: "6/7" } }),
      ["decision"],
    ],
    ["one left out", withResult({ leftOut: ["tuyen-quang"] }), ["decision"]],
    ["figures after all", withTally({ votes: { "tuyen-quang": 4 } }), ["as"]],
    ["blank ballots after all", withTally({ blank: 1 }), ["as"]],
    ["ballots after all", withResult({ choices: [{ choose: [], times: 1 }] }), ["as"]],
    ["no figures, called figures", withResult({ as: "figures" }), ["votes", "decision"]],
  ];

  test("what cannot be is found", () => {
    const records = rows.map(([, change], at) => bare(change, flag(`p${at}`)));
    expect(
      faultsByRow(
        rows.map(([name]) => name),
        records,
      ),
    ).toEqual(asTold(rows));
  });
});

test("a poll not yet published shows what it has", () => {
  const sealed = { ...flag("sealed"), state: "sealed", result: undefined };
  const counted = { ...flag("counted"), state: "counted", result: undefined };
  const open = { ...flag("open"), state: "open", seal: undefined, hashes: "", result: undefined };
  const voided = { ...flag("voided"), state: "void", result: undefined };
  expect(faultsOf(sealed, counted, open, voided)).toMatchObject({ status: 0, faults: [] });
});

describe("a tracking code", () => {
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const bits = Array.from(sha256(sealedBytes(4)[2] ?? ""), (byte) => byte.toString(2).padStart(8, "0")).join(
    "",
  );
  const letters = Array.from(
    { length: 8 },
    (_, at) => alphabet[Number.parseInt(bits.slice(5 * at, 5 * at + 5), 2)],
  );
  const code = `${letters.slice(0, 4).join("")}-${letters.slice(4).join("")}`;
  const folder = folderWith({ "flag.json": JSON.stringify(flag()) });

  test("is found in its box, as people type it", () => {
    expect(recount(folder, "--code", code).stdout).toContain(`✓ ${code}: flag\n`);
    const typed = code.toLowerCase().replaceAll("0", "o").replaceAll("1", "l").replace("-", "");
    const { status, stdout } = recount(folder, "--json", "--code", typed);
    const told = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
    expect([status, told]).toEqual([0, { code: typed, ok: true, polls: ["flag"] }]);
  });

  test.for(["0000-0000", "UUUU-UUUU", "-", "0".repeat(9)])("%s lies in no box", (wrong) => {
    const { status, stdout } = recount(folder, "--code", wrong, "--code", code);
    expect([status, stdout]).toEqual([1, expect.stringContaining(`✗ ${wrong}: không nằm`)]);
  });
});

describe("what is no record is refused with the reason", () => {
  const good = JSON.stringify(flag());
  const rows: [string, string | Buffer, string][] = [
    ["nothing", "", "JSON"],
    ["no JSON", "{", "JSON"],
    ["no UTF-8", Buffer.of(0xff), "encoded data"],
    ["another thing", "[]", "JSON: cần · needs"],
    ["a text for a number", good.replace('"seats":1', '"seats":"1"'), "JSON.fixed.rule.seats"],
    ["a negative number", good.replace('"times":4', '"times":-4'), "JSON.result.choices.2.times"],
    ["half a ballot", good.replace('"tuyen-quang":4', '"tuyen-quang":4.5'), "votes.tuyen-quang"],
    ["a number past all", good.replace('"envelopes":4', '"envelopes":1e400'), "JSON.seal.envelopes"],
    ["a share by nothing", good.replace('"1/2"', '"1/0"'), "a/b"],
    ["no word of the seats", good.replace('"seats":1,"leftOut"', '"leftOut"'), "JSON.result.seats"],
    ["no list left out", good.replace('"leftOut":[]', '"leftOut":null'), "JSON.result.leftOut"],
    ["a meter of words", good.replace('"present":5', '"present":"all"'), "JSON.opened.present"],
    ["two shares", good.replace('"moreThan":"1/2"', '"moreThan":"1/2","atLeast":"1/2"'), "a/b"],
    ["a base unknown", good.replace('"base":"members"', '"base":"__proto__"'), "members, present, cast"],
    ["deep nesting", good.replace('"BDq3"', `${"[".repeat(100_000)}${"]".repeat(100_000)}`), "too deep"],
    ["nothing but depth", "[".repeat(5_000_000), "JSON"],
    ["orders to the terminal", "\u001b[2J\u009b", "JSON"],
  ];

  test("each file by its name, and nothing steers the screen", () => {
    const named = (name: string, content: string | Buffer) =>
      typeof content === "string" ? content.replace('"poll":"flag"', `"poll":"${name}"`) : content;
    const files = rows.map(([name, content]) => [`${name}.json`, named(name, content)]);
    const { status, stdout, stderr } = recount(folderWith(Object.fromEntries(files)));
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    const lines = stderr.trim().split("\n");
    for (const [name, , reason] of rows) {
      const said = lines.filter(
        (line) => line.startsWith(`✗ ${name}.json: `) || line.startsWith(`✗ ${name}: `),
      );
      expect([name, said]).toEqual([name, [expect.stringContaining(reason)]]);
    }
    expect(lines.length).toBe(rows.length);
    expect(lines.join("")).not.toMatch(/\p{Cc}/u);
  });

  test("a folder beyond all", () => {
    const { status, stderr } = recount(folderWith({ "x.json": Buffer.alloc(33_000_000, " ") }));
    expect([status, stderr]).toEqual([2, expect.stringContaining("32 MB")]);
  });

  test("neither a missing folder, an empty one nor a folder named like a file", () => {
    const folder = folderWith({});
    expect(recount(join(folder, "none"))).toMatchObject({ status: 2, stdout: "" });
    expect(recount(folder)).toMatchObject({ status: 2, stdout: "" });
    mkdirSync(join(folder, "x.json"));
    expect(recount(folder)).toMatchObject({ status: 2, stdout: "" });
    expect(recount()).toMatchObject({ status: 2, stdout: "" });
    expect(recount(folder, "--unknown")).toMatchObject({ status: 2, stdout: "" });
  });

  test("beside a good record, which is recounted all the same", () => {
    const folder = folderWith({ "a.json": "{", "b.json": good });
    const { status, stdout } = recount(folder, "--json");
    expect([status, JSON.parse(stdout).ok]).toEqual([2, true]);
  });

  test("names of the language's own change nothing", () => {
    const own = good.replace('"council"', '"__proto__":{"seal":null},"constructor":1,"council"');
    expect(recount(folderWith({ "x.json": own })).status).toBe(0);
    const votes = forged((record) => {
      record.fixed.candidates = ["constructor", "toString"];
      record.result.tally.votes = { toString: 5 };
      record.result.choices = [
        { choose: [], times: 1 },
        { choose: ["toString"], times: 5 },
      ];
      record.result.decision = { passed: ["toString"], tied: [], percent: { toString: 71.4 } };
    });
    expect(faultsOf(votes)).toMatchObject({ status: 0, faults: [] });
  });
});

test("2,000 ballots are recounted in less than 5 s", ({ annotate }) => {
  const record = voted({ a: 1200, b: 500, c: 300 }, {}, { passed: ["a"], tied: [] });
  const folder = folderWith({ "x.json": JSON.stringify(record) });
  const began = performance.now();
  const { status } = recount(folder);
  const took = performance.now() - began;
  expect(status).toBe(0);
  expect(took).toBeLessThan(5000);
  return annotate(`${Math.round(took)} ms`);
});

test("the program is less than 300 lines and knows node alone", () => {
  const files = readdirSync("recount").map((name) => readFileSync(join("recount", name), "utf8"));
  expect(files.join("").split("\n").length - 1).toBeLessThan(300);
  const imports = files.flatMap((file) =>
    Array.from(file.matchAll(/ from "(.*?)"/g), ([, name = ""]) => name),
  );
  expect(imports.filter((name) => !/^(node:|\.\/\w+\.ts$)/.test(name))).toEqual([]);
});
