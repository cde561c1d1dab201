import { afterEach, expect, test } from "vitest";
import { language } from "../../lib/text/text.svelte";
import { textNote } from "./textWords";

afterEach(() => language.use("nl"));

test.each([
  ["nl", 1, 1, "Geplakte tekst: 1 woord, 1 zin"],
  ["nl", 71, 6, "Geplakte tekst: 71 woorden, 6 zinnen"],
  ["fr", 1, 1, "Texte collé : 1 mot, 1 phrase"],
  ["de", 1, 2, "Eingefügter Text: 1 Wort, 2 Sätze"],
  ["en", 2, 1, "Pasted text: 2 words, 1 sentence"],
])("%s: %d words in %d sentences", (lang, words, sentences, want) => {
  language.use(lang);
  expect(textNote({ words, sentences }, "").replaceAll("\u00a0", " ")).toBe(want);
});
