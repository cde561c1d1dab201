import { on, quit } from "./door/door";
import { answers } from "./saving/answers.svelte";

const drafts = new Map<() => boolean, () => boolean>();

/**
 * Names something that would be lost by closing. It is asked when the window
 * is to be closed: true keeps the window open, and the asked one says why.
 * Something that waits has the browser ask where the page is left; nothing is said then.
 */
export function keepsOpen(ask: () => boolean, waits: () => boolean = () => false): () => void {
  drafts.set(ask, waits);
  return () => drafts.delete(ask);
}

/** Saves what waits; tells whether nothing would be lost by closing now. */
export async function nothingIsLost(): Promise<boolean> {
  const saved = await answers.flush();
  const open = [...drafts.keys()].some((ask) => ask());
  return saved && !open;
}

/** Saves what waits when the window is closed, and closes it only when that is done. */
export function saveOnClosing(): void {
  const flush = (): void => void answers.flush();
  addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", flush);
  addEventListener("beforeunload", (event) => {
    // The browser's own question, only where text would be lost: it cannot be saved.
    if (answers.state.failure !== undefined || [...drafts.values()].some((waits) => waits())) event.preventDefault();
  });
  on("closing", () => {
    void nothingIsLost().then((safe) => {
      if (safe) quit();
    });
  });
}
