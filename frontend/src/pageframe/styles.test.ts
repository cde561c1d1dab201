import { describe, expect, test } from "vitest";
import { importsIn, withoutLoads } from "./styles";

test.each([
  ["@import url(x.css); p { color: red }", "@none url(data:,x.css); p { color: red }"],
  ['p { background: URL("https://x/y.png") red }', 'p { background: url("data:,https://x/y.png") red }'],
  ["p { background: url( 'x.png' ) }", "p { background: url('data:,x.png' ) }"],
  ['p { background: image-set("a.png" 1x) }', 'p { background: none("a.png" 1x) }'],
  ['p { background: -webkit-image-set(url("a.png") 1x) }', 'p { background: -webkit-none(url("data:,a.png") 1x) }'],
  [String.raw`p { background: \75rl(x.png) }`, "p { background: url(data:,x.png) }"],
  [String.raw`p { background: u\rl(x.png) }`, "p { background: url(data:,x.png) }"],
  [String.raw`p { background: \69 mage\2dset("x.png" 1x) }`, 'p { background: none("x.png" 1x) }'],
  [String.raw`p { background: \73 rc("x.png") }`, 'p { background: none("x.png") }'],
  [String.raw`@\69mport url(x.css);`, "@none url(data:,x.css);"],
  [String.raw`@IMP\4frt "x.css";`, '@none "x.css";'],
  ['@im@import;port "x.css";', '@im@none;port "x.css";'],
])("a style sheet loads nothing: %s", (css, want) => {
  expect(withoutLoads(css)).toBe(want);
});

test.each([
  "p { color: #fff }",
  String.raw`.md\:dark { background: #000; color: #fff }`,
  String.raw`.w-1\/2, .\32xl\:p-4, .top-\[3px\], .\!important { width: 50% }`,
  String.raw`p::before { content: "\201C\00a0" }`,
  String.raw`p { background: \5c 75rl(x.png) }`, // a backslash in a name, not an escape
  "p { background: url (x.png) }", // with a space, no function
  "@container image (min-width: 40em) { p { color: red } }",
])("and is left as it was: %s", (css) => {
  expect(withoutLoads(css)).toBe(css);
});

describe("however the word is written", () => {
  const forms = (letter: string): string[] => {
    const [low, high] = [letter.toLowerCase(), letter.toUpperCase()].map((form) => form.charCodeAt(0).toString(16));
    const escapes = [`\\${String(low)}`, `\\${String(low)} `, `\\0000${String(low)}`, `\\${String(low)}\t`, `\\00${String(high)}\r\n`, `\\${String(high)}\f`];
    return [letter, letter.toUpperCase(), ...escapes, ...(/[a-f]/.test(letter) ? [] : [`\\${letter}`])];
  };
  const every = (word: string): string[] =>
    [...word].reduce<string[]>((starts, letter) => starts.flatMap((start) => forms(letter).map((form) => start + form)), [""]);

  /** As a browser reads names; written apart from the code that it tests. */
  const decoded = (css: string): string =>
    css.replace(/\\([0-9a-f]{1,6})(\r\n|[ \t\r\n\f])?|\\([^\r\n\f])/gi, (_, hex?: string, __?: string, plain?: string) =>
      hex === undefined ? String(plain) : String.fromCodePoint(Number.parseInt(hex, 16)),
    );

  test("url, in every mix of letters and escapes", () => {
    const words = every("url");
    expect(words).toHaveLength(729);
    for (const word of words) {
      expect(decoded(`${word}(`).toLowerCase()).toBe("url(");
      expect(withoutLoads(`p{background:${word}("https://x/y.png")}`)).toBe('p{background:url("data:,https://x/y.png")}');
    }
  });

  test.each(["import", "image-set", "image", "src"])("%s, each letter in every form", (word) => {
    for (let i = 0; i < word.length; i++) {
      for (const form of forms(word.charAt(i))) {
        const written = word.slice(0, i) + form + word.slice(i + 1);
        if (decoded(written).toLowerCase() !== word) continue; // the next letter became part of the escape
        const css = word === "import" ? `@${written}"x.css";` : `p{background:${written}("x.png")}`;
        expect(withoutLoads(css), JSON.stringify(css)).toBe(word === "import" ? '@none"x.css";' : 'p{background:none("x.png")}');
      }
    }
  });
});

test.each([
  ["p { color: red }", []],
  ['@import "a.css"; @import url(b.css) screen;', [["a.css", ""], ["b.css", "screen"]]],
  ["@import url( 'a.css' ) layer(base) supports(display: grid) print;p{}", [["a.css", "print"]]],
  ["@import url('a;b.css')layer;", [["a;b.css", ""]]],
  ["/* @import url(a.css); */ p { color: red }", []],
  [String.raw`@\69mport "a.css"`, [["a.css", ""]]],
  [String.raw`@import \75rl(a.css);`, [["a.css", ""]]],
])("what is imported: %s", (css, want) => {
  expect(importsIn(css).map(({ address, media }) => [address, media])).toEqual(want);
});
