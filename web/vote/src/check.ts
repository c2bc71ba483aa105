import { codeFrom } from "#domain/choice.ts";
import { fromText, hashOf, hexOf } from "#lib/envelope.ts";
import { type Address, addressIn } from "./address.ts";
import { h, icon } from "./element.ts";
import { type Day, hallOf, type Published } from "./hall.ts";
import { noticeOf } from "./views/parts.ts";
import type { Words } from "./words/vi.ts";

const hashBytes = 16;

/** Whether an envelope is among those sealed and counted: worked out on this phone from what is published. */
export async function openCheck(words: Words) {
  const main = document.getElementById("main") as HTMLElement;
  const say = words.check;
  document.title = `${say.title} – Thi đua`;
  let address = addressIn(location.hash);
  addEventListener("hashchange", () => {
    address = addressIn(location.hash);
    draw();
  });

  const draw = () => {
    main.textContent = "";
    const told = h("div", { class: "road", role: "status" });
    const face = h("div", { class: "face" }, h("h1", {}, say.title), h("p", {}, say.how));
    main.append(face);
    if (!address) face.append(h("p", {}, words.code.scanOnly));
    else if (address.rest === undefined) void offer(address, face, words);
    else
      face.append(
        formOf(words, (typed) => look(address as Address, typed, told, words)),
        told,
      );
    if (address)
      face.append(h("p", {}, h("a", { href: `/vote/#${address.council}.${address.conference}` }, say.back)));
  };
  draw();
}

/** Without a poll in the address: those of the day that may be looked up. */
async function offer(address: Address, face: HTMLElement, words: Words) {
  const list = h("ul", { class: "polls" });
  face.append(h("h2", {}, words.check.poll), list);
  const day = await hallOf()
    .readDay({ ...address, version: 0 })
    .catch(() => undefined);
  const polls = day?.agenda.filter(({ poll }) => poll !== undefined) ?? [];
  list.append(
    ...polls.map(({ title, poll }) =>
      h(
        "li",
        {},
        h("a", { class: "button", href: `#${address.council}.${address.conference}.${poll}` }, title),
      ),
    ),
  );
  if (polls.length === 0) list.append(h("li", {}, day ? words.check.none : words.check.lost));
}

function formOf(words: Words, look: (typed: string) => Promise<void>): HTMLElement {
  const input = h("input", {
    class: "input",
    id: "code",
    type: "text",
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
  });
  return h(
    "form",
    {
      class: "entry",
      submit: (event) => {
        event.preventDefault();
        void look(input.value);
      },
    },
    h("label", { for: "code" }, words.check.label),
    input,
    h("button", { class: "button main", type: "submit" }, words.check.go),
  );
}

/** As codes are written: letters that look like digits are those digits. */
const plain = (typed: string) =>
  typed
    .toUpperCase()
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1")
    .replace(/[^0-9A-Z]/g, "");

async function look(address: Address, typed: string, told: HTMLElement, words: Words) {
  const say = words.check;
  const code = plain(typed);
  const { council, conference, rest: poll = "" } = address;
  told.textContent = "";
  if (code.length !== 8) {
    told.append(
      h(
        "p",
        { class: "fault" },
        code.length < 8 ? words.code.short(code.length) : words.code.long(code.length),
      ),
    );
    return;
  }
  const [record, day] = await Promise.all([
    hallOf()
      .readRecord({ council, conference, poll })
      .catch(() => undefined),
    hallOf()
      .readDay({ council, conference, version: 0 })
      .catch(() => undefined),
  ]);
  told.textContent = "";
  if (!record) told.append(noticeOf("care", { what: say.lost, next: "" }));
  else told.append(...(await verdictOf(record, `${code.slice(0, 4)}-${code.slice(4)}`, day, words)));
}

async function verdictOf(
  record: Published,
  code: string,
  day: Day | undefined,
  words: Words,
): Promise<Node[]> {
  const say = words.check;
  const { seal, state } = record;
  if (state === "void") return [noticeOf("refusal", { what: say.void, next: "" })];
  if (!seal) return [noticeOf("care", { what: say.notYet, next: "" }, undefined, "lock")];
  const hashes = fromText(record.hashes);
  const root = hexOf(await hashOf(hashes));
  if (root !== seal.root || hashes.length !== seal.envelopes * hashBytes)
    return [noticeOf("refusal", { what: say.broken, next: "" })];
  const codes = Array.from({ length: seal.envelopes }, (_, at) =>
    codeFrom(hashes.subarray(at * hashBytes, (at + 1) * hashBytes)),
  );
  const isThere = codes.includes(code);
  const verdict = isThere
    ? noticeOf("good", {
        what: say.found(code),
        next: state === "sealed" ? say.foundSealed : say.foundCounted,
      })
    : noticeOf("refusal", {
        what: say.missing(code),
        next: seal.envelopes === 0 ? say.inClear : say.missingHow,
      });
  return [
    verdict,
    h(
      "dl",
      { class: "facts" },
      h("dt", {}, say.inBox),
      h("dd", {}, say.sealed(seal.envelopes, seal.papers)),
      h("dt", {}, say.root),
      h("dd", {}, h("span", { class: "mono small" }, seal.root), h("br"), icon("check"), ` ${say.rootHow}`),
      day?.fingerprint !== undefined && [
        h("dt", {}, say.fingerprint),
        h("dd", {}, h("span", { class: "mono small" }, day.fingerprint)),
      ],
    ),
  ];
}
