import type { TextFigures } from "../../lib/door/types";

/** A text with what was found in it. */
export type MeasuredText = Pick<TextFigures, "text" | "hits" | "clipped" | "hidden">;

/** Gives a figure of the language instrument. */
export function textFigure(figures: TextFigures, measure: string): number {
  switch (measure) {
    case "text.sentence_words":
      return figures.sentenceWords;
    case "text.long_sentences":
      return figures.longSentences;
    case "text.passive":
      return figures.passive;
    case "text.jargon":
      return figures.jargon;
    default:
      return figures.fleschDouma;
  }
}

/** Fewer words than that say little: the indicators ask for a hundred. */
export const enoughWords = 100;

/** Fewer words than that are no text to measure. */
export const leastWords = 30;

/** Douma's norms. */
export function fleschBand(score: number): "veryHard" | "hard" | "fairlyHard" | "normal" | "fairlyEasy" | "easy" | "veryEasy" {
  if (score < 30) return "veryHard";
  if (score < 45) return "hard";
  if (score < 60) return "fairlyHard";
  if (score < 70) return "normal";
  if (score < 80) return "fairlyEasy";
  return score < 90 ? "easy" : "veryEasy";
}

/** A stretch of a text with the hits that it is in. */
export interface Stretch {
  text: string;
  hits: number[];
}

/** Cuts a text where hits begin and end: hits can lie in each other, as jargon in a long sentence. */
export function stretches({ text, hits }: Pick<MeasuredText, "text" | "hits">): Stretch[] {
  const cuts = [...new Set([0, text.length, ...hits.flatMap((hit) => [hit.start, hit.end])])].sort((a, b) => a - b);
  const list: Stretch[] = [];
  let open: number[] = [];
  let next = 0;
  for (const [i, from] of cuts.entries()) {
    const to = cuts[i + 1];
    if (to === undefined) break;
    open = open.filter((hit) => (hits[hit]?.end ?? 0) > from);
    while ((hits[next]?.start ?? Infinity) <= from) open.push(next++);
    list.push({ text: text.slice(from, to), hits: [...open] });
  }
  return list;
}
