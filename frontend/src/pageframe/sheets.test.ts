import { expect, test } from "vitest";
import { baseName, holdsFonts, offScreen, Sheets } from "./sheets";

test.each([
  ["style.css", "style.css"],
  ["./Page_files/Style.CSS?v=3#x", "style.css"],
  ["https://voorbeeldegem.example/a%20b.css", "a b.css"],
  ["style.css%3Fv=3.css", "style.css?v=3.css"],
  ["100%.css", "100%.css"],
  ["/Content/css?v=a/b.css", "css"],
  ["https://voorbeeldegem.example/", ""],
  ["cafe\u0301.css", "caf\u00e9.css"],
])("the name of a file: %s", (address, want) => {
  expect(baseName(address)).toBe(want);
});

test.each([
  ["", false],
  ["print", true],
  [" Only PRINT and (orientation: landscape), speech", true],
  ["print, screen", false],
  ["screen", false],
  ["(min-width: 40em)", false],
])("for paper or speech only: %j", (media, want) => {
  expect(offScreen(media)).toBe(want);
});

test.each([
  ["https://fonts.googleapis.com/css?family=Roboto", true],
  ["//fonts.bunny.net/css", true],
  ["/css2?family=Roboto:wght@400;700", true],
  ["css?display=swap&family=Roboto", true],
  ["./Loket_files/css2", true],
  ["/Content/css?v=abc", false],
  ["/css2?v=abc", false],
  ["css", false],
  ["style.css?from=fonts.googleapis.com", false],
])("holds fonts only: %s", (address, want) => {
  expect(holdsFonts(address)).toBe(want);
});

/** Asks for sheets, for print where their address says so, and tells how many are missing. */
function missing(chosen: string[], ...asked: string[]): number {
  const sheets = new Sheets(chosen.map((name) => ({ name, text: "" })));
  for (const address of asked) sheets.find({ address, media: address.includes("print") ? "print" : "" });
  return sheets.missing;
}

test.each<[string, number, string[], string[]]>([
  ["nothing is asked", 0, ["a.css"], []],
  ["nothing is there", 2, [], ["a.css", "b.css"]],
  ["a name in other letters, with a query", 0, ["STYLE.css"], ["https://x.example/style.css?v=3"]],
  ["an extension that the browser added", 0, ["css.css"], ["/Content/css?v=abc"]],
  ["another file beside one that is asked", 1, ["a.css", "other.css"], ["a.css", "b.css"]],
  ["a sheet for paper in place of one for the screen", 1, ["print.css"], ["style.css", "print.css"]],
  ["no sheet for paper", 0, ["style.css"], ["style.css", "print.css"]],
  ["one file for two of that name", 1, ["style.css"], ["a/style.css", "b/style.css"]],
  ["the same sheet twice", 0, ["style.css"], ["./a/style.css", "a/style.css"]],
  ["other names, as many", 0, ["1.css", "2.css"], ["a.css", "b.css", "print.css"]],
  ["other names, fewer", 2, ["1.css"], ["a.css", "b.css"]],
  ["other names, more", 1, ["1.css", "2.css"], ["a.css"]],
  ["fonts", 0, [], ["https://fonts.googleapis.com/css2?family=Roboto"]],
])("how many style sheets are missing: %s", (_, want, chosen, asked) => {
  expect(missing(chosen, ...asked)).toBe(want);
});

test("a file that nothing asks for is kept apart", () => {
  const sheets = new Sheets(["a.css", "b.css"].map((name) => ({ name, text: name })));
  expect(sheets.find({ address: "x/b.css", media: "" })?.text).toBe("b.css");
  expect(sheets.unasked.map(({ name }) => name)).toEqual(["a.css"]);
});

test("a sheet that is asked over and over comes to an end", () => {
  const sheets = new Sheets([{ name: "a.css", text: "x".repeat(5 << 20) }]);
  const found = Array.from({ length: 9 }, () => sheets.find({ address: "a.css", media: "" }));
  expect(found.filter(Boolean)).toHaveLength(4);
  expect(sheets.missing).toBe(1);
});
