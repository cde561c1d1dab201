import { expect, test } from "vitest";
import type { TextFigures } from "../../lib/door/types";
import { TextDraft } from "./textDraft.svelte";

const figures = { words: 40, text: "Een tekst." } as TextFigures;

test("a text that is typed in takes the figures away, also those that are on their way", async () => {
  const draft = new TextDraft("");
  draft.typed = "Een tekst.";
  await draft.measure("", Promise.resolve(figures));
  expect(draft.measured?.figures).toBe(figures);
  draft.edited();
  expect(draft.measured).toBeUndefined();
  const late = draft.measure("", Promise.resolve(figures));
  draft.edited();
  await late;
  expect(draft.measured).toBeUndefined();
});

test("taking a change back takes the figures away, except those of a file", async () => {
  const draft = new TextDraft("");
  draft.typed = "Een tekst.";
  await draft.measure("brief.txt", Promise.resolve(figures));
  draft.takeBack();
  expect(draft.typed).toBe("");
  expect(draft.measured?.source).toBe("brief.txt");
  draft.typed = "Een andere.";
  await draft.measure("", Promise.resolve(figures));
  draft.takeBack();
  expect(draft.measured).toBeUndefined();
});
