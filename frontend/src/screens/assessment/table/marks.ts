import type { Answer, Verdict } from "../../../lib/door/types";
import { followsInstead } from "../carry";
import { isChanged } from "./filter";

/** What a row of the table says about an answer beside what was answered. */
export type RowMark =
  | { mark: "conflict" | "discuss" | "changed" | "deviates" | "users" }
  | { mark: "review"; why: "reworded" | "split" }
  | { mark: "outside" | "assignee" | "inherited" | "scope"; name: string }
  | { mark: "proposed"; verdict: "yes" | "no" | "not_applicable" }
  | { mark: "now"; verdict: Exclude<Verdict, ""> } // what follows instead of what is proposed
  | { mark: "evidence"; count: number };

/** Gives the marks of an answer: what needs somebody first, then what explains it. */
export function marksOf(answer: Answer): RowMark[] {
  const marks: RowMark[] = [];
  if (answer.conflict) marks.push({ mark: "conflict" });
  if (answer.review !== "") marks.push({ mark: "review", why: answer.review });
  if (answer.deviates.length > 0) marks.push({ mark: "deviates" });
  if (answer.discuss) marks.push({ mark: "discuss" });
  if (answer.verdict === "" && answer.proposal) marks.push({ mark: "proposed", verdict: answer.proposal.verdict });
  const instead = followsInstead(answer);
  if (instead && instead.verdict !== "") marks.push({ mark: "now", verdict: instead.verdict });
  if (isChanged(answer)) marks.push({ mark: "changed" });
  if (answer.origin !== "") marks.push({ mark: answer.origin, name: answer.source?.name ?? "" });
  if (answer.judge === "users") marks.push({ mark: "users" });
  if (answer.judge === "outside") marks.push({ mark: "outside", name: answer.control });
  if (answer.assignee !== "") marks.push({ mark: "assignee", name: answer.assignee });
  if (answer.evidence.length > 0) marks.push({ mark: "evidence", count: answer.evidence.length });
  return marks;
}
