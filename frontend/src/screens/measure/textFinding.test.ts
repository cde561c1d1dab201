import { describe, expect, test } from "vitest";
import type { TextFigures, TextHit } from "../../lib/door/types";
import { keptHits, keptText, readTextFinding, textFinding } from "./textFinding";

const hit = (start: number, end: number): TextHit => ({ kind: "jargon", start, end, words: 0, sort: "legal", plain: "x" });
const figures = (text: string, hits: TextHit[]): TextFigures => ({
  text,
  hits,
  clipped: false,
  hidden: 0,
  words: 120,
  sentences: 9,
  fragments: 0,
  wordLetters: 5,
  wordSyllables: 1.6,
  foreign: false,
  sentenceWords: 13,
  fleschDouma: 61,
  longSentences: 4,
  passive: 2,
  jargon: 1,
});

/** As it comes back from the program. */
const stored = (finding: object): unknown => JSON.parse(JSON.stringify(finding));

describe("what is kept of a text", () => {
  test("comes back with its hits in place", () => {
    const found = readTextFinding(stored(textFinding(figures("Wij dienen te gaan.", [hit(4, 13)]), "brief.txt")));
    expect(found).toEqual({
      source: "brief.txt",
      words: 120,
      measured: { text: "Wij dienen te gaan.", hits: [hit(4, 13)], clipped: false, hidden: 0 },
      passages: false,
    });
  });

  test("is the beginning of a long text, cut between characters", () => {
    const long = `${"a".repeat(keptText - 1)}🙂${"b".repeat(10)}`;
    const found = readTextFinding(stored(textFinding(figures(long, [hit(0, 2), hit(keptText, keptText + 3)]), "")));
    expect(found?.measured).toMatchObject({ text: "a".repeat(keptText - 1), hits: [hit(0, 2)], clipped: true, hidden: 1 });
  });

  test("stays under the limit of a finding, whatever the text", () => {
    const most = Array.from({ length: 1000 }, (_, i) => ({ ...hit(i, i + 1), plain: "é".repeat(60) }));
    const finding = textFinding(figures("\u0001".repeat(60_000), most), "x".repeat(255));
    expect(new TextEncoder().encode(JSON.stringify(finding)).length).toBeLessThan(256 << 10);
    expect(readTextFinding(stored(finding))?.measured.hits).toHaveLength(keptHits);
  });
});

describe("what is read back", () => {
  test.each([[null], ["x"], [[]], [{}], [{ instrument: "steps", text: "x" }]])("is nothing of ours: %j", (data) => {
    expect(readTextFinding(data)).toBeUndefined();
  });

  test("is made safe", () => {
    const data = { instrument: "text", text: "abcdef", words: "9", source: {}, hits: [null, { start: 4, end: 5, kind: "<b>" }, { start: 1, end: 99 }, { start: 3, end: 2 }, { start: -1, end: 2, sort: "x" }] };
    expect(readTextFinding(data)).toEqual({
      source: "",
      words: 0,
      measured: {
        text: "abcdef",
        hits: [
          { kind: "jargon", start: 0, end: 2, words: 0, sort: "", plain: "" },
          { kind: "jargon", start: 4, end: 5, words: 0, sort: "", plain: "" },
        ],
        clipped: false,
        hidden: 0,
      },
      passages: false,
    });
  });

  test("can be of an earlier version, which kept passages only", () => {
    const found = readTextFinding({ instrument: "text", source: "", words: 71, hits: [{ kind: "jargon", text: "dienen te", plain: "moeten" }, { kind: "passive", text: "wordt gedaan", plain: "" }] });
    expect(found?.passages).toBe(true);
    expect(found?.measured.hits.map(({ start, end }) => found.measured.text.slice(start, end))).toEqual(["dienen te", "wordt gedaan"]);
  });
});
