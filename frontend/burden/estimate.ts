import type { Tally } from "./press";

/**
 * The keystroke-level model: seconds per operator.
 * Source: Card, Moran, Newell, "The Keystroke-Level Model for User Performance
 * Time with Interactive Systems", CACM 23(7), 1980. A key press is that of an
 * average non-secretary typist.
 */
export const operator = {
  key: 0.28,
  /** Moving the pointer to a target. */
  point: 1.1,
  /** Pressing and releasing a button of the mouse. */
  click: 0.2,
  /** A hand from the keyboard to the mouse, or back. */
  home: 0.4,
  /** Making up one's mind to a step. */
  mind: 1.35,
} as const;

/**
 * Words read silently in a minute.
 * Source: Brysbaert, "How many words do we read per minute?", 2019, for non-fiction.
 */
export const wordsPerMinute = 238;

/** Minutes of operating the program: every key that chooses and every click has a decision before it; text has none per character. */
export function operatingMinutes({ keys, clicks, characters, homings }: Tally): number {
  const seconds =
    keys * (operator.mind + operator.key) +
    clicks * (operator.mind + operator.point + operator.click) +
    characters * operator.key +
    homings * operator.home;
  return seconds / 60;
}

/** Minutes that reading takes. */
export function readingMinutes(words: number): number {
  return words / wordsPerMinute;
}
