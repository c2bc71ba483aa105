import type { api } from "#api";
import type { PageLanguage } from "#domain/public-address.ts";
import type { Given } from "#lib/route.ts";

type Ink = { weight: number; name: string; most: number };
type Card = Given<typeof api.publishing.previewPage>["cards"][PageLanguage];

/** The size that Zalo, Facebook and the others show large. */
const [width, height] = [1200, 630];
const margin = 72;
const family = '"Be Vietnam Pro", "Noto Sans Lao Looped", "Noto Sans Thai Looped", sans-serif';

/** Few words, large, in the colours of paper whatever this screen shows. */
export async function drawn(
  canvas: HTMLCanvasElement,
  { council, title, sentence, lines }: Card,
  language: PageLanguage,
) {
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

  let top = margin;
  const room = width - 2 * margin - 20;
  const write = (text: string, size: number, { weight, name, most }: Ink) => {
    pen.font = `${weight} ${size}px ${family}`;
    pen.fillStyle = colour(name);
    for (const line of wrapped(pen, piecesOf(text, language), room).slice(0, most)) {
      // Marks on capitals need room above them.
      pen.fillText(line, margin + 20, top + size);
      top += size * 1.32;
    }
  };
  write(council, 34, { weight: 400, name: "--ink-2", most: 1 });
  top += 44;
  pen.font = `700 80px ${family}`;
  const wide = pen.measureText(title).width;
  // On one line where it fits at a size that is still large.
  const size = wide > room * 1.3 ? 64 : Math.min(80, (78 * room) / wide);
  write(title, size, { weight: 700, name: "--ink", most: 3 });
  top += 20;
  pen.fillStyle = colour("--gold");
  pen.fillRect(margin + 20, top, 120, 6);
  top += 40;
  if (lines.length > 0) for (const line of lines) write(line, 40, { weight: 600, name: "--ink", most: 1 });
  else write(sentence, 38, { weight: 400, name: "--ink-2", most: 2 });
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

function wrapped(pen: CanvasRenderingContext2D, pieces: readonly string[], most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line !== "" && pen.measureText((line + piece).trimEnd()).width > most) {
      lines.push(line);
      line = piece;
    } else line += piece;
  }
  return [...lines, line];
}

/** Where a line may end: after a space, and in Lao and Thai, which write none between words, after each word. */
function piecesOf(text: string, language: PageLanguage): string[] {
  const spaced = text.split(/(?<= )/);
  if (language === "vi" || language === "en") return spaced;
  const words = new Intl.Segmenter(language, { granularity: "word" });
  return spaced.flatMap((part) => {
    const pieces: string[] = [];
    for (const { segment, isWordLike } of words.segment(part)) {
      const before = pieces.at(-1);
      // A mark stays with the word it belongs to.
      if (before !== undefined && (!isWordLike || before === "“")) pieces.splice(-1, 1, before + segment);
      else pieces.push(segment);
    }
    return pieces;
  });
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
