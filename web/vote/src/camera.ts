import { h } from "./element.ts";

/** How long a code that was read is not read again: it still lies before the camera. */
const rest = 3_000;

/** The tablet's own camera, looking at whoever holds up a ticket; false where there is none or it may not be used. */
export async function scan(at: HTMLElement, tell: (text: string) => void): Promise<boolean> {
  const video = h("video", { playsinline: true, muted: true });
  at.append(video);
  try {
    const { QRCanvas, frameLoop, selfieCamera } = await import("qr/dom.js");
    const camera = await selfieCamera(video);
    const canvas = new QRCanvas();
    let readAt = 0;
    const stop = frameLoop(async () => {
      if (!video.isConnected) {
        stop();
        camera.stop();
        return;
      }
      const text = await camera.readFrame(canvas, true);
      if (typeof text !== "string" || text === "" || Date.now() - readAt < rest) return;
      readAt = Date.now();
      tell(text);
    }, video);
    return true;
  } catch {
    // No camera, or not allowed: the code is typed.
    video.remove();
    return false;
  }
}
