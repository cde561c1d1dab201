import { call } from "./door";
import type { Answer, Judge, MadeFile, SavedAnswer } from "./types";

/** Why a file is not opened without a warning. */
export type Risk = "" | "macros" | "page" | "packed";

export interface Evidence {
  id: string;
  name: string;
  size: number;
  media: string;
  hash: string;
  /** "" for a file. */
  link: string;
  risk: Risk;
  /** There is a small picture of it. */
  picture: boolean;
  /** Its file is not on this laptop. */
  elsewhere: boolean;
  savedAt: string;
  savedBy: string;
}

/** Evidence that an export does not hold. */
export interface Absent {
  name: string;
  criterion: string;
  state: "missing" | "damaged";
}

export interface EvidenceExport {
  file: MadeFile;
  absent: Absent[];
}

export interface Attached {
  answer: Answer;
  /** Of the piece of evidence. */
  id: string;
  /** This very file was there already. */
  already: boolean;
}

export interface Marks {
  assessmentId: string;
  criterion: string;
  judge: Judge;
  control: string;
  discuss: boolean;
  assignee: string;
}

export interface Comment {
  id: string;
  text: string;
  settled: boolean;
  /** Written on this laptop: it can be removed here. */
  own: boolean;
  savedAt: string;
  savedBy: string;
}

export interface HistoryLine {
  field: HistoryField;
  subject: string;
  from: string;
  to: string;
}

export type HistoryField =
  | "verdict"
  | "explanation"
  | "review"
  | "judge"
  | "control"
  | "discuss"
  | "assignee"
  | "measurement"
  | "evidence"
  | "comment"
  | "settled";

export interface HistoryEntry {
  change: string;
  object: string;
  at: string;
  user: string;
  /** It was taken back later. */
  undone: boolean;
  /** It takes another back. */
  undoes: boolean;
  /** What it gave is not what stands now. */
  putBack: boolean;
  lines: HistoryLine[];
}

type Of = Pick<Marks, "assessmentId" | "criterion">;

/** What is recorded about one answer. */
export const answerApi = {
  begin: (input: { name: string; size: number }) => call<{ id: string }>("BeginEvidence", input),
  addPiece: (id: string, data: string) => call<{ id: string }>("AddEvidencePiece", { id, data }),
  cancel: (id: string) => call<{ id: string }>("CancelEvidence", { id }),
  finish: (id: string, of: Of) => call<Attached>("FinishEvidence", { id, ...of }),
  addLink: (of: Of, link: string, name: string) => call<Attached>("AddEvidenceLink", { ...of, link, name }),
  removeEvidence: (id: string) => call<SavedAnswer>("RemoveEvidence", { id }),
  openEvidence: (id: string, risk: Risk) => call<MadeFile>("OpenEvidence", { id, risk }),
  picture: (id: string) => call<{ data: string }>("EvidencePicture", { id }),
  exportAll: (assessmentId: string) => call<EvidenceExport>("ExportWithEvidence", { assessmentId }),
  mark: (input: Marks) => call<SavedAnswer>("MarkAnswer", input),
  assign: (assessmentId: string, criteria: string[], assignee: string) =>
    call<{ answers: Answer[] }>("AssignAnswers", { assessmentId, criteria, assignee }),
  assignees: () => call<{ names: string[] }>("Assignees"),
  comments: (of: Of) => call<{ comments: Comment[] }>("Comments", of),
  addComment: (of: Of, text: string) => call<{ comments: Comment[] }>("AddComment", { ...of, text }),
  settleComment: (id: string, settled: boolean) => call<{ comments: Comment[] }>("SettleComment", { id, settled }),
  removeComment: (id: string) => call<{ comments: Comment[] }>("RemoveComment", { id }),
  history: (of: Of) => call<{ entries: HistoryEntry[] }>("AnswerHistory", of),
  putBack: (of: Of, change: string, object: string) => call<SavedAnswer>("PutBack", { ...of, change, object }),
};
