import { createContext } from "svelte";

/** What an instrument's outcome needs to know of the assessment. */
export interface Around {
  /** Name of a criterion, to read. */
  label: (criterion: string) => string;
  /** This instrument measured for a criterion before: saving there takes its place. */
  measured: (criterion: string) => boolean;
}

export const [around, setAround] = createContext<Around>();
