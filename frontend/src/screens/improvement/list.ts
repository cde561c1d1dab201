import type { Improvement, ImprovementStatus } from "../../lib/door/improvement";
import { holdsWords } from "../../lib/text/words";

export const statuses: ImprovementStatus[] = ["to_start", "running", "done", "dropped"];
export const columns = ["title", "service", "owner", "due", "status"] as const;
export type Column = (typeof columns)[number];

/** What is shown, besides the statuses. */
export const filters = ["all", "open", "overdue", "look"] as const;
export type Filter = (typeof filters)[number] | ImprovementStatus;

export type Grouping = "none" | "service" | "criterion";

export interface Wish {
  query: string;
  /** Id of a service, "" for all. */
  service: string;
  /** "" for everybody. */
  owner: string;
  filter: Filter;
}

const matches: Record<(typeof filters)[number], (action: Improvement) => boolean> = {
  all: () => true,
  open: (action) => action.status === "to_start" || action.status === "running",
  overdue: (action) => action.overdue,
  look: (action) => action.looks.length > 0,
};

/** Gives the actions that match, in the order in which they came. */
export function select(actions: Improvement[], { query, service, owner, filter }: Wish): Improvement[] {
  const status = (action: Improvement): boolean => (filter in matches ? matches[filter as keyof typeof matches](action) : action.status === filter);
  return actions.filter(
    (action) =>
      status(action) &&
      (service === "" || action.serviceId === service) &&
      (owner === "" || action.owner === owner) &&
      holdsWords([action.title, action.serviceName, action.owner, action.note, action.plan, ...action.criteria].join(" "), query),
  );
}

/** Sorts by a column; "" leaves what asks for attention first. What is empty comes last, whichever way. */
export function sorted(actions: Improvement[], by: Column | "", up: boolean, lang: string): Improvement[] {
  if (by === "") return actions;
  const collator = new Intl.Collator(lang, { numeric: true });
  const value = (action: Improvement): string =>
    by === "status" ? String(statuses.indexOf(action.status)) : by === "service" ? action.serviceName : action[by];
  return [...actions].sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === "" || right === "") return Number(left === "") - Number(right === "");
    return collator.compare(left, right) * (up ? 1 : -1);
  });
}

export interface Group {
  /** Id of the service or code of the criterion, "" for none. */
  key: string;
  actions: Improvement[];
}

/** Puts actions in groups, each in the order of its first one; the group without a key comes last. An action for two criteria is in both. */
export function grouped(actions: Improvement[], by: Grouping): Group[] {
  if (by === "none") return [{ key: "", actions }];
  const groups = new Map<string, Improvement[]>();
  for (const action of actions) {
    const keys = by === "service" ? [action.serviceId] : action.criteria.length > 0 ? action.criteria : [""];
    for (const key of keys) groups.set(key, [...(groups.get(key) ?? []), action]);
  }
  return [...groups].map(([key, inside]) => ({ key, actions: inside })).sort((a, b) => Number(a.key === "") - Number(b.key === ""));
}

/** Gives who does something, each once. */
export function owners(actions: Improvement[]): string[] {
  return [...new Set(actions.map((action) => action.owner).filter(Boolean))].sort();
}

/** Gives the status beside another on the board, undefined at the edge. */
export function beside(status: ImprovementStatus, by: -1 | 1): ImprovementStatus | undefined {
  return statuses[statuses.indexOf(status) + by];
}
