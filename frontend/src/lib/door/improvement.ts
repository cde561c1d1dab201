import { call } from "./door";
import type { Budget, MadeFile, Moment } from "./types";

export type ImprovementStatus = "to_start" | "running" | "done" | "dropped";
export type Effort = "" | "small" | "medium" | "large";

export interface ImprovementInput {
  /** "" adds an action. */
  id: string;
  /** "" for one that is about no service in particular. */
  serviceId: string;
  /** From which it came, "" for none. */
  assessmentId: string;
  criteria: string[];
  title: string;
  note: string;
  owner: string;
  /** A date such as 2027-03-31, "" for none. */
  due: string;
  effort: Effort;
  budget: "" | Budget;
  aid: string;
  status: ImprovementStatus;
  /** Number of the strategy's action that it carries out, 0 for none. */
  strategyAction: number;
  plan: string;
}

export interface Improvement extends ImprovementInput {
  serviceName: string;
  overdue: boolean;
  /** Answers to look at again, because it is done. */
  looks: Look[];
  changedAt: string;
  changedBy: string;
}

/** An answer to look at again. */
export interface Look {
  assessmentId: string;
  moment: Moment;
  criterion: string;
  label: string;
}

/** The improvement actions of the town. */
export const improvementApi = {
  /** Those of a service, or all for "": what asks for attention first. */
  list: (serviceId = "") => call<{ actions: Improvement[] }>("Improvements", { serviceId }),
  one: (id: string) => call<Improvement>("Improvement", { id }),
  /** Adds or changes them, as one change. */
  save: (...actions: ImprovementInput[]) => call<{ actions: Improvement[] }>("SaveImprovements", { actions }),
  move: (id: string, status: ImprovementStatus) => call<Improvement>("MoveImprovement", { id, status }),
  /** A criterion is not met, even though the action for it is done. */
  stillUnmet: (id: string, criterion: string) => call<Improvement>("StillUnmet", { id, criterion }),
  remove: (id: string) => call<{ removed: boolean }>("RemoveImprovement", { id }),
  export: (format: "xlsx" | "ics", ids: string[]) => call<MadeFile>("ExportImprovements", { format, ids }),
  sheet: (assessmentId: string) => call<MadeFile>("ExportSheet", { assessmentId }),
};

export const emptyImprovement: ImprovementInput = {
  id: "",
  serviceId: "",
  assessmentId: "",
  criteria: [],
  title: "",
  note: "",
  owner: "",
  due: "",
  effort: "",
  budget: "",
  aid: "",
  status: "to_start",
  strategyAction: 0,
  plan: "",
};
