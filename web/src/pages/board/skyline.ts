const bar = 7;
const step = 9;
const gap = 8;

/** A bar for each line of a sheet, the parts of the table a little apart. */
export function barsOf(lines: string, groups: readonly { lines: number }[]) {
  const bars: { x: number; letter: string }[] = [];
  let x = 0;
  let at = 0;
  for (const group of groups) {
    for (let each = 0; each < group.lines; each++) {
      bars.push({ x, letter: lines[at] ?? "e" });
      x += step;
      at += 1;
    }
    x += gap;
  }
  return { bars, width: Math.max(x - gap - (step - bar), 1) };
}

/** Where each part begins and how wide it is, in per cent of the whole. */
export function spansOf(groups: readonly { lines: number }[]) {
  const { width } = barsOf("", groups);
  let x = 0;
  return groups.map(({ lines }) => {
    const span = { x: (100 * x) / width, width: (100 * (lines * step - (step - bar))) / width };
    x += lines * step + gap;
    return span;
  });
}
