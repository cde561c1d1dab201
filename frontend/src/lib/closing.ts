import { on, quit } from "./door/door";
import { answers } from "./saving/answers.svelte";

const drafts = new Set<() => boolean>();

/**
 * Names something that would be lost by closing. It is asked when the window
 * is to be closed: true keeps the window open, and the asked one says why.
 */
export function keepsOpen(ask: () => boolean): () => void {
  drafts.add(ask);
  return () => drafts.delete(ask);
}

/** Saves what waits; tells whether nothing would be lost by closing now. */
export async function nothingIsLost(): Promise<boolean> {
  const saved = await answers.flush();
  const open = [...drafts].some((ask) => ask());
  return saved && !open;
}

/** Saves what waits when the window is closed, and closes it only when that is done. */
export function saveOnClosing(): void {
  const flush = (): void => void answers.flush();
  addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", flush);
  addEventListener("beforeunload", (event) => {
    // The browser's own question, only where text would be lost: it cannot be saved.
    if (answers.state.failure !== undefined) event.preventDefault();
  });
  on("closing", () => {
    void nothingIsLost().then((safe) => {
      if (safe) quit();
    });
  });
}
