import { expect, test } from "vitest";
import { draftsOf, emptyStep, processOf } from "./processSteps";

test("what is asked is divided by commas, and empty steps are left out", () => {
  const steps = [{ ...emptyStep(), title: " Vult in ", asks: "naam, adres;  ,foto\n" }, emptyStep()];
  expect(processOf(steps)).toEqual([{ title: "Vult in", who: "user", channel: "website", asks: ["naam", "adres", "foto"] }]);
});

test("a process that was kept comes back as it was", () => {
  const process = [{ title: "Komt langs", who: "other" as const, channel: "counter" as const, asks: ["naam", "foto"] }];
  expect(processOf(draftsOf({ instrument: "steps", steps: process }))).toEqual(process);
});

test.each([[null], ["x"], [{}], [{ steps: "x" }], [{ steps: [null, 3] }]])("what is no process gives no steps: %j", (finding) => {
  expect(draftsOf(finding)).toEqual([]);
});

test("a step of another program is taken as far as it is known", () => {
  expect(processOf(draftsOf({ steps: [{ title: "x", who: "robot", channel: "fax", asks: [1, "naam"] }] }))).toEqual([{ title: "x", who: "user", channel: "website", asks: ["naam"] }]);
});
