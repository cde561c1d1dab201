/** Reads what somebody else's program wrote: each gives what is asked for, whatever the data are. */

export function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null;
}

export function objects(data: unknown, most: number): Record<string, unknown>[] {
  return Array.isArray(data) ? data.filter(isObject).slice(0, most) : [];
}

export function texts(data: unknown, most: number, longest: number): string[] {
  return Array.isArray(data) ? data.slice(0, most).map((item) => text(item, longest)) : [];
}

export function text(data: unknown, longest: number): string {
  return typeof data === "string" ? data.slice(0, longest) : "";
}

/** Nothing is counted that takes no byte, and the largest file has 25 MiB. */
const mostCounted = 25 << 20;

/** A whole number from 0. */
export function count(data: unknown): number {
  return typeof data === "number" && Number.isFinite(data) && data >= 0 ? Math.min(Math.floor(data), mostCounted) : 0;
}

/** One of the words that we know, undefined for another. */
export function oneOf<Word extends string>(words: readonly Word[], data: unknown): Word | undefined {
  return words.find((word) => word === data);
}
