import { hash } from "node:crypto";
import { baseOf, figureIn, groundOf, isShare } from "./decision.ts";
import { canonical, type Published, type Result } from "./record.ts";

/** `ok` is null where the record keeps back what the check needs. */
type Check = { id: string; word: string; ok: boolean | null; found: string };

const whole =
  /^(void|(open|closing|void) opened|(sealed|counted|void) opened seal|published opened seal result)$/;

const keptBack = "không công bố · not published";

/** `times` is how often the folder holds this poll. */
export function* checksOf(record: Published, times: number): Generator<Check> {
  const { council, fixed, bound, state, opened, seal, result } = record;
  const { rule, roll } = fixed;
  const parts = [state, opened && "opened", seal && "seal", result && "result"].filter(Boolean).join(" ");
  yield equal("bound", "Thể lệ, ứng viên, danh sách đã chốt", [bound], [sha256(canonical(fixed))]);
  yield equal("council", "Hội đồng", [council], [fixed.council]);
  yield check("state", "Trạng thái và các phần phải có", whole.test(parts), parts);
  yield equal("once", "Số lần có trong thư mục", [times], [1]);

  if (!opened) return;
  const isHeld = !rule.quorum || isShare(rule.quorum, opened.present, opened.entitled);
  // Of units each member counts, with a delegate on the roll or without.
  const entitled = rule.voter === "unit" ? opened.entitled : roll.count;
  yield equal("entitled", "Có quyền, theo danh sách", [opened.entitled], [entitled]);
  yield atMost("opened", "Có mặt ≤ có quyền, lúc mở", opened.present, entitled);
  yield equal("quorum", "Đủ số tối thiểu, lúc mở", [opened.quorum], [isHeld]);

  if (!seal) return;
  const hashes = hashesIn(record);
  const fault = hashes.findIndex((hash, at) => hash <= (hashes[at - 1] ?? ""));
  const bytes = Buffer.from(hashes.join(""), "hex");
  yield check("list", "Danh sách mã băm", bytes.toString("base64url") === record.hashes, "base64url");
  yield equal("hashes", "16 byte cho mỗi phong bì", [16 * seal.envelopes], [bytes.length]);
  yield check("order", "Tăng dần, không trùng", fault < 0, fault < 0 ? "1 < 2 …" : `${fault} ≥ ${fault + 1}`);
  const sent = seal.envelopes + (seal.clear ?? 0);
  const most = sent + seal.papers;
  yield atMost("papers", "Phong bì và phiếu giấy ≤ có quyền", most, entitled);
  yield equal("root", "Mã gốc niêm phong", [seal.root], [sha256(bytes)]);

  if (!result) return;
  const { tally, choices = null, decision, as, answers = null } = result;
  const meter = [opened.entitled, seal.present, opened.quorum];
  yield equal("meter", "Có quyền, có mặt, đủ", [tally.entitled, tally.present, tally.quorum], meter);
  const { issued, collected, valid, blank, votes } = tally;
  yield atMost("turnout", "Thu về ≤ phát ra ≤ có mặt ≤ có quyền", collected, issued, seal.present, entitled);
  yield atMost("collected", "Phong bì ≤ thu về ≤ phong bì và phiếu giấy", sent, collected, most);
  yield atMost("valid", "Trắng ≤ hợp lệ ≤ thu về", blank, valid, collected);
  const named = { poll: fixed.poll, tally, choices, ...(seal.clear != null && { answers }) };
  yield equal("digest", "Mã băm kết quả", [result.digest], [sha256(canonical(named))]);
  const figures = Object.keys({ ...votes, ...tally.against, ...decision.percent });
  const isBare = figures.length + blank === 0 && !choices && !result.named;
  yield check("as", "Công bố số liệu, hay chỉ ai đạt", as === "passed" ? isBare : as === "figures", as);
  yield* as === "passed" ? [check("figures", "Số liệu", null, keptBack)] : figureChecks(record, result);
  yield atMost("seats", "1 ≤ suất còn lại ≤ suất theo thể lệ", 1, result.seats, rule.seats);
  const ground = groundOf(fixed, result);
  const told = [decision.passed, decision.tied, result.leftOut].map((ids) => ids.join(", ") || "–");
  const found = `${told[0]} (= ${told[1]}; ≠ ${told[2]}) ${ground ?? ""}`;
  yield check("decision", "Đạt (= bằng phiếu; ≠ không xét)", ground !== undefined, found);
}

function* figureChecks({ fixed: { candidates, rule }, seal }: Published, result: Result): Generator<Check> {
  const { tally, choices, decision, named, answers } = result;
  const [votes, percent, { min, max }] = [figureIn(tally.votes), figureIn(decision.percent), rule.choose];
  const [known, given] = [new Set(candidates), Object.entries(tally.votes)];
  const chosen = tally.valid - tally.blank;
  // By yes or no: to choose none is an answer, and blank is only a paper on which nothing is marked.
  const against = rule.yesNo && tally.against;
  const isKnown = given.every(([id, votes]) => known.has(id) && votes <= chosen);
  const sum = given.reduce((before, [, votes]) => before + votes, 0);
  yield check("names", "Chỉ ứng viên, không ai quá số phiếu", isKnown, candidates.join(", "));
  const [least, blanks] = against ? [min, seal?.papers ?? 0] : [Math.max(min, 1), tally.valid];
  yield atMost("blank", "Phiếu trắng, nếu được phép", tally.blank, min === 0 ? blanks : 0);
  yield atMost("votes", "Tổng lượt chọn theo thể lệ", chosen * least, sum, chosen * max);
  const base = baseOf(rule, tally);
  const no = candidates.map((id) => chosen - votes(id));
  if (against) yield equal("against", "Không đồng ý", candidates.map(figureIn(against)), no);
  // One decimal, half away from zero.
  const due = (id: string) => (base && Math.floor((2000 * votes(id) + base) / (2 * base))) / 10;
  const ids = [...known.union(new Set(Object.keys(decision.percent)))];
  yield equal("percent", "Tỷ lệ %", ids.map(percent), ids.map(due));
  if (named) {
    const [phone, who] = [named.filter(({ on }) => on === "phone").length, named.map((one) => one.delegate)];
    const found = [phone, named.length - phone, new Set(who).size, sha256(canonical(named))];
    yield equal("named", "Câu trả lời có tên", [seal?.clear, seal?.papers, named.length, answers], found);
  }
  const list = named?.filter(({ blank }) => !against || !blank) ?? choices;
  if (!list) return yield check("choices", "Từng lá phiếu", null, keptBack);
  const counted = new Map([...known].map((id) => [id, 0]));
  let [valid, blank, isLawful] = against ? [tally.blank, tally.blank, true] : [0, 0, true];
  for (const { choose, times = 1 } of list as { choose: string[]; times?: number }[]) {
    isLawful &&= choose.length >= min && choose.length <= max && new Set(choose).size === choose.length;
    valid += times;
    if (choose.length === 0 && !against) blank += times;
    for (const id of choose) counted.set(id, (counted.get(id) ?? 0) + times);
  }
  const published = [tally.valid, tally.blank, ...[...counted.keys()].map(votes)];
  yield check("ballots", "Mỗi lá phiếu theo thể lệ", isLawful, `${min} … ${max}`);
  yield equal("choices", "Cộng lại từng lá phiếu", published, [valid, blank, ...counted.values()]);
}

/** Of what was sealed, in hex. */
export function hashesIn({ seal, hashes }: Published): string[] {
  const box = Buffer.from((seal && hashes) ?? "", "base64url");
  return box.toString("hex").match(/.{1,32}/g) ?? [];
}

function check(id: string, word: string, ok: boolean | null, found: string): Check {
  return { id, word, ok, found };
}

function equal(id: string, word: string, published: unknown[], recounted: unknown[]): Check {
  const [one, other] = [published.join(", "), recounted.join(", ")];
  const sign = one === other ? "=" : "≠";
  return check(id, word, one === other, `${one.slice(0, 40)} ${sign} ${other.slice(0, 40)}`);
}

function atMost(id: string, word: string, ...figures: number[]): Check {
  const isSo = figures.every((figure, at) => figure >= (figures[at - 1] ?? 0));
  return check(id, word, isSo, figures.join(" ≤ "));
}

const sha256 = (content: string | Buffer) => hash("sha256", content);
