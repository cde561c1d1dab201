import type { TextFigures } from "../../lib/door/types";

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

/** How many hits are kept with the answer. */
const kept = 40;

/** What is kept with the answer: the figures and the first hits, not the text itself. */
export function textFinding(figures: TextFigures, source: string): object {
  const { words, sentences, sentenceWords, fleschDouma, longSentences, passive, jargon, hits, text } = figures;
  return {
    instrument: "text",
    source,
    words,
    sentences,
    sentenceWords,
    fleschDouma,
    longSentences,
    passive,
    jargon,
    hits: hits.slice(0, kept).map((hit) => ({ kind: hit.kind, text: text.slice(hit.start, hit.end).slice(0, 300), plain: hit.plain })),
  };
}

/** A stretch of a text with the hits that it is in. */
export interface Stretch {
  text: string;
  hits: number[];
}

/** Cuts a text where hits begin and end: hits can lie in each other, as jargon in a long sentence. */
export function stretches({ text, hits }: Pick<TextFigures, "text" | "hits">): Stretch[] {
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
