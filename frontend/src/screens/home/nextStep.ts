import type { IconName } from "../../../icons";
import type { Step } from "../../lib/door/types";
import type { Route } from "../../lib/route/route";

/** Where a next step leads, or what it does at once. */
export type Lead = { route: Route } | { act: "start" | "sync" };

export function leadOf(step: Step): Lead {
  switch (step.kind) {
    case "chooseTown":
      return { route: { name: "start" } };
    case "addService":
      return { route: { name: "newService" } };
    case "continue":
    case "explain":
      return { route: { name: "assessment", id: step.assessmentId, criterion: "" } };
    case "submit":
    case "correct":
      return { route: { name: "result", id: step.assessmentId } };
    case "resubmit": // there a correction says why
      return { route: { name: "notification", id: step.assessmentId } };
    case "improve":
      return { route: { name: "improvement", id: step.improvementId } };
    case "reassess":
      return { route: { name: "assessment", id: step.assessmentId, criterion: step.criterion } };
    case "improvements":
      return { route: { name: "improvements" } };
    case "start":
      return { act: "start" };
    case "receipt":
    case "sync":
      return { act: "sync" };
  }
}

export const stepIcons: Record<Step["kind"], IconName> = {
  chooseTown: "home",
  addService: "add",
  start: "assess",
  continue: "edit",
  explain: "edit",
  submit: "submit",
  resubmit: "submit",
  correct: "alert",
  receipt: "sync",
  improve: "actions",
  reassess: "check",
  improvements: "actions",
  sync: "sync",
};

type Improving = "improve" | "reassess" | "improvements";

/** Tells whether an improvement action asks for a step. */
export function isImproving(kind: Step["kind"]): kind is Improving {
  return kind === "improve" || kind === "reassess" || kind === "improvements";
}
