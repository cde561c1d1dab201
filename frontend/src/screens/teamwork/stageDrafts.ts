import { keepsOpen } from "../../lib/closing";
import { notices } from "../../lib/notices.svelte";
import { router } from "../../lib/route/router.svelte";
import { t } from "../../lib/text/text.svelte";

/** What was typed in the review of an assessment and is not kept yet: leaving the screen does not lose it. */
export interface StageDraft {
  reviewer: string;
  note: string;
  adoptedOn: string;
  decision: string;
}

const drafts = new Map<string, StageDraft>();

keepsOpen(() => {
  const [id] = drafts.keys();
  if (id === undefined) return false;
  notices.show({ text: t("stage.unsavedOnClose"), action: { label: t("stage.toUnsaved"), run: () => router.go({ name: "result", id }) } });
  return true;
});

export function draftOf(id: string): StageDraft {
  return drafts.get(id) ?? { reviewer: "", note: "", adoptedOn: "", decision: "" };
}

/** Keeps what was typed; nothing, where all is empty. */
export function keepDraft(id: string, draft: StageDraft): void {
  if (Object.values(draft).every((text) => text === "")) drafts.delete(id);
  else drafts.set(id, draft);
}

export function dropDraft(id: string): void {
  drafts.delete(id);
}
