import type { TextFigures, TextHit } from "../../lib/door/types";
import { count, isObject, objects, oneOf, text } from "./foreign";
import type { MeasuredText } from "./textFigures";

/** How much of a text is kept with the answer, in UTF-16 units, and how many hits: together they stay far under the 256 KiB of a finding. */
export const keptText = 20_000;
export const keptHits = 300;

/** What is kept with the answer: the figures, the beginning of the text and the hits in it. */
export function textFinding(figures: TextFigures, source: string): object {
  const { text: whole, hits, clipped, hidden, ...numbers } = figures;
  const start = whole.slice(0, keptText).replace(/[\ud800-\udbff]$/, ""); // no half characters
  const inside = hits.filter((hit) => hit.end <= start.length).slice(0, keptHits);
  return {
    instrument: "text",
    source,
    ...numbers,
    text: start,
    clipped: clipped || start.length < whole.length,
    hits: inside,
    hidden: hidden + hits.length - inside.length,
  };
}

/** A text that was measured before. */
export interface TextFound {
  /** The file's name, "" for a pasted text. */
  source: string;
  words: number;
  measured: MeasuredText;
  /** Only the passages with hits are there: an earlier version kept no text. */
  passages: boolean;
}

/** Reads what was kept; it may have come from elsewhere. Undefined for what is none of ours. */
export function readTextFinding(data: unknown): TextFound | undefined {
  if (!isObject(data) || data["instrument"] !== "text") return undefined;
  const whole = text(data["text"], keptText);
  const found = { source: text(data["source"], 300), words: count(data["words"]) };
  const list = objects(data["hits"], keptHits);
  if (whole === "") return { ...found, measured: passages(list), passages: true };
  const hits = list.map(readHit).filter((hit) => hit.start < hit.end && hit.end <= whole.length);
  hits.sort((a, b) => a.start - b.start);
  return { ...found, measured: { text: whole, hits, clipped: data["clipped"] === true, hidden: count(data["hidden"]) }, passages: false };
}

function readHit(data: Record<string, unknown>): TextHit {
  return {
    kind: oneOf(["long_sentence", "passive", "jargon"], data["kind"]) ?? "jargon",
    start: count(data["start"]),
    end: count(data["end"]),
    words: count(data["words"]),
    sort: oneOf(["officialese", "legal", "technical", "english", "abbreviation"], data["sort"]) ?? "",
    plain: text(data["plain"], 200),
  };
}

/** Puts passages one after the other, as if they were the text. */
function passages(list: Record<string, unknown>[]): MeasuredText {
  let all = "";
  const hits = list.flatMap((data) => {
    const passage = text(data["text"], 300);
    if (passage === "") return [];
    const start = all.length;
    all += `${passage}\n`;
    return [{ ...readHit(data), start, end: start + passage.length, words: passage.split(/\s+/).length }];
  });
  return { text: all, hits, clipped: true, hidden: 0 };
}
