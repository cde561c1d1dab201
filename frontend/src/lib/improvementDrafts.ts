import { keepsOpen } from "./closing";
import type { ImprovementInput } from "./door/improvement";
import { notices } from "./notices.svelte";
import type { Route } from "./route/route";
import { router } from "./route/router.svelte";
import { t } from "./text/text.svelte";

/**
 * Actions that were typed and not saved: of a form, by id ("" is the new one),
 * of a question, by assessment and criterion. Coming back finds them as they were.
 */
export const improvementDrafts = new Map<string, ImprovementInput>();

keepsOpen(() => {
  const [key] = improvementDrafts.keys();
  if (key === undefined) return false;
  notices.show({ text: t("improvement.unsavedOnClose"), action: { label: t("improvement.toUnsaved"), run: () => router.go(placeOf(key)) } });
  return true;
});

function placeOf(key: string): Route {
  const [id = "", criterion] = key.split("/");
  if (key === "") return { name: "newImprovement" };
  return criterion === undefined ? { name: "improvement", id } : { name: "assessment", id, criterion };
}

/** Tells whether two actions say the same. */
export function sameImprovement(a: ImprovementInput, b: ImprovementInput): boolean {
  return (Object.keys(a) as (keyof ImprovementInput)[]).every((field) => String(a[field]) === String(b[field]));
}
