import { keepsOpen } from "../../lib/closing";
import { notices } from "../../lib/notices.svelte";
import { router } from "../../lib/route/router.svelte";
import { t } from "../../lib/text/text.svelte";

/** The day and the number of a decision. */
export interface AdoptDraft {
  date: string;
  number: string;
}

/** Decisions that were typed and not kept, by assessment: coming back finds them. */
export const adoptDrafts = new Map<string, AdoptDraft>();

keepsOpen(() => {
  const [id] = adoptDrafts.keys();
  if (id === undefined) return false;
  notices.show({
    text: t("notification.adopt.unsavedOnClose"),
    action: { label: t("notification.adopt.toUnsaved"), run: () => router.go({ name: "notification", id }) },
  });
  return true;
});
