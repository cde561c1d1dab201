import type { Route } from "../../lib/route/route";
import type { Key } from "../../lib/text/languages";

/** A chapter of the manual: its steps, and the screen that it is about. */
export interface Topic {
  name: "begin" | "assess" | "scope" | "carry" | "table" | "measure" | "record" | "result" | "compare" | "improve" | "notify" | "handIn" | "teamwork" | "editions" | "find" | "trouble";
  steps: Key[];
  screen?: { route: Route; name: Key };
}

export const topics: Topic[] = [
  { name: "begin", steps: ["manual.begin.1", "manual.begin.2", "manual.begin.3", "manual.begin.4"], screen: { route: { name: "services" }, name: "rail.services" } },
  { name: "assess", steps: ["manual.assess.1", "manual.assess.2", "manual.assess.3", "manual.assess.4"] },
  { name: "scope", steps: ["manual.scope.1", "manual.scope.2", "manual.scope.3", "manual.scope.4"], screen: { route: { name: "services" }, name: "rail.services" } },
  { name: "carry", steps: ["manual.carry.1", "manual.carry.2", "manual.carry.3", "manual.carry.4", "manual.carry.5"], screen: { route: { name: "services" }, name: "rail.services" } },
  { name: "table", steps: ["manual.table.1", "manual.table.2", "manual.table.3", "manual.table.4"] },
  { name: "measure", steps: ["manual.measure.1", "manual.measure.2", "manual.measure.3", "manual.measure.4", "manual.measure.5"] },
  { name: "record", steps: ["manual.record.1", "manual.record.2", "manual.record.3", "manual.record.4"] },
  { name: "result", steps: ["manual.result.1", "manual.result.2", "manual.result.3", "manual.result.4"] },
  { name: "compare", steps: ["manual.compare.1", "manual.compare.2", "manual.compare.3", "manual.compare.4"], screen: { route: { name: "compare", ids: [] }, name: "rail.compare" } },
  { name: "improve", steps: ["manual.improve.1", "manual.improve.2", "manual.improve.3", "manual.improve.4", "manual.improve.5"], screen: { route: { name: "improvements" }, name: "improvement.rail" } },
  { name: "notify", steps: ["manual.notify.1", "manual.notify.2", "manual.notify.3", "manual.notify.4"] },
  { name: "handIn", steps: ["manual.handIn.1", "manual.handIn.2", "manual.handIn.3", "manual.handIn.4", "manual.handIn.5"], screen: { route: { name: "sync" }, name: "rail.sync" } },
  { name: "teamwork", steps: ["manual.teamwork.1", "manual.teamwork.2", "manual.teamwork.3", "manual.teamwork.4"], screen: { route: { name: "sync" }, name: "rail.sync" } },
  { name: "editions", steps: ["manual.editions.1", "manual.editions.2", "manual.editions.3", "manual.editions.4"], screen: { route: { name: "settings" }, name: "rail.settings" } },
  { name: "find", steps: ["manual.find.1", "manual.find.2", "manual.find.3"], screen: { route: { name: "search", query: "" }, name: "search.title" } },
  { name: "trouble", steps: ["manual.trouble.1", "manual.trouble.2", "manual.trouble.3", "manual.trouble.4"] },
];
