import { describe, expect, test } from "vitest";
import type { PageFinding } from "../../pageframe/message";
import { byCriterion, isEmpty, notMeasured, pageFigure, readReply } from "./pageFigures";

const finding = (rule: string, wcag: string[], count: number): PageFinding => ({ rule, wcag, help: "", impact: "", count, examples: [] });
const findings = [finding("heading-order", [], 2), finding("color-contrast", ["1.4.3"], 3), finding("own-vague-link", ["2.4.4"], 1), finding("link-name", ["2.4.4", "4.1.2"], 4)];
const figures = { language: "nl", findings, toJudge: 0, elements: 1, lang: "", title: "", headings: [], headingCount: 0, links: 0, words: 120, controls: 0, frames: 0, media: 0, missingStyles: 0, removedScripts: 0 };

test.each([
  ["page.findings", 8],
  ["page.contrast", 3],
  ["page.headings", 2],
  ["page.link_names", 4],
  ["page.link_words", 1],
  ["page.links", 5],
  ["page.language", 0],
])("%s counts elements", (measure, want) => {
  expect(pageFigure(figures, measure)).toBe(want);
});

test("contrast is unknown without the style sheets, the rest is not", () => {
  const bare = { ...figures, missingStyles: 1 };
  expect(pageFigure(bare, "page.contrast")).toBeUndefined();
  expect(pageFigure(bare, "page.headings")).toBe(2);
  expect(pageFigure(bare, "page.findings")).toBe(8);
  expect(pageFigure({ ...bare, findings: [] }, "page.findings")).toBeUndefined();
});

test.each([
  [0, 0, true],
  [19, 0, true],
  [20, 0, false],
  [3, 1, false],
])("a page with %i words and %i fields is empty: %s", (words, controls, want) => {
  expect(isEmpty({ ...figures, words, controls })).toBe(want);
});

test("what was not measured depends on the page", () => {
  expect(notMeasured(figures)).toEqual(["scripts", "orientation"]);
  expect(notMeasured({ ...figures, missingStyles: 2, frames: 1, media: 1 })).toEqual(["contrast", "frames", "media", "scripts", "orientation"]);
});

test("findings stand by criterion, good practice last", () => {
  expect(byCriterion(findings).map(({ wcag, findings: list }) => `${wcag}:${list.length}`)).toEqual(["1.4.3:1", "2.4.4:2", ":1"]);
});

describe("what comes out of the frame", () => {
  test("is taken when it has our shape", () => {
    expect(readReply({ kind: "measured", figures })).toEqual({ kind: "measured", figures });
    expect(readReply({ kind: "ready" })).toEqual({ kind: "ready" });
  });

  test.each([
    ["nothing", null],
    ["a text", "measured"],
    ["another kind", { kind: "run" }],
    ["no figures", { kind: "measured" }],
  ])("is left alone: %s", (_, data) => {
    expect(readReply(data)).toBeUndefined();
  });

  test("says how many headings there are, also where the list is cut or no number was kept", () => {
    const headings = Array.from({ length: 102 }, () => ({ level: 2, text: "x" }));
    const read = (data: object) => {
      const reply = readReply({ kind: "measured", figures: { ...figures, ...data } });
      return reply?.kind === "measured" ? [reply.figures.headings.length, reply.figures.headingCount] : [];
    };
    expect(read({ headings, headingCount: 102 })).toEqual([60, 102]);
    expect(read({ headings: headings.slice(0, 60), headingCount: 102 })).toEqual([60, 102]);
    expect(read({ headings: headings.slice(0, 3), headingCount: undefined })).toEqual([3, 3]);
  });

  test.each([
    ["fr", "fr"],
    ["<b>", ""],
    [7, ""],
  ])("is told in a language, if it is one: %s", (language, want) => {
    expect(readReply({ kind: "measured", figures: { ...figures, language } })).toMatchObject({ figures: { language: want } });
  });

  test("is made safe", () => {
    const reply = readReply({ kind: "measured", figures: { findings: [{ rule: 1, wcag: ["<b>", "1.4.3", 7], count: -1, examples: "x" }], elements: NaN, words: 1e300, frames: Infinity, media: -1, lang: {}, headings: [null], links: "9" } });
    expect(reply).toMatchObject({ figures: { findings: [{ rule: "", wcag: ["1.4.3"], count: 0, examples: [] }], elements: 0, words: 25 << 20, frames: 0, media: 0, lang: "", headings: [], links: 0 } });
  });
});
