import { expect, test } from "vitest";
import { withoutLoads } from "./strip";

test.each([
  ["@import url(x.css); p { color: red }", " p { color: red }"],
  ["p { background: URL (\"https://x/y.png\") red }", "p { background: none(\"https://x/y.png\") red }"],
  ["p { background: image-set(\"a.png\" 1x) }", "p { background: none(\"a.png\" 1x) }"],
  [String.raw`p { background: \75rl(x.png) }`, "p { background: rl(x.png) }"],
  [String.raw`p { background: \5c 75rl(x.png) }`, "p { background: 75rl(x.png) }"],
  [String.raw`p { background: u\rl(x.png) }`, "p { background: none(x.png) }"],
  [String.raw`@\69mport url(x.css);`, "@mport none(x.css);"],
  ["p { color: #fff }", "p { color: #fff }"],
])("a style sheet loads nothing: %s", (css, want) => {
  expect(withoutLoads(css)).toBe(want);
});
