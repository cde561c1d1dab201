import type { ImprovementInput } from "./door/improvement";

/**
 * Actions that were typed and not saved: of a form, by id ("" is the new one),
 * of a question, by assessment and criterion. Coming back finds them as they were.
 */
export const improvementDrafts = new Map<string, ImprovementInput>();

/** Tells whether two actions say the same. */
export function sameImprovement(a: ImprovementInput, b: ImprovementInput): boolean {
  return (Object.keys(a) as (keyof ImprovementInput)[]).every((field) => String(a[field]) === String(b[field]));
}
