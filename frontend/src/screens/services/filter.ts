import type { Service } from "../../lib/door/types";
import { holdsWords } from "../../lib/text/words";

export const filters = ["all", "significant", "toAssess", "running", "unknown"] as const;
export type Filter = (typeof filters)[number];

const matches: Record<Filter, (service: Service) => boolean> = {
  all: () => true,
  significant: (service) => service.significance.significant,
  toAssess: (service) => service.significance.required && service.assessments.length === 0,
  running: (service) => service.assessments.some((assessment) => assessment.state === "running"),
  unknown: (service) => service.significance.unknown,
};

/** Gives the services that match a filter and hold every word of a query, whatever the accents and capitals. */
export function select(services: Service[], query: string, filter: Filter): Service[] {
  return services.filter((service) => matches[filter](service) && holdsWords(`${service.name} ${service.ownerRole}`, query));
}
