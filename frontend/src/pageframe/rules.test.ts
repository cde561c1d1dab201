import axe from "axe-core";
import { expect, test } from "vitest";
import { rulesRun, tagsRun } from "./rules";
import { dutchRules } from "./rules.nl";

test("every rule that is run has a Dutch text, and no other", () => {
  const run = [...axe.getRules(tagsRun), ...axe.getRules().filter(({ ruleId }) => rulesRun.includes(ruleId))].map(({ ruleId }) => ruleId);
  expect(Object.keys(dutchRules).sort()).toEqual([...new Set(run)].sort());
});
