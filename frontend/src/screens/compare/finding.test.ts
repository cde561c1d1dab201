import { describe, expect, test } from "vitest";
import type { Comparable, ComparedLine, Comparison } from "../../lib/door/compare";
import { findingOf, learners } from "./finding";

function side(part: Partial<Comparable>): Comparable {
  return {
    id: "x", kind: "assessment", service: "Loket", serviceId: "s", moment: "before", town: "", audience: "", edition: "2022.1",
    date: "2026-01-01T00:00:00Z", open: 0, fictional: false, trust: "own", submissions: 0, towns: 0, problem: "", ...part,
  };
}

function comparison(sides: Comparable[], better: number[], outcomes: ComparedLine["outcome"][] = ["differs"]): Comparison {
  const lines = outcomes.map((outcome): ComparedLine => ({ criterion: "SD-G1", label: "", principle: "SD", asks: "same", outcome, stands: [], ideas: [] }));
  return { sides, edition: "2022.1", lines, cells: [], better, worse: [...better].reverse(), alike: 0, reworded: 0, inSome: 0 };
}

const before = side({ id: "b" });
const after = side({ id: "a", moment: "after" });
const other = side({ id: "o", kind: "submission", town: "Elders", serviceId: "", moment: "after" });
const second = side({ id: "c", serviceId: "t" });

describe("findingOf", () => {
  test.each<[string, Comparison, object]>([
    ["afterwards is held against beforehand", comparison([after, before], [6, 2]), { kind: "moments", about: [0], against: 1, better: 6, worse: 2 }],
    ["in whatever order they were chosen", comparison([before, after], [2, 6]), { kind: "moments", about: [1], against: 0, better: 6, worse: 2 }],
    ["one's own is held against another's, also when it does worse", comparison([other, before], [6, 2]), { kind: "pair", about: [1], against: 0, better: 2, worse: 6 }],
    ["of two services, the one that does better", comparison([before, second], [1, 4]), { kind: "pair", about: [1], against: 0, better: 4, worse: 1 }],
    ["of more, the one that does better most often", comparison([before, second, other], [1, 4, 2]), { kind: "many", about: [1], better: 4 }],
    ["or all of those", comparison([before, second, other], [4, 4, 2]), { kind: "many", about: [0, 1], better: 4 }],
    ["no difference", comparison([before, second], [0, 0], ["all_met", "uncompared"]), { kind: "none", about: [0, 1] }],
    ["nothing to compare", comparison([before, second], [0, 0], ["uncompared"]), { kind: "nothing", about: [0, 1] }],
  ])("%s", (_, given, want) => expect(findingOf(given)).toMatchObject(want));
});

describe("learners", () => {
  test("what was followed up can learn no more, nor can others", () => expect(learners([before, after, other])).toEqual([1]));
  test("an assessment beforehand can", () => expect(learners([before, second])).toEqual([0, 1]));
});
