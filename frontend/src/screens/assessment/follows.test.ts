import { describe, expect, it } from "vitest";
import type { Answer } from "../../lib/door/types";
import { followAgain, makeOwn, withWaiting } from "./follows";

function derived(verdict: Answer["verdict"]): Answer {
  return {
    criterion: "SD-G6", verdict, explanation: "Niemand meldt zich aan.", incomplete: false, explainsAnother: false, savedAt: "", savedBy: "", conflict: false, review: "",
    deviates: [], judge: "", control: "", discuss: false, assignee: "", proposal: null, previousVerdict: "", evidence: [], comments: 0,
    origin: "scope", source: { kind: "question", id: "login", name: "Aanmelden?", reason: "Niemand meldt zich aan.", verdict, explanation: "Niemand meldt zich aan." },
  };
}

describe("an answer that follows from something else", () => {
  it("becomes one's own with its reason when it is confirmed", () => {
    const answer = derived("not_applicable");
    expect(makeOwn(answer, "not_applicable")).toBe(true);
    expect(answer).toMatchObject({ verdict: "not_applicable", explanation: "Niemand meldt zich aan.", origin: "", source: null });
  });

  it("loses the reason when one decides otherwise", () => {
    const answer = derived("not_applicable");
    expect(makeOwn(answer, "no")).toBe(false);
    expect(answer).toMatchObject({ verdict: "no", explanation: "", origin: "" });
  });

  it("leaves what a person wrote alone", () => {
    const answer = { ...derived("no"), origin: "" as const, source: null };
    expect(makeOwn(answer, "not_applicable")).toBe(false);
    expect(answer.explanation).toBe("Niemand meldt zich aan.");
  });

  it("follows again once nobody decides", () => {
    const answer = derived("not_applicable");
    makeOwn(answer, "");
    followAgain(answer, derived("not_applicable"));
    expect(answer).toEqual(derived("not_applicable"));
  });

  it("gives way to what waits to be saved", () => {
    const draft = { verdict: "no" as const, explanation: "Wel.", review: "" as const };
    expect(withWaiting(derived("not_applicable"), draft)).toMatchObject({ ...draft, origin: "", source: null });
    expect(withWaiting(derived("not_applicable"), undefined)).toEqual(derived("not_applicable"));
  });
});
