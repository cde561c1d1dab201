import { expect, test } from "vitest";
import type { Undone } from "./door/types";
import type { Route } from "./route/route";
import { placeOf } from "./undoPlace";

const undone = (kind: string, ids: Partial<Undone> = {}): Undone => ({
  undone: true, kind, subject: "x", count: 1, kept: 0, serviceId: "s", assessmentId: "a", criterion: "SD-G1", ...ids,
});
const table: Route = { name: "assessment", id: "a", criterion: "SD-G9", view: "table" };
const here: Route = { name: "assessment", id: "a", criterion: "SD-G9" };
const home: Route = { name: "home" };

test.each<[string, Undone, Route, Route | undefined]>([
  ["an answer: to its criterion", undone("answer"), home, { name: "assessment", id: "a", criterion: "SD-G1" }],
  ["an answer, from another criterion", undone("answer"), here, { name: "assessment", id: "a", criterion: "SD-G1" }],
  ["a mark, in the table: the table stays", undone("mark"), table, { name: "assessment", id: "a", criterion: "SD-G1", view: "table" }],
  ["an answer, in the table of another assessment", undone("answer"), { ...table, id: "b" }, { name: "assessment", id: "a", criterion: "SD-G1" }],
  ["an answer of what is gone", undone("answer", { assessmentId: "" }), home, undefined],
  ["a measurement, in an instrument", undone("measurement"), { name: "measure", id: "a", criterion: "SD-G1", instrument: "text" }, undefined],
  ["a measurement, elsewhere", undone("measurement"), home, { name: "assessment", id: "a", criterion: "SD-G1" }],
  ["several answers: to the first, in the table", undone("answers"), table, { name: "assessment", id: "a", criterion: "SD-G1", view: "table" }],
  ["a stage, where it shows", undone("stage"), { name: "result", id: "a" }, undefined],
  ["a stage, elsewhere", undone("stage"), home, { name: "assessment", id: "a", criterion: "" }],
  ["the start of an assessment, on its screen", undone("assessment", { assessmentId: "" }), here, { name: "service", id: "s" }],
  ["a removal, on the service's screen", undone("assessment"), { name: "service", id: "s" }, undefined],
  ["a service, in the register", undone("service"), { name: "services" }, undefined],
  ["a service that is gone, on its screen", undone("service", { serviceId: "" }), { name: "service", id: "s" }, { name: "services" }],
  ["what a service builds on", undone("buildsOn"), home, { name: "service", id: "s" }],
  ["something of a newer program", undone("future"), home, undefined],
])("%s", (_, what, now, want) => expect(placeOf(what, now)).toEqual(want));
