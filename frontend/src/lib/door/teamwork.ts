import { call } from "./door";
import type { AssessmentHead, MadeFile, Moment } from "./types";

/** How far an assessment has come within the town; "" while it is filled in. */
export type StageName = "" | "proposed" | "reviewed" | "adopted";

export interface Stage {
  assessmentId: string;
  stage: StageName;
  note: string;
  reviewer: string;
  adoptedOn: string;
  decision: string;
  /** Role of who took it there. */
  by: string;
  /** On this device. */
  own: boolean;
  /** "" where it was never anywhere else. */
  at: string;
  /** Criteria of which something else is said since. */
  changed: { id: string; name: string }[];
  open: number;
  incomplete: number;
  /** Nothing is missing: it can be adopted. */
  ready: boolean;
  conflicts: number;
}

export interface StageInput {
  assessmentId: string;
  stage: StageName;
  note: string;
  reviewer: string;
  adoptedOn: string;
  decision: string;
}

export interface ToReview {
  assessmentId: string;
  serviceName: string;
  moment: Moment;
  reviewer: string;
  /** Asked of this user. */
  mine: boolean;
  by: string;
  at: string;
}

export interface Teamwork {
  toReview: ToReview[];
  conflicts: number;
}

/** A field with its value, as JSON text. */
export interface ConflictField {
  field: string;
  value: string;
}

/** What one person says. */
export interface ConflictSide {
  role: string;
  device: string;
  /** This device. */
  own: boolean;
  at: string;
  fields: ConflictField[];
  /** What choosing it chooses. */
  operations: string[];
}

/** A change that whoever removed the thing did not know. */
export interface UnseenChange extends ConflictField {
  role: string;
  device: string;
  own: boolean;
  at: string;
  kind: string;
  criterion: string;
  title: string;
}

export interface Conflict {
  kind: string;
  object: string;
  title: string;
  service: string;
  /** Where it shows; "" for none. */
  assessmentId: string;
  /** Of that assessment. */
  moment: Moment | "";
  startedAt: string;
  criterion: string;
  /** One removed it, another changed it. */
  removal: boolean;
  sides: ConflictSide[];
  unseen: UnseenChange[];
  /** Only texts differ: both can be kept. */
  joinable: boolean;
}

export interface SettleInput {
  kind: string;
  object: string;
  operations: string[];
  join: boolean;
  removal: "" | "stays" | "back";
}

/** The file that was made for a colleague. */
export interface Given {
  file: MadeFile;
  operations: number;
  evidence: number;
  /** Evidence that found no room, or is not whole here. */
  missing: number;
  left: LeftOut[];
}

/** Evidence that a file does not hold. */
export interface LeftOut {
  name: string;
  criterion: string;
}

/** What came from a colleague. */
export interface TakenIn {
  by: string;
  device: string;
  madeAt: string;
  new: number;
  kinds: KindCount[];
  evidence: number;
  missing: number;
  conflicts: number;
  twins: Twins[];
}

/** A service of which two laptops started the same kind of assessment. */
export interface Twins {
  serviceId: string;
  serviceName: string;
  moment: Moment;
  count: number;
}

export interface KindCount {
  kind: string;
  count: number;
}

type Conflicts = Record<"conflicts", Conflict[]>;

export type TimelineWhat =
  | "started" | "moved" | "answer" | "marks" | "measurement" | "scope" | "evidence" | "comment"
  | "action" | "stage" | "removed" | "changed" | "handedIn" | "received" | "returned";

/** One thing that somebody did. */
export interface TimelineEntry {
  at: string;
  role: string;
  device: string;
  own: boolean;
  what: TimelineWhat;
  criterion: string;
  /** What evidence, an action or a comment is called; "" for what the criterion says. */
  subject: string;
  /** "" where what it is says all. */
  field: string;
  from: string;
  to: string;
  undo: boolean;
  /** It takes an undo back. */
  redo: boolean;
  undone: boolean;
  settles: boolean;
}

export interface Timeline {
  assessment: AssessmentHead;
  entries: TimelineEntry[];
}

export const teamworkApi = {
  stage: (id: string) => call<Stage>("Stage", { id }),
  saveStage: (input: StageInput) => call<Stage>("SaveStage", input),
  teamwork: () => call<Teamwork>("Teamwork"),
  conflicts: () => call<Conflicts>("Conflicts"),
  conflict: (kind: string, object: string) => call<Conflicts>("Conflict", { kind, object }),
  settle: (input: SettleInput) => call<Conflicts>("Settle", input),
  timeline: (id: string) => call<Timeline>("Timeline", { id }),
  giveToColleague: () => call<Given>("GiveToColleague"),
  beginColleague: (input: { name: string; size: number }) => call<{ id: string }>("BeginColleague", input),
  addColleaguePiece: (id: string, data: string) => call<{ id: string }>("AddColleaguePiece", { id, data }),
  cancelColleague: (id: string) => call<{ id: string }>("CancelColleague", { id }),
  takeFromColleague: (id: string) => call<TakenIn>("TakeFromColleague", { id }),
};
