import { expect, test } from "vitest";
import type { Priority } from "../../lib/door/notification";
import { effortLevel, inOrder, reachLevel } from "./priorityOrder";

function priority(criterion: string, effort: Priority["effort"], reach: Priority["reach"]): Priority {
  return { criterion, effort, reach, label: "", explanation: "", source: null, basis: "none", others: 0, manyUsers: false, tips: false, measures: [] };
}

const given = [priority("C", "small", "narrow"), priority("A", "medium", "wide"), priority("B", "large", "wide")];

test.each([
  ["effort", ["C", "A", "B"]],
  ["reach", ["A", "B", "C"]],
  ["strategy", ["A", "B", "C"]],
] as const)("by %s", (order, want) => {
  expect(inOrder(given, order, ["A", "B", "C"]).map((item) => item.criterion)).toEqual(want);
});

test("more marks are filled for more effort, and for a wider reach", () => {
  expect((["small", "medium", "large"] as const).map(effortLevel)).toEqual([1, 2, 3]);
  expect((["narrow", "middle", "wide"] as const).map(reachLevel)).toEqual([1, 2, 3]);
});
