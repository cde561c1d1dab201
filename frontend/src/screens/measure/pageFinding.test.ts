import { expect, test } from "vitest";
import { readPageFinding } from "./pageFinding";

test("a page that was kept comes back with its findings", () => {
  const finding = { instrument: "page", source: "a.html", findings: [{ rule: "color-contrast", wcag: ["1.4.3"], help: "", impact: "", count: 3, examples: [] }], elements: 9, headings: [null], lang: 3 };
  expect(readPageFinding(finding)).toMatchObject({ source: "a.html", figures: { findings: [{ rule: "color-contrast", count: 3 }], elements: 9, headings: [], lang: "" } });
});

test.each([[null], ["x"], [{}], [{ instrument: "page" }], [{ instrument: "page", findings: "none" }], [{ instrument: "text", findings: [] }]])("what is no page is left alone: %j", (data) => {
  expect(readPageFinding(data)).toBeUndefined();
});
