import { describe, expect, test } from "vitest";
import type { Service } from "../../lib/door/types";
import { type Draft, draftOf, emptyDraft, readDraft, sameDraft, years } from "./draft";

const full: Draft = {
  kind: "",
  aid: "",
  opensUp: "",
  name: " Sportkamp ",
  audience: "citizens",
  budget: "€ 1.250.000",
  users: "12 500",
  development: "new",
  month: "03",
  year: "2027",
  ownerRole: " Sportdienst ",
};

describe("readDraft", () => {
  test("reads what was typed", () => {
    const { input, problems } = readDraft("x", full, "nl");
    expect(problems.size).toBe(0);
    expect(input).toEqual({
      id: "x",
      kind: "",
      aid: "",
      opensUp: null,
      name: "Sportkamp",
      audience: "citizens",
      budgetEuro: 1_250_000,
      users: 12_500,
      development: "new",
      planned: "2027-03",
      ownerRole: "Sportdienst",
    });
  });

  test.each<[string, Partial<Draft>, [string, string][]]>([
    ["no name", { name: "  " }, [["name", "nameMissing"]]],
    ["budget in words", { budget: "veel" }, [["budgetEuro", "notANumber"]]],
    ["half a user", { users: "1,5" }, [["users", "notANumber"]]],
    ["a month without a year", { year: "" }, [["planned", "monthIncomplete"]]],
    ["a year without a month", { month: "" }, [["planned", "monthIncomplete"]]],
    ["nothing planned", { month: "", year: "" }, []],
    ["an aid without a name", { kind: "aid", name: "" }, [["name", "aidNameMissing"]]],
    ["an aid that opens up many", { kind: "aid", opensUp: "veel" }, [["opensUp", "notANumber"]]],
    ["an aid has no budget to read", { kind: "aid", budget: "veel", users: "veel" }, []],
    ["a service opens up nothing", { opensUp: "veel" }, []],
    ["numbers not known", { budget: "", users: "" }, []],
  ])("%s", (_, changes, want) => {
    expect([...readDraft("", { ...full, ...changes }, "nl").problems]).toEqual(want);
  });
});

test("a service comes back from its draft", () => {
  const service = {
    id: "x",
    kind: "aid",
    aid: "some-aid",
    opensUp: 14,
    name: "Sportkamp",
    audience: "",
    budgetEuro: null,
    users: 7,
    development: "existing",
    planned: "2026-11",
    ownerRole: "",
  } as const;
  const draft = draftOf(service as unknown as Service, String);
  expect(readDraft("x", draft, "nl").input).toEqual(service);
});

test("sameDraft sees every field", () => {
  expect(sameDraft(emptyDraft, { ...emptyDraft })).toBe(true);
  for (const field of Object.keys(emptyDraft)) {
    expect(sameDraft(emptyDraft, { ...emptyDraft, [field]: "x" }), field).toBe(false);
  }
});

test.each([
  ["", 8, "2025"],
  ["2027", 8, "2025"],
  ["2019", 9, "2019"],
])("years round 2026 with %j", (chosen, length, first) => {
  const list = years(2026, chosen);
  expect([list.length, list[0]]).toEqual([length, first]);
});
