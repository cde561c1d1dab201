/**
 * What the facade takes and gives, as in Go package app. Times are RFC 3339
 * in UTC and "" for never; months are "2027-03".
 */

import type { Evidence } from "./answer";

export type Verdict = "" | "yes" | "no" | "not_applicable";
export type Moment = "before" | "after" | "again";
/** A service for users, or an aid that services build on. */
export type ServiceKind = "" | "aid";
export type Kind = "user" | "inclusion";
export type Theme = "system" | "light" | "dark" | "contrast";
export type Audience = "" | "citizens" | "enterprises" | "associations" | "authorities";
export type Development = "" | "new" | "reworked" | "existing";
export type Standing = "edition_missing" | "running" | "complete" | "submitted" | "received" | "returned" | "changed";
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
  | "improve"
  | "reassess"
  | "improvements"
  | "sync";

export type AuthorityType =
  | "municipality"
  | "welfare_centre"
  | "province"
  | "intermunicipal_body"
  | "police_zone"
  | "rescue_zone"
  | "autonomous_company"
  | "welfare_association"
  | "worship_administration"
  | "polder_watering"
  | "other";

export interface Municipality {
  nis: string;
  name: string;
  province: string;
  postalCode: string;
  languageFacilities: boolean;
  /** Set for a local authority that is no municipality: name is its own, seat the municipality's. */
  authority: "" | AuthorityType;
  seat: string;
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
  /** The kind of what an undo takes back, "" for nothing. */
  undo: string;
  /** And of what a redo does again. */
  redo: string;
  /** On which laptops disagree. */
  conflicts: number;
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
  language: string;
  source: { title: string; publisher: string; version: string; published: string };
  principles: Principle[];
  criteria: Criterion[];
  indicators: Indicator[];
  aids: Aid[];
  actions: Action[];
}

export type IndicatorType = "yes_no" | "count" | "share" | "scale" | "duration" | "text" | "page";

/** The figures of the product's own instruments. */
export type Measure =
  | "text.sentence_words"
  | "text.long_sentences"
  | "text.flesch_douma"
  | "text.passive"
  | "text.jargon"
  | "page.findings"
  | "page.contrast"
  | "page.language"
  | "page.headings"
  | "page.link_names"
  | "page.link_words"
  | "page.links"
  | "steps.count"
  | "steps.channels"
  | "steps.asked_twice"
  | "steps.already_known";

export interface Indicator {
  code: string;
  criterion: string;
  type: IndicatorType;
  label: string;
  question: string;
  how: string;
  unit: string;
  /** Of a single one, "" where it is no other. */
  unitOne: string;
  scale: { from: number; to: number } | null;
  /** Exactly one of these. */
  threshold: { is?: "yes" | "no"; at_least?: number; at_most?: number; better?: "lower" | "higher" };
  reason: string;
  suggests: { reached?: "yes" | "no"; missed?: "yes" | "no" } | null;
  measure: "" | Measure;
  exampleOfSource: boolean;
}

export type AidType = "e_counter" | "building_block" | "method" | "guidance" | "training" | "governance";
export type AidStatus = "developed" | "in_development" | "to_develop";
export type Extent = "covers" | "contributes";

export interface Contribution {
  criterion: string;
  extent: Extent;
  why: string;
}

export interface Aid {
  id: string;
  type: AidType;
  name: string;
  /** More than one where the source contradicts itself. */
  statuses: { status: AidStatus; source: string }[];
  supplier: string;
  description: string;
  link: string;
  source: string[];
  contributions: Contribution[];
}

export type Timing = "short" | "medium" | "long" | "ongoing" | "owner";
export type Budget = "low" | "medium" | "high" | "project";
export type Part =
  "assessment" | "indicators" | "aids" | "strategy" | "feedback" | "annual_report" | "comparison" | "sync" | "working_group";

export interface Action {
  number: number;
  title: string;
  description: string;
  owner: string;
  timing: Timing;
  budget: Budget;
  status: "to_start" | "running";
  touches: number[];
  touchesNote: string;
  source: string;
  servedBy: { part: Part; how: string; coming: boolean }[];
}

export interface Found {
  kind: "principle" | "criterion" | "indicator" | "aid" | "action" | "manual";
  id: string;
  title: string;
  passage: { text: string; found: boolean }[];
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
  example: string;
  points: { code: string; label: string; text: string }[];
}

export interface Step {
  kind: StepKind;
  serviceId: string;
  serviceName: string;
  serviceKind: ServiceKind;
  assessmentId: string;
  moment: "" | Moment;
  open: number;
  incomplete: number;
  minutes: number;
  due: string;
  /** Of a step that an improvement action asks for. */
  improvementId: string;
  title: string;
  criterion: string;
  day: string;
  overdue: boolean;
}

export interface Progress {
  answered: number;
  total: number;
  open: number;
  incomplete: number;
  review: number;
  /** Of the open ones, that wait for "still true?". */
  proposed: number;
  minutes: number;
}

export interface Running extends Progress {
  assessmentId: string;
  serviceId: string;
  serviceName: string;
  serviceKind: ServiceKind;
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
  open: number;
  incomplete: number;
  review: number;
  minutes: number;
  state: Standing;
  startedAt: string;
  startedBy: Person;
}

/** Somebody who did something; device "" for nobody. */
export interface Person {
  role: string;
  device: string;
  own: boolean;
}

export interface ServiceInput {
  /** "" adds a service. */
  id: string;
  kind: ServiceKind;
  /** Id in the catalogue, for an aid that stands in it. */
  aid: string;
  /** Number of services that an aid opens up; null is not known. */
  opensUp: number | null;
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
  service: { id: string; name: string; kind: ServiceKind };
  moment: Moment;
  edition: string;
  startedAt: string;
}

export interface Answer {
  criterion: string;
  verdict: Verdict;
  explanation: string;
  incomplete: boolean;
  /** The explanation was written with another verdict. */
  explainsAnother: boolean;
  savedAt: string;
  savedBy: string;
  conflict: boolean;
  review: Review;
  /** Codes of the indicators that suggest the opposite. */
  deviates: string[];
  /** Who can tell whether it is met; "" is the town itself. */
  judge: Judge;
  /** In whose hands it is, where it is outside the town's. */
  control: string;
  /** In doubt, to discuss. */
  discuss: boolean;
  /** The role or colleague that it is assigned to. */
  assignee: string;
  /** Where the verdict comes from; "" where somebody gave it here. */
  origin: Origin;
  source: AnswerSource | null;
  /** What the assessment before said, where nobody has decided yet. */
  proposal: Proposal | null;
  /** The verdict of the assessment before, "" for none. */
  previousVerdict: Verdict;
  evidence: Evidence[];
  /** That are not settled. */
  comments: number;
}

export type Judge = "" | "users" | "outside";

export type Origin = "" | "scope" | "inherited";

/** What an answer follows from that nobody gave. */
export interface AnswerSource {
  kind: "question" | "aid" | "assessment";
  id: string;
  name: string;
  reason: string;
  /** What follows from it. */
  verdict: Verdict;
  explanation: string;
}

export interface Proposal {
  verdict: Exclude<Verdict, "">;
  explanation: string;
  /** The criterion was reworded since. */
  changed: boolean;
}

/** Why an answer is to be looked at again after a move to another edition. */
export type Review = "" | "reworded" | "split";

export interface Measurement {
  indicator: string;
  value: number;
  note: string;
  /** What an instrument found; null for a figure that was typed. */
  finding: unknown;
  edition: string;
  suggested: Verdict;
  savedAt: string;
  savedBy: string;
}

export interface MeasurementInput {
  assessmentId: string;
  figures: { indicator: string; value: number }[];
  note: string;
  finding: unknown;
}

export interface Measured {
  measurements: Measurement[];
  answers: Answer[];
  savedAt: string;
}

export interface TextHit {
  kind: "long_sentence" | "passive" | "jargon";
  start: number;
  end: number;
  words: number;
  sort: "" | "officialese" | "legal" | "technical" | "english" | "abbreviation";
  plain: string;
}

export interface TextFigures {
  text: string;
  clipped: boolean;
  words: number;
  sentences: number;
  /** Titles, items of lists and choices in menus, which count as no sentences. */
  fragments: number;
  wordLetters: number;
  wordSyllables: number;
  foreign: boolean;
  sentenceWords: number;
  fleschDouma: number;
  longSentences: number;
  passive: number;
  jargon: number;
  hits: TextHit[];
  hidden: number;
}

export type Channel = "website" | "app" | "email" | "phone" | "counter" | "post";
export type Who = "user" | "municipality" | "other";

export interface ProcessStep {
  title: string;
  who: Who;
  channel: Channel;
  asks: string[];
}

export interface StepFigures {
  steps: number;
  allSteps: number;
  channels: Channel[];
  asked: number;
  askedTwice: { data: string; steps: number[] }[];
  known: { data: string; source: string; steps: number[] }[];
}

export interface Editions {
  editions: { edition: string; date: string; shipped: boolean }[];
  broken: string[];
}

export interface TakenCatalogue {
  edition: string;
  /** Not the latest: assessments that need it open again. */
  restored: boolean;
  faults: { position: string; place: string; message: string }[];
}

export type ChangeKind = "stayed" | "reworded" | "split" | "new" | "retired";

export interface Change {
  kind: ChangeKind;
  code: string;
  from: string[];
  before: Criterion | null;
  after: Criterion | null;
  verdict: Verdict;
}

export interface Move {
  assessment: AssessmentHead;
  to: string;
  changes: Change[];
  kept: number;
  review: number;
  open: number;
  aside: number;
  /** Measurements: that go along, of changed indicators, of indicators that are gone. */
  measuredKept: number;
  measuredChanged: number;
  measuredGone: number;
}

/** What was answered and measured for a criterion that an assessment's edition does not have. */
export interface Aside {
  criterion: string;
  label: string;
  verdict: Verdict;
  explanation: string;
  measurements: { indicator: Indicator; value: number; note: string }[];
}

export interface Assessment extends AssessmentHead {
  answers: Answer[];
  progress: Progress;
  position: string;
  /** Whose answers are proposed; null for none. */
  previous: AssessmentHead | null;
  frozen: boolean;
  /** A later edition that it can move to, "" for none. */
  newer: string;
  aside: Aside[];
  measurements: Measurement[];
  /** How many scope questions its edition has. */
  scopeQuestions: number;
  /** Of them, without an answer. */
  scopeOpen: number;
}

export interface AnswerInput {
  assessmentId: string;
  criterion: string;
  verdict: Verdict;
  explanation: string;
  review: Review;
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
  /** What it follows from; null where somebody decided. */
  source: AnswerSource | null;
}

export interface Result {
  assessment: AssessmentHead;
  progress: Progress;
  matrix: Cell[];
  unmet: ResultLine[];
  notApplicable: ResultLine[];
  open: ResultLine[];
  incomplete: ResultLine[];
  review: ResultLine[];
  /** In doubt. */
  discuss: ResultLine[];
  /** Aids that help with what is not met, the one that touches most first. */
  aids: { id: string; touches: Contribution[] }[];
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
  /** False: there was nothing. */
  undone: boolean;
  kind: string;
  subject: string;
  count: number;
  /** Fields that were changed again since, and left alone. */
  kept: number;
  /** Ids are "" where there is nothing to go to. */
  serviceId: string;
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

/** A file that the user opens; data is base64. */
export interface OpenedFile {
  name: string;
  data: string;
}
