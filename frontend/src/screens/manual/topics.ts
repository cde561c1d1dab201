import type { Route } from "../../lib/route/route";
import type { Key } from "../../lib/text/languages";

/** A chapter of the manual: its steps, and the screen that it is about. */
export interface Topic {
  name: "begin" | "assess" | "measure" | "result" | "handIn" | "teamwork" | "editions" | "find" | "trouble";
  steps: Key[];
  screen?: { route: Route; name: Key };
}

export const topics: Topic[] = [
  { name: "begin", steps: ["manual.begin.1", "manual.begin.2", "manual.begin.3", "manual.begin.4"], screen: { route: { name: "services" }, name: "rail.services" } },
  { name: "assess", steps: ["manual.assess.1", "manual.assess.2", "manual.assess.3", "manual.assess.4"] },
  { name: "measure", steps: ["manual.measure.1", "manual.measure.2", "manual.measure.3", "manual.measure.4", "manual.measure.5"] },
  { name: "result", steps: ["manual.result.1", "manual.result.2", "manual.result.3", "manual.result.4"] },
  { name: "handIn", steps: ["manual.handIn.1", "manual.handIn.2", "manual.handIn.3", "manual.handIn.4", "manual.handIn.5"], screen: { route: { name: "sync" }, name: "rail.sync" } },
  { name: "teamwork", steps: ["manual.teamwork.1", "manual.teamwork.2", "manual.teamwork.3", "manual.teamwork.4"], screen: { route: { name: "sync" }, name: "rail.sync" } },
  { name: "editions", steps: ["manual.editions.1", "manual.editions.2", "manual.editions.3", "manual.editions.4"], screen: { route: { name: "settings" }, name: "rail.settings" } },
  { name: "find", steps: ["manual.find.1", "manual.find.2", "manual.find.3"], screen: { route: { name: "search", query: "" }, name: "search.title" } },
  { name: "trouble", steps: ["manual.trouble.1", "manual.trouble.2", "manual.trouble.3", "manual.trouble.4"] },
];
