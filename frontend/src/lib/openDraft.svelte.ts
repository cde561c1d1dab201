/** A draft that is being worked on and is not stored. */
export interface TakesBack {
  /** There is a change to take back. */
  readonly changes: boolean;
  /** Takes back the latest change. */
  takeBack: () => void;
}

/** The draft on the screen, if there is one: undo takes back its changes before it touches what is stored. */
class OpenDraft {
  #current = $state.raw<TakesBack | undefined>();

  /** There is a change to take back. */
  get changes(): boolean {
    return this.#current?.changes ?? false;
  }

  /** A screen shows a draft; gives what ends that. */
  show(draft: TakesBack): () => void {
    this.#current = draft;
    return () => {
      if (this.#current === draft) this.#current = undefined;
    };
  }

  /** Takes back the latest change; tells whether there was one. */
  takeBack(): boolean {
    if (!this.changes) return false;
    this.#current?.takeBack();
    return true;
  }
}

export const openDraft = new OpenDraft();
