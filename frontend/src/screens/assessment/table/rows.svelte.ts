import type { Answer, Criterion } from "../../../lib/door/types";
import { neighbour, nextOpen } from "../order";
import { type Filter, holds, passes } from "./filter";

/** What the rows are made of: an assessment. */
export interface Answered {
  readonly criteria: Criterion[];
  answer(code: string): Answer | undefined;
}

interface Hooks {
  /** The user's own role. */
  role: () => string;
  /** The row that is worked on. */
  cursor: () => string;
  /** Moves it. */
  moveTo: (code: string) => void;
}

/**
 * The rows of the table that a filter and a search leave. The row that is
 * worked on stays until one leaves it: an answer would otherwise take its row
 * away under the cursor.
 */
export class Rows {
  #filter = $state<Filter>("all");
  #query = $state("");
  #kept = $state("");
  readonly #of: Answered;
  readonly #hooks: Hooks;

  constructor(of: Answered, hooks: Hooks) {
    this.#of = of;
    this.#hooks = hooks;
  }

  readonly shown = $derived.by(() => this.#of.criteria.filter((criterion) => criterion.code === this.#kept || this.#fits(criterion)));
  readonly codes = $derived(this.shown.map((criterion) => criterion.code));

  get filter(): Filter {
    return this.#filter;
  }

  get query(): string {
    return this.#query;
  }

  /** How many criteria a filter leaves, whatever is searched. */
  count(filter: Filter): number {
    return this.#of.criteria.filter(({ code }) => passes(this.#of.answer(code), filter, this.#hooks.role())).length;
  }

  /** Shows others. The cursor goes to the first where its row is not among them. */
  show({ filter = this.#filter, query = this.#query }: { filter?: Filter; query?: string }): void {
    this.#filter = filter;
    this.#query = query;
    this.#kept = "";
    const [first] = this.codes;
    if (this.codes.includes(this.#hooks.cursor())) this.#kept = this.#hooks.cursor();
    else if (first !== undefined) this.#hooks.moveTo(first);
  }

  /** A row is worked on: it stays until another is. */
  arrive(code: string): void {
    this.#kept = code;
  }

  neighbour(from: string, by: 1 | -1): string {
    return neighbour(this.codes, from, by);
  }

  nextOpen(from: string): string {
    const answers = Object.fromEntries(this.codes.flatMap((code) => this.#of.answer(code) ?? []).map((answer) => [answer.criterion, answer]));
    return nextOpen(this.codes, answers, from);
  }

  #fits(criterion: Criterion): boolean {
    const answer = this.#of.answer(criterion.code);
    return passes(answer, this.#filter, this.#hooks.role()) && holds(criterion, answer, this.#query);
  }
}
