import { describe, expect, test } from "vitest";
import type { Answer, Criterion, Proposal, Verdict } from "../../lib/door/types";
import { differs, isProposed, restOf, startingText } from "./carry";

function answer(verdict: Verdict, explanation: string, proposal: Partial<Proposal> | null, previousVerdict: Verdict = ""): Answer {
  const full = proposal && { verdict: "yes" as const, explanation: "", changed: false, ...proposal };
  return { verdict, explanation, proposal: full, previousVerdict } as Answer;
}

test.each<[string, Answer | undefined, boolean]>([
  ["none", undefined, false],
  ["proposed", answer("", "", {}), true],
  ["decided since", answer("no", "", {}), false],
  ["nothing proposed", answer("", "", null), false],
])("isProposed: %s", (_, given, want) => expect(isProposed(given)).toBe(want));

test.each<[string, Answer | undefined, boolean]>([
  ["open", answer("", "", {}, "yes"), false],
  ["the same", answer("yes", "", null, "yes"), false],
  ["another", answer("no", "", null, "yes"), true],
  ["the first time", answer("no", "", null), false],
])("differs: %s", (_, given, want) => expect(differs(given)).toBe(want));

describe("startingText", () => {
  const old = { verdict: "no", explanation: "Oud." } as const;
  test.each<[string, Answer, Verdict, string]>([
    ["a no that stays a no", answer("", "", old), "no", "Oud."],
    ["a no that becomes a yes", answer("", "", old), "yes", ""],
    ["what was typed stays", answer("", "Nieuw.", old), "no", "Nieuw."],
    ["emptied by hand stays empty", answer("no", "", old), "no", ""],
    ["nothing proposed", answer("", "", null), "no", ""],
  ])("%s", (_, given, verdict, want) => expect(startingText(given, verdict)).toBe(want));
});

test("restOf leaves out what can't be confirmed unread, and says how many", () => {
  const given: Record<string, Answer> = {
    a: answer("", "", {}),
    b: answer("", "", { changed: true }),
    c: answer("", "", { verdict: "no", explanation: " " }),
    d: answer("yes", "", {}),
    e: answer("", "", { verdict: "no", explanation: "Volgt." }),
  };
  const criteria = ["a", "b", "c", "d", "e"].map((code) => ({ code, principle: "SD" })) as Criterion[];
  const { ready, left } = restOf([...criteria, { code: "f", principle: "GC" } as Criterion], (code) => given[code], "SD");
  expect([ready.map((criterion) => criterion.code), left]).toEqual([["a", "e"], 2]);
});
