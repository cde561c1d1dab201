import { expect, test } from "vitest";
import { withoutLoads } from "./strip";

test.each([
  ["@import url(x.css); p { color: red }", " p { color: red }"],
  ["p { background: URL (\"https://x/y.png\") red }", "p { background: none(\"https://x/y.png\") red }"],
  ["p { background: image-set(\"a.png\" 1x) }", "p { background: none(\"a.png\" 1x) }"],
  ["p { color: #fff }", "p { color: #fff }"],
])("a style sheet loads nothing: %s", (css, want) => {
  expect(withoutLoads(css)).toBe(want);
});
