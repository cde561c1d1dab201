import type { Press } from "./keymap";

/** Tells whether a key press asks to take a change back, or to do it again. */
export function historyStep({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): "undo" | "redo" | undefined {
  if (altKey || !(ctrlKey || metaKey)) return undefined;
  switch (key.toLowerCase()) {
    case "z":
      return shiftKey ? "redo" : "undo";
    case "y":
      return shiftKey ? undefined : "redo";
  }
  return undefined;
}
