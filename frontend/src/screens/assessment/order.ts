import type { Catalogue, Criterion, Principle, Review, Verdict } from "../../lib/door/types";

/** What of an answer decides where to go on. */
export interface Given {
  verdict: Verdict;
  explanation: string;
  review?: Review;
}

/** How an answer stands, for marks and counts. */
export type AnswerState = "yes" | "no" | "notApplicable" | "incomplete" | "review" | "open";

/** Place after the last question. */
export const end = "end";

/** Tells whether a verdict needs an explanation: a no, and a not applicable. */
export function needsExplanation(verdict: Verdict): boolean {
  return verdict === "no" || verdict === "not_applicable";
}

export function stateOf(answer: Given | undefined): AnswerState {
  if (!answer || answer.verdict === "") return "open";
  if (needsExplanation(answer.verdict) && answer.explanation.trim() === "") return "incomplete";
  if (answer.review) return "review";
  return answer.verdict === "not_applicable" ? "notApplicable" : answer.verdict;
}

/** Gives the criterion before or after another, `end` after the last. */
export function neighbour(codes: string[], from: string, by: 1 | -1): string {
  const at = from === end ? codes.length : codes.indexOf(from);
  const to = Math.max(0, at + by);
  return codes[to] ?? end;
}

/**
 * Gives where to go on after a criterion: the next open one, round the end;
 * where none is open, the next that lacks its explanation or is to be looked
 * at again; else `end`.
 */
export function nextOpen(codes: string[], answers: Readonly<Record<string, Given>>, from: string): string {
  const at = codes.indexOf(from);
  const round = [...codes.slice(at + 1), ...codes.slice(0, Math.max(at, 0))];
  const first = (state: AnswerState): string | undefined => round.find((code) => stateOf(answers[code]) === state);
  return first("open") ?? first("incomplete") ?? first("review") ?? end;
}

/** A principle with its criteria and how far they are. */
export interface Group {
  principle: Principle;
  criteria: Criterion[];
  answered: number;
}

/** Gives the criteria per principle. */
export function groups(catalogue: Catalogue, answers: Readonly<Record<string, Given>>): Group[] {
  return catalogue.principles.map((principle) => {
    const criteria = catalogue.criteria.filter((criterion) => criterion.principle === principle.code);
    const answered = criteria.filter((criterion) => stateOf(answers[criterion.code]) !== "open").length;
    return { principle, criteria, answered };
  });
}

/** Counts how an assessment stands, as the program does. */
export function count(codes: string[], answers: Readonly<Record<string, Given>>): { answered: number; open: number; incomplete: number; review: number } {
  const states = codes.map((code) => stateOf(answers[code]));
  const open = states.filter((state) => state === "open").length;
  const review = codes.filter((code) => (answers[code]?.review ?? "") !== "").length;
  return { open, answered: states.length - open, incomplete: states.filter((state) => state === "incomplete").length, review };
}
