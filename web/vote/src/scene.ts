import type { Day, Delegate, Question } from "./hall.ts";
import type { Kept } from "./kept.ts";

/** What a delegate is shown, decided by what is true now. */
export type Scene =
  | { scene: "code"; refused?: string }
  | { scene: "opening" }
  | { scene: "waiting" }
  | { scene: "ended" }
  | { scene: "soon" | "closed" | "void" | "outcome" | "no-voter"; question: Question }
  | { scene: "ballot"; question: Question; no: number }
  | { scene: "way"; question: Question; kept: Kept };

export type Known = {
  ticket: string | undefined;
  refused: string | undefined;
  delegate: Delegate | undefined;
  day: Day | undefined;
  /** This delegate's ballot in the poll that is on. */
  kept: Kept | undefined;
  /** The delegate has asked to answer this poll anew. */
  changing: string | undefined;
  now: number;
};

export const questionOn = (day: Day | undefined): Question | undefined => day?.question ?? day?.rehearsal;

/** The box takes ballots at this moment, as far as this phone can know. */
export const isTaking = ({ state, closesAt }: Question, now: number) =>
  (state === "open" || state === "closing") && (closesAt === undefined || now < Date.parse(closesAt));

export function sceneOf({ ticket, refused, delegate, day, kept, changing, now }: Known): Scene {
  if (refused !== undefined) return { scene: "code", refused };
  if (ticket === undefined) return { scene: "code" };
  if (!day || !delegate) return { scene: "opening" };
  if (day.ended) return { scene: "ended" };
  const question = questionOn(day);
  if (!question) return { scene: "waiting" };
  if (question.state === "void") return { scene: "void", question };
  if (question.state === "published") return { scene: "outcome", question };
  const takes = isTaking(question, now);
  if (takes && kept?.state === "in" && question.rule.mayChange && changing === question.poll)
    return { scene: "ballot", question, no: kept.no + 1 };
  if (kept) return { scene: "way", question, kept };
  if (question.state === "ready" || question.state === "draft") return { scene: "soon", question };
  if (question.rule.voter === "unit" && delegate.unit === undefined) return { scene: "no-voter", question };
  return takes ? { scene: "ballot", question, no: 1 } : { scene: "closed", question };
}

/** Two scenes with the same name stand for the same page: what somebody is doing on it is not disturbed. */
export function nameOfScene(scene: Scene): string {
  switch (scene.scene) {
    case "ballot":
      return `ballot ${scene.question.poll} ${scene.question.bound ?? ""} ${scene.no}`;
    case "way":
      return `way ${scene.question.poll} ${scene.kept.no} ${scene.kept.state} ${scene.kept.code ?? ""} ${scene.question.state}`;
    case "code":
      return `code ${scene.refused ?? ""}`;
    default:
      return "question" in scene ? `${scene.scene} ${scene.question.poll}` : scene.scene;
  }
}
