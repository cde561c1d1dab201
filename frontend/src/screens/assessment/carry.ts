import type { Answer, Criterion, Verdict } from "../../lib/door/types";
import { needsExplanation } from "./order";

/** What waits for "still true?". */
export function isProposed(answer: Answer | undefined): boolean {
  return answer !== undefined && answer.verdict === "" && answer.proposal !== null;
}

/** Tells whether the verdict is another one than the time before. */
export function differs(answer: Answer | undefined): boolean {
  return answer !== undefined && answer.verdict !== "" && answer.previousVerdict !== "" && answer.verdict !== answer.previousVerdict;
}

/**
 * The text that an answer starts with: what was typed, else what was written
 * the time before where the verdict stays the same. For another verdict the old
 * text is only offered, among the suggestions.
 */
export function startingText(answer: Answer, verdict: Verdict): string {
  if (answer.explanation !== "" || answer.verdict !== "" || answer.proposal?.verdict !== verdict) return answer.explanation;
  return answer.proposal.explanation;
}

/** The proposals of a principle that can be confirmed together, as the program does, and how many can't. */
export function restOf(
  criteria: readonly Criterion[],
  answers: (code: string) => Answer | undefined,
  principle: string,
): { ready: Criterion[]; left: number } {
  const proposed = criteria.filter((criterion) => criterion.principle === principle && isProposed(answers(criterion.code)));
  const ready = proposed.filter((criterion) => {
    const proposal = answers(criterion.code)?.proposal;
    return proposal && !proposal.changed && !(needsExplanation(proposal.verdict) && proposal.explanation.trim() === "");
  });
  return { ready, left: proposed.length - ready.length };
}
