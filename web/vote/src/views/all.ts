import type { Scene } from "../scene.ts";
import { ballotView } from "./ballot.ts";
import { codeView } from "./code.ts";
import { outcomeView } from "./outcome.ts";
import { endedView, openingView, shutView, soonView, waitingView } from "./plain.ts";
import type { Here, View } from "./view.ts";
import { wayView } from "./way.ts";

/** Each scene has its drawing; one without does not compile. */
export function drawingOf(scene: Scene, here: Here): View {
  switch (scene.scene) {
    case "code":
      return codeView(here, scene.refused);
    case "opening":
      return openingView(here);
    case "waiting":
      return waitingView(here);
    case "ended":
      return endedView(here);
    case "soon":
      return soonView(scene.question, here);
    case "ballot":
      return ballotView(scene.question, scene.no, here);
    case "way":
      return wayView(scene.question, scene.kept, here);
    case "outcome":
      return outcomeView(scene.question, here);
    case "closed":
    case "void":
    case "no-voter":
      return shutView(scene.scene, scene.question, here);
  }
}
