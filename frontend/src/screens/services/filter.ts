import type { Service } from "../../lib/door/types";

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
  const words = fold(query).split(/\s+/).filter(Boolean);
  return services.filter((service) => {
    const text = fold(`${service.name} ${service.ownerRole}`);
    return matches[filter](service) && words.every((word) => text.includes(word));
  });
}

function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}
