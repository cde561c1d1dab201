import { keepsOpen } from "../../lib/closing";
import { notices } from "../../lib/notices.svelte";
import { router } from "../../lib/route/router.svelte";
import { t } from "../../lib/text/text.svelte";

/** An answer, as a key. */
export function keyOf(of: { assessmentId: string; criterion: string }): string {
  return `${of.assessmentId}/${of.criterion}`;
}

/** Explanations that are too long to be saved, by answer: coming back finds them. */
export const leftTexts = new Map<string, string>();

/** Comments that were typed and not added, by answer. */
export const leftComments = new Map<string, string>();

/** Links that were typed and not added, with their names, by answer. */
export const leftLinks = new Map<string, { link: string; name: string }>();

keepsOpen(() => {
  const [key] = [...leftTexts.keys(), ...leftComments.keys()];
  if (key === undefined) return false;
  const [id = "", criterion = ""] = key.split("/");
  notices.show({
    text: t("explanation.left", { Criterion: criterion }),
    action: { label: t("explanation.toText"), run: () => router.go({ name: "assessment", id, criterion }) },
  });
  return true;
});

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
