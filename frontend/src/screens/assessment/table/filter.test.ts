import { describe, expect, test } from "vitest";
import type { Answer, Criterion } from "../../../lib/door/types";
import { type Filter, holds, passes } from "./filter";
import { marksOf } from "./marks";

export const bare: Answer = {
  criterion: "SD-G1", verdict: "", explanation: "", incomplete: false, explainsAnother: false, savedAt: "", savedBy: "", conflict: false, review: "",
  deviates: [], judge: "", control: "", discuss: false, assignee: "", origin: "", source: null, proposal: null, previousVerdict: "", evidence: [], comments: 0,
};

const piece = { id: "e1", name: "foto.png", size: 9, media: "image/png", hash: "aa", link: "", risk: "", picture: true, savedAt: "", savedBy: "" } as Answer["evidence"][number];

describe("passes", () => {
  test.each<[string, Filter, Partial<Answer>, boolean]>([
    ["open", "open", {}, true],
    ["open, with half a thought", "open", { explanation: "x" }, true],
    ["answered is not open", "open", { verdict: "no" }, false],
    ["a no without explanation", "missing", { verdict: "no", explanation: " " }, true],
    ["a no with one", "missing", { verdict: "no", explanation: "x" }, false],
    ["changed since the assessment before", "changed", { verdict: "yes", previousVerdict: "no" }, true],
    ["the same as before", "changed", { verdict: "yes", previousVerdict: "yes" }, false],
    ["not answered again yet", "changed", { previousVerdict: "no" }, false],
    ["no assessment before", "changed", { verdict: "yes" }, false],
    ["to discuss", "discuss", { discuss: true }, true],
    ["for my role", "mine", { assignee: "Dienst Burgerzaken " }, true],
    ["for another role", "mine", { assignee: "dienst IT" }, false],
    ["for nobody", "mine", {}, false],
    ["follows from a question", "follows", { origin: "scope", verdict: "not_applicable" }, true],
    ["given here", "follows", { verdict: "yes" }, false],
    ["all", "all", {}, true],
  ])("%s", (_, filter, answer, want) => expect(passes({ ...bare, ...answer }, filter, "dienst burgerzaken")).toBe(want));

  test("who has no role has nothing assigned", () => expect(passes(bare, "mine", "")).toBe(false));
});

describe("holds", () => {
  const criterion = { code: "SD-G1", label: "Eén loket", question: "Kan de gebruiker alles in één keer?" } as Criterion;
  test.each([
    ["", true],
    ["  ", true],
    ["sd-g1", true],
    ["een LOKET", true],
    ["gebruiker", true],
    ["café", true],
    ["loket balie", false],
  ])("%j: %s", (query, want) => expect(holds(criterion, { ...bare, explanation: "Cafe volgt" }, query)).toBe(want));
});

describe("marksOf", () => {
  test.each<[string, Partial<Answer>, string[]]>([
    ["nothing", {}, []],
    ["what needs somebody comes first", { discuss: true, conflict: true, assignee: "dienst IT" }, ["conflict", "discuss", "assignee"]],
    ["proposed", { proposal: { verdict: "no", explanation: "x", changed: false } }, ["proposed"]],
    ["proposed, and something else follows", { proposal: { verdict: "yes", explanation: "x", changed: false }, source: { kind: "question", id: "login", name: "Aanmelden?", reason: "", verdict: "not_applicable", explanation: "" } }, ["proposed", "now"]],
    ["inherited", { origin: "inherited", source: { kind: "aid", id: "magda", name: "MAGDA", reason: "", verdict: "yes", explanation: "" } }, ["inherited"]],
    ["in other hands", { judge: "outside", control: "Fluvius" }, ["outside"]],
    ["two pieces of evidence", { evidence: [piece, piece] }, ["evidence"]],
    ["no evidence", { evidence: [] }, []],
    ["changed, and to look at again", { review: "split", verdict: "no", previousVerdict: "yes" }, ["review", "changed"]],
  ])("%s", (_, answer, want) => expect(marksOf({ ...bare, ...answer }).map(({ mark }) => mark)).toEqual(want));
});
