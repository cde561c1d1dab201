import { expect, test } from "vitest";
import type { Step, StepKind } from "../../lib/door/types";
import { leadOf } from "./nextStep";

const step: Omit<Step, "kind"> = {
  serviceId: "s",
  serviceKind: "",
  serviceName: "Sport",
  assessmentId: "a",
  moment: "before",
  open: 0,
  incomplete: 0,
  minutes: 0,
  improvementId: "i",
  title: "Chat",
  criterion: "SD-G3",
  day: "2027-03-31",
  overdue: false,
  due: "",
};

test.each<[StepKind, unknown]>([
  ["chooseTown", { route: { name: "start" } }],
  ["addService", { route: { name: "newService" } }],
  ["start", { act: "start" }],
  ["continue", { route: { name: "assessment", id: "a", criterion: "" } }],
  ["explain", { route: { name: "assessment", id: "a", criterion: "" } }],
  ["submit", { route: { name: "result", id: "a" } }],
  ["resubmit", { route: { name: "notification", id: "a" } }],
  ["correct", { route: { name: "result", id: "a" } }],
  ["receipt", { act: "sync" }],
  ["sync", { act: "sync" }],
  ["improve", { route: { name: "improvement", id: "i" } }],
  ["reassess", { route: { name: "assessment", id: "a", criterion: "SD-G3" } }],
  ["improvements", { route: { name: "improvements" } }],
])("%s", (kind, want) => expect(leadOf({ ...step, kind })).toEqual(want));
