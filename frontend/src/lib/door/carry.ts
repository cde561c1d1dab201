import { call } from "./door";
import type { Assessment, AssessmentHead, Moment, Verdict } from "./types";

/** An assessment whose answers can be taken over. */
export interface CarrySource extends AssessmentHead {
  answered: number;
  total: number;
}

/** Where an explanation is being written, and what stands there. */
export interface WordingInput {
  assessmentId: string;
  criterion: string;
  verdict: Verdict;
  typed: string;
}

/** What somebody in the town wrote before. */
export interface Wording {
  text: string;
  criterion: string;
  verdict: Verdict;
  serviceName: string;
  moment: Moment;
  savedAt: string;
}

/** What comes from an earlier assessment or from another service. */
export const carryApi = {
  confirmProposals: (assessmentId: string, criteria: string[]) => call<Assessment>("ConfirmProposals", { assessmentId, criteria }),
  answerSources: (id: string) => call<{ sources: CarrySource[] }>("AnswerSources", { id }),
  /** "" takes over nothing any more. */
  carryFrom: (assessmentId: string, from: string) => call<Assessment>("CarryFrom", { assessmentId, from }),
  suggestExplanations: (input: WordingInput) => call<{ wordings: Wording[] }>("SuggestExplanations", input),
};
