import { describe, expect, test } from "vitest";
import { parseFigure, parseNumber } from "./parseNumber";

describe("parseNumber", () => {
  test.each<[string, string, number | null | undefined]>([
    ["nl", "", null],
    ["nl", "   ", null],
    ["nl", "0", 0],
    ["nl", "500000", 500_000],
    ["nl", "500.000", 500_000],
    ["nl", "1 234 567", 1_234_567],
    ["nl", "1\u00a0234\u202f567", 1_234_567],
    ["nl", "€ 250.000", 250_000],
    ["nl", "250.000 euro", 250_000],
    ["fr", "250\u202f000 euros", 250_000],
    ["de", "250.000 EUR", 250_000],
    ["nl", "250.000,00", 250_000],
    ["nl", "250.000,-", 250_000],
    ["nl", "1.5", undefined],
    ["nl", "1,5", undefined],
    ["nl", "12.34.567", undefined],
    ["nl", "-5", undefined],
    ["nl", "veel", undefined],
    ["nl", "1e6", undefined],
    ["nl", "99999999999999999999", undefined],
    ["en", "500,000", 500_000],
    ["en", "500,000.00", 500_000],
    ["en", "500.000", undefined],
    ["de", "500.000", 500_000],
    ["fr", "500 000", 500_000],
  ])("%s %j", (lang, text, want) => expect(parseNumber(lang, text)).toBe(want));

  test("reads what the language writes", () => {
    for (const lang of ["nl", "en", "de", "fr"]) {
      for (const value of [0, 7, 999, 1000, 123_456, 1_000_000_000_000]) {
        expect(parseNumber(lang, new Intl.NumberFormat(lang).format(value)), `${lang} ${value}`).toBe(value);
      }
    }
  });
});

describe("parseFigure", () => {
  test.each<[string, string, boolean, number | undefined]>([
    ["nl", "12", false, 12],
    ["nl", "7,5", false, 7.5],
    ["nl", "7.5", false, 7.5],
    ["en", "7.5", false, 7.5],
    ["nl", "80 %", true, 80],
    ["nl", "80,5%", true, 80.5],
    ["nl", "12%", false, undefined],
    ["nl", "%12", true, undefined],
    ["nl", "%", true, undefined],
    ["nl", "", true, undefined],
    ["nl", "1e9", false, undefined],
    ["nl", "abc", false, undefined],
    ["nl", "-1", false, undefined],
  ])("%s %j, a share: %s", (lang, text, share, want) => expect(parseFigure(lang, text, { share })).toBe(want));
});
