import { afterEach, expect, test } from "vitest";
import type { Indicator } from "../door/types";
import { language } from "./text.svelte";
import { figureText, thresholdText } from "./threshold";

const of = (type: Indicator["type"], unit: string, unitOne = "", threshold: Indicator["threshold"] = {}) => ({ type, unit, unitOne, threshold });

afterEach(() => language.use("nl"));

test.each([
  ["nl", of("count", "stappen", "stap"), 8, "8 stappen"],
  ["nl", of("count", "stappen", "stap"), 1, "1 stap"],
  ["nl", of("count", "stappen", "stap"), 0, "0 stappen"],
  ["fr", of("count", "étapes", "étape"), 0, "0 étape"],
  ["nl", of("share", "% van de zinnen"), 1, "1 % van de zinnen"],
  ["nl", of("text", "op 100"), 61.25, "61,25 op 100"],
  ["nl", of("yes_no", ""), 1, "Ja"],
])("a figure with its unit, %s: %j %d", (lang, indicator, value, want) => {
  language.use(lang);
  expect(figureText(indicator, value).replaceAll("\u00a0", " ")).toBe(want);
});

test.each([
  [of("count", "kanalen", "kanaal", { at_most: 1 }), "hoogstens 1 kanaal"],
  [of("count", "stappen", "stap", { at_most: 8 }), "hoogstens 8 stappen"],
  [of("share", "% van de stappen", "", { at_least: 80 }), "minstens 80 % van de stappen"],
])("a threshold with its unit: %j", (indicator, want) => {
  expect(thresholdText(indicator).replaceAll("\u00a0", " ")).toBe(want);
});
