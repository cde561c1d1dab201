import type { TimelineEntry } from "../../lib/door/teamwork";

/** What one person did of one kind, without anything in between. */
export interface Doing {
  first: TimelineEntry;
  entries: TimelineEntry[];
  /** How many criteria it is about. */
  criteria: number;
}

export interface Day {
  /** Of its latest entry. */
  at: string;
  doings: Doing[];
}

export interface Filter {
  person: string;
  criterion: string;
}

/** Names who did something, to filter by. */
export function person(entry: TimelineEntry): string {
  return entry.role === "" && entry.device === "" ? "" : `${entry.role} ${entry.device}`;
}

export function matches(entry: TimelineEntry, filter: Filter): boolean {
  return (filter.person === "" || person(entry) === filter.person) && (filter.criterion === "" || entry.criterion === filter.criterion);
}

/** Puts entries, the latest first, by day and by who did what. */
export function days(entries: TimelineEntry[]): Day[] {
  const all: Day[] = [];
  for (const entry of entries) {
    let today = all.at(-1);
    if (!today || dayOf(today.at) !== dayOf(entry.at)) {
      today = { at: entry.at, doings: [] };
      all.push(today);
    }
    const last = today.doings.at(-1);
    if (last && same(last.first, entry)) last.entries.push(entry);
    else today.doings.push({ first: entry, entries: [entry], criteria: 0 });
  }
  for (const doing of all.flatMap((one) => one.doings)) {
    doing.criteria = new Set(doing.entries.map((entry) => entry.criterion).filter(Boolean)).size;
  }
  return all;
}

function dayOf(at: string): string {
  return new Date(at).toDateString();
}

function same(a: TimelineEntry, b: TimelineEntry): boolean {
  return a.what === b.what && person(a) === person(b) && a.undo === b.undo && a.redo === b.redo;
}
