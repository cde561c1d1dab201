import type { TextFigures } from "../../lib/door/types";
import { t } from "../../lib/text/text.svelte";

/** "71 woorden", "1 woord". */
export function wordsIn({ words }: Pick<TextFigures, "words">): string {
  return t("measure.text.words", { Count: words });
}

/** Where the figures of a text come from; it stands in the report too. */
export function textNote(figures: Pick<TextFigures, "words" | "sentences">, source: string): string {
  return t("measure.text.note", { Source: source === "" ? t("measure.text.pasted") : source, Words: wordsIn(figures), Count: figures.sentences });
}
