import type { Comparables } from "../src/lib/door/compare";
import type { Catalogue, Service } from "../src/lib/door/types";
import type { Improvement } from "../src/lib/door/improvement";
import type { App } from "./app";

/** Every screen of the sample town, by name, with its address. */
export async function screens(app: App): Promise<Record<string, string>> {
  const { services } = await app.call<{ services: Service[] }>("Services");
  const catalogue = await app.call<Catalogue>("Catalogue", { edition: "" });
  const all = services.flatMap((service) => service.assessments);
  const running = all.find((assessment) => assessment.state === "running");
  const complete = all.find((assessment) => assessment.state === "complete");
  const service = services.find((item) => item.assessments.length > 0);
  const again = all.find((assessment) => assessment.moment === "again");
  const aid = services.find((item) => item.kind === "aid");
  const { actions } = await app.call<{ actions: Improvement[] }>("Improvements");
  const improvement = actions.find((action) => action.looks.length > 0);
  if (!running || !complete || !service || !again || !aid || !improvement) throw new Error("the sample town lacks something");
  const { proposals } = await app.call<Comparables>("Comparables");
  const pair = proposals.find((proposal) => proposal.kind === "moments");
  if (!pair) throw new Error("the sample town has nothing to compare");
  return {
    home: "#/",
    services: "#/services",
    service: `#/services/${service.id}`,
    "new service": "#/services/new",
    "new aid": `#/services/new/${catalogue.aids[0]?.id ?? ""}`,
    "edit aid": `#/services/${aid.id}/edit`,
    "service, an aid": `#/services/${aid.id}`,
    "edit service": `#/services/${service.id}/edit`,
    assessment: `#/assessment/${running.id}`,
    "assessment, explanation": `#/assessment/${complete.id}/SD-I2`,
    "assessment, still true": `#/assessment/${again.id}/SD-I6`,
    "assessment, was otherwise": `#/assessment/${again.id}/SD-G4`,
    "assessment, table": `#/assessment/${complete.id}/SD-I2/table`,
    "assessment, end": `#/assessment/${complete.id}/end`,
    scope: `#/scope/${running.id}`,
    "result, running": `#/result/${running.id}`,
    "result, complete": `#/result/${complete.id}`,
    "notification, running": `#/notification/${running.id}`,
    "notification, complete": `#/notification/${complete.id}`,
    "measure a text": `#/measure/${complete.id}/SD-I3/text`,
    "measure a page": `#/measure/${complete.id}/GC-I1/page`,
    "measure steps": `#/measure/${complete.id}/GC-G1/steps`,
    strategy: "#/strategy",
    principle: "#/strategy/SD",
    criterion: "#/strategy/SD-G3",
    indicator: "#/strategy/SD-I3.1",
    actions: "#/actions",
    improvements: "#/improvement",
    "new improvement": "#/improvement/new",
    improvement: `#/improvement/${improvement.id}`,
    aids: "#/aids",
    aid: `#/aids/${catalogue.aids[0]?.id ?? ""}`,
    search: "#/search/loket",
    compare: "#/compare",
    comparison: `#/compare/${pair.ids.join(",")}`,
    timeline: `#/timeline/${complete.id}`,
    conflicts: "#/conflicts",
    sync: "#/sync",
    settings: "#/settings",
    manual: "#/manual",
    start: "#/start",
    unknown: "#/nowhere",
  };
}
