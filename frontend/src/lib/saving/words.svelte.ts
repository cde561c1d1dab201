import { notificationApi, type SavedWords } from "../door/notification";
import { session } from "../session/session.svelte";
import { answers } from "./answers.svelte";
import { SaveQueue, type SaveState } from "./saveQueue";

/** What a notification says in the town's own words. */
export type WordsKind = "cover" | "correction";

/** How long typing must rest before it is saved, in milliseconds. */
const pause = 400;

/** Brings the town's own words to the disk; one for the whole window, as for answers. */
class Words {
  #state = $state.raw<SaveState>({ waiting: 0, failure: undefined });
  #savedAt = $state.raw<Record<string, string>>({});
  readonly #queue = new SaveQueue<string, SavedWords>(
    (key, text) => {
      const [kind, id] = split(key);
      return kind === "cover" ? notificationApi.saveCover(id, text) : notificationApi.saveCorrection(id, text);
    },
    {
      saved: (key, saved) => {
        this.#savedAt = { ...this.#savedAt, [key]: saved.savedAt };
        session.assessmentSaved(saved.savedAt);
      },
      changed: (state) => {
        this.#state = state;
      },
    },
  );

  constructor() {
    answers.alongside(() => this.#queue.flush());
  }

  /** Whether everything is on the disk, and why not. */
  get state(): SaveState {
    return this.#state;
  }

  /** When these words were saved last in this sitting, "" for never. */
  savedAt(kind: WordsKind, assessmentId: string): string {
    return this.#savedAt[`${kind}/${assessmentId}`] ?? "";
  }

  /** Changes with each time that words of an assessment are saved. */
  revisionOf(assessmentId: string): string {
    return `${this.savedAt("cover", assessmentId)} ${this.savedAt("correction", assessmentId)}`;
  }

  /** Saves when typing rests. */
  type(kind: WordsKind, assessmentId: string, text: string): void {
    this.#queue.put(`${kind}/${assessmentId}`, text, pause);
  }

  /** What is not on the disk yet: it goes before what the program has. */
  waitingOf(kind: WordsKind, assessmentId: string): string | undefined {
    return this.#queue.waiting().find(([key]) => key === `${kind}/${assessmentId}`)?.[1];
  }

  flush(): Promise<boolean> {
    return this.#queue.flush();
  }
}

function split(key: string): [WordsKind, string] {
  const at = key.indexOf("/");
  return [key.slice(0, at) as WordsKind, key.slice(at + 1)];
}

export const words = new Words();
