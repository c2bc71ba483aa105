import { Refusal } from "#lib/refusal.ts";

export type Form = { url: string; fields: Record<string, string> };
type How = { progress: (sent: number) => void; signal: AbortSignal };

/** Posts one file with its form; only this way does a browser tell how far it is. */
export function posted({ url, fields }: Form, file: Blob, { progress, signal }: How): Promise<void> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set("file", file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const lost = () => reject(new Refusal(0, "network/lost"));
    request.upload.addEventListener("progress", ({ loaded, total }) => progress(loaded / total));
    request.addEventListener("load", () => {
      if (request.status < 300) return resolve();
      if (request.status >= 500) return lost();
      reject(new Refusal(request.status, codeOf(request.responseText)));
    });
    request.addEventListener("error", lost);
    request.addEventListener("timeout", lost);
    request.addEventListener("abort", () => reject(signal.reason));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.open("POST", url);
    request.timeout = 15 * 60_000;
    request.send(body);
  });
}

/** What the store says no with, in our words: a form that is over is asked for anew. */
const codeOf = (xml: string) =>
  xml.includes("EntityTooLarge") ? "evidence/too-large" : "evidence/not-arrived";
