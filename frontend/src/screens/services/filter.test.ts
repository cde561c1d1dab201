import { describe, expect, test } from "vitest";
import type { Service, Significance } from "../../lib/door/types";
import { type Filter, select } from "./filter";

function service(name: string, changes: Partial<Service> = {}, test: Partial<Significance> = {}): Service {
  return {
    id: name,
    kind: "",
    aid: "",
    opensUp: null,
    name,
    audience: "",
    budgetEuro: null,
    users: null,
    development: "",
    planned: "",
    ownerRole: "",
    assessments: [],
    significance: {
      significant: false,
      byBudget: false,
      byUsers: false,
      unknown: false,
      required: false,
      budgetLimitEuro: 500_000,
      usersLimit: 100_000,
      ...test,
    },
    ...changes,
  };
}

const running = { id: "a", moment: "before", answered: 1, total: 52, open: 51, incomplete: 0, review: 0, minutes: 22, state: "running", startedAt: "", startedBy: { role: "", device: "", own: false } } as const;
const all = [
  service("Café-vergunning", { ownerRole: "Economie" }, { unknown: true }),
  service("Sportkamp", { assessments: [running] }, { significant: true, required: true }),
  service("Rijbewijs", {}, { significant: true, required: true }),
  service("Zwembad", {}, { significant: true }),
];

describe("select", () => {
  test.each<[string, Filter, string[]]>([
    ["", "all", ["Café-vergunning", "Sportkamp", "Rijbewijs", "Zwembad"]],
    ["  ", "all", ["Café-vergunning", "Sportkamp", "Rijbewijs", "Zwembad"]],
    ["cafe", "all", ["Café-vergunning"]],
    ["VERGUNNING economie", "all", ["Café-vergunning"]],
    ["kamp", "significant", ["Sportkamp"]],
    ["", "significant", ["Sportkamp", "Rijbewijs", "Zwembad"]],
    ["", "toAssess", ["Rijbewijs"]],
    ["", "running", ["Sportkamp"]],
    ["", "unknown", ["Café-vergunning"]],
    ["nergens", "all", []],
  ])("%j, %s", (query, filter, want) => expect(select(all, query, filter).map((item) => item.name)).toEqual(want));
});
