import type { Answer, Verdict } from "../../lib/door/types";
import type { Draft } from "../../lib/saving/answers.svelte";

/**
 * Makes an answer that followed from something else the person's own, with a
 * verdict. The reason of what it followed from stays only with the verdict
 * that it gave. Tells whether that verdict was confirmed, reason and all.
 */
export function makeOwn(answer: Answer, verdict: Verdict): boolean {
  const followed = answer.origin !== "";
  const same = answer.verdict === verdict;
  answer.verdict = verdict;
  answer.origin = "";
  if (followed || verdict !== "") answer.source = null; // what is weighed against a proposal stays while nobody decides
  if (followed && !same) answer.explanation = "";
  return followed && same && answer.explanation.trim() !== "";
}

/** Takes what was saved: where nobody decides, the answer follows again. */
export function followAgain(answer: Answer, saved: Answer): void {
  answer.verdict = saved.verdict;
  answer.explanation = saved.explanation;
  answer.origin = saved.origin;
  answer.source = saved.source;
}

/** Puts what is not saved yet before what the program has. */
export function withWaiting(answer: Answer, draft: Draft | undefined): Answer {
  if (!draft) return answer;
  const weighed = draft.verdict === "" && answer.origin === "";
  return { ...answer, ...draft, origin: "", source: weighed ? answer.source : null };
}
