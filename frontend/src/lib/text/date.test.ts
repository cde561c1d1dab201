import { describe, expect, test } from "vitest";
import * as date from "./date";

// Written without a zone, so that the test holds in every one.
const moment = new Date(2026, 10, 23, 14, 3).toISOString();

describe("dates", () => {
  test.each([
    ["nl", "23 november 2026, 14:03"],
    ["en", "23 November 2026, 14:03"],
    ["de", "23. November 2026, 14:03"],
    ["fr", "23 novembre 2026, 14:03"],
  ])("in %s", (lang, want) => expect(date.dayAndTime(lang, moment)).toBe(want));

  test.each([
    ["today", new Date(2026, 10, 23, 23, 59), "14:03"],
    ["this year", new Date(2026, 10, 24), "23 november, 14:03"],
    ["another year", new Date(2027, 0, 1), "23 november 2026, 14:03"],
  ])("short: %s", (_, now, want) => expect(date.shortTime("nl", moment, now)).toBe(want));

  test.each([
    ["2027-03", "maart 2027"],
    ["", ""],
    ["soon", "soon"],
  ])("month %j", (planned, want) => expect(date.month("nl", planned)).toBe(want));

  test("never is empty", () => {
    expect([date.day("nl", ""), date.time("nl", ""), date.dayAndTime("nl", ""), date.shortTime("nl", "", new Date())]).toEqual(
      ["", "", "", ""],
    );
  });

  test("twelve months", () => expect(date.monthNames("nl")[2]).toBe("maart"));
});
