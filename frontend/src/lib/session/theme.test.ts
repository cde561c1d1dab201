import { expect, test } from "vitest";
import { look } from "./theme";

test.each([
  ["system", false, false, "light"],
  ["system", true, false, "dark"],
  ["system", false, true, "contrast"],
  ["system", true, true, "contrast"],
  ["light", true, true, "light"],
  ["dark", false, false, "dark"],
  ["contrast", false, false, "contrast"],
] as const)("%s, dark %s, contrast %s: %s", (theme, dark, contrast, want) => {
  expect(look(theme, { dark, contrast })).toBe(want);
});
