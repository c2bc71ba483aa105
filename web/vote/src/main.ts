import { isAble } from "./able.ts";
import { addressIn } from "./address.ts";
import { Device } from "./device.ts";
import { h } from "./element.ts";
import { wordsIn } from "./language.ts";
import { keepForLater } from "./later.ts";
import { Page } from "./page.ts";
import { byHand, type Look } from "./tools.ts";
import { noticeOf } from "./views/parts.ts";
import type { Words } from "./words/vi.ts";

const device = new Device(() => localStorage);

async function start() {
  const look = device.read<Look>("look") ?? {};
  const words = await wordsIn(look.language);
  if (!isAble()) return sendElsewhere(words);
  if (location.pathname.indexOf("/vote/check") === 0) {
    const { openCheck } = await import("./check.ts");
    byHand({ words, look, device });
    return openCheck(words);
  }
  const address = addressIn(location.hash);
  const isKiosk = address?.rest === "kiosk";
  const kiosk = isKiosk ? await import("./kiosk.ts") : undefined;
  const page: Page = new Page(words, device, isKiosk, (shown) => {
    kiosk?.keep(shown, device);
    keepForLater(shown.watch?.day);
  });
  if (kiosk) page.scan = (at, tell) => import("./camera.ts").then(({ scan }) => scan(at, tell));
  byHand({ words, look, device, page });
  const come = () => {
    const found = addressIn(location.hash);
    // A ticket does not stay in the address: whoever looks at the phone later, or gets its history, finds none.
    if (!isKiosk && location.hash) history.replaceState(null, "", location.pathname);
    return found;
  };
  if (isKiosk) kiosk?.wipeFor(device);
  page.open(come());
  // A second ticket scanned into the same tab.
  addEventListener("hashchange", () => {
    if (isKiosk) location.reload();
    else if (location.hash) page.open(come());
  });
}

/** Without a secure address or cryptography nothing can be sealed here, and the page says so before anything else. */
function sendElsewhere({ unable }: Words) {
  const why = window.isSecureContext ? unable.old : unable.insecure;
  const main = document.getElementById("main");
  if (!main) return;
  main.textContent = "";
  main.append(
    h(
      "div",
      { class: "face" },
      h("h1", {}, unable.title),
      noticeOf("refusal", { what: unable.next, next: why }),
    ),
  );
}

void start();
