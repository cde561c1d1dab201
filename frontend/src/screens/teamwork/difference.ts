/** A piece of a text, and whether the other text lacks it. */
export interface Piece {
  text: string;
  own: boolean;
}

/** More words than this are not compared: the table of all pairs would not fit. */
const most = 1500;

/**
 * Marks which words of a text the other does not have in that place, by the
 * longest common sequence of words.
 */
export function difference(text: string, other: string): Piece[] {
  const [a, b] = [words(text), words(other)];
  if (text === other || a.length === 0) return text === "" ? [] : [{ text, own: text !== other }];
  if (a.length > most || b.length > most) return [{ text, own: true }];
  const length = lengths(a, b);
  const pieces: Piece[] = [];
  for (let i = 0, j = 0; i < a.length; i++) {
    while (j < b.length && !same(a[i], b[j]) && at(length, i, j + 1) >= at(length, i + 1, j)) j++;
    const common = j < b.length && same(a[i], b[j]);
    if (common) j++;
    add(pieces, a[i] ?? "", !common);
  }
  return pieces;
}

/** Words with the space after them. */
function words(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

/** The space after a word is no difference. */
function same(a = "", b = ""): boolean {
  return a.trimEnd() === b.trimEnd();
}

/** How many words two texts share from each pair of places on. */
function lengths(a: string[], b: string[]): Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = table[i];
      if (row) row[j] = same(a[i], b[j]) ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

function at(table: Uint16Array[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}

function add(pieces: Piece[], text: string, own: boolean): void {
  const last = pieces.at(-1);
  if (last?.own === own) last.text += text;
  else pieces.push({ text, own });
}
