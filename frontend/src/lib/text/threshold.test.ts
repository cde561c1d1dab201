import { expect, test } from "vitest";
import type { Indicator } from "../door/types";
import { figureText, thresholdText } from "./threshold";

const of = (type: Indicator["type"], unit: string, threshold: Indicator["threshold"] = {}) => ({ type, unit, threshold });

test.each([
  [of("count", "stappen"), 8, "8 stappen"],
  [of("count", "stappen"), 1, "1 (stappen)"],
  [of("page", "fouten"), 1, "1 (fouten)"],
  [of("share", "% van de zinnen"), 1, "1 % van de zinnen"],
  [of("text", "op 100"), 61.25, "61,3 op 100"],
  [of("yes_no", ""), 1, "Ja"],
])("a figure with its unit: %j %d", (indicator, value, want) => {
  expect(figureText(indicator, value).replaceAll("\u00a0", " ")).toBe(want);
});

test.each([
  [of("count", "kanalen", { at_most: 1 }), "hoogstens 1 (kanalen)"],
  [of("count", "stappen", { at_most: 8 }), "hoogstens 8 stappen"],
  [of("share", "% van de stappen", { at_least: 80 }), "minstens 80 % van de stappen"],
])("a threshold with its unit: %j", (indicator, want) => {
  expect(thresholdText(indicator).replaceAll("\u00a0", " ")).toBe(want);
});
