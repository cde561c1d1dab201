import { describe, expect, test } from "vitest";
import type { Answer, AnswerSource, Criterion, Proposal, Verdict } from "../../lib/door/types";
import { differs, followsInstead, isProposed, restOf, startingText } from "./carry";

function answer(verdict: Verdict, explanation: string, proposal: Partial<Proposal> | null, previousVerdict: Verdict = "", more: Partial<Answer> = {}): Answer {
  const full = proposal && { verdict: "yes" as const, explanation: "", changed: false, ...proposal };
  return { verdict, explanation, proposal: full, previousVerdict, origin: "", source: null, ...more } as Answer;
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

function follows(verdict: Verdict): AnswerSource {
  return { kind: "question", id: "login", name: "Aanmelden?", reason: "Reden.", verdict, explanation: "Reden." };
}

test.each<[string, Answer | undefined, Verdict | undefined]>([
  ["none", undefined, undefined],
  ["against a proposal", answer("", "", {}, "yes", { source: follows("not_applicable") }), "not_applicable"],
  ["only a proposal", answer("", "", {}), undefined],
  ["it follows", answer("yes", "", {}, "yes", { origin: "inherited", source: follows("yes") }), undefined],
])("followsInstead: %s", (_, given, want) => expect(followsInstead(given)?.verdict).toBe(want));

describe("startingText", () => {
  const old = { verdict: "no", explanation: "Oud." } as const;
  test.each<[string, Answer, Verdict, string]>([
    ["a no that stays a no", answer("", "", old), "no", "Oud."],
    ["a no that becomes a yes", answer("", "", old), "yes", ""],
    ["what was typed stays", answer("", "Nieuw.", old), "no", "Nieuw."],
    ["emptied by hand stays empty", answer("no", "", old), "no", ""],
    ["nothing proposed", answer("", "", null), "no", ""],
    ["a no that followed and is decided", answer("no", "Van elders.", old, "no", { origin: "inherited", source: follows("no") }), "no", "Oud."],
    ["a no that followed, without an old text", answer("no", "Van elders.", { verdict: "no" }, "no", { origin: "inherited", source: follows("no") }), "no", "Van elders."],
    ["takes what follows instead", answer("", "", old, "no", { source: follows("not_applicable") }), "not_applicable", "Reden."],
    ["keeps what was proposed", answer("", "", old, "no", { source: follows("not_applicable") }), "no", "Oud."],
    ["takes what follows, with a text typed", answer("", "Nieuw.", old, "no", { source: follows("not_applicable") }), "not_applicable", "Nieuw."],
  ])("%s", (_, given, verdict, want) => expect(startingText(given, verdict)).toBe(want));
});

test("restOf leaves out what can't be confirmed unread, and says how many", () => {
  const given: Record<string, Answer> = {
    a: answer("", "", {}),
    b: answer("", "", { changed: true }),
    c: answer("", "", { verdict: "no", explanation: " " }),
    d: answer("yes", "", {}),
    e: answer("", "", { verdict: "no", explanation: "Volgt." }),
    g: answer("", "", {}, "yes", { source: follows("not_applicable") }),
  };
  const criteria = ["a", "b", "c", "d", "e", "g"].map((code) => ({ code, principle: "SD" })) as Criterion[];
  const { ready, left } = restOf([...criteria, { code: "f", principle: "GC" } as Criterion], (code) => given[code], "SD");
  expect([ready.map((criterion) => criterion.code), left]).toEqual([["a", "e"], 3]);
});
