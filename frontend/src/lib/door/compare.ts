import { call } from "./door";
import type { Audience, Cell, Kind, Moment, OpenedFile, Verdict } from "./types";

/** What is known about who something comes from. */
export type Trust = "own" | "unverified" | "verified" | "no_key" | "other_key";

/** Something that can be compared. */
export interface Comparable {
  id: string;
  kind: "assessment" | "submission" | "benchmark";
  service: string;
  serviceId: string;
  moment: "" | Moment;
  /** "" for one's own. */
  town: string;
  audience: Audience;
  edition: string;
  date: string;
  open: number;
  fictional: boolean;
  trust: Trust;
  submissions: number;
  towns: number;
  /** Why it can't be compared, "" for nothing. */
  problem: string;
}

/** A file of others. */
export interface Reference {
  id: string;
  fileName: string;
  kind: "" | "submission" | "bundle" | "benchmark";
  addedAt: string;
  madeAt: string;
  trust: "" | Trust;
  signer: string;
  fictional: boolean;
  own: number;
  items: Comparable[];
  problem: string;
}

export interface ImportedReference {
  reference: Reference;
  already: boolean;
}

export interface ComparisonProposal {
  kind: "moments" | "earlier" | "benchmark";
  service: string;
  ids: string[];
}

export interface Comparables {
  own: Comparable[];
  references: Reference[];
  proposals: ComparisonProposal[];
  max: number;
}

export interface Count {
  met: number;
  unmet: number;
  notApplicable: number;
  percent: number;
}

/** What one side says about a criterion. */
export interface Stand {
  asked: boolean;
  verdict: Verdict;
  explanation: string;
  evidence: string[];
  count: Count | null;
}

export interface ComparedLine {
  criterion: string;
  label: string;
  principle: string;
  asks: "same" | "reworded" | "only_some";
  outcome: "differs" | "all_met" | "all_unmet" | "uncompared";
  stands: Stand[];
  /** The sides that show how. */
  ideas: number[];
}

export interface ComparedCell {
  principle: string;
  name: string;
  kind: Kind;
  cells: Cell[];
  better: number[];
  worse: number[];
  differs: number;
  same: number;
}

export interface Comparison {
  sides: Comparable[];
  edition: string;
  lines: ComparedLine[];
  cells: ComparedCell[];
  better: number[];
  worse: number[];
  alike: number;
  reworded: number;
  inSome: number;
}

export const compareApi = {
  comparables: () => call<Comparables>("Comparables"),
  compare: (ids: string[]) => call<Comparison>("Compare", { ids }),
  importReference: (input: OpenedFile) => call<ImportedReference>("ImportReference", input),
  removeReference: (id: string) => call<{ removed: boolean }>("RemoveReference", { id }),
};
