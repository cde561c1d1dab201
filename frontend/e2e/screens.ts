import type { Catalogue, Service } from "../src/lib/door/types";
import type { App } from "./app";

/** Every screen of the sample town, by name, with its address. */
export async function screens(app: App): Promise<Record<string, string>> {
  const { services } = await app.call<{ services: Service[] }>("Services");
  const catalogue = await app.call<Catalogue>("Catalogue", { edition: "" });
  const all = services.flatMap((service) => service.assessments);
  const running = all.find((assessment) => assessment.state === "running");
  const complete = all.find((assessment) => assessment.state === "complete");
  const service = services.find((item) => item.assessments.length > 0);
  if (!running || !complete || !service) throw new Error("the sample town lacks something");
  return {
    home: "#/",
    services: "#/services",
    service: `#/services/${service.id}`,
    "new service": "#/services/new",
    "edit service": `#/services/${service.id}/edit`,
    assessment: `#/assessment/${running.id}`,
    "assessment, explanation": `#/assessment/${complete.id}/SD-I2`,
    "assessment, end": `#/assessment/${complete.id}/end`,
    "result, running": `#/result/${running.id}`,
    "result, complete": `#/result/${complete.id}`,
    "measure a text": `#/measure/${complete.id}/SD-I3/text`,
    "measure a page": `#/measure/${complete.id}/GC-I1/page`,
    "measure steps": `#/measure/${complete.id}/GC-G1/steps`,
    strategy: "#/strategy",
    principle: "#/strategy/SD",
    criterion: "#/strategy/SD-G3",
    indicator: "#/strategy/SD-I3.1",
    actions: "#/actions",
    aids: "#/aids",
    aid: `#/aids/${catalogue.aids[0]?.id ?? ""}`,
    search: "#/search/loket",
    timeline: `#/timeline/${complete.id}`,
    conflicts: "#/conflicts",
    sync: "#/sync",
    settings: "#/settings",
    manual: "#/manual",
    start: "#/start",
    unknown: "#/nowhere",
  };
}
