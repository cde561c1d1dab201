import { operatingMinutes, readingMinutes } from "./estimate";
import { type Press, tally, type Tally } from "./press";

/** One line of the table. */
export interface Row extends Tally {
  task: string;
  /** Words that have to be read on the way. */
  words: number;
  operating: number;
  reading: number;
}

export function rowOf(task: string, presses: readonly Press[], words: number): Row {
  const sum = tally(presses);
  return { task, ...sum, words, operating: operatingMinutes(sum), reading: readingMinutes(words) };
}

/** Writes lines as a table of Markdown, so that it can be pasted into a report. */
export function table(rows: readonly Row[]): string {
  const head = ["task", "keys", "clicks", "own characters", "words read", "operating, min", "reading, min", "together, min"];
  const lines = rows.map((row) => [
    row.task,
    ...[row.keys, row.clicks, row.characters, row.words].map(String),
    ...[row.operating, row.reading, row.operating + row.reading].map((minutes) => minutes.toFixed(1)),
  ]);
  return [head, head.map((_, at) => (at === 0 ? "---" : "---:")), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
