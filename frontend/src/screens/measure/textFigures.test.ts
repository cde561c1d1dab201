import { expect, test } from "vitest";
import type { TextHit } from "../../lib/door/types";
import { stretches } from "./textFigures";

const hit = (start: number, end: number): TextHit => ({ kind: "jargon", start, end, words: 0, sort: "", plain: "" });

test.each([
  ["no hits", [], ["abcdef:"]],
  ["one hit", [hit(1, 3)], ["a:", "bc:0", "def:"]],
  ["a hit in a hit", [hit(0, 6), hit(2, 4)], ["ab:0", "cd:0,1", "ef:0"]],
  ["two hits that touch", [hit(0, 2), hit(2, 4)], ["ab:0", "cd:1", "ef:"]],
  ["two hits that overlap", [hit(0, 3), hit(2, 5)], ["ab:0", "c:0,1", "de:1", "f:"]],
  ["the same place twice", [hit(1, 2), hit(1, 2)], ["a:", "b:0,1", "cdef:"]],
])("a text is cut where hits begin and end: %s", (_, hits, want) => {
  const pieces = stretches({ text: "abcdef", hits });
  expect(pieces.map((piece) => `${piece.text}:${piece.hits.join(",")}`)).toEqual(want);
  expect(pieces.map((piece) => piece.text).join("")).toBe("abcdef");
});
