import type { Cell, Kind } from "./door/types";

/** Criteria that the percentage is over: those with a yes or a no. */
export function counted(cell: Cell): number {
  return cell.met + cell.unmet;
}

/** Tells whether a cell has a score; without one there is only a word. */
export function scored(cell: Cell): boolean {
  return cell.state !== "open" && cell.state !== "not_applicable";
}

/** Gives the cell of a principle and a kind. */
export function cellOf(cells: Cell[], principle: string, kind: Kind): Cell | undefined {
  return cells.find((cell) => cell.principle === principle && cell.kind === kind);
}
