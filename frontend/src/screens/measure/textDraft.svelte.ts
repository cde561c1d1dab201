import type { TextFigures } from "../../lib/door/types";
import { DraftHistory } from "./draftHistory.svelte";

/** A text as it is being pasted, with what was measured last. */
export class TextDraft {
  typed = $state("");
  #measured = $state.raw<{ source: string; figures: TextFigures } | undefined>();
  readonly #began: string;
  readonly #history: DraftHistory<string>;
  #edits = 0;

  constructor(began: string) {
    this.#began = began;
    this.typed = began;
    this.#history = new DraftHistory(began);
  }

  /** The figures, and the file's name: "" for a pasted text. */
  get measured(): { source: string; figures: TextFigures } | undefined {
    return this.#measured;
  }

  /** It is no longer what it began with. */
  get changed(): boolean {
    return this.typed !== this.#began || this.#measured !== undefined;
  }

  /** There is a change to take back. */
  get changes(): boolean {
    return this.#history.changes(this.typed);
  }

  /** Takes the figures when they come, unless something was typed in the meantime. */
  async measure(source: string, found: Promise<TextFigures>): Promise<void> {
    this.edited();
    const edits = this.#edits;
    const figures = await found;
    if (edits === this.#edits) this.#measured = { source, figures };
  }

  /** Something is being typed: what was measured is no longer so. */
  edited(): void {
    this.#edits++;
    this.#measured = undefined;
  }

  /** What is changed so far is no longer taken back. */
  settle(): void {
    this.#history.settle(this.typed);
  }

  /** A change is complete. */
  keep(): void {
    this.#history.keep(this.typed);
  }

  startAgain(): void {
    this.keep();
    this.typed = this.#began;
    this.keep();
    this.edited();
  }

  takeBack(): void {
    this.typed = this.#history.takeBack(this.typed) ?? this.typed;
    // Figures of a file stay: its text was not typed here.
    if ((this.#measured?.source ?? "") === "") this.edited();
  }
}
