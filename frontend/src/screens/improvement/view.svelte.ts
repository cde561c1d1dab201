import { Habit } from "../../lib/stored.svelte";
import type { Column, Filter, Grouping } from "./list";

/** What is looked for among the actions. It outlives the screen, so that back gives the same list. */
class View {
  query = $state("");
  service = $state("");
  owner = $state("");
  filter = $state<Filter>("all");
  group = $state<Grouping>("none");
  /** "" is what asks for attention first. */
  by = $state<Column | "">("");
  up = $state(true);
  readonly board = new Habit("improvementBoard", false);

  clear(): void {
    this.query = "";
    this.service = "";
    this.owner = "";
    this.filter = "all";
  }

  /** Sorts by a column; again, the other way round; once more, as it was. */
  sort(column: Column): void {
    if (this.by !== column) [this.by, this.up] = [column, true];
    else if (this.up) this.up = false;
    else this.by = "";
  }
}

export const view = new View();
