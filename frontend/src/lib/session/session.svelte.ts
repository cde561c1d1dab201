import { api } from "../door/api";
import type { Session, Theme } from "../door/types";
import { language } from "../text/text.svelte";
import { wear } from "./look.svelte";

/** What the frame round the screens shows, and what every screen depends on. */
class SessionStore {
  #current = $state.raw<Session | undefined>();
  #revision = $state(0);

  get current(): Session | undefined {
    return this.#current;
  }

  /** Goes up when screens must fetch what they show again: after an undo, a sync, another language. */
  get revision(): number {
    return this.#revision;
  }

  /** Fetches the session; screens stay as they are. */
  async refresh(): Promise<void> {
    this.#take(await api.session());
  }

  /** Something changed behind the screens. */
  async changed(): Promise<void> {
    this.#revision++;
    await this.refresh();
  }

  /** So was something else about an assessment. */
  assessmentSaved(savedAt: string): void {
    if (this.#current) this.#current = { ...this.#current, lastSaved: savedAt, undo: "assessment" };
  }

  async prefer(wish: { language?: string; theme?: Theme }): Promise<void> {
    const now = this.#current;
    const before = language.code;
    this.#take(
      await api.savePreferences({
        language: wish.language ?? now?.language ?? before,
        theme: wish.theme ?? now?.theme ?? "system",
      }),
    );
    if (language.code !== before) this.#revision++;
  }

  /** An answer was saved: no need to ask what is known. */
  answerSaved(savedAt: string): void {
    if (this.#current) this.#current = { ...this.#current, lastSaved: savedAt, undo: "answer", redo: "" };
  }

  #take(session: Session): void {
    this.#current = session;
    language.use(session.language);
    wear(session.theme);
  }
}

export const session = new SessionStore();
