import type { Effort, Priority, Reach } from "../../lib/door/notification";

/** What the unmet criteria can be put in order by. */
export type Order = "effort" | "reach" | "strategy";

const efforts: Effort[] = ["small", "medium", "large"];
const reaches: Reach[] = ["wide", "middle", "narrow"];

/** Puts unmet criteria in order. By effort is as they come: the least first, of equals the widest reach. */
export function inOrder(priorities: Priority[], order: Order, criteria: string[]): Priority[] {
  switch (order) {
    case "effort":
      return priorities;
    case "reach":
      return priorities.toSorted(
        (a, b) => reaches.indexOf(a.reach) - reaches.indexOf(b.reach) || efforts.indexOf(a.effort) - efforts.indexOf(b.effort),
      );
    case "strategy":
      return priorities.toSorted((a, b) => criteria.indexOf(a.criterion) - criteria.indexOf(b.criterion));
  }
}

/** How many of the three marks are filled. */
export function effortLevel(effort: Effort): number {
  return efforts.indexOf(effort) + 1;
}

/** How many of the three marks are filled. */
export function reachLevel(reach: Reach): number {
  return reaches.length - reaches.indexOf(reach);
}
