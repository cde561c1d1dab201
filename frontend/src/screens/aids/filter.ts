import type { Aid } from "../../lib/door/types";
import { holdsWords } from "../../lib/text/words";

export interface AidFilter {
  query: string;
  /** "" for all. */
  type: string;
  status: string;
  criterion: string;
}

/** Gives the aids that match; of several statuses, each counts. */
export function select(aids: Aid[], filter: AidFilter): Aid[] {
  return aids.filter(
    (aid) =>
      (filter.type === "" || aid.type === filter.type) &&
      (filter.status === "" || aid.statuses.some((stated) => stated.status === filter.status)) &&
      (filter.criterion === "" || aid.contributions.some((contribution) => contribution.criterion === filter.criterion)) &&
      holdsWords(`${aid.name} ${aid.supplier} ${aid.description}`, filter.query),
  );
}
