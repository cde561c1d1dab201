import { expect, test } from "vitest";
import { whereToGoOn } from "./whereToGoOn";

const at = "2026-11-23T12:00:00Z";
const stood = { view: "table", filter: "open", criterion: "C", at };
const saved = (...times: string[]): { savedAt: string }[] => times.map((savedAt) => ({ savedAt }));

test.each<[string, Parameters<typeof whereToGoOn>[0], { savedAt: string }[], string]>([
  ["where one stood", stood, saved("2026-11-23T11:59:00Z", ""), "C"],
  ["something was answered later, elsewhere", stood, saved("2026-11-23T12:00:01Z"), "B"],
  ["nobody was there", { view: "", filter: "", criterion: "", at: "" }, saved(""), "B"],
  ["a criterion that is no longer there", { ...stood, criterion: "X" }, saved(""), "B"],
  ["a time that can't be read", { ...stood, at: "soon" }, saved(""), "B"],
])("%s", (_, place, answers, want) => expect(whereToGoOn(place, "B", answers, (code) => "ABC".includes(code))).toBe(want));
