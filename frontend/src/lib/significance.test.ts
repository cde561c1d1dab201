import { expect, test } from "vitest";
import type { Development, Significance } from "./door/types";
import { significanceWords } from "./significance";

const nothing: Significance = {
  significant: false,
  byBudget: false,
  byUsers: false,
  unknown: false,
  required: false,
  budgetLimitEuro: 500_000,
  usersLimit: 100_000,
};

test.each<[string, Partial<Significance>, number | null, number | null, Development, string]>([
  ["nothing known", { unknown: true }, null, null, "new", "unknown unknownBoth toComplete"],
  ["users missing", { unknown: true }, 1, null, "new", "unknown unknownUsers toComplete"],
  ["budget missing", { unknown: true }, null, 1, "new", "unknown unknownBudget toComplete"],
  ["below both", {}, 500_000, 100_000, "new", "no below voluntary"],
  ["by budget, new", { significant: true, byBudget: true, required: true }, 500_001, 0, "new", "yes budget required"],
  ["by users, reworked", { significant: true, byUsers: true, required: true }, null, 100_001, "reworked", "yes users required"],
  ["by both, existing", { significant: true, byBudget: true, byUsers: true }, 600_000, 200_000, "existing", "yes both notNew"],
  ["by budget, not said", { significant: true, byBudget: true }, 600_000, null, "", "yes budget developmentUnknown"],
])("%s", (_, changes, budgetEuro, users, development, want) => {
  const words = significanceWords({ ...nothing, ...changes }, { budgetEuro, users, development });
  expect(`${words.verdict} ${words.reason} ${words.duty}`).toBe(want);
});
