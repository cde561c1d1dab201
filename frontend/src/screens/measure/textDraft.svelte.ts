import type { TextFigures } from "../../lib/door/types";
import { DraftHistory } from "./draftHistory.svelte";
import { Latest } from "./latest.svelte";

/** A text as it is being pasted, with what was measured last. */
export class TextDraft {
  typed = $state("");
  readonly #latest = new Latest<{ source: string; figures: TextFigures }>();
  readonly #began: string;
  readonly #history: DraftHistory<string>;

  constructor(began: string) {
    this.#began = began;
    this.typed = began;
    this.#history = new DraftHistory(began);
  }

  /** The figures, and the file's name: "" for a pasted text. */
  get measured(): { source: string; figures: TextFigures } | undefined {
    return this.#latest.value;
  }

  /** It is no longer what it began with. */
  get changed(): boolean {
    return this.typed !== this.#began || this.measured !== undefined;
  }

  /** There is a change to take back. */
  get changes(): boolean {
    return this.#history.changes(this.typed);
  }

  /** Takes the figures when they come, unless something was typed in the meantime. */
  measure(source: string, found: Promise<TextFigures>): Promise<void> {
    return this.#latest.take(found.then((figures) => ({ source, figures })));
  }

  /** Something is being typed: what was measured is no longer so. */
  edited(): void {
    this.#latest.drop();
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
    if ((this.measured?.source ?? "") === "") this.edited();
  }
}
