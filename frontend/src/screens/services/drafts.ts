import type { Draft } from "./draft";

/** Forms that were left without saving, by service; "" is the new one. Coming back finds them as they were. */
export const drafts = new Map<string, Draft>();
