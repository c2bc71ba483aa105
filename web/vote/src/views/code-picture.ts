import type { Words } from "../words/vi.ts";

/** The tracking code as a picture among the phone's pictures: the code and the poll, nothing about the choice. */
export function drawCode(code: string, poll: string, { code: label, codeHow }: Words["way"]) {
  const canvas = document.createElement("canvas");
  const [width, height] = [1080, 540];
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext("2d");
  if (!pen) return;
  pen.fillStyle = "#fffefb";
  pen.fillRect(0, 0, width, height);
  pen.textAlign = "center";
  for (const [text, font, colour, y] of [
    [poll, "600 44px system-ui, sans-serif", "#221b17", 110],
    [label, "400 36px system-ui, sans-serif", "#594e45", 200],
    [code, "700 120px ui-monospace, Menlo, Consolas, monospace", "#9b1c1f", 340],
    [codeHow, "400 32px system-ui, sans-serif", "#594e45", 440],
  ] as const) {
    pen.font = font;
    pen.fillStyle = colour;
    pen.fillText(text, width / 2, y, width - 80);
  }
  canvas.toBlob((picture) => {
    if (!picture) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(picture);
    link.download = `${code}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  });
}
