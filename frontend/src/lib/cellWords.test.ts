import { expect, test } from "vitest";
import type { Cell, CellState } from "./door/types";
import { cellOf, counted, scored } from "./cellWords";

const cell: Cell = {
  principle: "SD",
  kind: "user",
  total: 6,
  met: 3,
  unmet: 1,
  notApplicable: 1,
  open: 1,
  percent: 75,
  state: "partial",
  provisional: true,
};

test("counts what has a yes or a no", () => expect(counted(cell)).toBe(4));

test.each<[CellState, boolean]>([
  ["good", true],
  ["partial", true],
  ["none", true],
  ["not_applicable", false],
  ["open", false],
])("%s has a score: %s", (state, want) => expect(scored({ ...cell, state })).toBe(want));

test("finds a cell", () => {
  const other: Cell = { ...cell, kind: "inclusion" };
  expect(cellOf([cell, other], "SD", "inclusion")).toBe(other);
  expect(cellOf([cell, other], "GC", "user")).toBeUndefined();
});
