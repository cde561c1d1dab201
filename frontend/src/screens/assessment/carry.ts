import type { Answer, AnswerSource, Criterion, Verdict } from "../../lib/door/types";
import { needsExplanation } from "./order";

/** What waits for "still true?". */
export function isProposed(answer: Answer | undefined): boolean {
  return answer !== undefined && answer.verdict === "" && answer.proposal !== null;
}

/** What would follow now instead of what is proposed; null for nothing. A person chooses between the two. */
export function followsInstead(answer: Answer | undefined): AnswerSource | null {
  return (isProposed(answer) && answer?.source) || null;
}

/** Tells whether the verdict is another one than the time before. */
export function differs(answer: Answer | undefined): boolean {
  return answer !== undefined && answer.verdict !== "" && answer.previousVerdict !== "" && answer.verdict !== answer.previousVerdict;
}

/**
 * The text that an answer starts with: what was typed, else what was written
 * the time before where the verdict stays the same, else the reason where
 * somebody takes what follows. For another verdict the old text is only
 * offered, among the suggestions.
 */
export function startingText(answer: Answer, verdict: Verdict): string {
  const own = answer.origin === "";
  if (own && (answer.explanation !== "" || answer.verdict !== "")) return answer.explanation;
  if (answer.proposal?.verdict === verdict) return answer.proposal.explanation || answer.explanation;
  return own && verdict !== "" && answer.source?.verdict === verdict ? answer.source.explanation : answer.explanation;
}

/** The proposals of a principle that can be confirmed together, as the program does, and how many can't. */
export function restOf(
  criteria: readonly Criterion[],
  answers: (code: string) => Answer | undefined,
  principle: string,
): { ready: Criterion[]; left: number } {
  const proposed = criteria.filter((criterion) => criterion.principle === principle && isProposed(answers(criterion.code)));
  const ready = proposed.filter((criterion) => {
    const answer = answers(criterion.code);
    const proposal = answer?.proposal;
    return proposal && !followsInstead(answer) && !proposal.changed && !(needsExplanation(proposal.verdict) && proposal.explanation.trim() === "");
  });
  return { ready, left: proposed.length - ready.length };
}
