/** The rows of a table as a spreadsheet copies or saves it, each cell without spaces around it, none of them all blank. */
export const cellsIn = (text: string): string[][] =>
  rowsIn(text)
    .map((row) => row.map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ""));

/** Every row and cell as it stands: with tabs, semicolons or commas between, quoted where need be. */
export function rowsIn(text: string): string[][] {
  const separator = separatorOf(text);
  const rows: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  const end = () => {
    rows.at(-1)?.push(cell);
    cell = "";
  };
  const letters = text.replaceAll("\r\n", "\n").replace(/^\uFEFF/, "");
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at] ?? "";
    if (letter === '"' && isQuoted && letters[at + 1] === '"') {
      cell += letter;
      at += 1;
    } else if (letter === '"' && (isQuoted || cell.trim() === "")) isQuoted = !isQuoted;
    else if (letter === separator && !isQuoted) end();
    else if (letter === "\n" && !isQuoted) {
      end();
      rows.push([]);
    } else cell += letter;
  }
  end();
  return rows;
}

/** A title may stand above the heading, so some lines are looked at; Vietnamese spreadsheets part cells by semicolons. */
function separatorOf(text: string): string {
  const lines = text.split("\n", 20);
  const count = (mark: string) => Math.max(...lines.map((line) => line.split(mark).length));
  if (count("\t") > 1) return "\t";
  return count(";") > 1 && count(";") >= count(",") ? ";" : ",";
}
