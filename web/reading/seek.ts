/** What is compared: without marks and capitals, as people type in haste. */
const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase();

/** Rows that do not have what is typed step aside; how many are left is said. */
export function seekIn(page: Document) {
  const box = page.querySelector<HTMLElement>("[data-seek]");
  const field = box?.querySelector("input");
  const told = box?.querySelector<HTMLElement>("[data-found]");
  if (!box || !field || !told) return;
  const rows = Array.from(page.querySelectorAll<HTMLElement>("[data-row]"), (row) => ({
    row,
    text: plain(row.textContent ?? ""),
  }));
  box.hidden = false;
  field.addEventListener("input", () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    let left = 0;
    for (const { row, text } of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) left += 1;
    }
    told.textContent =
      words.length === 0
        ? ""
        : left === 0
          ? (told.dataset["none"] ?? "")
          : `${left} ${told.dataset["found"]}`;
  });
}
