import { expect, test } from "vitest";
import { DraftHistory } from "./draftHistory.svelte";

test("changes are taken back one by one, the latest first", () => {
  const history = new DraftHistory(["a"]);
  history.keep(["a", "b"]);
  history.keep(["a", "b"]); // nothing changed
  history.keep(["b"]);
  expect(history.takeBack(["b"])).toEqual(["a", "b"]);
  expect(history.takeBack(["a", "b"])).toEqual(["a"]);
  expect(history.changes(["a"])).toBe(false);
  expect(history.takeBack(["a"])).toBeUndefined();
});

test("what is typed and not kept yet is a change too", () => {
  const history = new DraftHistory("");
  history.keep("een");
  expect(history.changes("een twee")).toBe(true);
  expect(history.takeBack("een twee")).toBe("een");
  expect(history.takeBack("een")).toBe("");
});

test("what is settled is not taken back", () => {
  const history = new DraftHistory("");
  history.keep("een");
  history.settle("een twee");
  expect(history.changes("een twee")).toBe(false);
  expect(history.takeBack("een twee")).toBeUndefined();
});
