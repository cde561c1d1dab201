import { call } from "./door";
import type { AssessmentHead, Cell, Kind, MadeFile, Result, ResultLine, Submission, Verdict } from "./types";

export type Effort = "small" | "medium" | "large";
export type Reach = "wide" | "middle" | "narrow";
export type MeasureStatus = "to_start" | "running" | "done" | "dropped";
export type Budget = "" | "low" | "medium" | "high" | "project";
export type CheckKind =
  | "in_conflict"
  | "no_unexplained"
  | "not_applicable_unexplained"
  | "in_doubt"
  | "yes_unsupported"
  | "no_unplanned"
  | "action_late"
  | "users_unasked";
export type MissingKind = "answers" | "explanations" | "reviews" | "conflicts" | "measures" | "decision" | "since" | "cover" | "reason";
/** A part of a notification besides the answers. */
export type Part = "town" | "service" | "edition" | "cover" | "decision" | "since" | "earlier" | "measures" | "evidence" | "origins";

/** A planned measure. */
export interface Measure {
  id: string;
  title: string;
  owner: string;
  due: string;
  late: boolean;
  status: MeasureStatus;
  budget: Budget;
}

/** An unmet criterion with what is planned for it. */
export interface ExplainedLine extends ResultLine {
  measures: Measure[];
}

/** A criterion that is answered otherwise than before. */
export interface ChangedLine {
  criterion: string;
  label: string;
  from: Verdict;
  to: Verdict;
  explanationChanged: boolean;
}

/** The assessment that this one is held against. */
export interface EarlierAssessment {
  assessment: AssessmentHead;
  matrix: Cell[];
  changes: ChangedLine[];
}

/** Something that the notification lacks. */
export interface MissingPart {
  kind: MissingKind;
  count: number;
  criterion: string;
}

/** A planned measure that is other than in the version before. */
export interface MeasureChange {
  title: string;
  kind: "added" | "gone" | "changed";
  facts: ("status" | "due" | "owner" | "budget" | "criteria")[];
}

/** A version that was handed in. */
export interface NotificationVersion {
  version: number;
  submission: Submission;
  adoptedOn: string;
  decision: string;
  reason: string;
  changes: ChangedLine[];
  parts: Part[];
  measures: MeasureChange[];
  /** Criteria that changed after its decision. */
  since: { id: string; name: string }[];
}

/** What the town says to the steering body about one assessment. */
export interface Notification {
  result: Result;
  earlier: EarlierAssessment | null;
  met: ResultLine[];
  unmet: ExplainedLine[];
  cover: string;
  stage: "" | "proposed" | "reviewed" | "adopted";
  adoptedOn: string;
  decision: string;
  /** Criteria of which something else is said than the executive saw. */
  since: { id: string; name: string }[];
  today: string;
  /** That handing in now would have. */
  version: number;
  /** Since the latest that was handed in. */
  changes: ChangedLine[];
  parts: Part[];
  measures: MeasureChange[];
  reason: string;
  missing: MissingPart[];
  versions: NotificationVersion[];
}

/** An unmet criterion with what it takes and what it brings. */
export interface Priority extends ResultLine {
  effort: Effort;
  basis: "action" | "covers" | "contributes" | "none";
  reach: Reach;
  others: number;
  manyUsers: boolean;
  tips: boolean;
  measures: Measure[];
}

/** The least that brings a cell of the matrix to 80 %. */
export interface Lift {
  principle: string;
  kind: Kind;
  percent: number;
  open: number;
  criteria: ResultLine[];
}

export interface CheckFinding {
  criterion: string;
  label: string;
  action: string;
  due: string;
}

export interface StandingCheck {
  kind: CheckKind;
  findings: CheckFinding[];
}

/** What to do about a result. */
export interface Insight {
  priorities: Priority[];
  lifts: Lift[];
  checks: StandingCheck[];
}

export interface AdoptInput {
  assessmentId: string;
  adoptedOn: string;
  decision: string;
}

export interface SavedWords {
  savedAt: string;
}

export const notificationApi = {
  notification: (id: string) => call<Notification>("Notification", { id }),
  insight: (id: string) => call<Insight>("Insight", { id }),
  adopt: (input: AdoptInput) => call<SavedWords>("Adopt", input),
  saveCover: (assessmentId: string, text: string) => call<SavedWords>("SaveCover", { assessmentId, text }),
  saveCorrection: (assessmentId: string, text: string) => call<SavedWords>("SaveCorrection", { assessmentId, text }),
  makeNotificationVersion: (submissionId: string) => call<MadeFile>("MakeNotificationVersion", { id: submissionId }),
  makeNotification: (assessmentId: string) => call<MadeFile>("MakeNotification", { assessmentId }),
};
