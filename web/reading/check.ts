import { markOf } from "#domain/mark.ts";

type Checked = Record<"award" | "awardEn" | "recipient" | "number" | "date" | "code", string> & {
  position?: string;
  of?: string;
  year: number;
  changed: boolean;
};

/** Whoever holds a paper types its number, or comes with its code in the address. */
export function checkAwards(page: Document) {
  const form = page.querySelector<HTMLFormElement>("[data-check]");
  const field = form?.querySelector("input");
  const answers = page.querySelector<HTMLElement>("[data-answers]");
  if (!form || !field || !answers) return;
  const show = (...found: Node[]) => answers.replaceChildren(...found);

  async function ask() {
    const mark = markOf(field?.value ?? "");
    if (mark === "") return;
    show(answer(page, "waiting"));
    try {
      const reply = await fetch(`/api/public/registers/${form?.dataset["check"]}/${mark}`);
      if (!reply.ok && reply.status !== 404) throw new Error(String(reply.status));
      const { found = [], more } = (await reply.json()) as { found?: Checked[]; more?: boolean };
      show(
        ...(found.length > 0 ? found.map((one) => told(page, one)) : [answer(page, "no")]),
        ...(more ? [answer(page, "many")] : []),
      );
    } catch {
      show(answer(page, "lost"));
    }
  }

  form.hidden = false;
  for (const plain of Array.from(page.querySelectorAll<HTMLElement>("[data-plain]"))) plain.hidden = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void ask();
  });
  const fromAddress = () => {
    const given = decodeURIComponent(location.hash.slice(1));
    if (given === "") return;
    field.value = given;
    void ask();
  };
  addEventListener("hashchange", fromAddress);
  fromAddress();
}

function answer(page: Document, name: string): DocumentFragment {
  const template = page.querySelector<HTMLTemplateElement>(`[data-answer="${name}"]`);
  if (!template) throw new Error(`The page has no words for ${name}.`);
  return template.content.cloneNode(true) as DocumentFragment;
}

function told(
  page: Document,
  { position, of, date, year, changed, awardEn, ...rest }: Checked,
): DocumentFragment {
  const filled = answer(page, "yes");
  const { lang } = page.documentElement;
  const says: Record<string, string> = {
    ...rest,
    // The law names awards in Vietnamese; English readers see what it means above it.
    awardEn: lang === "en" ? awardEn : "",
    recipient: [rest.recipient, position, of].filter(Boolean).join(", "),
    date: dayIn(page, date),
    year: String(year),
  };
  for (const place of Array.from(filled.querySelectorAll<HTMLElement>("[data-of]"))) {
    const name = place.dataset["of"] ?? "";
    if (name !== "changed") place.textContent = says[name] ?? "";
    place.hidden = name === "changed" ? !changed : place.textContent === "";
  }
  return filled;
}

/** A day as it is written in the page's language; pages from before there were several are Vietnamese. */
function dayIn(page: Document, date: string): string {
  const locale = page.querySelector<HTMLElement>("[data-locale]")?.dataset["locale"];
  if (locale === undefined || locale === "vi-VN") return date.split("-").reverse().join("/");
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));
}
