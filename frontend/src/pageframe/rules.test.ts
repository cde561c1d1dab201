import axe from "axe-core";
import de from "axe-core/locales/de.json";
import fr from "axe-core/locales/fr.json";
import { expect, test } from "vitest";
import { inertRules } from "./inert";
import { rulesRun, styleRules, tagsLeft, tagsRun } from "./rules";
import { lackingRules } from "./rules.lacking";
import { dutchRules } from "./rules.nl";

const tried = axe.getRules(tagsRun).filter(({ tags }) => !tags.some((tag) => tagsLeft.includes(tag)));
const run = [...new Set([...tried.map(({ ruleId }) => ruleId), ...rulesRun])].sort();

test("every rule that is run has a Dutch text, and no other", () => {
  expect(Object.keys(dutchRules).sort()).toEqual(run);
});

test.each([
  ["fr", fr.rules, lackingRules.fr],
  ["de", de.rules, lackingRules.de],
])("every rule that is run has a text: %s", (_, theirs, ours) => {
  expect(Object.keys(ours)).toEqual(run.filter((rule) => !(rule in theirs)));
});

test("a rule that we judge ourselves, or leave off, is one of them", () => {
  expect([...inertRules, ...styleRules].filter((rule) => !run.includes(rule))).toEqual([]);
});
