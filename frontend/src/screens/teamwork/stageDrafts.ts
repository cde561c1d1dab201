/** What was typed in the review of an assessment and is not kept yet: leaving the screen does not lose it. */
export interface StageDraft {
  reviewer: string;
  note: string;
  adoptedOn: string;
  decision: string;
}

const drafts = new Map<string, StageDraft>();

export function draftOf(id: string): StageDraft {
  return drafts.get(id) ?? { reviewer: "", note: "", adoptedOn: "", decision: "" };
}

export function keepDraft(id: string, draft: StageDraft): void {
  drafts.set(id, draft);
}

export function dropDraft(id: string): void {
  drafts.delete(id);
}
