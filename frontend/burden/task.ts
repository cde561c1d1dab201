import { test as base } from "../e2e/app";
import { rowOf } from "./row";
import { Watch } from "./watch";

export { expect } from "../e2e/app";

/** A task, with what counts what it takes: the line of the table is the test's title. */
export const test = base.extend<{ hands: Watch }>({
  hands: async ({ page }, use, info) => {
    const hands = await Watch.on(page);
    await use(hands);
    const row = rowOf(info.title, hands.presses, hands.words);
    await info.attach("burden", { body: JSON.stringify(row), contentType: "application/json" });
  },
});
