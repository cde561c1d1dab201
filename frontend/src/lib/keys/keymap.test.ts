import { describe, expect, test } from "vitest";
import { languages } from "../text/languages";
import { type Command, commandFor, type Letters, type Press } from "./keymap";

const dutch: Letters = { yes: "J", no: "N", notApplicable: "V", explain: "E", stillTrue: "K", table: "T", evidence: "B", discuss: "D" };
const reading = { editing: false, singleKeys: true };
const writing = { editing: true, singleKeys: true };

function press(key: string, more: Partial<Press> = {}): Press {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, ...more };
}

describe("commandFor", () => {
  test.each<[string, Press, typeof reading, Command | undefined]>([
    ["j", press("j"), reading, "yes"],
    ["J", press("J", { shiftKey: true }), reading, "yes"],
    ["n", press("n"), reading, "no"],
    ["v", press("v"), reading, "notApplicable"],
    ["e", press("e"), reading, "explain"],
    ["k", press("k"), reading, "stillTrue"],
    ["K by Caps Lock", press("K"), reading, "stillTrue"],
    ["shift and k", press("K", { shiftKey: true }), reading, "confirmRest"],
    ["k, held", press("k", { repeat: true }), reading, undefined],
    ["k while writing", press("k"), writing, undefined],
    ["b", press("b"), reading, "evidence"],
    ["d", press("d"), reading, "discuss"],
    ["y is not Dutch", press("y"), reading, undefined],
    ["down", press("ArrowDown"), reading, "next"],
    ["right", press("ArrowRight"), reading, "next"],
    ["up", press("ArrowUp"), reading, "previous"],
    ["left", press("ArrowLeft"), reading, "previous"],
    ["down, held", press("ArrowDown", { repeat: true }), reading, "next"],
    ["ctrl and down", press("ArrowDown", { ctrlKey: true }), reading, "nextOpen"],
    ["ctrl and enter", press("Enter", { ctrlKey: true }), reading, "nextOpen"],
    ["command and enter", press("Enter", { metaKey: true }), reading, "nextOpen"],
    ["question mark", press("?", { shiftKey: true }), reading, "keys"],
    ["t", press("t"), reading, "table"],
    ["slash", press("/"), reading, "search"],
    ["slash on a Belgian keyboard", press("/", { shiftKey: true }), reading, "search"],
    ["slash while writing", press("/"), writing, undefined],
    ["f1", press("F1"), reading, "help"],
    ["a letter that is held answers once", press("j", { repeat: true }), reading, undefined],
    ["ctrl and a letter is not ours", press("n", { ctrlKey: true }), reading, undefined],
    ["alt and a letter is not ours", press("j", { altKey: true }), reading, undefined],
    ["AltGr types a sign", press("?", { altKey: true, ctrlKey: true }), reading, undefined],
    ["a letter while writing", press("n"), writing, undefined],
    ["an arrow while writing", press("ArrowDown"), writing, undefined],
    ["a question mark while writing", press("?"), writing, undefined],
    ["ctrl and enter while writing", press("Enter", { ctrlKey: true }), writing, "nextOpen"],
    ["escape while writing", press("Escape"), writing, "toQuestion"],
    ["escape while reading", press("Escape"), reading, undefined],
    ["a letter, switched off", press("j"), { editing: false, singleKeys: false }, undefined],
    ["an arrow, switched off", press("ArrowDown"), { editing: false, singleKeys: false }, undefined],
    ["ctrl and enter, switched off", press("Enter", { ctrlKey: true }), { editing: false, singleKeys: false }, "nextOpen"],
  ])("%s", (_, pressed, place, want) => expect(commandFor(pressed, dutch, place)).toBe(want));
});

describe("letters", () => {
  test.each(Object.keys(languages))("of %s are single and different", (lang) => {
    const letters = ["key.yes", "key.no", "key.notApplicable", "key.explain", "key.stillTrue", "key.table", "key.evidence", "key.discuss"].map((key) => languages[lang]?.[key]);
    expect(new Set(letters).size).toBe(8);
    for (const letter of letters) expect(letter).toMatch(/^[A-Z]$/);
  });
});
