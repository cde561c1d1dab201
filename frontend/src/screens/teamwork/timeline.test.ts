import { expect, test } from "vitest";
import type { TimelineEntry } from "../../lib/door/teamwork";
import { days, matches, person } from "./timeline";

const entry = (given: Partial<TimelineEntry>): TimelineEntry => ({
  at: "2026-11-23T12:00:00Z", role: "clerk", device: "AB12", own: false, what: "answer", criterion: "SD-G1", field: "verdict",
  from: "null", to: '"yes"', undo: false, redo: false, subject: "", undone: false, settles: false, ...given,
});

test("one's answers of a day stand together, until somebody else does something", () => {
  const found = days([
    entry({ at: "2026-11-24T12:00:00Z" }),
    entry({ criterion: "SD-G2" }),
    entry({}),
    entry({ field: "explanation" }),
    entry({ role: "colleague" }),
    entry({}),
    entry({ what: "stage", criterion: "" }),
  ]);
  expect(found.map((day) => day.doings.map((doing) => [doing.first.what, doing.first.role, doing.entries.length, doing.criteria]))).toEqual([
    [["answer", "clerk", 1, 1]],
    [["answer", "clerk", 3, 2], ["answer", "colleague", 1, 1], ["answer", "clerk", 1, 1], ["stage", "clerk", 1, 0]],
  ]);
});

test("an undo and a redo stand apart", () => {
  const found = days([entry({ redo: true }), entry({ undo: true }), entry({})]);
  expect(found.flatMap((day) => day.doings.map((doing) => [doing.first.redo, doing.first.undo]))).toEqual([[true, false], [false, true], [false, false]]);
});

test.each([
  ["no filter", { person: "", criterion: "" }, true],
  ["the person", { person: "clerk AB12", criterion: "" }, true],
  ["another person", { person: "clerk CD34", criterion: "" }, false],
  ["the criterion", { person: "", criterion: "SD-G1" }, true],
  ["both, one wrong", { person: "clerk AB12", criterion: "SD-G2" }, false],
])("%s", (_, filter, want) => expect(matches(entry({}), filter)).toBe(want));

test("the working group is nobody of ours", () => expect(person(entry({ role: "", device: "" }))).toBe(""));
