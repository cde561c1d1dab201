import { describe, expect, test } from "vitest";
import { operatingMinutes, readingMinutes } from "./estimate";
import { type Press, tally } from "./press";

const key: Press = { device: "keyboard", text: false };
const letter: Press = { device: "keyboard", text: true };
const click: Press = { device: "pointer", text: false };

describe("tally", () => {
  const cases: [string, Press[], ReturnType<typeof tally>][] = [
    ["nothing", [], { keys: 0, clicks: 0, characters: 0, homings: 0 }],
    ["keys that choose", [key, key], { keys: 2, clicks: 0, characters: 0, homings: 0 }],
    ["own words are apart", [key, letter, letter], { keys: 1, clicks: 0, characters: 2, homings: 0 }],
    ["a hand that goes to the mouse and back", [key, click, click, key], { keys: 2, clicks: 2, characters: 0, homings: 2 }],
  ];
  test.each(cases)("%s", (_, presses, want) => {
    expect(tally(presses)).toEqual(want);
  });
});

test("minutes add up by operator", () => {
  expect(operatingMinutes({ keys: 1, clicks: 0, characters: 0, homings: 0 }) * 60).toBeCloseTo(1.63);
  expect(operatingMinutes({ keys: 0, clicks: 1, characters: 0, homings: 0 }) * 60).toBeCloseTo(2.65);
  expect(operatingMinutes({ keys: 0, clicks: 0, characters: 100, homings: 1 }) * 60).toBeCloseTo(28.4);
  expect(readingMinutes(476)).toBe(2);
});
