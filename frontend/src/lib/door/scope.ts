import { call } from "./door";
import type { AidStatus, AssessmentHead, Progress } from "./types";

export type ScopeAnswer = "" | "yes" | "no";

export interface ScopeQuestion {
  code: string;
  question: string;
  help: string;
  answer: ScopeAnswer;
}

/** A criterion that a scope question ruled out. */
export interface RuledOut {
  criterion: string;
  label: string;
  /** Code of the question. */
  question: string;
  reason: string;
  /** Somebody gave a verdict of their own, which stays. */
  decided: boolean;
  /** Somebody decided otherwise the time before, or two laptops disagree: a person chooses. */
  waits: boolean;
}

export interface Scope {
  assessment: AssessmentHead;
  questions: ScopeQuestion[];
  ruledOut: RuledOut[];
  progress: Progress;
}

export interface ScopeInput {
  assessmentId: string;
  question: string;
  answer: ScopeAnswer;
}

/** Something that a service can build on. */
export interface TargetChoice {
  target: string;
  kind: "aid" | "service";
  id: string;
  name: string;
  /** Of an aid, "" for a service. */
  status: "" | AidStatus;
  /** By the town itself. */
  assessed: boolean;
}

export interface Target extends TargetChoice {
  met: number;
  unmet: number;
  /** It builds on the service itself in the end, and counts for nothing. */
  circle: boolean;
}

export interface BuildsOn {
  targets: Target[];
  choices: TargetChoice[];
  total: number;
}

export interface BuildsOnInput {
  serviceId: string;
  target: string;
}

export const scopeApi = {
  scope: (id: string) => call<Scope>("Scope", { id }),
  saveScope: (input: ScopeInput) => call<Scope>("SaveScope", input),
  buildsOn: (id: string) => call<BuildsOn>("BuildsOn", { id }),
  addBuildsOn: (input: BuildsOnInput) => call<BuildsOn>("AddBuildsOn", input),
  removeBuildsOn: (input: BuildsOnInput) => call<BuildsOn>("RemoveBuildsOn", input),
};
