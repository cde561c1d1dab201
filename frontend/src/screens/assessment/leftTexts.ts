import { SvelteMap } from "svelte/reactivity";
import { keepsOpen } from "../../lib/closing";
import { notices } from "../../lib/notices.svelte";
import { router } from "../../lib/route/router.svelte";
import { t } from "../../lib/text/text.svelte";

/** Which answer. */
export interface Of {
  assessmentId: string;
  criterion: string;
}

/** Longest explanation, in characters. */
export const longest = 20_000;

/** An answer, as a key. */
export function keyOf(of: Of): string {
  return `${of.assessmentId}/${of.criterion}`;
}

/** Explanations that are too long to be saved, by answer: coming back finds them. */
export const leftTexts = new SvelteMap<string, string>();

/** Comments that were typed and not added, by answer. */
export const leftComments = new Map<string, string>();

/** Links that were typed and not added, with their names, by answer. */
export const leftLinks = new Map<string, { link: string; name: string }>();

/** The text that waits because it does not fit; undefined for none. */
export function leftTextOf(of: Of): string | undefined {
  return leftTexts.get(keyOf(of));
}

/** Lets a text wait; undefined where none does any more. */
export function leaveText(of: Of, text: string | undefined): void {
  if (text === undefined) leftTexts.delete(keyOf(of));
  else leftTexts.set(keyOf(of), text);
}

/** Tells whether a text fits, in characters as people count them. */
export function fits(text: string): boolean {
  return text.length <= longest || [...text].length <= longest;
}

function first(): string | undefined {
  return [...leftTexts.keys(), ...leftComments.keys()][0];
}

keepsOpen(
  () => {
    const key = first();
    if (key === undefined) return false;
    const [id = "", criterion = ""] = key.split("/");
    notices.show({
      text: t("explanation.left", { Criterion: criterion }),
      action: { label: t("explanation.toText"), run: () => router.go({ name: "assessment", id, criterion }) },
    });
    return true;
  },
  () => first() !== undefined,
);

keepsOpen(() => {
  const [key] = leftLinks.keys();
  if (key === undefined) return false;
  const [id = "", criterion = ""] = key.split("/");
  notices.show({
    text: t("evidence.leftLink", { Criterion: criterion }),
    action: { label: t("evidence.toLink"), run: () => router.go({ name: "assessment", id, criterion }) },
  });
  return true;
});
