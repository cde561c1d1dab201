import type { Filter } from "./filter";

/** What is looked for in the register. It outlives the screen, so that back gives the same list. */
class View {
  query = $state("");
  filter = $state<Filter>("all");

  clear(): void {
    this.query = "";
    this.filter = "all";
  }
}

export const view = new View();
