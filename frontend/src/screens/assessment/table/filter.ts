import type { Answer, Criterion } from "../../../lib/door/types";
import { holdsWords } from "../../../lib/text/words";
import { stateOf } from "../order";

export const filters = ["all", "open", "missing", "changed", "discuss", "mine", "follows"] as const;
export type Filter = (typeof filters)[number];

export function isFilter(name: string): name is Filter {
  return (filters as readonly string[]).includes(name);
}

const matches: Record<Filter, (answer: Answer | undefined, role: string) => boolean> = {
  all: () => true,
  open: (answer) => stateOf(answer) === "open",
  missing: (answer) => stateOf(answer) === "incomplete",
  changed: (answer) => isChanged(answer),
  discuss: (answer) => answer?.discuss ?? false,
  mine: (answer, role) => role.trim() !== "" && same(answer?.assignee ?? "", role),
  follows: (answer) => (answer?.origin ?? "") !== "",
};

/** Tells whether an answer differs from that of the assessment before. */
export function isChanged(answer: Answer | undefined): boolean {
  const { previousVerdict = "", verdict = "" } = answer ?? {};
  return previousVerdict !== "" && verdict !== "" && previousVerdict !== verdict;
}

function same(a: string, b: string): boolean {
  return a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();
}

export function passes(answer: Answer | undefined, filter: Filter, role: string): boolean {
  return matches[filter](answer, role);
}

/** Tells whether a criterion or its explanation holds every word of a query, whatever the accents and capitals. */
export function holds({ code, label, question }: Criterion, answer: Answer | undefined, query: string): boolean {
  return query.trim() === "" || holdsWords(`${code} ${label} ${question} ${answer?.explanation ?? ""}`, query);
}
