import { expect, test } from "vitest";
import { textOf } from "./pageText";

/** One byte per character. */
function bytes(text: string): ArrayBuffer {
  return Uint8Array.from(text, (character) => character.charCodeAt(0)).buffer;
}

test.each([
  ["nothing said, valid UTF-8", "Caf\xc3\xa9", "Café"],
  ["nothing said, no UTF-8", "Caf\xe9 de co\xf6rdinator", "Café de coördinator"],
  ["a byte order mark", "\xef\xbb\xbfCaf\xc3\xa9", "Café"],
  ["UTF-16, little end first", "\xff\xfeC\0\xe9\0", "Cé"],
  ["UTF-16, big end first", "\xfe\xff\0C\0\xe9", "Cé"],
  ["meta charset", "<meta charset=iso-8859-1><p>\xe9\xc3\xa9", "<meta charset=iso-8859-1><p>éÃ©"],
  ["meta http-equiv", '<META http-equiv="Content-Type" content="text/html; charset=windows-1251">\xc0', '<META http-equiv="Content-Type" content="text/html; charset=windows-1251">А'],
  ["a mark before what is said", "\xef\xbb\xbf<meta charset=windows-1252>\xc3\xa9", "<meta charset=windows-1252>é"],
  ["UTF-8 said, one byte wrong", "<meta charset='utf-8'>\xc3\xa9\xe9", "<meta charset='utf-8'>é\ufffd"],
  ["UTF-16 said in ASCII", "<meta charset=utf-16>\xc3\xa9", "<meta charset=utf-16>é"],
  ["an encoding that does not exist", "<meta charset=klingon>\xe9", "<meta charset=klingon>é"],
  ["said in a comment", "<!-- <meta charset=windows-1251> -->\xe9", "<!-- <meta charset=windows-1251> -->é"],
  ["said too late", `${" ".repeat(1024)}<meta charset=windows-1251>\xe9`, `${" ".repeat(1024)}<meta charset=windows-1251>é`],
  ["XML", '<?xml version="1.0" encoding="ISO-8859-15"?>\xa4', '<?xml version="1.0" encoding="ISO-8859-15"?>€'],
  ["a style sheet", '@charset "windows-1252"; p::before{content:"\xe9"}', '@charset "windows-1252"; p::before{content:"é"}'],
])("the text of a page: %s", (_, written, want) => {
  expect(textOf(bytes(written))).toBe(want);
});
