import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { languages } from "./languages";

const source = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(svelte|ts)$/.test(path) && !path.endsWith(".test.ts"))
  .map((path) => readFileSync(`src/${path}`, "utf8"))
  .join("\n");

// A key that does not exist does not compile. One that nobody uses is noticed here.
test("every text of the window is used", () => {
  const own = Object.keys(languages["nl"] ?? {}).filter((key) => !/^(error\.)?sync[._]/.test(key)); // Go names those
  const literal = new Set([...source.matchAll(/"([\w.]+)"/g)].map((match) => match[1]));
  const prefixes = [...source.matchAll(/`([\w.]+\.)\$\{/g)].map((match) => match[1] ?? "");
  const unused = own.filter((key) => !literal.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)));
  expect(unused).toEqual([]);
});

test("each language has what the others have", () => {
  const [first, ...others] = Object.values(languages).map((messages) => Object.keys(messages).sort());
  for (const other of others) expect(other).toEqual(first);
});
