import type { Measurement } from "../../lib/door/types";
import type { StepsDraft } from "./stepsDraft.svelte";
import type { TextDraft } from "./textDraft.svelte";

interface Draft {
  /** It is no longer what it began with. */
  readonly changed: boolean;
  /** What was measured since the latest edit, undefined for nothing. */
  readonly measured: unknown;
  /** What is changed so far is no longer taken back. */
  settle: () => void;
}

/**
 * What was begun in an instrument, by assessment. Coming back finds it as it
 * was while the window is open: until it is saved, and again when what was
 * saved of it is no longer stored.
 */
export class Drafts<Kind extends Draft> {
  readonly #left = new Map<string, Kind>();
  readonly #saved = new Map<string, { draft: Kind; measurements: Measurement[] }>();

  /** Gives the draft that was left, or begins one. */
  open(assessmentId: string, stored: Measurement[], begin: () => Kind): { draft: Kind; restored: boolean } {
    const left = this.#find(assessmentId, stored);
    const draft = left ?? begin();
    this.#left.set(assessmentId, draft);
    return { draft, restored: left !== undefined };
  }

  /** Tells whether a draft was left. */
  left(assessmentId: string, stored: Measurement[]): boolean {
    return this.#find(assessmentId, stored) !== undefined;
  }

  /** What the draft measured is saved, as these measurements. What was typed after measuring is not: then it is still left. */
  saved(assessmentId: string, measurements: Measurement[]): void {
    const draft = this.#left.get(assessmentId);
    if (draft?.measured === undefined) return;
    this.#left.delete(assessmentId);
    // One that repeats what is stored has nothing to find again: the draft before it does.
    if (draft.changed) this.#saved.set(assessmentId, { draft, measurements });
  }

  /** What was saved is taken away on purpose: undo brings that back first, before it takes back what was typed. */
  removed(assessmentId: string): void {
    this.#saved.get(assessmentId)?.draft.settle();
  }

  #find(assessmentId: string, stored: Measurement[]): Kind | undefined {
    const left = this.#left.get(assessmentId);
    if (left?.changed) return left;
    const saved = this.#saved.get(assessmentId);
    return saved?.draft.changed && !saved.measurements.some((one) => stored.some((other) => same(one, other))) ? saved.draft : undefined;
  }
}

function same(a: Measurement, b: Measurement): boolean {
  return a.indicator === b.indicator && a.value === b.value && JSON.stringify(a.finding) === JSON.stringify(b.finding);
}

export const stepsDrafts = new Drafts<StepsDraft>();
export const textDrafts = new Drafts<TextDraft>();
