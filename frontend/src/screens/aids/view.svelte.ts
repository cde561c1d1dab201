import type { AidFilter } from "./filter";

/** What is looked for among the aids. It outlives the screen, so that back gives the same list. */
class View implements AidFilter {
  query = $state("");
  type = $state("");
  status = $state("");
  criterion = $state("");

  clear(): void {
    this.query = "";
    this.type = "";
    this.status = "";
    this.criterion = "";
  }
}

export const view = new View();
