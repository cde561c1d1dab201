import { expect, test } from "vitest";
import { emptyStep } from "./processSteps";
import { StepsDraft } from "./stepsDraft.svelte";

const titles = (draft: StepsDraft) => draft.steps.map(({ title }) => title).join(" ");
const begun = (...names: string[]) => new StepsDraft(names.map((title) => ({ ...emptyStep(), title })));

test("adding, removing, moving and typing are taken back one by one", () => {
  const draft = begun("a", "b", "c");
  expect(draft.changed).toBe(false);
  draft.remove(1);
  draft.move(0, 1);
  const first = draft.steps[0];
  if (first) first.title = "C";
  draft.add();
  expect(titles(draft)).toBe("C a ");
  for (const want of ["C a", "c a", "a c", "a b c"]) {
    expect(draft.changes).toBe(true);
    draft.takeBack();
    expect(titles(draft)).toBe(want);
  }
  expect(draft.changes).toBe(false);
  expect(draft.changed).toBe(false);
});

test("a change takes the figures away, also those that are on their way", async () => {
  const draft = begun("a", "b");
  const figures = { steps: 2, allSteps: 2, channels: [], asked: 0, askedTwice: [], known: [] };
  await draft.measure([], Promise.resolve(figures));
  expect(draft.measured?.figures).toBe(figures);
  draft.move(0, 1);
  expect(draft.measured).toBeUndefined();
  const late = draft.measure([], Promise.resolve(figures));
  draft.edited();
  await late;
  expect(draft.measured).toBeUndefined();
});

test("there is always a step to fill in, in the channel of the one before", () => {
  const draft = new StepsDraft([]);
  expect(draft.steps).toHaveLength(1);
  draft.remove(0);
  expect(draft.steps).toHaveLength(1);
  const [step] = draft.steps;
  if (step) step.channel = "counter";
  expect(draft.add().channel).toBe("counter");
});

test("starting again is a change that can be taken back", () => {
  const draft = begun("a");
  draft.add();
  draft.startAgain();
  expect(titles(draft)).toBe("a");
  draft.takeBack();
  expect(draft.steps).toHaveLength(2);
});
