import { expect, test } from "vitest";
import { difference } from "./difference";

const marked = (text: string, other: string): string =>
  difference(text, other)
    .map((piece) => (piece.own ? `[${piece.text}]` : piece.text))
    .join("");

test.each([
  ["the same", "een twee", "een twee", "een twee"],
  ["a word more", "een twee drie", "een drie", "een [twee ]drie"],
  ["a word less", "een drie", "een twee drie", "een drie"],
  ["another word", "volgt in 2027", "volgt in 2028", "volgt in [2027]"],
  ["another order", "a b c d", "c d a b", "a b [c d]"],
  ["all of it", "ja", "nee", "[ja]"],
  ["nothing", "", "iets", ""],
  ["against nothing", "iets", "", "[iets]"],
])("%s", (_, text, other, want) => expect(marked(text, other)).toBe(want));

test("nothing of a text is lost, whatever it is compared with", () => {
  const random = (seed: number): string => Array.from({ length: 30 }, (_, i) => "abc "[(seed * 7 + i * i * (seed + 3)) % 4] ?? "").join("");
  for (let seed = 0; seed < 200; seed++) {
    const [a, b] = [random(seed), random(seed + 1)];
    expect(difference(a, b).map((piece) => piece.text).join("")).toBe(a);
  }
});

test("a megabyte is not compared word by word", () => {
  const long = "woord ".repeat(200_000);
  expect(difference(long, `${long}x`)).toEqual([{ text: long, own: true }]);
});
