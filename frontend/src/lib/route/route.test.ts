import { describe, expect, test } from "vitest";
import { href, parseRoute, type Route, sameScreen } from "./route";

const places: [string, Route][] = [
  ["#/", { name: "home" }],
  ["#/start", { name: "start" }],
  ["#/services", { name: "services" }],
  ["#/services/new", { name: "newService" }],
  ["#/services/new/some-aid", { name: "newService", aid: "some-aid" }],
  ["#/services/a1", { name: "service", id: "a1" }],
  ["#/services/a1/edit", { name: "editService", id: "a1" }],
  ["#/assessment/a1", { name: "assessment", id: "a1", criterion: "" }],
  ["#/assessment/a1/SD-G1", { name: "assessment", id: "a1", criterion: "SD-G1" }],
  ["#/assessment/a1/table", { name: "assessment", id: "a1", criterion: "", view: "table" }],
  ["#/assessment/a1/SD-G1/table", { name: "assessment", id: "a1", criterion: "SD-G1", view: "table" }],
  ["#/scope/a1", { name: "scope", id: "a1" }],
  ["#/result/a1", { name: "result", id: "a1" }],
  ["#/notification/a1", { name: "notification", id: "a1" }],
  ["#/strategy", { name: "strategy", code: "" }],
  ["#/strategy/SD-G1.1", { name: "strategy", code: "SD-G1.1" }],
  ["#/strategy/SD-G1/2022.1", { name: "strategy", code: "SD-G1", edition: "2022.1" }],
  ["#/aids/magda/2022.1", { name: "aid", id: "magda", edition: "2022.1" }],
  ["#/actions", { name: "actions", number: "" }],
  ["#/actions/13", { name: "actions", number: "13" }],
  ["#/improvement", { name: "improvements" }],
  ["#/improvement/new", { name: "newImprovement" }],
  ["#/improvement/a1", { name: "improvement", id: "a1" }],
  ["#/manual", { name: "manual", topic: "" }],
  ["#/manual/measure", { name: "manual", topic: "measure" }],
  ["#/aids", { name: "aids" }],
  ["#/aids/magda", { name: "aid", id: "magda" }],
  ["#/search/vrij%20woord", { name: "search", query: "vrij woord" }],
  ["#/move/a1", { name: "move", id: "a1" }],
  ["#/measure/a1/SD-G1/page", { name: "measure", id: "a1", criterion: "SD-G1", instrument: "page" }],
  ["#/compare", { name: "compare", ids: [] }],
  ["#/compare/a1", { name: "compare", ids: ["a1"] }],
  ["#/compare/a1%2Cref%3Ab2%3A0", { name: "compare", ids: ["a1", "ref:b2:0"] }],
  ["#/sync", { name: "sync" }],
  ["#/conflicts", { name: "conflicts" }],
  ["#/timeline/a1", { name: "timeline", id: "a1" }],
  ["#/settings", { name: "settings" }],
];

describe("routes", () => {
  test.each(places)("%s, there and back", (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
    expect(href(route)).toBe(hash);
  });

  test.each(["", "#", "#/", "/"])("%j is home", (hash) => expect(parseRoute(hash)).toEqual({ name: "home" }));

  test.each(["#/nowhere", "#/assessment", "#/result", "#/scope", "#/scope/a/b", "#/result/a/b", "#/notification", "#/notification/a/b", "#/sync/a", "#/services/new/x/y", "#/services/a/b", "#/a/b/c/d", "#/measure/a/b/c", "#/measure/a/b/page/d", "#/move", "#/timeline", "#/conflicts/a", "#/improvement/a/b", "#/aids/a/b/c", "#/assessment/a/SD-G1/list", "#/assessment/a/table/table", "#/compare/a/b"])(
    "%s is unknown",
    (hash) => expect(parseRoute(hash).name).toBe("unknown"),
  );

  test("an id with signs comes back", () => {
    const route: Route = { name: "service", id: "a/b ü%" };
    expect(parseRoute(href(route))).toEqual(route);
  });

  test("a broken escape stays text", () => expect(parseRoute("#/services/%E0%A4")).toEqual({ name: "service", id: "%E0%A4" }));
});

describe("sameScreen", () => {
  test.each<[string, Route, Route, boolean]>([
    ["another criterion", { name: "assessment", id: "a", criterion: "X" }, { name: "assessment", id: "a", criterion: "Y" }, true],
    ["another assessment", { name: "assessment", id: "a", criterion: "X" }, { name: "assessment", id: "b", criterion: "X" }, false],
    ["another comparison", { name: "compare", ids: ["a"] }, { name: "compare", ids: ["a", "b"] }, false],
    ["another screen", { name: "result", id: "a" }, { name: "service", id: "a" }, false],
    ["the same", { name: "home" }, { name: "home" }, true],
    ["the table of the same", { name: "assessment", id: "a", criterion: "X" }, { name: "assessment", id: "a", criterion: "X", view: "table" }, true],
  ])("%s", (_, a, b, want) => expect(sameScreen(a, b)).toBe(want));
});
