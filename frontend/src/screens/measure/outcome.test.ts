import { expect, test } from "vitest";
import type { Indicator, Measurement } from "../../lib/door/types";
import { byCriterion, foundFor, latestFinding, reached, rounded } from "./outcome";

const indicator = (code: string): Indicator => ({
  code,
  criterion: code.slice(0, code.indexOf(".")),
  type: "count",
  label: "",
  question: "",
  how: "",
  unit: "",
  unitOne: "",
  scale: null,
  threshold: {},
  reason: "",
  suggests: null,
  measure: "steps.count",
  exampleOfSource: false,
});
const measurement = (code: string, savedAt: string, finding: unknown): Measurement => ({
  indicator: code,
  value: 1,
  note: "",
  finding,
  edition: "",
  suggested: "",
  savedAt,
  savedBy: "",
});
const indicators = ["GC-G1.1", "DG-G2.1", "DG-G2.2", "SD-G1.2"].map(indicator);

test("figures stand by criterion, the one that is measured first", () => {
  const groups = byCriterion(
    indicators.map((one, value) => ({ indicator: one, value })),
    "DG-G2",
  );
  expect(groups.map(({ criterion, figures }) => `${criterion} ${figures.map(({ value }) => value).join()}`)).toEqual(["DG-G2 1,2", "GC-G1 0", "SD-G1 3"]);
});

test.each([
  [{ at_least: 60 }, 60, true],
  [{ at_least: 60 }, 59.9, false],
  [{ at_most: 8 }, 8, true],
  [{ at_most: 8 }, 9, false],
  [{ better: "lower" as const }, 9, undefined],
])("a threshold %j and %d", (threshold, value, want) => {
  expect(reached({ threshold }, value)).toBe(want);
});

test("figures are kept with one decimal", () => expect(rounded(12.345)).toBe(12.3));

test("what is kept for a criterion comes with the finding of the instrument", () => {
  const kept = [measurement("DG-G2.1", "2026-01-02", null), measurement("DG-G2.2", "2026-01-01", { steps: [] }), measurement("GC-G1.1", "2026-01-03", null)];
  expect(foundFor("DG-G2", indicators, kept)).toMatchObject({ measurements: [{ indicator: "DG-G2.1" }, { indicator: "DG-G2.2" }], finding: { steps: [] } });
  expect(foundFor("SD-G1", indicators, kept)).toBeUndefined();
});

test("a finding of another criterion is taken where there is none here, the latest first", () => {
  const kept = [measurement("DG-G2.1", "2026-01-01", "old"), measurement("GC-G1.1", "2026-01-02", "new"), measurement("SD-G1.2", "2026-01-03", null)];
  expect(latestFinding("SD-G1", indicators, kept)).toMatchObject({ criterion: "GC-G1", finding: "new" });
  expect(latestFinding("DG-G2", indicators, kept)).toMatchObject({ criterion: "DG-G2", finding: "old" });
  expect(latestFinding("DG-G2", indicators, [])).toBeUndefined();
});
