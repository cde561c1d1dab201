/** What a key can ask for while assessing. */
export type Command =
  "yes" | "no" | "notApplicable" | "explain" | "stillTrue" | "confirmRest" | "next" | "previous" | "nextOpen" | "toQuestion" | "help" | "keys" | "table" | "search" | "evidence" | "discuss";

/** The letters, which follow the language of the window. */
export type Letters = Record<"yes" | "no" | "notApplicable" | "explain" | "stillTrue" | "table" | "evidence" | "discuss", string>;

/** What of a key press decides. */
export type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "repeat">;

export interface Place {
  /** The focus is where text is typed or a choice is made with keys. */
  editing: boolean;
  /** Single keys are switched on (WCAG 2.1.4). */
  singleKeys: boolean;
}

/** Gives what a key press asks for, undefined for nothing of ours. */
export function commandFor(press: Press, letters: Letters, place: Place): Command | undefined {
  if (press.altKey) return undefined;
  if (press.ctrlKey || press.metaKey) {
    return press.key === "Enter" || press.key === "ArrowDown" ? "nextOpen" : undefined;
  }
  if (press.key === "F1") return "help";
  if (place.editing) return press.key === "Escape" ? "toQuestion" : undefined;
  return place.singleKeys ? single(press, letters) : undefined;
}

function single(press: Press, letters: Letters): Command | undefined {
  switch (press.key) {
    case "ArrowDown":
    case "ArrowRight":
      return "next";
    case "ArrowUp":
    case "ArrowLeft":
      return "previous";
    case "?":
      return "keys";
    case "/":
      return "search";
  }
  // A key that is held down would answer one criterion after another.
  if (press.repeat) return undefined;
  const letter = press.key.toUpperCase();
  // With the shift key, the rest of the principle: a capital by Caps Lock is one answer.
  if (press.shiftKey && letters.stillTrue === letter) return "confirmRest";
  const commands = ["yes", "no", "notApplicable", "explain", "stillTrue", "table", "evidence", "discuss"] as const;
  return commands.find((command) => letters[command] === letter);
}
