import { describe, expect, test } from "vitest";
import { href, parseRoute, type Route, sameScreen } from "./route";

const places: [string, Route][] = [
  ["#/", { name: "home" }],
  ["#/start", { name: "start" }],
  ["#/services", { name: "services" }],
  ["#/services/new", { name: "newService" }],
  ["#/services/a1", { name: "service", id: "a1" }],
  ["#/services/a1/edit", { name: "editService", id: "a1" }],
  ["#/assessment/a1", { name: "assessment", id: "a1", criterion: "" }],
  ["#/assessment/a1/SD-G1", { name: "assessment", id: "a1", criterion: "SD-G1" }],
  ["#/result/a1", { name: "result", id: "a1" }],
  ["#/strategy", { name: "strategy", code: "" }],
  ["#/strategy/SD-G1.1", { name: "strategy", code: "SD-G1.1" }],
  ["#/strategy/SD-G1/2022.1", { name: "strategy", code: "SD-G1", edition: "2022.1" }],
  ["#/aids/magda/2022.1", { name: "aid", id: "magda", edition: "2022.1" }],
  ["#/actions", { name: "actions", number: "" }],
  ["#/actions/13", { name: "actions", number: "13" }],
  ["#/manual", { name: "manual", topic: "" }],
  ["#/manual/measure", { name: "manual", topic: "measure" }],
  ["#/aids", { name: "aids" }],
  ["#/aids/magda", { name: "aid", id: "magda" }],
  ["#/search/vrij%20woord", { name: "search", query: "vrij woord" }],
  ["#/move/a1", { name: "move", id: "a1" }],
  ["#/measure/a1/SD-G1/page", { name: "measure", id: "a1", criterion: "SD-G1", instrument: "page" }],
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

  test.each(["#/nowhere", "#/assessment", "#/result", "#/result/a/b", "#/sync/a", "#/services/new/x", "#/services/a/b", "#/a/b/c/d", "#/measure/a/b/c", "#/measure/a/b/page/d", "#/move", "#/timeline", "#/conflicts/a", "#/aids/a/b/c"])(
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
    ["another screen", { name: "result", id: "a" }, { name: "service", id: "a" }, false],
    ["the same", { name: "home" }, { name: "home" }, true],
  ])("%s", (_, a, b, want) => expect(sameScreen(a, b)).toBe(want));
});
