import { describe, expect, test } from "vitest";
import { translate, type Messages } from "./translate";

const messages: Messages = {
  plain: "Vandaag",
  named: "Aftoetsing van {{.Service}} in {{.Town}}",
  left: { one: "Nog {{.Count}} criterium", other: "Nog {{.Count}} criteria" },
};
const fail = (what: string): string => {
  throw new Error(what);
};
const t = (key: string, args?: Record<string, string | number>) => translate("nl", messages, key, args, fail);

describe("translate", () => {
  test("a text", () => expect(t("plain")).toBe("Vandaag"));
  test("names", () => expect(t("named", { Service: "Sport", Town: "Mol" })).toBe("Aftoetsing van Sport in Mol"));
  test("what is filled in is not read again", () =>
    expect(t("named", { Service: "{{.Town}}", Town: "$&" })).toBe("Aftoetsing van {{.Town}} in $&"));
  test.each([
    [0, "Nog 0 criteria"],
    [1, "Nog 1 criterium"],
    [14, "Nog 14 criteria"],
    [1234, "Nog 1.234 criteria"],
  ])("the form for %d", (Count, want) => expect(t("left", { Count })).toBe(want));
  test("an unknown key", () => expect(() => t("nothing")).toThrow("nothing"));
  test("a plural without a count", () => expect(() => t("left")).toThrow("left (plural)"));
  test("a name without a value", () => expect(() => t("named", { Service: "Sport" })).toThrow("named: Town"));
  test("missing in a build: the key itself", () =>
    expect(translate("nl", messages, "nothing", {}, (what) => what)).toBe("nothing"));
});
