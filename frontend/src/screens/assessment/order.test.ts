import { describe, expect, test } from "vitest";
import type { Catalogue, Verdict } from "../../lib/door/types";
import { count, end, type Given, groups, neighbour, nextOpen, stateOf } from "./order";

const codes = ["A", "B", "C", "D"];

function given(text: string): Record<string, Given> {
  const verdicts: Record<string, Verdict> = { y: "yes", n: "no", N: "no", v: "not_applicable", o: "" };
  return Object.fromEntries(
    [...text].map((letter, index) => [
      codes[index] ?? "",
      { verdict: verdicts[letter] ?? "", explanation: letter === "N" ? "because" : "" },
    ]),
  );
}

describe("stateOf", () => {
  test.each<[Given | undefined, string]>([
    [undefined, "open"],
    [{ verdict: "", explanation: "half a thought" }, "open"],
    [{ verdict: "yes", explanation: "" }, "yes"],
    [{ verdict: "no", explanation: " \n" }, "incomplete"],
    [{ verdict: "no", explanation: "x" }, "no"],
    [{ verdict: "not_applicable", explanation: "" }, "incomplete"],
    [{ verdict: "not_applicable", explanation: "x" }, "notApplicable"],
  ])("%j is %s", (answer, want) => expect(stateOf(answer)).toBe(want));
});

describe("nextOpen", () => {
  test.each([
    ["oooo", "A", "B"],
    ["yooo", "A", "B"],
    ["yyoo", "A", "C"],
    ["oyyy", "B", "A"],
    ["oyyo", "D", "A"],
    ["yyyo", "D", end],
    ["nyoy", "B", "C"],
    ["nyyy", "B", "A"],
    ["nyyn", "A", "D"],
    ["yyyN", "A", end],
    ["yyyy", "D", end],
    ["oyyy", end, "A"],
  ])("%s from %s: %s", (answers, from, want) => expect(nextOpen(codes, given(answers), from)).toBe(want));
});

test.each<[string, 1 | -1, string]>([
  ["A", 1, "B"],
  ["D", 1, end],
  ["A", -1, "A"],
  ["B", -1, "A"],
  [end, -1, "D"],
  [end, 1, end],
])("neighbour of %s by %d: %s", (from, by, want) => expect(neighbour(codes, from, by)).toBe(want));

test("groups and counts", () => {
  const criterion = (code: string, principle: string) => ({ code, principle }) as Catalogue["criteria"][number];
  const catalogue: Catalogue = {
    ...({ language: "nl", indicators: [], aids: [], actions: [] } as unknown as Catalogue),
    edition: "e",
    date: "",
    principles: [
      { code: "P", name: "P", meaning: "" },
      { code: "Q", name: "Q", meaning: "" },
    ],
    criteria: [criterion("A", "P"), criterion("B", "P"), criterion("C", "Q"), criterion("D", "Q")],
  };
  const answers = given("ynoo");
  expect(groups(catalogue, answers).map((group) => [group.principle.code, group.criteria.length, group.answered])).toEqual([
    ["P", 2, 2],
    ["Q", 2, 0],
  ]);
  expect(count(codes, answers)).toEqual({ answered: 2, open: 2, incomplete: 1, review: 0 });
});
