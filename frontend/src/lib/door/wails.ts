import type { Transport } from "./transport";

/** What Wails puts into the page. */
interface WailsWindow {
  go?: { app?: { Door?: { Call(method: string, input: string): Promise<string> } } };
  runtime?: {
    EventsOn(event: string, listen: (data: unknown) => void): () => void;
    Quit(): void;
  };
}

/** Gives the way to the program in the Wails window, undefined in a browser. */
export function wails(page: unknown = globalThis): Transport | undefined {
  const { go, runtime } = page as WailsWindow;
  const door = go?.app?.Door;
  if (!door) return undefined;
  return {
    call: (method, input) => door.Call(method, input),
    on: (event, listen) => runtime?.EventsOn(event, listen) ?? (() => undefined),
    quit: () => runtime?.Quit(),
  };
}
