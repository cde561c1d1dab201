import type { StepsDraft } from "./stepsDraft.svelte";
import type { TextDraft } from "./textDraft.svelte";

/** What was begun in an instrument and not saved, by assessment. Coming back finds it as it was while the window is open. */
export class Drafts<Draft extends { readonly changed: boolean }> {
  readonly #left = new Map<string, Draft>();

  /** Gives the draft that was left, or begins one. */
  open(assessmentId: string, begin: () => Draft): { draft: Draft; restored: boolean } {
    const left = this.#left.get(assessmentId);
    if (left?.changed) return { draft: left, restored: true };
    const draft = begin();
    this.#left.set(assessmentId, draft);
    return { draft, restored: false };
  }

  /** Tells whether a draft was left. */
  left(assessmentId: string): boolean {
    return this.#left.get(assessmentId)?.changed ?? false;
  }

  /** It was saved. */
  forget(assessmentId: string): void {
    this.#left.delete(assessmentId);
  }
}

export const stepsDrafts = new Drafts<StepsDraft>();
export const textDrafts = new Drafts<TextDraft>();
