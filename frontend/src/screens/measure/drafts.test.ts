import { expect, test } from "vitest";
import type { Measurement } from "../../lib/door/types";
import { Drafts } from "./drafts";

class Draft {
  changed = true;
  measured: unknown = "figures";
  settled = false;
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  settle(): void {
    this.settled = true;
  }
}

const measurement = (indicator: string, finding: unknown) => ({ indicator, value: 1, finding }) as Measurement;
const opens = (drafts: Drafts<Draft>, stored: Measurement[], name: string) => {
  const { draft, restored } = drafts.open("a", stored, () => new Draft(name));
  return { draft, found: restored ? draft.name : "" };
};

test("a draft is found again, if something was changed in it", () => {
  const drafts = new Drafts<Draft>();
  opens(drafts, [], "first").draft.changed = false;
  expect(drafts.left("a", [])).toBe(false);
  expect(opens(drafts, [], "second").found).toBe("");
  expect(drafts.left("a", [])).toBe(true);
  expect(opens(drafts, [], "third").found).toBe("second");
  expect(drafts.left("b", [])).toBe(false);
});

test("a draft that was saved is found again when none of its measurements is stored any more", () => {
  const drafts = new Drafts<Draft>();
  const [one, two, older] = [measurement("GC-G1.1", { steps: [1] }), measurement("DG-G2.1", { steps: [1] }), measurement("GC-G1.1", { steps: [] })];
  opens(drafts, [older], "first");
  drafts.saved("a", [one, two]);
  expect(drafts.left("a", [one, two])).toBe(false);
  expect(drafts.left("a", [two])).toBe(false);
  expect(drafts.left("a", [older])).toBe(true);
  // What was looked at in the meantime takes its place only where it was changed.
  opens(drafts, [one, two], "second").draft.changed = false;
  expect(opens(drafts, [], "third").found).toBe("first");
  // Begun again and left as it is, there is nothing to find.
  opens(drafts, [], "").draft.changed = false;
  expect(opens(drafts, [], "fourth").found).toBe("");
});

test("what repeats a measurement does not take the place of the draft that was saved before it", () => {
  const drafts = new Drafts<Draft>();
  const [one, two] = [measurement("GC-G1.1", {}), measurement("DG-G2.1", {})];
  opens(drafts, [], "first");
  drafts.saved("a", [one]);
  opens(drafts, [one], "second").draft.changed = false;
  drafts.saved("a", [two]);
  expect(drafts.left("a", [one])).toBe(false);
  expect(opens(drafts, [], "third").found).toBe("first");
});

test("what was typed after measuring is not saved, and left", () => {
  const drafts = new Drafts<Draft>();
  const one = measurement("GC-G1.1", {});
  opens(drafts, [], "first").draft.measured = undefined;
  drafts.saved("a", [one]);
  expect(opens(drafts, [one], "second").found).toBe("first");
});

test("of what is taken away on purpose, the changes are no longer taken back", () => {
  const drafts = new Drafts<Draft>();
  const { draft } = opens(drafts, [], "first");
  drafts.removed("a");
  expect(draft.settled).toBe(false);
  drafts.saved("a", [measurement("GC-G1.1", {})]);
  drafts.removed("a");
  expect(draft.settled).toBe(true);
});
