import type { QRCamera } from "qr/dom.js";

/** How long a code that was read is not read again: it still lies before the camera. */
const rest = 2_500;

/** A share of the keys is a code of a hundred squares a side: it takes more of a picture than a ticket does. */
const view = { facingMode: "environment", width: { ideal: 1920 }, height: { ideal: 1080 } };

/** Reads QR codes with the device's camera, or from a picture. The reader itself comes when it is first needed. */
export class Scanner {
  state = $state<"off" | "starting" | "on" | "refused">("off");
  readonly #tell: (text: string) => void;
  #camera: QRCamera | undefined;
  #cancel: (() => void) | undefined;
  #last = { text: "", at: 0 };

  constructor(tell: (text: string) => void) {
    this.#tell = tell;
  }

  async start(video: HTMLVideoElement) {
    this.state = "starting";
    try {
      const { QRCamera, QRCanvas, frameLoop } = await import("qr/dom.js");
      this.#camera = new QRCamera(video, await navigator.mediaDevices.getUserMedia({ video: view }));
      const canvas = new QRCanvas();
      this.#cancel = frameLoop(() => void this.#look(canvas), video);
      this.state = "on";
    } catch {
      // No camera, or its use was not allowed: a picture or typed text does as well.
      this.state = "refused";
    }
  }

  stop() {
    this.#cancel?.();
    this.#camera?.stop();
    this.#camera = undefined;
    this.state = "off";
  }

  /** The code in a picture, or undefined. */
  async readPicture(file: Blob): Promise<string | undefined> {
    const { decodeQR } = await import("qr/decode.js");
    const picture = await createImageBitmap(file);
    const { width, height } = picture;
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const pen = canvas.getContext("2d");
    if (!pen) return undefined;
    pen.drawImage(picture, 0, 0);
    try {
      return decodeQR({ width, height, data: pen.getImageData(0, 0, width, height).data });
    } catch {
      // No code in it is an answer.
      return undefined;
    }
  }

  async #look(canvas: Parameters<QRCamera["readFrame"]>[0]) {
    const text = await this.#camera?.readFrame(canvas, true);
    if (typeof text !== "string" || text === "") return;
    if (text === this.#last.text && performance.now() - this.#last.at < rest) return;
    this.#last = { text, at: performance.now() };
    this.#tell(text);
  }
}
