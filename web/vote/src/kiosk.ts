import type { Device } from "./device.ts";
import { h } from "./element.ts";
import type { Page } from "./page.ts";

/** How long a voter's result stands, and how long a ballot nobody touches stays open. */
const shownFor = 20_000;
const idleFor = 90_000;

let since: { scene: string; at: number } | undefined;
let touched = Date.now();
for (const kind of ["pointerdown", "keydown"])
  addEventListener(kind, () => {
    touched = Date.now();
  });

/** A shared tablet forgets whoever was here, in its storage and by a page opened anew in its memory. */
export function forget(device: Device) {
  device.wipe();
  location.reload();
}

/** What an earlier voter left behind goes before the next one comes; a ballot still on its way does not. */
export function wipeFor(device: Device) {
  const unsent = device
    .names("ballot/")
    .some((name) => device.read<{ state: string }>(name)?.state === "kept");
  if (!unsent)
    for (const name of [...device.names("ballot/"), ...device.names("holder")]) device.remove(name);
}

/** Once a ballot is in, or can never be, the tablet goes back to its first page by itself. */
export function keep(page: Page, device: Device) {
  const { scene, words } = page;
  const foot = document.getElementById("foot");
  if (!foot || scene.scene === "code") return;
  const isDone = scene.scene === "way" && scene.kept.state !== "kept";
  const name = `${scene.scene} ${isDone}`;
  if (since?.scene !== name) since = { scene: name, at: Date.now() };
  const isWaiting = scene.scene === "way" && !isDone;
  const ends = isDone ? since.at + shownFor : Math.max(since.at, touched) + idleFor;
  const left = Math.ceil((ends - Date.now()) / 1_000);
  if (!isWaiting && left <= 0) return forget(device);
  foot.hidden = isWaiting || scene.scene === "opening";
  if (foot.childElementCount === 0)
    foot.append(
      h("button", { class: "button", type: "button", click: () => forget(device) }, words.kiosk.done),
      h("p", { class: "small quiet" }),
    );
  const told = foot.querySelector("p");
  if (told) told.textContent = left <= 20 ? words.kiosk.next(left) : "";
}
