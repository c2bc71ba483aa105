import type { api } from "#api";
import type { Given } from "#lib/route.ts";

type Card = Given<typeof api.publishing.previewPage>["card"];

/** The size that Zalo, Facebook and the others show large. */
const [width, height] = [1200, 630];
const margin = 72;
const family = '"Be Vietnam Pro", sans-serif';

/** Few words, large, in the colours of paper whatever this screen shows. */
export async function drawn(canvas: HTMLCanvasElement, { council, title, sentence, lines }: Card) {
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext("2d");
  if (!pen) return;
  const all = [council, title, sentence, ...lines].join("");
  await Promise.all([400, 600, 700].map((weight) => document.fonts.load(`${weight} 40px ${family}`, all)));
  const colour = coloursOfPaper();
  pen.fillStyle = colour("--paper");
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = colour("--red");
  pen.fillRect(0, 0, 20, height);
  pennant(pen, colour);

  let y = margin + 34;
  const write = (text: string, size: number, weight: number, name: string, most: number) => {
    pen.font = `${weight} ${size}px ${family}`;
    pen.fillStyle = colour(name);
    for (const line of wrapped(pen, text, width - 2 * margin - 20).slice(0, most)) {
      pen.fillText(line, margin + 20, y);
      y += size * 1.32;
    }
  };
  write(council, 30, 400, "--ink-2", 1);
  y += 50;
  write(title, 72, 700, "--ink", 3);
  y += 4;
  pen.fillStyle = colour("--gold");
  pen.fillRect(margin + 20, y - 40, 120, 6);
  y += 24;
  if (lines.length > 0) for (const line of lines) write(line, 36, 600, "--ink", 1);
  else write(sentence, 36, 400, "--ink-2", 2);
}

/** As it is sent: the bytes of the picture in base64. */
export async function packed(canvas: HTMLCanvasElement): Promise<string> {
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error("This browser draws no picture.");
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (let from = 0; from < bytes.length; from += 8192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return btoa(text);
}

function wrapped(pen: CanvasRenderingContext2D, text: string, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && pen.measureText(longer).width > most) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** The product's mark, at the upper right. */
function pennant(pen: CanvasRenderingContext2D, colour: (name: string) => string) {
  pen.save();
  pen.translate(width - margin - 70, margin - 24);
  pen.scale(2.6, 2.6);
  pen.fillStyle = colour("--ink-2");
  pen.fillRect(2.75, 2, 2.5, 28);
  pen.fillStyle = colour("--red");
  pen.fill(new Path2D("M5.5 3H27l-5 8 5 8H5.5z"));
  pen.fillStyle = colour("--gold");
  pen.fill(new Path2D("M9 12h3v4H9z M13.5 9h3v7h-3z M18 6h3v10h-3z"));
  pen.restore();
}

/** The palette's first word is paper; a dark screen has its own, which is not asked here. */
function coloursOfPaper(): (name: string) => string {
  const rules = Array.from(document.styleSheets).flatMap(({ cssRules }) => Array.from(cssRules));
  const light = rules.find(
    (rule): rule is CSSStyleRule =>
      rule instanceof CSSStyleRule &&
      rule.selectorText === ":root" &&
      rule.style.getPropertyValue("--paper") !== "",
  );
  return (name) => light?.style.getPropertyValue(name).trim() ?? "";
}
