import { expect, test } from "vitest";
import { difference } from "./difference";

const shown = (from: string, to: string): string =>
  difference(from, to)
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `[+${text}+]` })[kind])
    .join("");

test.each([
  ["nothing", "", "", ""],
  ["a first text", "", "Nog niet.", "[+Nog niet.+]"],
  ["a text that went away", "Nog niet.", "", "[-Nog niet.-]"],
  ["a word in the middle", "Dit is nog niet klaar.", "Dit is bijna klaar.", "Dit is [-nog niet -][+bijna +]klaar."],
  ["the same", "Klaar.", "Klaar.", "Klaar."],
])("%s", (_, from, to, want) => {
  expect(shown(from, to)).toBe(want);
});

// Without what was added it is the earlier text; without what was removed, the later.
test("nothing is lost", () => {
  const pairs = [
    ["een twee drie\nvier", "twee drie vijf"],
    ["a ".repeat(1000), "b ".repeat(3)],
    ["  spaties  ", "spaties"],
  ] as const;
  for (const [from, to] of pairs) {
    const parts = difference(from, to);
    const without = (kind: string): string => parts.filter((part) => part.kind !== kind).map((part) => part.text).join("");
    expect([without("added"), without("removed")]).toEqual([from, to]);
  }
});
