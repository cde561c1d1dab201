import { api } from "../door/api";
import type { Review, SavedAnswer, Verdict } from "../door/types";
import { session } from "../session/session.svelte";
import { SaveQueue, type SaveState } from "./saveQueue";

/** An answer as it stands on the screen. */
export interface Draft {
  verdict: Verdict;
  explanation: string;
  review: Review;
}

type Listener = (assessmentId: string, criterion: string, saved: SavedAnswer) => void;

/** How long typing must rest before it is saved, in milliseconds. */
const pause = 400;

/**
 * Brings answers to the disk. There is one for the whole window, so that an
 * answer that could not be saved outlives the screen on which it was given.
 */
class Answers {
  #state = $state.raw<SaveState>({ waiting: 0, failure: undefined });
  #savedAt = $state("");
  readonly #listeners = new Set<Listener>();
  readonly #others: (() => Promise<boolean>)[] = [];
  readonly #queue = new SaveQueue<Draft, SavedAnswer>(
    (key, draft) => api.saveAnswer({ ...split(key), ...draft }),
    {
      saved: (key, saved) => {
        this.#savedAt = saved.savedAt;
        session.answerSaved(saved.savedAt);
        const { assessmentId, criterion } = split(key);
        for (const listen of this.#listeners) listen(assessmentId, criterion, saved);
      },
      changed: (state) => {
        this.#state = state;
      },
    },
  );

  /** Whether everything is on the disk, and why not. */
  get state(): SaveState {
    return this.#state;
  }

  /** When the last answer of this sitting was saved, "" for none. */
  get savedAt(): string {
    return this.#savedAt;
  }

  /** Saves at once. */
  save(assessmentId: string, criterion: string, draft: Draft): void {
    this.#queue.put(`${assessmentId}/${criterion}`, draft);
  }

  /** Saves when typing rests. */
  type(assessmentId: string, criterion: string, draft: Draft): void {
    this.#queue.put(`${assessmentId}/${criterion}`, draft, pause);
  }

  /** Saves what waits, and tells whether everything is on the disk. Also the way to try again. */
  async flush(): Promise<boolean> {
    const done = await Promise.all([this.#queue.flush(), ...this.#others.map((flush) => flush())]);
    return done.every((saved) => saved);
  }

  /** Whenever answers must be on the disk, something else that is typed must be too. */
  alongside(flush: () => Promise<boolean>): void {
    this.#others.push(flush);
  }

  /** What of an assessment is not on the disk, by criterion: it goes before what the program has. */
  waitingOf(assessmentId: string): Map<string, Draft> {
    const own = this.#queue.waiting().map(([key, draft]) => ({ ...split(key), draft }));
    return new Map(own.filter((item) => item.assessmentId === assessmentId).map((item) => [item.criterion, item.draft]));
  }

  onSaved(listen: Listener): () => void {
    this.#listeners.add(listen);
    return () => this.#listeners.delete(listen);
  }
}

function split(key: string): { assessmentId: string; criterion: string } {
  const at = key.lastIndexOf("/");
  return { assessmentId: key.slice(0, at), criterion: key.slice(at + 1) };
}

export const answers = new Answers();
