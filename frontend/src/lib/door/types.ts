/**
 * What the facade takes and gives, as in Go package app. Times are RFC 3339
 * in UTC and "" for never; months are "2027-03".
 */

export type Verdict = "" | "yes" | "no" | "not_applicable";
export type Moment = "before" | "after";
export type Kind = "user" | "inclusion";
export type Theme = "system" | "light" | "dark" | "contrast";
export type Audience = "" | "citizens" | "enterprises" | "associations" | "authorities";
export type Development = "" | "new" | "reworked" | "existing";
export type Standing = "running" | "complete" | "submitted" | "received" | "returned" | "changed";
export type CellState = "good" | "partial" | "none" | "not_applicable" | "open";
export type SubmissionState = "frozen" | "verified" | "received" | "returned";
export type StepKind =
  | "chooseTown"
  | "addService"
  | "start"
  | "continue"
  | "explain"
  | "submit"
  | "resubmit"
  | "correct"
  | "receipt"
  | "sync";

export interface Municipality {
  nis: string;
  name: string;
  province: string;
  postalCode: string;
  languageFacilities: boolean;
}

export interface Session {
  language: string;
  languageChosen: boolean;
  theme: Theme;
  town: Municipality | null;
  fictional: boolean;
  /** Where a click leads: to the sample data, back from them, or nowhere. */
  sample: "" | "enter" | "leave";
  role: string;
  version: string;
  dataFolder: string;
  unsent: number;
  lastSaved: string;
  lastVerified: string;
  undo: string;
}

export interface Settings {
  town: Municipality | null;
  role: string;
  server: { url: string; user: string; hasPassword: boolean };
  workingGroupKey: string;
  workingGroupFingerprint: string;
  deviceFingerprint: string;
  fictional: boolean;
}

export interface ServerInput {
  url: string;
  user: string;
  /** null leaves the password as it is. */
  password: string | null;
  workingGroupKey: string;
}

export interface TestStep {
  name: string;
  ok: boolean;
  message: string;
  detail: string;
}

export interface ServerTest {
  ok: boolean;
  steps: TestStep[];
  clockSkewSeconds: number;
}

export interface Catalogue {
  edition: string;
  date: string;
  /** Language of the texts, where the facade says so; they exist in Dutch first. */
  language?: string;
  principles: Principle[];
  criteria: Criterion[];
}

export interface Principle {
  code: string;
  name: string;
  meaning: string;
}

export interface Criterion {
  code: string;
  principle: string;
  kind: Kind;
  source: string;
  label: string;
  question: string;
  met: string;
  notMeant: string;
  points: { code: string; label: string; text: string }[];
}

export interface Step {
  kind: StepKind;
  serviceId: string;
  serviceName: string;
  assessmentId: string;
  moment: "" | Moment;
  open: number;
  incomplete: number;
  minutes: number;
  due: string;
}

export interface Progress {
  answered: number;
  total: number;
  open: number;
  incomplete: number;
  minutes: number;
}

export interface Running extends Progress {
  assessmentId: string;
  serviceId: string;
  serviceName: string;
  moment: Moment;
  lastSaved: string;
}

export interface Home {
  town: Municipality | null;
  next: Step[];
  running: Running[];
  submissions: Submission[];
  counts: { services: number; significant: number; assessments: number };
}

export interface Significance {
  significant: boolean;
  byBudget: boolean;
  byUsers: boolean;
  unknown: boolean;
  required: boolean;
  budgetLimitEuro: number;
  usersLimit: number;
}

export interface AssessmentRow {
  id: string;
  moment: Moment;
  answered: number;
  total: number;
  state: Standing;
  startedAt: string;
}

export interface ServiceInput {
  /** "" adds a service. */
  id: string;
  name: string;
  audience: Audience;
  budgetEuro: number | null;
  users: number | null;
  development: Development;
  planned: string;
  ownerRole: string;
}

export interface Service extends ServiceInput {
  significance: Significance;
  assessments: AssessmentRow[];
}

export type SignificanceInput = Pick<ServiceInput, "budgetEuro" | "users" | "development">;

export interface AssessmentHead {
  id: string;
  service: { id: string; name: string };
  moment: Moment;
  edition: string;
  startedAt: string;
}

export interface Answer {
  criterion: string;
  verdict: Verdict;
  explanation: string;
  incomplete: boolean;
  savedAt: string;
  savedBy: string;
  conflict: boolean;
}

export interface Assessment extends AssessmentHead {
  answers: Answer[];
  progress: Progress;
  position: string;
  frozen: boolean;
}

export interface AnswerInput {
  assessmentId: string;
  criterion: string;
  verdict: Verdict;
  explanation: string;
}

export interface SavedAnswer {
  answer: Answer;
  progress: Progress;
  savedAt: string;
}

export interface Cell {
  principle: string;
  kind: Kind;
  total: number;
  met: number;
  unmet: number;
  notApplicable: number;
  open: number;
  percent: number;
  state: CellState;
  provisional: boolean;
}

export interface ResultLine {
  criterion: string;
  label: string;
  explanation: string;
}

export interface Result {
  assessment: AssessmentHead;
  progress: Progress;
  matrix: Cell[];
  unmet: ResultLine[];
  notApplicable: ResultLine[];
  open: ResultLine[];
  incomplete: ResultLine[];
  ready: boolean;
  submissions: Submission[];
  changedSinceSubmission: boolean;
}

/** A file made for the user; url is "" where the system's own program opened it. */
export interface MadeFile {
  fileName: string;
  path: string;
  url: string;
  replaced: string[];
}

export interface Submission {
  id: string;
  number: string;
  assessmentId: string;
  serviceName: string;
  moment: Moment;
  frozenAt: string;
  name: string;
  state: SubmissionState;
  verifiedAt: string;
  receivedAt: string;
  receiptNumber: number;
  reasons: string[];
  problem: string;
}

/** A file on the server that was not taken, and why. */
export interface Doubt {
  name: string;
  message: string;
}

export interface Synced {
  submissions: Submission[];
  verified: number;
  received: number;
  doubts: Doubt[];
  message: string;
}

export interface Undone {
  undone: boolean;
  kind: string;
  subject: string;
  assessmentId: string;
  criterion: string;
}

/** Data of the event "progress". */
export interface JobProgress {
  job: string;
  step: string;
  done: number;
  total: number;
}
