import type { Progress } from "../door/types";
import { t } from "./text.svelte";

/** What of an assessment is left to do. */
export type Left = Pick<Progress, "open" | "minutes" | "incomplete"> & Partial<Pick<Progress, "proposed" | "review">>;

/** Says what is left to do, and how long it takes, in sentences; "" where that is nothing. */
export function leftText({ open, minutes, incomplete, proposed = 0, review = 0 }: Left): string {
  const sentences: string[] = [];
  if (open > 0) sentences.push(t("progress.leftMinutes", { Count: open, Minutes: t("progress.minutes", { Count: minutes }) }));
  if (proposed > 0) sentences.push(t("carry.left", { Count: proposed }));
  if (incomplete > 0) sentences.push(t("progress.incompleteSentence", { Count: incomplete }));
  if (review > 0) sentences.push(t("progress.reviewSentence", { Count: review }));
  return sentences.join(" ");
}

/** Says the same in a line of facts. */
export function leftFacts({ open, minutes, incomplete }: Left): string[] {
  const facts: string[] = [];
  if (open > 0) facts.push(t("progress.left", { Count: open }), t("progress.minutes", { Count: minutes }));
  if (incomplete > 0) facts.push(t("progress.incomplete", { Count: incomplete }));
  return facts;
}
