import type { ProcessStep, StepFigures } from "../../lib/door/types";
import { DraftHistory } from "./draftHistory.svelte";
import { Latest } from "./latest.svelte";
import { emptyStep, type StepDraft } from "./processSteps";

/** A process as it is being described, with what it measured since the latest change. */
export class StepsDraft {
  steps = $state<StepDraft[]>([]);
  readonly #latest = new Latest<{ process: ProcessStep[]; figures: StepFigures }>();
  readonly #began: StepDraft[];
  readonly #history: DraftHistory<StepDraft[]>;

  constructor(began: StepDraft[]) {
    this.#began = began.length === 0 ? [emptyStep()] : began;
    this.steps = this.#began.map((step) => ({ ...step }));
    this.#history = new DraftHistory(this.#now());
  }

  get measured(): { process: ProcessStep[]; figures: StepFigures } | undefined {
    return this.#latest.value;
  }

  /** It is no longer what it began with. */
  get changed(): boolean {
    return JSON.stringify(this.steps) !== JSON.stringify(this.#began);
  }

  /** There is a change to take back. */
  get changes(): boolean {
    return this.#history.changes(this.#now());
  }

  /** Takes the figures when they come, unless something was changed in the meantime. */
  measure(process: ProcessStep[], found: Promise<StepFigures>): Promise<void> {
    return this.#latest.take(found.then((figures) => ({ process, figures })));
  }

  /** Something is being typed: what was measured is no longer so. */
  edited(): void {
    this.#latest.drop();
  }

  /** What is changed so far is no longer taken back. */
  settle(): void {
    this.#history.settle(this.#now());
  }

  /** A change is complete. */
  keep(): void {
    this.#history.keep(this.#now());
  }

  /** Adds a step and gives it. */
  add(): StepDraft {
    this.keep();
    const step = { ...emptyStep(), channel: this.steps.at(-1)?.channel ?? "website" };
    this.steps.push(step);
    this.#changed();
    return step;
  }

  remove(at: number): void {
    this.keep();
    this.steps.splice(at, 1);
    if (this.steps.length === 0) this.steps.push(emptyStep());
    this.#changed();
  }

  move(at: number, by: 1 | -1): void {
    this.keep();
    const [step] = this.steps.splice(at, 1);
    if (step) this.steps.splice(at + by, 0, step);
    this.#changed();
  }

  /** Goes back to what it began with; that is a change as well. */
  startAgain(): void {
    this.keep();
    this.steps = this.#began.map((step) => ({ ...step }));
    this.#changed();
  }

  takeBack(): void {
    const before = this.#history.takeBack(this.#now());
    if (!before) return;
    this.steps = before.map((step) => ({ ...step }));
    this.edited();
  }

  #changed(): void {
    this.keep();
    this.edited();
  }

  #now(): StepDraft[] {
    return this.steps.map((step) => ({ ...step }));
  }
}
