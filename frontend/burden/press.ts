/** One thing that a person did with a hand. */
export interface Press {
  device: "keyboard" | "pointer";
  /** It put a character into a text that the person composed: an explanation, a name, a number. */
  text: boolean;
}

/** What a task took. */
export interface Tally {
  /** Key presses that choose or move, modifiers not counted apart. */
  keys: number;
  clicks: number;
  /** Characters of the person's own words. */
  characters: number;
  /** From keyboard to pointer, and back. */
  homings: number;
}

export function tally(presses: readonly Press[]): Tally {
  const sum: Tally = { keys: 0, clicks: 0, characters: 0, homings: 0 };
  let hand: Press["device"] | undefined;
  for (const press of presses) {
    if (hand !== undefined && hand !== press.device) sum.homings++;
    hand = press.device;
    if (press.device === "pointer") sum.clicks++;
    else if (press.text) sum.characters++;
    else sum.keys++;
  }
  return sum;
}
